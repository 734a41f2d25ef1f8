package import PraxisDomain

/// What a reader can say of a post with one press.
package enum ReactionKind: String, CaseIterable, Codable, Sendable {
    case thanks, agree
    /// They have tried what it says.
    case tried
    /// They want to hear more.
    case more
}

extension Rate {
    package static let reactionsPerDay = Rate(100, per: .days(1))
}
