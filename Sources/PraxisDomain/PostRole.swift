/// What a post is in its thread, as spelt in the tables: part of the discussion, or a text of the thread's capability (an agenda, notes, an
/// outcome).
///
/// An open set: a capability adds its own. Whatever its role, a post is read, counted, reported and erased as every other.
package struct PostRole: RawRepresentable, Hashable, Codable, Sendable, ExpressibleByStringLiteral {
    package static let discussion: PostRole = "discussion"

    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
}
