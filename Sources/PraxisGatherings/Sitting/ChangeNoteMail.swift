import Foundation
import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// Tells one who said yes or maybe what has changed about the dates of a sitting: what each was, and what it is.
    ///
    /// Not of dates that they may not read any more, said no to since, or that are again what they were.
    static let dateChanges = MailTemplate(.dateChanges, isDiscreet: true) { order in
        guard let sitting = order.about.subject?.id(as: Noun.Sitting.self) else { return nil }
        let changed = try order.reading.all(ChangedDate.of(sitting, order.reading)).filter { !$0.parts.isEmpty }
        let entries = try changed.prefix(ChangeNote.shown).compactMap { date in
            let thread = date.gathering.thread
            return try PlaceInMail.of(date.location, order.db).map { place in
                ChangeNoteEntry(
                    order: order,
                    date: date,
                    place: place,
                    facts: try Access.thread(thread, order.reading),
                    own: try order.reading.first(ListedGathering.of(thread, for: order.recipient.id))?.tally.own
                )
            }
        }
        return ChangeNote(order: order, entries: entries, count: changed.count).content
    }
}

/// The mail about the dates of a sitting.
private struct ChangeNote {
    /// Of how many dates it says what has changed; of the others how many there are.
    static let shown = 20

    let order: MailOrder
    let entries: [ChangeNoteEntry]
    /// Of all dates.
    let count: Int

    private var said: GatheringNoteWords { order.words.gatherings.mail.note }

    /// Nil if nothing is other than it was.
    var content: MailContent? {
        guard let first = entries.first else { return nil }
        let isOne = count == 1, path = isOne ? Paths.thread(first.date.gathering.thread) : Paths.gatherings
        let more = count - entries.count
        let button = isOne ? order.words.gatherings.mail.button() : said.buttonMany()
        let letter = MailLetter(
            subject: isOne ? first.subject : said.subjectMany(count),
            preheader: isOne ? first.lines.first : nil,
            [.text(said.text())] + dates
                + (more > 0 ? [.quiet(said.more(more), afterRule: true)] : [])
                + [.button(button, to: order.settings.baseURL + path)],
            footer: [said.why()]
        )
        return letter.content(order.words, order.settings)
    }
}

extension ChangeNote {
    /// What has changed about each, with who can read it: once below all of them where that is the same of all.
    private var dates: [MailPart] {
        let readers = Set(entries.map { $0.place.readers(order.words)?.sentence })
        guard readers.count == 1 else { return entries.flatMap { $0.parts + $0.readers } }
        return entries.flatMap(\.parts) + entries.prefix(1).flatMap(\.readers)
    }
}

/// What has changed about one date, to one of those who come.
struct ChangeNoteEntry {
    let order: MailOrder
    let date: ChangedDate
    let place: PlaceInMail
    /// Of the thread, for the recipient.
    let facts: Facts
    /// The recipient's answer, with their place on the waiting list.
    let own: GivenAnswer?

    private var said: GatheringNoteWords { order.words.gatherings.mail.note }
    private var gathering: Gathering { date.gathering }
    private var zone: TimeZone { Zones.stored(order.recipient.timeZone, orElse: order.settings.timeZone) }

    /// What has happened, then to what.
    var subject: String {
        let title = date.title, parts = date.parts
        if !place.isNamed { return said.subjectOfSome() }
        if parts.contains(.state) {
            return gathering.state == .planned
                ? said.subjectRestored(["title": title]) : said.subjectCancelled(["title": title])
        }
        return parts.contains(.time) ? said.subjectMoved(["title": title]) : said.subjectChanged(["title": title])
    }

    var parts: [MailPart] {
        let address = order.settings.baseURL + Paths.thread(gathering.thread)
        return [.heading(place.isNamed ? date.title : said.some(), to: address), .items(lines)]
            + (link.map { [.link(order.words.gatherings.mail.join(), to: $0)] } ?? [])
    }

    /// Empty for a group whose name may not leave.
    var readers: [MailPart] { [place.readersLine(order.words)].compactMap { $0 } }

    /// What it is and what it was; of a group whose name may not leave the times alone.
    var lines: [String] {
        let parts = date.parts, was = when(date.was.startAt, date.was.endAt),
            now = when(gathering.startAt, gathering.endAt)
        if parts.contains(.state) {
            return [gathering.state == .planned ? said.restored(["when": now]) : said.cancelled(["was": was])]
        }
        var lines: [String] = []
        if parts.contains(.time) {
            lines += [said.moved(["when": now])] + [host].compactMap { $0 } + [said.before(["was": was])]
        }
        if parts.contains(.title), place.isNamed { lines.append(said.renamed(["title": date.was.title])) }
        if parts.contains(.place), place.detail == .full {
            lines.append(said.place(["place": spot(gathering.mode, gathering.place)]))
            lines.append(said.before(["was": spot(date.was.mode, date.was.place)]))
        }
        if link != nil { lines.append(said.link()) }
        return lines.isEmpty ? [said.details()] : lines
    }

    /// The new joining link, for those who are shown it on the page, where what was typed may leave.
    private var link: String? {
        date.parts.contains(.link) ? gathering.joinLink(for: facts, own).flatMap(place.quoting) : nil
    }

    private func spot(_ mode: GatheringMode, _ place: String) -> String {
        let how = order.words.gatherings.name(mode)
        return mode.hasPlace && !place.isEmpty ? order.words.gatherings.mail.at(["mode": how, "place": place]) : how
    }

    private func when(_ startAt: Timestamp, _ endAt: Timestamp) -> String {
        GatheringSpan(order.words, startAt, endAt).text(in: zone, day: day)
    }

    private var host: String? {
        GatheringSpan(order.words, gathering.startAt, gathering.endAt)
            .host(gathering.zone, besides: zone, orElse: order.settings.timeZone, day: day)
    }

    private func day(_ local: LocalTime) -> String {
        order.words.date(local, in: LocalTime(order.now, in: zone).year)
    }
}

extension MailKind {
    /// To those who come to dates: what has changed about them.
    package static let dateChanges: MailKind = "date-changes"
}
