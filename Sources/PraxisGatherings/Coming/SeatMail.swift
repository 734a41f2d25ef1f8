import Foundation
import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension MailTemplate {
    /// Tells a member that a seat was freed for them; not if they have it no longer, or the date is cancelled or over by then.
    static let seat = MailTemplate(.seat, location: MailLocation.ofGathering) { order in
        guard let thread = order.about.subject?.id(as: Noun.Conversation.self), let place = order.place else {
            return nil
        }
        guard let listed = try order.reading.first(ListedGathering.of(thread, for: order.recipient.id)),
            listed.gathering.takesAnswers(at: order.now),
            listed.tally.own == GivenAnswer(answer: .yes, waiting: nil)
        else { return nil }
        return order.letter(listed, place).content(order.words, order.settings)
    }
}

extension MailOrder {
    fileprivate func letter(_ listed: ListedGathering, _ place: PlaceInMail) -> MailLetter {
        let said = words.gatherings.answers, gathering = listed.gathering
        let zone = Zones.stored(recipient.timeZone, orElse: settings.timeZone)
        // By its date, since the mail may be read another day.
        let start = LocalTime(gathering.startAt, in: zone)
        let when = words.dates.dayAtTime(["day": words.date(start), "time": words.time(start)])
        let text =
            place.isNamed
            ? said.seatText(["title": listed.title, "when": when]) : said.seatTextOfSome(["when": when])
        return MailLetter(
            subject: place.isNamed ? said.seatSubject(["title": listed.title]) : said.seatSubjectOfSome(),
            [
                .text(text), .text(said.seatGiveBack()),
                .button(said.seatButton(), to: settings.baseURL + Paths.thread(gathering.thread)),
            ],
            footer: [said.seatWhy()]
        )
    }
}

extension MailKind {
    /// To a member on the waiting list of a date: a seat was freed for them.
    package static let seat: MailKind = "seat"
}
