package import PraxisWords

/// The mails about requests to join.
package final class RequestMailWords: Decodable, Sendable {
    package let neutralSubject: Phrase
    package let neutralText: Phrase
    package let more: Plural
    package let look: Phrase
    package let why: Phrase
    package let whyNeutral: Phrase
    package let acceptedSubject: Phrase
    package let acceptedText: Phrase
    package let visit: Phrase
    package let declinedSubject: Phrase
    package let declinedText: Phrase
    package let someGroup: Phrase
    package let whyAsked: Phrase
    package let undoneSubject: Phrase
    package let undoneText: Phrase
}
