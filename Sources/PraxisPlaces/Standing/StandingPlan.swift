package import PraxisDomain

/// Decisions about silences and suspensions, from values alone.
package enum StandingPlan {
    /// The lengths in days to choose from; one without a length lasts until it is lifted.
    package static let days = [1, 3, 7, 14, 30, 91, 182, 365]

    package static let reasonScalars = 1...1_000
    package static let privateReasonScalars = 0...2_000

    /// What a form of roles and standings may give: never a silence or a suspension, which need a reason, and never the end of one.
    /// - Throws: `Denial.input` naming `standing`.
    package static func checkGiven(_ standing: Standing, after before: Standing) throws(Denial) {
        let isHeldBack = before == .silenced || before == .suspended
        let given: [Standing] = isHeldBack ? [before, .former] : [.active, .lapsed, .former] + [before]
        guard given.contains(standing) else {
            throw .input([FieldError("standing", .notAChoice(given.map(\.rawValue)))])
        }
    }

    /// When one that begins at `now` ends by itself; nil if it does not.
    package static func end(afterDays days: Int?, from now: Timestamp) -> Timestamp? {
        days.map { now + .days(Int64($0)) }
    }
}
