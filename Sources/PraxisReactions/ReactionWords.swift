package import PraxisWords

/// Reactions to posts: `reactions` in the files.
package final class ReactionWords: WordSection {
    package static let name = "reactions"

    package let thanks: Phrase
    package let agree: Phrase
    package let tried: Phrase
    package let more: Phrase
    package let label: Phrase
    package let people: Plural
    package let who: Phrase
    package let andMore: Plural
}

extension Words {
    package var reactions: ReactionWords { self[ReactionWords.self] }
}
