import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Keeps, skips and moves dates of a series that fall on holidays: all of them, in one sitting, or none.
    ///
    /// - Throws: `Denial.stale` if any of them has begun, or was changed since the decisions were made; `.input` naming `d` and the number
    ///   of each date that cannot move to its day; `.missing` for what is no series that the viewer reads, or no date of it; what the policy
    ///   says.
    package func decideHolidays(
        _ decisions: [HolidayDecision],
        of series: SeriesID,
        as viewer: Viewer
    ) async throws {
        try await command { db in
            guard let row = try db.first(Series.of(series)) else { throw Denial.missing }
            let facts = try db.facts(of: row.group, for: viewer)
            guard row.isRead(by: facts) else { throw Denial.missing }
            let permit = try Policy.permit(ChangeSeries.self, facts)
            var errors: [FieldError] = [], hasKept = false
            for decision in decisions {
                let date = try db.date(decision, of: series)
                switch decision.choice {
                case .keep(let holidays):
                    for key in holidays where try db.keepOnHoliday(decision.thread, key) { hasKept = true }
                case .skip:
                    var change = GatheringChange()
                    change.state = .skipped
                    try db.change(date, change, for: viewer)
                case .move(let day):
                    let moved = errors.collect(nil as GatheringDetails?) { () throws(Denial) in
                        try date.details(on: day, at: db.now)
                    }
                    guard let moved else { continue }
                    var change = GatheringChange()
                    change.details = moved
                    try db.change(date, change, for: viewer)
                }
            }
            if !errors.isEmpty { throw Denial.input(errors) }
            if hasKept { _ = try db.audit(.holidaysKept, series.subject, by: permit) }
        }
    }
}

extension WriteDB {
    /// The date that was decided on.
    /// - Throws: `Denial.missing`; `.stale`.
    fileprivate func date(_ decision: HolidayDecision, of series: SeriesID) throws -> TitledGathering {
        let date = try TitledGathering.load(decision.thread, db), gathering = date.gathering
        guard gathering.series == series else { throw Denial.missing }
        guard gathering.version == decision.version, gathering.startAt > now else {
            throw Denial.stale(current: gathering.version)
        }
        return date
    }

    fileprivate func change(_ date: TitledGathering, _ change: GatheringChange, for viewer: Viewer) throws {
        let facts = try facts(of: date.gathering.thread, for: viewer)
        try self.change(date, change, by: Policy.permit(ChangeGathering.self, facts))
    }
}

extension TitledGathering {
    /// The same on another day, by the same clock.
    /// - Throws: `Denial.input` naming the field of the date's day.
    fileprivate func details(on day: Int, at now: Timestamp) throws(Denial) -> GatheringDetails {
        var typed = TypedGathering(gathering, title: title)
        typed.date = LocalTime(dayNumber: day).date
        do {
            return try typed.details(at: now, insteadOf: gathering.startAt)
        } catch .input(let errors) {
            throw .input(errors.map { FieldError(TypedHolidays.day(of: gathering.thread), $0.problem) })
        }
    }
}
