package import PraxisWords

/// What a date is asked beforehand.
package final class GatheringQuestionWords: Decodable, Sendable {
    package let heading: Phrase
    package let one: Phrase
    package let empty: Phrase
    package let ask: Phrase
    package let askTitle: Phrase
    package let label: Phrase
    package let hint: Phrase
    package let send: Phrase
    package let draft: Phrase
    package let want: Phrase
    package let wanted: Plural
    package let more: Plural
}
