import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisMail
import PraxisWeb
import PraxisWords

/// The mails about an account: codes, and news that its owner should not miss.
///
/// None holds a word that another person typed.
enum AccountMail: Sendable {
    /// - Parameter isKnown: whether the address had an account already when it was used to sign up.
    case code(String, CodePurpose, isKnown: Bool)
    case passwordChanged
    /// With the path on this site to which they were going when they signed up, if any.
    case approved(goingTo: String?)

    /// The message, with a null envelope sender: a bounced code is not returned.
    /// - Returns: nil if the recipient, or the sender in the settings, is not an address.
    func message(to recipient: EmailAddress, _ words: Words, _ env: Environment) -> Message? {
        let key = env.random.token()
        guard let from = Mailbox(name: env.settings.name, address: env.settings.mailFrom),
            let to = Mailbox(name: nil, address: recipient.text),
            let id = MessageID("\(key)@\(env.settings.host)") ?? MessageID("\(key)@localhost")
        else { return nil }
        let content = letter(words.people.mail, env.settings).content(words, env.settings)
        return Message(
            from: from,
            to: to,
            envelopeSender: .null,
            subject: content.subject,
            date: Date(timeIntervalSince1970: env.clock().seconds),
            messageID: id,
            headers: OutboxMail.headers(isBulk: false, content.headers),
            language: words.code(),
            text: content.text,
            html: content.html
        )
    }

    private func letter(_ words: AccountMailWords, _ settings: SiteSettings) -> MailLetter {
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
            return MailLetter(
                subject: words.codeSubject(["code": code, "site": site]),
                [.text(opening), .code(code), .text(words.lasts(minutes)), .text(words.ignore())]
            )
        case .passwordChanged:
            return MailLetter(
                subject: words.passwordSubject(["site": site]),
                [.text(words.passwordText()), .text(words.passwordNotYou())]
            )
        case .approved(let goingTo):
            return approvalLetter(words, settings, goingTo)
        }
    }

    private func approvalLetter(_ words: AccountMailWords, _ settings: SiteSettings, _ goingTo: String?) -> MailLetter {
        var parts = [MailPart.text(words.approvedText())]
        let isInvited = goingTo == Paths.invitation("")
        if isInvited { parts.append(.text(words.approvedInvited())) }
        if let goingTo, !isInvited {
            parts.append(.button(words.approvedNext(), to: settings.baseURL + Paths.signIn(thenTo: goingTo)))
        } else {
            parts.append(.button(words.approvedLink(), to: settings.baseURL + Paths.signIn))
        }
        return MailLetter(subject: words.approvedSubject(["site": settings.name]), parts)
    }
}
