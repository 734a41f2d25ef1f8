/// The list of time zones: `zones` in the files.
package final class ZoneWords: Decodable, Sendable {
    package let hint: Phrase
    package let option: Phrase
    package let elsewhere: Phrase
    package let africa: Phrase
    package let america: Phrase
    package let antarctica: Phrase
    package let arctic: Phrase
    package let asia: Phrase
    package let atlantic: Phrase
    package let australia: Phrase
    package let europe: Phrase
    package let indian: Phrase
    package let pacific: Phrase
}
