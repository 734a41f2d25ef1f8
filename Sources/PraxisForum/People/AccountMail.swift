import Foundation
import HTML
import PraxisCommunity
import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

/// The mails about an account: codes, and news that its owner should not miss.
///
/// None holds a word that somebody else typed.
enum AccountMail: Sendable {
    /// - Parameter isKnown: whether the address had an account already when somebody signed up with it.
    case code(String, CodePurpose, isKnown: Bool)
    case passwordChanged
    case approved

    /// The message, with a null envelope sender: a code that bounces is answered to nobody.
    /// - Returns: nothing where the settings' own sender is no address.
    func message(to recipient: EmailAddress, _ words: Words, _ env: Environment) -> Message? {
        let key = env.random.token()
        guard let from = Mailbox(name: env.settings.name, address: env.settings.mailFrom),
            let to = Mailbox(name: nil, address: recipient.text),
            let id = MessageID("\(key)@\(env.settings.host)") ?? MessageID("\(key)@localhost")
        else { return nil }
        let (subject, lines) = sentences(words.people.mail, env.settings)
        let site = env.settings.name
        return Message(
            from: from,
            to: to,
            envelopeSender: .null,
            subject: subject,
            date: Date(timeIntervalSince1970: env.clock().seconds),
            messageID: id,
            headers: [Header("Auto-Submitted", "auto-generated")],
            language: words.code(),
            text: (lines.map { $0.text + "\n\n" } + ["-- \n\(site)\n\(env.settings.baseURL)\n"]).joined(),
            html: Self.document(subject, lines, site, env.settings.baseURL, words).string
        )
    }

    private struct Line {
        let text: String
        var isCode = false
    }

    private func sentences(_ words: AccountMailWords, _ settings: SiteSettings) -> (String, [Line]) {
        let site = settings.name
        switch self {
        case .code(let code, let purpose, let isKnown):
            let opening =
                switch purpose {
                case .signUp: isKnown ? words.known(["site": site]) : words.signUp(["site": site])
                case .signIn: words.signIn(["site": site])
                case .reset: words.reset(["site": site])
                }
            let minutes = Int(Limits.codeLifetime.wholeSeconds / 60)
            return (
                words.codeSubject(["code": code, "site": site]),
                [
                    Line(text: opening), Line(text: code, isCode: true), Line(text: words.lasts(minutes)),
                    Line(text: words.ignore()),
                ]
            )
        case .passwordChanged:
            return (
                words.passwordSubject(["site": site]),
                [Line(text: words.passwordText()), Line(text: words.passwordNotYou())]
            )
        case .approved:
            let address = settings.baseURL + Paths.signIn
            return (words.approvedSubject(["site": site]), [Line(text: words.approvedText()), Line(text: address)])
        }
    }

    private static func document(
        _ subject: String,
        _ lines: [Line],
        _ site: String,
        _ address: String,
        _ words: Words
    ) -> HTML {
        """
        <!doctype html>
        <html lang="\(words.code())"><head><meta charset="utf-8"><title>\(subject)</title></head><body>
        \(each: lines, { $0.isCode ? "<p><strong>\($0.text)</strong></p>\n" as HTML : "<p>\($0.text)</p>\n" as HTML })\
        <p>\(site)<br>\(address)</p>
        </body></html>

        """
    }
}
