import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What is new in discussions, as a mail says it.
struct DiscussionsMail: Sendable {
    let content: DigestContent
    let drawing: DigestDrawing
    /// Maximum posts that are quoted of a thread.
    let quoted: Int

    var said: DigestMailWords { drawing.words.digest.mail }

    private func address(_ path: String) -> String { drawing.address(path) }

    var parts: [MailPart] {
        var parts: [MailPart] = []
        if !content.toMe.isEmpty {
            parts.append(.heading(said.toMe()))
            parts += content.toMe.map { .entry(entry($0, namesPlace: true)) }
        }
        return parts + content.communities.flatMap(community)
    }

    private func community(_ part: DigestContent.Part) -> [MailPart] {
        if part.isSilent { return [] }
        let place = address(Paths.community(part.place.communitySlug))
        var parts: [MailPart] = [.heading(part.place.communityName, to: place)]
        if !part.followed.isEmpty { parts.append(.subheading(said.followed())) }
        parts += part.followed.map { .entry(entry($0, namesPlace: false)) }
        for (index, group) in part.groups.enumerated() {
            if let name = part.heading(ofGroup: index) { parts.append(.subheading(name)) }
            parts += group.items.map { .entry(entry($0, namesPlace: false)) }
        }
        if part.moreThreads > 0 { parts.append(.link(said.moreThreads(part.moreThreads), to: place)) }
        if !part.questions.isEmpty {
            parts.append(.subheading(said.questions(), hint: said.questionsHint()))
            parts += part.questions.map { .entry(title($0)) }
        }
        if !part.unnamed.isEmpty {
            let lines = part.unnamed.map(unnamed)
            parts.append(.unnamed(lines, hint: said.unnamedHint(), to: address(Paths.everythingNew)))
        }
        return parts
    }

    private func title(_ thread: DigestThread) -> MailEntry {
        let path = Paths.firstNew(thread.id, after: thread.firstNumber - 1)
        return MailEntry(title: thread.title, address: address(path), language: thread.place.language)
    }

    private func entry(_ item: DigestContent.Item, namesPlace: Bool) -> MailEntry {
        let posts = item.posts.prefix(quoted), more = item.thread.count - posts.count
        var entry = title(item.thread)
        entry.facts = meta(item.thread, namesPlace: namesPlace)
        entry.quotes = posts.map { post in
            let author = author(post), time = time(post)
            return MailEntry.Quote(
                author: author,
                time: time,
                opening: said.wrote(["author": author, "time": time]),
                text: post.text,
                address: address(Paths.post(post.id))
            )
        }
        if more > 0, !posts.isEmpty { entry.more = said.morePosts(more) }
        return entry
    }
}
