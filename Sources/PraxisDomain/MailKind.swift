/// The kind of a queued mail, as spelt in the outbox; each has one template, which makes the mail at hand-over.
///
/// An open set: a capability declares its own, beside the template.
package struct MailKind: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
}
