import HTML
import PraxisCapability
import PraxisDigest
import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

/// The reminders that are due, as a digest says them: titles, and a number where it may not say more.
struct ReminderDigestMail: Sendable {
    let reminders: [DueReminder]
    let drawing: DigestDrawing

    /// Maximum that are listed.
    private static let most = 10

    private var said: ReminderDigestWords { drawing.words.bookmarks.digest }

    private var named: [DueReminder] { reminders.filter(\.isNamed) }

    private var listed: ArraySlice<DueReminder> { named.prefix(Self.most) }

    /// How many there are beyond the listed ones; nil if none.
    private var more: String? {
        let others = named.count - listed.count
        return others > 0 ? said.more(others) : nil
    }

    /// How many are not named; nil if all are.
    private var unnamed: String? {
        let others = reminders.count - named.count
        return others > 0 ? said.unnamed(others) : nil
    }

    var face: DigestSection.Face {
        let titles = named.prefix(3).map { HeaderText.clean($0.title) }
        return DigestSection.Face(
            subject: subject,
            preheader: titles.isEmpty ? said.summary() : titles.joined(separator: " · "),
            summary: said.summary()
        )
    }

    /// The first title that may leave, then how many there are beside it.
    private var subject: String {
        let others = reminders.count - 1, titles = named.map(\.title)
        let led = SubjectLine.leading(titles, others: others, { said.subjectTitled(["title": $0]) }) {
            said.subjectMore(others, "what", $0)
        }
        return led ?? said.subject(reminders.count)
    }

    var parts: [MailPart] {
        var parts: [MailPart] = [.heading(said.title())]
        parts += listed.map { reminder in
            let address = drawing.address(Paths.post(reminder.post))
            var entry = MailEntry(title: reminder.title, address: address, language: reminder.place.language)
            entry.label = drawing.name(of: reminder.place)
            entry.readers = drawing.readers(of: reminder.place)
            entry.action = drawing.action(drawing.words.digest.mail.readAndReply(), about: reminder.title)
            return .entry(entry)
        }
        if let more { parts.append(.quiet(more)) }
        if let unnamed {
            let address = drawing.address(Paths.bookmarks)
            parts.append(.unnamed([unnamed], hint: said.unnamedHint(), link: said.unnamedLink(), to: address))
        }
        return parts
    }

    /// The same on the page that shows the next digest.
    var page: HTML {
        """
        <section class="card"><h2>\(said.title())</h2><ul class="threads">\(each: listed, line)</ul>\
        \(each: [more, unnamed].compactMap { $0 }, { "<p>\($0)</p>" as HTML })</section>
        """
    }

    private func line(_ reminder: DueReminder) -> HTML {
        """
        <li><h3 dir="auto"><a href="\(Paths.post(reminder.post))">\(reminder.title)</a></h3><p class="meta">\(drawing.name(of: reminder.place))</p></li>
        """
    }
}
