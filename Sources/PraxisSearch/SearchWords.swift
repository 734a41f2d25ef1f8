package import PraxisThreads
package import PraxisWords

/// The texts of this slice's pages: `search` in the files.
package final class SearchWords: WordSection {
    package static let name = "search"

    package let title: Phrase
    package let query: Phrase
    package let community: Phrase
    package let anyCommunity: Phrase
    package let group: Phrase
    package let anyGroup: Phrase
    package let kind: Phrase
    package let anyKind: Phrase
    package let kinds: ThreadKindWords
    package let status: Phrase
    package let anyStatus: Phrase
    package let open: Phrase
    package let unanswered: Phrase
    package let from: Phrase
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
    package let post: Phrase
    package let resultBy: Phrase
    package let replyIn: Phrase
    package let noneHasAll: Phrase
    package let notUnderstood: Phrase
    package let narrow: Phrase
    package let narrowed: Plural
    package let tips: Phrase
    private let tipPhrase: Phrase
    private let tipWithout: Phrase
    private let tipFrom: Phrase
    private let tipGroup: Phrase
    private let tipKind: Phrase
    private let tipDays: Phrase

    package var allTips: [Phrase] { [tipPhrase, tipWithout, tipFrom, tipGroup, tipKind, tipDays] }
}

extension Words {
    package var search: SearchWords { self[SearchWords.self] }
}
