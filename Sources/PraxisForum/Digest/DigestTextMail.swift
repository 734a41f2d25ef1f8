import PraxisDomain
import PraxisWeb
import PraxisWords

extension DigestMail {
    /// The text part, written as such: 72 columns, numbered items, whole addresses, the order of the HTML.
    func text() -> String {
        var number = 0
        var parts = [MailText.wrapped(heading) + "\n" + String(repeating: "=", count: 72), MailText.wrapped(summary)]
        if !content.toMe.isEmpty {
            parts.append(title(said.toMe()))
            parts += content.toMe.map { item($0, namesPlace: true, &number) }
        }
        for part in content.communities { parts += community(part, &number) }
        if let quiet { parts.append(MailText.wrapped(quiet)) }
        parts.append(labelled(said.readAll(), address(Paths.everythingNew)))
        return parts.joined(separator: "\n\n") + "\n\n" + footer
    }

    private func community(_ part: DigestContent.Part, _ number: inout Int) -> [String] {
        if part.isSilent { return [] }
        var parts = [title(Self.plain(part.place.communityName))]
        if !part.followed.isEmpty { parts.append(said.followed()) }
        for item in part.followed { parts.append(self.item(item, namesPlace: false, &number)) }
        for (index, group) in part.groups.enumerated() {
            if let name = part.heading(ofGroup: index) { parts.append(Self.plain(name)) }
            for item in group.items { parts.append(self.item(item, namesPlace: false, &number)) }
        }
        if part.moreThreads > 0 {
            let place = address(Paths.community(part.place.communitySlug))
            parts.append(MailText.wrapped(said.moreThreads(part.moreThreads)) + "\n" + place)
        }
        if !part.questions.isEmpty {
            parts.append(said.questions() + "\n" + MailText.wrapped(said.questionsHint()))
            parts += part.questions.map { item(.init(thread: $0, posts: []), namesPlace: false, &number, isBare: true) }
        }
        if !part.unnamed.isEmpty {
            let lines = part.unnamed.map { MailText.wrapped(unnamed($0)) }
            parts.append(
                (lines + [MailText.wrapped(said.unnamedHint()), address(Paths.everythingNew)]).joined(separator: "\n")
            )
        }
        return parts
    }

    private func title(_ text: String) -> String {
        MailText.wrapped(text) + "\n" + String(repeating: "-", count: min(72, max(3, text.unicodeScalars.count)))
    }

    /// One thread: number, title, what it is, who said what, and where.
    private func item(
        _ item: DigestContent.Item,
        namesPlace: Bool,
        _ number: inout Int,
        isBare: Bool = false
    ) -> String {
        number += 1
        let mark = "\(number). "
        let indent = String(repeating: " ", count: mark.utf8.count)
        var lines = [MailText.wrapped(mark + Self.plain(item.thread.title), indent: indent)]
        if !isBare {
            lines.append(Self.indented(meta(item.thread, namesPlace: namesPlace), indent))
            for post in item.posts { lines.append(Self.indented(line(post), indent)) }
            if item.more > 0, !item.posts.isEmpty { lines.append(Self.indented(said.morePosts(item.more), indent)) }
        }
        lines.append(indent + path(item.thread))
        return lines.joined(separator: "\n")
    }

    private func line(_ post: DigestPost) -> String {
        said.wrote(["author": author(post), "time": time(post)]) + " " + Self.plain(post.text)
    }

    private static func indented(_ text: String, _ indent: String) -> String {
        // Wrapping counts the first line's own beginning, too: no word begins with the letter that stands in for it.
        let standIn = String(repeating: "\u{E000}", count: indent.utf8.count - 1) + " "
        return indent + MailText.wrapped(standIn + text, indent: indent).dropFirst(indent.utf8.count)
    }

    private func labelled(_ label: String, _ address: String) -> String {
        MailText.wrapped(said.labelled(["label": label])) + "\n" + address
    }

    private var footer: String {
        let communities = content.communities.map { part in
            labelled(
                said.leaveOne(["community": Self.plain(part.place.communityName)]),
                link(.community(part.place.community))
            )
        }
        let lines = [
            why, labelled(said.changeOrStop(), link(.digest)),
            labelled(said.choose(), address(Paths.mailSettings)),
        ]
        return MailText.footer(lines + (communities.count > 1 ? communities : []) + [site.name, site.base])
    }
}
