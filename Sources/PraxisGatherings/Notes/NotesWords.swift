package import PraxisWords

/// The notes of a date.
package final class GatheringNotesWords: Decodable, Sendable {
    package let heading: Phrase
    package let noneYet: Phrase
    package let none: Phrase
    package let write: Phrase
    package let save: Phrase
    package let draft: Phrase
    package let keptBy: Phrase
    package let changedBy: Phrase
    package let read: Phrase
    package let correct: Phrase
    package let history: Phrase
    package let purpose: Phrase
    package let purposeHeading: Phrase
    package let purposeOfSeries: Phrase
}
