package import PraxisDomain

/// When a host has done changing dates, so that those who come are told: pure.
///
/// Ten minutes are enough to look at what one did, to undo it and to go on with the next date; an hour after the first change nobody who comes
/// is kept waiting, and of a date that is near two minutes are all that they can spare.
package enum SittingPlan {
    static let pause = Span.minutes(10)
    static let most = Span.minutes(60)
    static let near = Span.hours(3)
    static let pauseIfNear = Span.minutes(2)

    /// `nearest` is the first beginning of a date that was changed, as it was or as it is.
    package static func leavesAt(began: Timestamp, nearest: Timestamp, at now: Timestamp) -> Timestamp {
        let pause = nearest <= now + near ? pauseIfNear : pause
        return max(now, min(now + pause, began + most))
    }
}
