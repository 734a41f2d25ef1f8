package import PraxisDigest
import PraxisDomain

/// What members set about the mail that dates send them.
package enum GatheringMailSetting {
    private static let everywhere = [Noun.Member.kind]

    /// Whether a yes is confirmed, with the date for a calendar.
    package static let confirmation = MailSetting("gathering-confirmation", for: everywhere, usual: true)

    /// Whether what hosts write to people by what they answered comes by mail, too.
    package static let messages = MailSetting("gathering-message", for: everywhere, usual: true)

    /// Whether they are reminded so long before a date.
    package static func reminder(_ lead: ReminderLead) -> MailSetting<Bool> {
        MailSetting("gathering-reminder-\(lead.rawValue)", for: everywhere, usual: lead == .day)
    }
}
