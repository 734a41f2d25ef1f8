package import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension DigestMail {
    /// The sections of the mail, for its text and its HTML alike.
    package var parts: [MailPart] {
        var parts: [MailPart] = [.title(heading), .quiet(summary)]
        if !content.toMe.isEmpty {
            parts.append(.heading(said.toMe()))
            parts += content.toMe.map { .entry(entry($0, namesPlace: true)) }
        }
        parts += content.communities.flatMap(community)
        if let quiet { parts.append(.quiet(quiet, afterRule: true)) }
        parts.append(.button(said.readAll(), to: address(Paths.everythingNew), inText: labelled(said.readAll())))
        return parts
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
        MailEntry(title: thread.title, address: path(thread), language: thread.place.language)
    }

    private func entry(_ item: DigestContent.Item, namesPlace: Bool) -> MailEntry {
        var entry = title(item.thread)
        entry.facts = meta(item.thread, namesPlace: namesPlace)
        entry.quotes = item.posts.map { post in
            let author = author(post), time = time(post)
            return MailEntry.Quote(
                author: author,
                time: time,
                opening: said.wrote(["author": author, "time": time]),
                text: post.text,
                address: address(Paths.post(post.id))
            )
        }
        if item.more > 0, !item.posts.isEmpty { entry.more = said.morePosts(item.more) }
        return entry
    }

    private func labelled(_ label: String) -> String { said.labelled(["label": label]) }

    package var footer: [MailFooterLine] {
        let communities = content.communities.map { part in
            let label = said.leaveOne(["community": part.place.communityName])
            return MailFooterLine(label, to: link(.community(part.place.community)), inText: labelled(label))
        }
        let digest = link(.digest)
        return [
            MailFooterLine(why),
            MailFooterLine(labelled(said.changeOrStop()), to: digest, only: .text),
            MailFooterLine(said.change(), to: digest + "#often", only: .html),
            MailFooterLine(said.choose(), to: address(Paths.mailSettings), inText: labelled(said.choose())),
            MailFooterLine(said.unsubscribe(), to: digest, only: .html),
        ] + (communities.count > 1 ? communities : [])
    }
}
