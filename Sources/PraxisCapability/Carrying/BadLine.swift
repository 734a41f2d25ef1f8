/// Why a line of an imported file is not taken.
///
/// `field` is the name that the file gives it.
package enum BadLine: Error, Equatable, Sendable {
    /// Longer than any line that could be right, in bytes.
    case tooLong(maximum: Int)
    case notJSON
    case unknownType(String)
    case unknownField(String, type: String)
    case missing(field: String)
    case wrong(field: String, expected: String)
    /// It names something by an id that no line before it has.
    case unknown(field: String, source: Int64)
    /// The thread of a post that is answered is another one.
    case otherThread
    /// No post of this thread could be taken.
    case emptyThread(source: Int64)
    /// The database refuses it.
    case refused(String)
}

/// A line that was not taken; lines count from 1.
package struct RefusedLine: Equatable, Sendable {
    package let number: Int
    package let reason: BadLine

    package init(_ number: Int, _ reason: BadLine) { (self.number, self.reason) = (number, reason) }
}

/// The file belongs to another import than the one before: its ids mean other things, so nothing more of it is taken.
package struct ForeignCorpus: Error, Equatable, Sendable {
    package let type: String
    package let source: Int64
    package let name: String
    package let knownAs: String

    package init(type: String, source: Int64, name: String, knownAs: String) {
        self.type = type
        self.source = source
        self.name = name
        self.knownAs = knownAs
    }
}
