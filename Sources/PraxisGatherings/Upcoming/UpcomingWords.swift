package import PraxisWords

/// The dates of a digest.
package final class GatheringDigestWords: Decodable, Sendable {
    package let title: Phrase
    package let subject: Phrase
    package let subjectMore: Plural
    package let summary: Plural
    package let more: Plural
    package let answer: Phrase
    package let unnamed: Phrase
    package let unnamedHint: Phrase
    package let unnamedLink: Phrase
}

/// The next days on the home page.
package final class GatheringHomeWords: Decodable, Sendable {
    package let next: Phrase
    package let line: Phrase
    package let cancelled: Phrase
    package let ask: Phrase
}
