import Foundation
package import PraxisCapability
import PraxisDigest
package import PraxisDomain
import PraxisForum
package import PraxisMail
import PraxisGatherings
import PraxisOutbox
import PraxisPlaces
import PraxisThreads
import PraxisTriage
import Testing

/// The golden files of mails: a pair, text and HTML, in each language for every kind and each of its variants that members see.
package enum GoldenMails {
    /// What is made from the outbox, by kind.
    package static let variants: [MailKind: [String]] = [
        .confirmation: [
            "confirmation", "confirmation-something", "confirmation-waiting", "confirmation-waiting-something",
        ],
        .dateChanges: [
            "date-changes", "date-changes-cancelled", "date-changes-many", "date-changes-something",
        ],
        .digest: [
            "digest-full", "digest-gatherings", "digest-many", "digest-reactions", "digest-reactions-alone",
            "digest-reminders",
            "digest-something", "digest-titles",
        ],
        .duty: ["duty", "duty-confidential", "duty-several"],
        .hostMessage: [
            "host-message", "host-message-over", "host-message-something", "host-message-titles",
            "host-message-waiting",
        ],
        .joinRequest: ["join-request", "join-request-confidential", "join-request-many"],
        .postDecision: [
            "post-decision", "post-decision-confidential", "post-decision-published", "post-decision-returned",
            "post-decision-titles", "post-decision-undone",
        ],
        .reminder: [
            "reminder", "reminder-maybe", "reminder-something", "reminder-soon", "reminder-soon-something",
        ],
        .reportOutcome: [
            "report-outcome", "report-outcome-confidential", "report-outcome-kept", "report-outcome-undone",
            "report-outcome-worried",
        ],
        .requestDecision: [
            "request-accepted", "request-accepted-confidential", "request-declined", "request-declined-confidential",
            "request-undone",
        ],
        .seat: ["seat", "seat-something"],
        .seriesConfirmation: ["series-confirmation", "series-confirmation-something"],
        .standing: [
            "standing", "standing-confidential", "standing-lifted", "standing-lifted-confidential",
            "standing-suspended", "standing-titles",
        ],
        .test: ["test"],
        .worried: ["worried", "worried-confidential"],
    ]

    /// What is sent at once, by the case of `AccountMail`.
    package static let ofAccounts: [String: [String]] = [
        "code": ["account-code-known", "account-code-reset", "account-code-sign-in", "account-code-sign-up"],
        "passwordChanged": ["account-password-changed"],
        "approved": ["account-approved", "account-approved-invited", "account-approved-next"],
    ]

    package static var names: [String] { (Array(variants.values) + Array(ofAccounts.values)).flatMap { $0 } }

    package static func files(of name: String) -> [String] {
        Language.allCases.flatMap { language in ["txt", "html"].map { "\(name).\(language.rawValue).\($0)" } }
    }

    /// Compares a mail with its pair; `edit` takes out what differs each time.
    package static func compare(
        _ mail: MailContent,
        _ name: String,
        _ language: Language,
        withSubject: Bool = true,
        edit: (String) -> String = { $0 }
    ) throws {
        #expect(names.contains(name), "\(name) is in no list of GoldenMails")
        #expect(MailMarkup.faults(mail.html) == [])
        #expect(!mail.html.contains("<b>") && !mail.everything.contains("\u{202e}"))
        #expect(!mail.subject.contains("\n"))
        #expect(mail.text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 72 || $0.contains("http") })
        let text = (withSubject ? "Subject: \(mail.subject)\n\n" : "") + mail.text
        #expect(try Golden.difference("mail/\(name).\(language.rawValue).txt", edit(text)) == nil)
        #expect(try Golden.difference("mail/\(name).\(language.rawValue).html", edit(mail.html)) == nil)
    }

    /// The same for a mail that has left.
    package static func compare(_ mail: Message, _ name: String, _ language: Language, withSubject: Bool = true) throws
    {
        #expect(mail.language == language.rawValue)
        let content = MailContent(subject: mail.subject, text: mail.text, html: try #require(mail.html))
        try compare(content, name, language, withSubject: withSubject)
    }
}
