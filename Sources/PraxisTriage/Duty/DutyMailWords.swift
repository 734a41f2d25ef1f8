package import PraxisWords

/// The daily mail about what is waiting to be decided.
package final class DutyMailWords: Decodable, Sendable {
    package let subject: Plural
    package let line: Phrase
    package let look: Phrase
    package let why: Phrase
    package let off: Phrase
    package let setting: Phrase
    package let choice: Phrase
    package let hint: Phrase
}
