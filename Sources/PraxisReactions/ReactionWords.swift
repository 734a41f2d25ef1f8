package import PraxisWords

/// Reactions to posts: `reactions` in the files.
package final class ReactionWords: WordSection {
    package static let name = "reactions"

    package let title: Phrase
    package let react: Phrase
    package let thanks: Phrase
    package let agree: Phrase
    package let tried: Phrase
    package let more: Phrase
    package let label: Phrase
    package let people: Plural
    package let who: Phrase
    package let andMore: Plural
    package let digest: ReactionDigestWords
}

/// What a digest says of the reactions to one's posts.
package final class ReactionDigestWords: Decodable, Sendable {
    package let title: Phrase
    package let helped: Plural
    package let subject: Plural
    package let summary: Phrase
    package let more: Plural
}

extension Words {
    package var reactions: ReactionWords { self[ReactionWords.self] }
}
