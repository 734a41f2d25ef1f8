package import PraxisWords

/// What members note of their own learning.
package final class GatheringLearningWords: Decodable, Sendable {
    package let title: Phrase
    package let readers: Phrase
    package let add: Phrase
    package let isAdded: Phrase
    package let file: Phrase
    package let years: Phrase
    package let totals: Phrase
    package let all: Phrase
    package let minutes: Plural
    package let none: Phrase
    package let noCategory: Phrase
    package let dateUnread: Phrase
    package let remove: Phrase
    package let isRemoved: Phrase
    package let what: Phrase
    package let category: Phrase
    package let categoryHint: Phrase
    package let date: Phrase
    package let minutesField: Phrase
    package let reflection: Phrase
    package let reflectionHint: Phrase
}
