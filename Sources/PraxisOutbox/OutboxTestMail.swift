import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisWords

extension MailTemplate {
    /// Tells a site administrator who asked for it that mail arrives.
    static let test = MailTemplate(.test) { order in
        let words = order.words.outbox, site = order.settings.name
        return MailLetter(
            subject: words.testSubject(["site": site]),
            [.text(words.testText(["name": order.recipient.name])), .text(words.testLook())]
        )
        .content(order.words, order.settings)
    }
}

extension MailKind {
    /// To a site administrator, who asked for it.
    package static let test: MailKind = "test"
}
