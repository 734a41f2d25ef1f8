package import PraxisDomain
package import PraxisWords

/// A phrase for each way in which an item of the queue ends.
package final class QueueEndWords: Decodable, Sendable {
    private let approved: Phrase
    private let hidden: Phrase
    private let returned: Phrase
    private let kept: Phrase
    private let lookedAfter: Phrase
    private let accepted: Phrase
    private let declined: Phrase

    package subscript(end: QueueEnd) -> Phrase {
        switch end {
        case .approved: approved
        case .kept: kept
        case .hidden: hidden
        case .returned: returned
        case .lookedAfter: lookedAfter
        case .accepted: accepted
        case .declined: declined
        }
    }
}
