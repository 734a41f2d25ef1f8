package import PraxisWords

/// The texts of this slice's pages: `search` in the files.
package final class SearchWords: WordSection {
    package static let name = "search"

    package let title: Phrase
    package let query: Phrase
    package let after: Phrase
    package let before: Phrase
    package let sort: Phrase
    package let best: Phrase
    package let newest: Phrase
    package let button: Phrase
    package let found: Plural
    package let foundFor: Plural
    package let many: Phrase
    package let manyFor: Phrase
    package let nothing: Phrase
    package let nothingFor: Phrase
    package let nothingHint: Phrase
    package let nothingFiltered: Phrase
    package let apply: Phrase
    package let clear: Phrase
    package let replyIn: Phrase
    package let noneHasAll: Phrase
    package let notUnderstood: Phrase
    package let narrow: Phrase
    package let narrowed: Plural
    package let tips: Phrase
    package let tipPhrase: Phrase
    package let tipWithout: Phrase
    package let tipDays: Phrase
}

extension Words {
    package var search: SearchWords { self[SearchWords.self] }
}
