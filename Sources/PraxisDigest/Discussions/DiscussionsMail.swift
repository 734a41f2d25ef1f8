import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What is new in discussions, as a mail says it.
struct DiscussionsMail: Sendable {
    let content: DigestContent
    let drawing: DigestDrawing
    let room: DigestRoom

    var said: DigestMailWords { drawing.words.digest.mail }

    private func address(_ path: String) -> String { drawing.address(path) }

    /// What answers or mentions the reader.
    var toReader: [MailPart] {
        if content.toMe.isEmpty { return [] }
        let entries = content.toMe.map { MailPart.entry(entry($0, in: drawing.name(of: $0.thread.place))) }
        return [.heading(said.toMe(), .reader)] + entries
    }

    /// By community.
    var parts: [MailPart] { content.communities.flatMap(community) }

    private func community(_ part: DigestContent.Part) -> [MailPart] {
        if part.isSilent { return [] }
        let place = address(Paths.community(part.place.communitySlug))
        var parts: [MailPart] = [.heading(part.place.communityName, to: place)]
        let group = { (thread: DigestThread) in part.isOfGroups ? thread.place.groupName : nil }
        for item in part.followed + part.groups.flatMap(\.items) {
            parts.append(.entry(entry(item, in: group(item.thread))))
        }
        if part.moreThreads > 0 { parts.append(.link(said.moreThreads(part.moreThreads), to: place)) }
        if !part.questions.isEmpty {
            parts.append(.subheading(said.questions(), hint: said.questionsHint()))
            parts += part.questions.map { .entry(begun($0, in: group($0))) }
        }
        if !part.unnamed.isEmpty {
            let lines = part.unnamed.map(unnamed), new = address(Paths.everythingNew)
            parts.append(.unnamed(lines, hint: said.unnamedHint(), link: said.unnamedLink(), to: new))
        }
        return parts
    }

    /// Its title, where it is, and the button that leads there.
    private func begun(_ thread: DigestThread, in place: String?) -> MailEntry {
        let path = Paths.firstNew(thread.id, after: thread.firstNumber - 1)
        var entry = MailEntry(title: thread.title, address: address(path), language: thread.place.language)
        entry.label = place
        entry.readers = drawing.readers(of: thread.place)
        entry.isInContents = !thread.isReported
        entry.action = drawing.action(thread.isOpen ? said.readAndReply() : said.read(), about: thread.title)
        return entry
    }

    private func entry(_ item: DigestContent.Item, in place: String?) -> MailEntry {
        let posts = item.posts.prefix(room.quotes), more = item.thread.count - posts.count
        var entry = begun(item.thread, in: place)
        entry.facts = meta(item.thread)
        entry.quotes = posts.map(quote)
        if more > 0, !posts.isEmpty { entry.more = said.morePosts(more) }
        return entry
    }

    /// A post to the reader as far as there is room, of any other the beginning.
    private func quote(_ post: DigestPost) -> MailEntry.Quote {
        let author = author(post), time = time(post)
        let lines = post.lines(post.isToMe ? room.toReader : DigestPost.excerptScalars)
        var quote = MailEntry.Quote(
            author: author,
            time: time,
            opening: said.wrote(["author": author, "time": time]),
            lines: lines.text,
            address: address(Paths.post(post.id))
        )
        if post.isToMe, lines.isCut { quote.rest = said.readRest() }
        return quote
    }
}
