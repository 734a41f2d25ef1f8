import PraxisCapability
import PraxisDomain
package import PraxisWeb

/// What the links of one use in mails open and do: a capability brings it for the links that it puts into its mails.
///
///     parts: [MailLinkUse(.digest, page: { … }, follow: { … })]
///
/// Whether a link holds is decided before; its holder is not signed in. Both throw `Denial.missing` if it is about something that the use
/// is not for: the answer is that of a link that does not hold.
package struct MailLinkUse: CapabilityPart {
    package typealias Answer = @Sendable (OpenedMailLink) async throws -> any PageView

    package let use: MailLink.Use
    /// What the address shows; it changes nothing.
    let page: Answer
    /// Does what was sent to the address, and gives the page that says so.
    ///
    /// Its command opens the token again in its transaction: the member may have ended their links since.
    let follow: Answer

    package init(_ use: MailLink.Use, page: @escaping Answer, follow: @escaping Answer) {
        self.use = use
        self.page = page
        self.follow = follow
    }
}

/// A link that holds, in the request that brought it.
package struct OpenedMailLink: Sendable {
    package let call: Call
    package let link: MailLink
    package let token: String

    /// Whether a mail program sent it for one click (RFC 8058), in either encoding of forms.
    package var isOneClick: Bool {
        let body = String(decoding: call.body, as: UTF8.self)
        return body.contains("List-Unsubscribe") && body.contains("One-Click")
    }
}
