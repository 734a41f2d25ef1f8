import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisMail
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

/// A date as a mail to one of those who come speaks of it.
///
/// Of a group whose name may not leave it says when it is, and neither title, place nor link.
struct GatheringLetter {
    let order: MailOrder
    let listed: ListedGathering
    let place: PlaceInMail
    /// Of the thread, for the recipient.
    let facts: Facts

    var gathering: Gathering { listed.gathering }
    private var said: GatheringMailWords { order.words.gatherings.mail }
    private var zone: TimeZone { Zones.stored(order.recipient.timeZone, orElse: order.settings.timeZone) }

    /// The date that a mail is about; nil if it takes no answers any more, or is not as `fits` demands.
    /// - Throws: `Denial.missing` if the recipient may not read it.
    init?(_ order: MailOrder, if fits: (Gathering, Timestamp) -> Bool = { $0.takesAnswers(at: $1) }) throws {
        guard let thread = order.about.subject?.id(as: Noun.Conversation.self), let place = order.place else {
            return nil
        }
        facts = try Access.thread(thread, order.reading)
        guard let listed = try order.reading.first(ListedGathering.of(thread, for: order.recipient.id)),
            fits(listed.gathering, order.now)
        else { return nil }
        self.order = order
        (self.listed, self.place) = (listed, place)
    }

    /// "Tuesday 1 December, 12:30pm to 1:30pm" where the reader is, by its date: a mail may be read another day.
    var when: String { span.text(in: zone, day: day) }

    /// When it begins, for a sentence: "Tuesday 1 December at 12:30pm".
    var start: String {
        let start = LocalTime(gathering.startAt, in: zone)
        return order.words.dates.dayAtTime(["day": day(start), "time": order.words.time(start)])
    }

    /// When, unless a sentence has said it, and where, who can read what is written there, and where to go.
    func parts(saysWhen: Bool) -> [MailPart] {
        facts(saysWhen: saysWhen) + [place.readersLine(order.words)].compactMap { $0 } + joining + [button]
    }

    /// When and where, for a letter that says itself who reads what is in it.
    var whenAndWhere: [MailPart] { facts(saysWhen: true) + joining }

    private func facts(saysWhen: Bool) -> [MailPart] {
        [.items([saysWhen ? when : nil, host, spot].compactMap { $0 })]
    }

    private var joining: [MailPart] { link.map { [.link(said.join(), to: $0)] } ?? [] }

    /// Where to go.
    var button: MailPart {
        .button(said.button(), to: order.settings.baseURL + Paths.thread(gathering.thread))
    }

    /// Where it is said that one cannot come.
    func cannotCome() throws -> [MailPart] {
        let scope = MailLink.Scope(.cannotCome, of: gathering.thread.subject)
        return try order.address(of: scope).map { [.link(said.cannotCome(), to: $0)] } ?? []
    }

    /// The mail that says so; `why` is why it comes, and where that is changed stands below it.
    func letter(_ subject: String, _ sentences: [String], _ parts: [MailPart], why: String) -> MailLetter {
        MailLetter(
            subject: subject,
            preheader: sentences.first ?? "",
            [.title(subject, inText: false)] + sentences.map { .text($0) } + parts,
            footer: [MailFooterLine(why), MailFooterLine(said.off(), to: order.settings.baseURL + Paths.mailSettings)]
        )
    }

    /// It, for a calendar.
    var file: Attachment {
        let naming = CalendarNaming(words: order.words, settings: order.settings)
        var event = naming.event(TitledGathering(listed.title, gathering), place)
        if place.detail != .full { event.location = nil }
        return Attachment(
            Data(CalendarFilePlan.text(event).utf8),
            type: "text/calendar; charset=utf-8; method=PUBLISH",
            name: "gathering.ics"
        )
    }

    private var span: GatheringSpan { GatheringSpan(order.words, gathering.startAt, gathering.endAt) }

    private func day(_ local: LocalTime) -> String {
        order.words.date(local, in: LocalTime(order.now, in: zone).year)
    }

    private var host: String? { span.host(gathering.zone, besides: zone, orElse: order.settings.timeZone, day: day) }

    private var spot: String? {
        let mode = order.words.gatherings.name(gathering.mode)
        guard gathering.mode.hasPlace, !gathering.place.isEmpty, let typed = place.quoting(gathering.place) else {
            return mode
        }
        return said.at(["mode": mode, "place": typed])
    }

    /// The joining link, for those who are shown it on the page, where what was typed may leave.
    private var link: String? { gathering.joinLink(for: facts, listed.tally.own).flatMap(place.quoting) }
}

extension PlaceInMail {
    /// Who can read what is written there, in a line; nil if the place may not be named.
    func readersLine(_ words: Words) -> MailPart? { readers(words).map { .quiet($0.sentence) } }
}
