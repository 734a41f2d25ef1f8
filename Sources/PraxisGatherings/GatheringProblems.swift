import PraxisDomain

extension Limits {
    /// How long a date lasts.
    static let gatheringMinutes = 5...1_440
    /// Unicode scalars.
    static let gatheringPlaceScalars = 0...200
    static let joinLinkScalars = 0...2_000
    /// How far ahead a date can be.
    static let gatheringAhead = Span.days(731)
}

extension Limits {
    /// How many people a date can have room for.
    static let gatheringCapacity = 1...10_000
    /// Unicode scalars.
    static let accessNeedsScalars = 0...1_000
    /// After the end of a date what people needed for it is deleted.
    static let accessNeedsKept = Span.days(30)
}

extension FieldError.Problem {
    static let notAClock = Self.own("not-a-clock")
    /// The clocks of the zone go forward past it on that day.
    static let skippedHour = Self.own("skipped-hour")
    static let unknownZone = Self.own("unknown-zone")
    static let startIsOver = Self.own("start-is-over")
    static let startIsFar = Self.own("start-is-far")
    static let notALink = Self.own("not-a-link")
    /// A link is typed for a date in person.
    static let linkInPerson = Self.own("link-in-person")
    /// A place is typed for a date online.
    static let placeOnline = Self.own("place-online")
    static let gatheringIsOver = Self.own("gathering-is-over")
    static let gatheringIsCancelled = Self.own("gathering-is-cancelled")
    /// Fewer than have a seat already.
    static let belowSeated = Self.own("below-seated")
}
