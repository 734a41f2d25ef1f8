import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A kind of line of a corpus file: what it is called, which fields it has, and how it is read.
///
///     static let reactions = ImportKind("reaction", fields: [.postId, .memberId, .kind, "at"]) { try ReactionLine($0) }
///
/// How it is written is said by the `ImportLine` that it is read as.
///
/// **Guarantees.** A line with a field that its kind does not have is refused, with the field's name.
package struct ImportKind: Sendable {
    /// What `type` says of it, as an export spells it.
    package let type: String
    /// Other spellings, of files that others make.
    package let synonyms: [String]
    /// Those that are read.
    package let fields: Set<CorpusField>
    /// Those that other programs write and that mean nothing here.
    package let ignored: Set<CorpusField>
    package let read: @Sendable (CorpusFields) throws -> any ImportLine
    /// What remains to be done when the whole file has been read; returns what could not be kept after all.
    package let finish: (@Sendable (Environment) async throws -> [RefusedLine])?

    package init(
        _ type: String,
        or synonyms: String...,
        fields: Set<CorpusField>,
        ignoring ignored: Set<CorpusField> = [],
        finish: (@Sendable (Environment) async throws -> [RefusedLine])? = nil,
        read: @escaping @Sendable (CorpusFields) throws -> any ImportLine
    ) {
        (self.type, self.synonyms) = (type, synonyms)
        (self.fields, self.ignored) = (fields, ignored)
        (self.finish, self.read) = (finish, read)
    }

    package func has(_ field: CorpusField) -> Bool {
        field == .type || fields.contains(field) || ignored.contains(field)
    }
}
