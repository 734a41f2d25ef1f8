package import PraxisWords

/// A month of dates, and what a list of them can be narrowed to.
package final class GatheringMonthWords: Decodable, Sendable {
    package let link: Phrase
    package let explanation: Phrase
    package let previous: Phrase
    package let next: Phrase
    package let ways: Phrase
    package let none: Phrase
    package let isCut: Phrase
    package let narrow: Phrase
    package let show: Phrase
    package let showAll: Phrase
    package let community: Phrase
    package let anyCommunity: Phrase
    package let anyMode: Phrase
    package let language: Phrase
    package let anyLanguage: Phrase
    package let noneLeft: Phrase
}
