/// An event of the journal, named by its word.
///
/// An open set: each capability declares its own, beside what follows from them (`EventKind`).
package struct Event: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral word: String) { rawValue = word }
}
