package import PraxisWords

/// The recording of a date.
package final class GatheringRecordingWords: Decodable, Sendable {
    package let heading: Phrase
    package let add: Phrase
    package let change: Phrase
    package let remove: Phrase
    package let question: Phrase
    package let captions: Phrase
    package let transcript: Phrase
    package let without: Phrase
    package let unrecorded: Phrase
    package let link: Phrase
    package let linkHint: Phrase
    package let transcriptLink: Phrase
    package let about: Phrase
    package let aboutHint: Phrase
    package let agreedHint: Phrase
    package let neverHint: Phrase
    package let hasCaptions: Phrase
    package let hasNeither: Phrase
    package let wasNotRecorded: Phrase
    package let transcriptAt: Phrase
    package let readTranscript: Phrase
    package let isSaved: Phrase
    package let isRemoved: Phrase
}
