import PraxisCapability
import PraxisCommunity
import PraxisDigest
package import PraxisDomain
import PraxisMail
import PraxisWords

extension MailTemplate {
    /// Tells a member that their yes to a date, or their place on its waiting list, is noted, with the date for their calendar; not if they
    /// have answered again since.
    static let confirmation = MailTemplate(.confirmation, choice: .confirmation, location: MailLocation.ofGathering) {
        order in
        guard let letter = try GatheringLetter(order), let own = letter.listed.tally.own, own.answer == .yes,
            try AnswerRow.turn(of: order.recipient.id, to: letter.gathering.thread, order.db)
                == order.about.numbers.first
        else { return nil }
        return try letter.confirmation(own.waiting)
    }
}

extension GatheringLetter {
    /// `waiting` is the recipient's place on the waiting list; what is not theirs yet is not for their calendar.
    fileprivate func confirmation(_ waiting: Int?) throws -> MailContent {
        let said = order.words.gatherings.mail.confirmation, title = listed.title
        let subject: String, text: String
        if let waiting {
            subject = place.isNamed ? said.waitSubject(["title": title]) : said.waitSubjectOfSome()
            let turn = String(waiting)
            text =
                place.isNamed ? said.waitText(["title": title, "place": turn]) : said.waitTextOfSome(["place": turn])
        } else {
            subject = place.isNamed ? said.subject(["title": title]) : said.subjectOfSome()
            text = place.isNamed ? said.text(["title": title]) : said.textOfSome()
        }
        let file = waiting == nil ? [MailPart.text(said.file())] : []
        let letter = try self.letter(subject, [text], parts(saysWhen: true) + file + cannotCome(), why: said.why())
        return letter.content(order.words, order.settings, attachments: waiting == nil ? [self.file] : [])
    }
}

extension MailChoice {
    /// Whether a member wants their answers confirmed; one that was not is never confirmed later.
    static let confirmation = MailChoice(
        isWanted: { order in try GatheringMailSetting.confirmation.value(of: order.recipient.id, order.db) },
        giveBack: { _, _, _ in }
    )
}

extension MailKind {
    /// To a member who said that they come to a date: that this is noted.
    package static let confirmation: MailKind = "confirmation"
}
