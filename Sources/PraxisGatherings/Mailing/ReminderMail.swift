import PraxisCapability
import PraxisCommunity
import PraxisDigest
package import PraxisDomain
import PraxisWords

extension MailTemplate {
    /// Reminds a member of a date that they come to, or might; not if it begins at another time by then, or they only wait for a seat.
    static let reminder = MailTemplate(.reminder, choice: .reminder, location: MailLocation.ofGathering) { order in
        guard let reminded = Reminded(order.about), let letter = try GatheringLetter(order),
            letter.gathering.startAt == reminded.startAt, letter.gathering.startAt > order.now,
            let own = letter.listed.tally.own, own.answer != .no, own.waiting == nil
        else { return nil }
        return try letter.reminder(reminded.lead, own.answer)
    }
}

/// What a reminder is of, as the outbox keeps it: how long ahead, and of which beginning.
struct Reminded {
    let lead: ReminderLead
    let startAt: Timestamp

    init(_ lead: ReminderLead, _ startAt: Timestamp) { (self.lead, self.startAt) = (lead, startAt) }

    /// Reads what `numbers` wrote; nil if it is something else.
    init?(_ about: MailMatter) {
        guard about.numbers.count == 2, let lead = ReminderLead(number: about.numbers[0]) else { return nil }
        self.init(lead, Timestamp(rawValue: about.numbers[1]))
    }

    var numbers: [Int64] { [lead.number, startAt.rawValue] }

    /// What makes it happen once for a date: a date that is moved is reminded of again.
    func period(of thread: ThreadID) -> String { "\(thread) \(lead.rawValue) \(startAt.rawValue)" }
}

extension GatheringLetter {
    fileprivate func reminder(_ lead: ReminderLead, _ answer: GatheringAnswer) throws -> MailContent {
        let said = order.words.gatherings.mail.reminder, title = listed.title
        let subject =
            switch (lead, place.isNamed) {
            case (.hour, true): said.subjectSoon(["title": title])
            case (.hour, false): said.subjectSoonOfSome()
            case (_, true): said.subject(["title": title])
            case (_, false): said.subjectOfSome()
            }
        let text = place.isNamed ? said.text(["title": title, "when": when]) : said.textOfSome(["when": when])
        let asked = answer == .maybe ? [said.maybe()] : []
        let why = answer == .maybe ? said.whyMaybe() : said.why()
        let letter = try self.letter(subject, [text] + asked, parts(saysWhen: false) + cannotCome(), why: why)
        return letter.content(order.words, order.settings)
    }
}

extension MailChoice {
    /// Whether a member wants to be reminded so long ahead, and is not away; the next one comes by itself.
    fileprivate static let reminder = MailChoice(
        isWanted: { order in
            guard let lead = Reminded(order.about)?.lead else { return false }
            let member = order.recipient.id, setting = GatheringMailSetting.reminder(lead)
            return try setting.value(of: member, order.db)
                && DigestSetting.pausedUntil.value(of: member, order.db) <= order.now
        },
        giveBack: { _, _, _ in }
    )
}

extension MailKind {
    /// To those who come to a date: that it is near.
    package static let reminder: MailKind = "reminder"
}
