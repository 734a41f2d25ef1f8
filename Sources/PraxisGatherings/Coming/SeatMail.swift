import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisWords

extension MailTemplate {
    /// Tells a member that a seat was freed for them; not if they have it no longer, or the date is cancelled or over by then.
    static let seat = MailTemplate(.seat, location: MailLocation.ofGathering) { order in
        guard let letter = try GatheringLetter(order),
            letter.listed.tally.own == GivenAnswer(answer: .yes, waiting: nil)
        else { return nil }
        return try letter.seat()
    }
}

extension GatheringLetter {
    fileprivate func seat() throws -> MailContent {
        let said = order.words.gatherings.answers, title = listed.title
        let text =
            place.isNamed
            ? said.seatText(["title": title, "when": start]) : said.seatTextOfSome(["when": start])
        let letter = MailLetter(
            subject: place.isNamed ? said.seatSubject(["title": title]) : said.seatSubjectOfSome(),
            [.text(text)] + parts(saysWhen: false) + [
                .text(order.words.gatherings.mail.confirmation.file()), .text(said.seatGiveBack()),
            ]
                + (try cannotCome()),
            footer: [said.seatWhy()]
        )
        return letter.content(order.words, order.settings, attachments: [file])
    }
}

extension MailKind {
    /// To a member on the waiting list of a date: a seat was freed for them.
    package static let seat: MailKind = "seat"
}
