import FoundationEssentials
import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
package import PraxisMail

/// A queued mail as the mail system gets it.
package struct OutboxMail: Sendable {
    package let kind: MailKind
    package let isBulk: Bool
    package let period: String
    package let recipient: MailOrder.Recipient
    package let address: Address
    /// The tag of the language that the content is written in.
    package let language: String

    package init(
        kind: MailKind,
        isBulk: Bool,
        period: String,
        recipient: MailOrder.Recipient,
        address: Address,
        language: String
    ) {
        self.kind = kind
        self.isBulk = isBulk
        self.period = period
        self.recipient = recipient
        self.address = address
        self.language = language
    }

    /// The message, its identifier made with the site's key.
    ///
    /// - Returns: nil if the sender in the settings is not an address.
    package func message(_ content: MailContent, siteKey: [UInt8], _ env: Environment) -> Message? {
        let settings = env.settings
        guard let from = Mailbox(name: settings.name, address: settings.mailFrom) else { return nil }
        let key = identifier(siteKey)
        guard let id = MessageID("\(key)@\(settings.host)") ?? MessageID("\(key)@localhost") else { return nil }
        return Message(
            from: from,
            to: Mailbox(name: recipient.name, address),
            envelopeSender: isBulk ? .address(from.address) : .null,
            subject: content.subject,
            date: Date(timeIntervalSince1970: env.clock().seconds),
            messageID: id,
            headers: Self.headers(isBulk: isBulk, content.headers),
            language: language,
            text: content.text,
            html: content.html,
            attachments: content.attachments
        )
    }

    /// The same for the same mail, however often it is handed over, and telling nothing to anyone without the site's key.
    private func identifier(_ key: [UInt8]) -> String {
        let name = "mail \(recipient.id) \(kind.rawValue) \(period)"
        return Hex.encode(Array(HMACSHA256.code(Array(name.utf8), key: key).prefix(20)))
    }

    /// What keeps automatic answers away, before the content's own headers, which win.
    package static func headers(isBulk: Bool, _ own: [Header]) -> [Header] {
        var common = [Header("Auto-Submitted", "auto-generated"), Header("X-Auto-Response-Suppress", "All")]
        if isBulk { common.append(Header("Precedence", "list")) }
        let names = Set(own.map { $0.name.lowercased() })
        return common.filter { !names.contains($0.name.lowercased()) } + own
    }
}
