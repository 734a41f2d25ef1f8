import PraxisDomain
package import PraxisWords

/// A sentence for each of the reasons that a moderator can choose.
package final class StockReasonWords: Decodable, Sendable {
    package let identifiesClient: Phrase
    package let disrespect: Phrase
    package let offTopic: Phrase
    package let spam: Phrase
    package let duplicate: Phrase
}

extension StockReasonWords {
    package subscript(reason: StockReason) -> Phrase {
        switch reason {
        case .identifiesClient: identifiesClient
        case .disrespect: disrespect
        case .offTopic: offTopic
        case .spam: spam
        case .duplicate: duplicate
        }
    }

    /// The reason for a decision: the sentence from the list, and the moderator's own words; empty if neither was given.
    package func reason(_ stock: StockReason?, _ words: String) -> String {
        [stock.map { self[$0]() }, words.isEmpty ? nil : words].compactMap { $0 }.joined(separator: " ")
    }
}
