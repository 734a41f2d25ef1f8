package import PraxisCapability
import PraxisDomain
import PraxisWords

extension AuditKind {
    /// What a line about a queue item says besides its act: the decision, or what the item is.
    package static let item: Tell = { details, words in
        if let decision = words.decision(details) { return .beside(decision) }
        return details.first.flatMap { words.named.queueItems[$0] }.map { .beside($0()) }
    }
}

extension Words {
    /// The decision that the details of a line hold, in words; nil if they hold none.
    package func decision(_ details: [String]) -> String? {
        guard details.count == 2, let item = named.queueItems[details[0]],
            let decision = named.queueDecisions[details[1]]
        else { return nil }
        return decision(["item": item()])
    }
}
