package import FoundationEssentials

/// A message to one recipient.
package struct Message: Hashable, Sendable {
    package var from: Mailbox
    package var to: Mailbox
    package var envelopeSender: EnvelopeSender
    package var subject: String
    package var date: Date
    package var messageID: MessageID
    /// Additional headers, in this order; those that every message has are not written twice.
    package var headers: [Header]
    /// The language tag of the text, such as `en-GB`.
    package var language: String
    package var text: String
    /// The same content as HTML; a message without it is plain text.
    package var html: String?
    package var attachments: [Attachment]

    package init(
        from: Mailbox,
        to: Mailbox,
        envelopeSender: EnvelopeSender,
        subject: String,
        date: Date,
        messageID: MessageID,
        headers: [Header] = [],
        language: String,
        text: String,
        html: String? = nil,
        attachments: [Attachment] = []
    ) {
        self.from = from
        self.to = to
        self.envelopeSender = envelopeSender
        self.subject = subject
        self.date = date
        self.messageID = messageID
        self.headers = headers
        self.language = language
        self.text = text
        self.html = html
        self.attachments = attachments
    }
}

extension Message {
    /// The message as a mail program takes it on its standard input: ASCII, lines ending in LF.
    ///
    /// Deterministic: the same message gives the same bytes. Body lines have at most 76 bytes; so do header lines, except for addresses,
    /// identifiers and links that are longer themselves.
    package func rendered() -> [UInt8] {
        let headers =
            (standardHeaders + headers.filter { !Self.isWrittenAnyway($0.name) } + [mimeVersion] + languageHeader)
            .map { $0.rendered() }.joined()
        return headers.utf8
            + (attachments.isEmpty ? content : multipart("mixed", [content] + attachments.map { $0.rendered() }))
    }

    /// The text, with its HTML if there is one.
    private var content: [UInt8] {
        guard let html else { return Self.part("plain", text) }
        return multipart("alternative", [Self.part("plain", text), Self.part("html", html)])
    }

    private func multipart(_ kind: String, _ parts: [[UInt8]]) -> [UInt8] {
        let boundary = boundary(of: kind)
        let type = "Content-Type: multipart/\(kind); boundary=\"\(boundary)\"\n"
        return type.utf8 + parts.flatMap { "\n--\(boundary)\n".utf8 + $0 } + "\n--\(boundary)--\n".utf8
    }

    private var standardHeaders: [Header] {
        [
            Header("From", .mailbox(from)), Header("To", .mailbox(to)), Header("Subject", subject),
            Header("Date", mailDate(date)), Header("Message-ID", .messageIDs([messageID])),
        ]
    }

    private var mimeVersion: Header { Header("MIME-Version", "1.0") }

    private var languageHeader: [Header] {
        let tag = language.utf8.filter { Syntax.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }.prefix(35)
        return tag.isEmpty ? [] : [Header("Content-Language", String(decoding: tag, as: UTF8.self))]
    }

    /// The separator between the parts: "=_" occurs in no quoted-printable text and no base64, the rest (FNV-1a) identifies the message.
    ///
    /// None begins as another does: there are readers that look at the beginning alone.
    private func boundary(of kind: String) -> String {
        let hash = messageID.text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return (kind == "mixed" ? "=_m" : "=_") + String(hash, radix: 16)
    }

    private static func part(_ subtype: String, _ text: String) -> [UInt8] {
        "Content-Type: text/\(subtype); charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n".utf8
            + QuotedPrintable.encode(text)
    }

    private static func isWrittenAnyway(_ name: String) -> Bool {
        let name = name.lowercased()
        return ["from", "to", "subject", "date", "message-id", "mime-version"].contains(name)
            || name.hasPrefix("content-")
    }
}
