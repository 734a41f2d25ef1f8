import FoundationEssentials
import PraxisCommunity
import PraxisCrypto
import PraxisDomain
import PraxisMail

/// A queued mail as the mail system gets it.
struct OutboxMail: Sendable {
    let kind: MailKind
    let period: String
    let recipient: MailOrder.Recipient
    let address: Address
    /// The tag of the language that the content is written in.
    let language: String

    /// The message, its identifier made with the site's key.
    ///
    /// - Returns: nil if the sender in the settings is not an address.
    func message(_ content: MailContent, siteKey: [UInt8], _ env: Environment) -> Message? {
        let settings = env.settings
        guard let from = Mailbox(name: settings.name, address: settings.mailFrom) else { return nil }
        let key = identifier(siteKey)
        guard let id = MessageID("\(key)@\(settings.host)") ?? MessageID("\(key)@localhost") else { return nil }
        return Message(
            from: from,
            to: Mailbox(name: recipient.name, address),
            envelopeSender: kind.isBulk ? .address(from.address) : .null,
            subject: content.subject,
            date: Date(timeIntervalSince1970: env.clock().seconds),
            messageID: id,
            headers: Self.headers(isBulk: kind.isBulk, content.headers),
            language: language,
            text: content.text,
            html: content.html
        )
    }

    /// The same for the same mail, however often it is handed over, and telling nothing to anyone without the site's key.
    private func identifier(_ key: [UInt8]) -> String {
        let name = "mail \(recipient.id) \(kind.rawValue) \(period)"
        return Hex.encode(Array(HMACSHA256.code(Array(name.utf8), key: key).prefix(20)))
    }

    /// What keeps automatic answers away, before the content's own headers, which win.
    static func headers(isBulk: Bool, _ own: [Header]) -> [Header] {
        var common = [Header("Auto-Submitted", "auto-generated"), Header("X-Auto-Response-Suppress", "All")]
        if isBulk { common.append(Header("Precedence", "list")) }
        let names = Set(own.map { $0.name.lowercased() })
        return common.filter { !names.contains($0.name.lowercased()) } + own
    }
}
