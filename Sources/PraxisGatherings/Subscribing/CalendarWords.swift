package import PraxisWords

/// What calendars are told, and where people find the address that they ask.
package final class GatheringCalendarWords: Decodable, Sendable {
    /// Of a member's dates, in their program.
    package let name: Phrase
    package let nameOfGroup: Phrase
    package let cancelled: Phrase
    package let heading: Phrase
    package let explain: Phrase
    package let explainGroup: Phrase
    package let show: Phrase
    package let address: Phrase
    package let addressHint: Phrase
    package let renew: Phrase
    package let renewHint: Phrase
    package let isRenewed: Phrase
    package let addSeries: Phrase
}
