/// What a thread is, as spelt in the tables, the API and the import files.
///
/// An open set: a capability adds its own, with how a thread of the kind is called and shown. A kind that no capability brings any more is read, and
/// called by its word.
package struct ThreadKind: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
}
