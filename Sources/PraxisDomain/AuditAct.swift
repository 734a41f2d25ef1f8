/// A privileged act or view, as named in the audit log.
///
/// An open set: each capability declares its own, and lists them in its `Capability`; `acts` in the capability's words names each.
package struct AuditAct: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
}
