package import PraxisWords

/// What members are told on their home page of their own posts: `triage.own` in the files.
package final class OwnPostWords: Decodable, Sendable {
    package let returned: Phrase
    package let approved: Phrase
    package let held: Phrase
}
