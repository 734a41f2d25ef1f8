package import PraxisDomain

extension FieldError.Problem {
    package static let ownPost = Self.own("own-post")

    package static func tooManyPinned(maximum: Int) -> Self { .own("too-many-pinned", ["maximum": String(maximum)]) }
}

extension Denial {
    /// The thread is closed.
    package static let closed = Self.own("closed", .forbidden)
}

extension Limits {
    package static let draftLifetime = Span.days(180)
    package static let editGrace = Span.minutes(5)
    /// An edit of fewer characters than this, within the grace period and before any reply, leaves no mark.
    package static let editGraceCharacters = 100
    package static let mentionsPerPost = 10
    /// Of a preview, which names those beyond the limit.
    package static let mentionsLookedAt = 50
    package static let pinnedPerGroup = 3
}

extension Rate {
    package static let threadsPerDay = Rate(30, per: .days(1))
    package static let threadsOnFirstDay = Rate(5, per: .days(1))
    package static let repliesOnFirstDay = Rate(20, per: .days(1))
    package static let editsPerDay = Rate(30, per: .days(1))
}
