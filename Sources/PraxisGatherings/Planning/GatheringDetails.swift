package import PraxisDomain

/// What is said of a date, checked.
package struct GatheringDetails: Sendable {
    package let title: Title
    /// What the clock on the host's wall shows.
    package let wall: LocalTime
    package let zone: String
    /// The moment that `wall` is in `zone`.
    package let startAt: Timestamp
    package let minutes: Int
    package let mode: GatheringMode
    package let place: String
    package let joinLink: String
    /// How many have a seat; nil for room for everybody.
    package let capacity: Int?

    package var endAt: Timestamp { startAt + .minutes(Int64(minutes)) }
}

/// A date that is being planned.
package struct NewGathering: Sendable {
    package let details: GatheringDetails
    /// The first post of its discussion, if there is one.
    package let purpose: PostText?

    package init(_ details: GatheringDetails, purpose: PostText?) { (self.details, self.purpose) = (details, purpose) }
}

/// How far a change of a date of a series goes.
package enum GatheringScope: String, CaseIterable, Codable, Sendable {
    case this
    /// To all later ones of its series, too.
    case onward
}

/// What is to change about a date; what is left out stays.
package struct GatheringChange: Sendable {
    package var details: GatheringDetails?
    package var state: GatheringState?
    /// The version it is based on; nil takes any.
    package var version: Int?

    package init() {}
}
