import Foundation
import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

/// Dates as a digest tells of them: titles and times, and times alone where it may not say more.
struct GatheringDigestMail: Sendable {
    let dates: [DigestGathering]
    let drawing: DigestDrawing

    /// Maximum that are listed.
    private static let most = 10

    private var said: GatheringDigestWords { drawing.words.gatherings.digest }
    private var note: GatheringNoteWords { drawing.words.gatherings.mail.note }

    private var named: [DigestGathering] { dates.filter(\.place.isNamed) }

    private var listed: ArraySlice<DigestGathering> { named.prefix(Self.most) }

    /// How many there are beyond the listed ones; nil if none.
    private var more: String? {
        let others = named.count - listed.count
        return others > 0 ? said.more(others) : nil
    }

    /// What is said of those that are not named.
    private var unnamed: [String] {
        dates.filter { !$0.place.isNamed }.prefix(Self.most).map { date in
            let group = date.place.groupName
            let place = group.isEmpty ? drawing.words.common.aGroup() : HeaderText.clean(group)
            return said.unnamed(["group": place, "facts": facts(date)])
        }
    }

    var face: DigestSection.Face {
        let titles = named.prefix(3).map { HeaderText.clean($0.title) }
        let summary = said.summary(dates.count)
        return DigestSection.Face(
            subject: subject,
            preheader: titles.isEmpty ? summary : titles.joined(separator: " · "),
            summary: summary
        )
    }

    /// The first title that may leave, then how many there are beside it.
    private var subject: String {
        let others = dates.count - 1, titles = named.map(\.title)
        let led = SubjectLine.leading(titles, others: others, { said.subject(["title": $0]) }) {
            said.subjectMore(others, "what", $0)
        }
        return led ?? said.summary(dates.count)
    }

    var parts: [MailPart] {
        var parts: [MailPart] = [.heading(said.title(), to: drawing.address(Paths.gatherings))]
        parts += listed.map { .entry(entry($0)) }
        if let more { parts.append(.link(more, to: drawing.address(Paths.gatherings))) }
        if !unnamed.isEmpty {
            let address = drawing.address(Paths.gatherings)
            parts.append(.unnamed(unnamed, hint: said.unnamedHint(), link: said.unnamedLink(), to: address))
        }
        return parts
    }

    private func entry(_ date: DigestGathering) -> MailEntry {
        let address = drawing.address(Paths.thread(date.gathering.thread))
        var entry = MailEntry(title: date.title, address: address, language: date.place.language)
        entry.label = drawing.name(of: date.place)
        entry.facts = facts(date)
        entry.readers = drawing.readers(of: date.place)
        let isAsked = date.own == nil && date.gathering.state == .planned
        let label = isAsked ? said.answer() : drawing.words.gatherings.mail.button()
        entry.action = drawing.action(label, about: date.title)
        return entry
    }

    /// When it is, what has changed about that, how one takes part, and what the reader said.
    private func facts(_ date: DigestGathering) -> String {
        let gathering = date.gathering, when = when(gathering.startAt, gathering.endAt)
        if gathering.state != .planned {
            return note.cancelled(["was": date.movedFrom.map { self.when($0, gathering) } ?? when])
        }
        let own = date.own.map { drawing.words.gatherings.sentence($0, isOpen: true) }
        var facts = [when]
        if let was = date.movedFrom {
            facts = [note.moved(["when": when]), note.before(["was": self.when(was, gathering)])]
        }
        facts += [host(gathering), drawing.words.gatherings.name(gathering.mode), own].compactMap { $0 }
        return facts.joined(separator: " · ")
    }

    private func when(_ startAt: Timestamp, _ endAt: Timestamp) -> String {
        GatheringSpan(drawing.words, startAt, endAt).text(in: drawing.clock.zone, day: day)
    }

    /// A date that began then and took as long.
    private func when(_ startAt: Timestamp, _ gathering: Gathering) -> String {
        when(startAt, startAt + gathering.endAt.since(gathering.startAt))
    }

    private func host(_ gathering: Gathering) -> String? {
        GatheringSpan(drawing.words, gathering.startAt, gathering.endAt)
            .host(gathering.zone, besides: drawing.clock.zone, orElse: drawing.settings.timeZone, day: day)
    }

    private func day(_ local: LocalTime) -> String {
        drawing.words.date(local, in: LocalTime(drawing.clock.now, in: drawing.clock.zone).year)
    }

    /// The same on the page that shows the next digest.
    var page: HTML {
        """
        <section class="card"><h2>\(said.title())</h2><ul class="threads">\(each: listed, line)</ul>\
        \(each: ([more].compactMap { $0 } + unnamed), { "<p>\($0)</p>" as HTML })</section>
        """
    }

    private func line(_ date: DigestGathering) -> HTML {
        """
        <li><h3 dir="auto"><a href="\(Paths.thread(date.gathering.thread))">\(date.title)</a></h3>\
        <p class="meta">\(drawing.name(of: date.place)) · \(facts(date))</p></li>
        """
    }
}
