import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

extension Community {
    /// Plans a series, and those of its dates that are within two years.
    /// - Throws: `Denial.missing` where the viewer may not know of the group; what the policy says.
    package func planSeries(
        _ series: NewSeries,
        in group: GroupID,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> SeriesID {
        try await command(once: key) { [id] db in
            let permit = try Policy.permit(PlanSeries.self, db.facts(of: group, for: viewer))
            let made = try db.insertSeries(series, in: group, of: id, by: permit.author())
            let mandate = try db.audit(.seriesPlanned, made.subject, by: permit)
            try db.makeDates(of: made, by: permit)
            try db.record(.seriesPlanned, made.subject, by: mandate)
            return made
        }
    }

    /// Changes a series and its dates that are not over, or cancels or restores them; what is so already changes nothing.
    ///
    /// A date keeps what it has of its own.
    /// - Throws: `Denial.missing` for what is no series that the viewer reads; `.stale`; `.input`; what the policy says.
    package func changeSeries(_ series: SeriesID, _ change: SeriesChange, as viewer: Viewer) async throws {
        try await command { db in
            guard let old = try db.first(Series.of(series)) else { throw Denial.missing }
            let facts = try db.facts(of: old.group, for: viewer)
            guard old.isRead(by: facts) else { throw Denial.missing }
            let permit = try Policy.permit(ChangeSeries.self, facts)
            if let version = change.version, version != old.version { throw Denial.stale(current: old.version) }
            try db.change(old, change, from: nil, by: permit)
        }
    }

    /// The same for a date and all later ones of its series; a date alone is changed as by `changeGathering`.
    ///
    /// The version is that of the date.
    package func changeOnward(_ thread: ThreadID, _ change: GatheringChange, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            let date = try TitledGathering.load(thread, db.db)
            let permit = try Policy.permit(ChangeGathering.self, facts)
            guard let id = date.gathering.series, let occurrence = date.gathering.occurrence else {
                return try db.change(date, change, by: permit)
            }
            if let version = change.version, version != date.gathering.version {
                throw Denial.stale(current: date.gathering.version)
            }
            guard let series = try db.first(Series.of(id)) else { throw Denial.missing }
            let onward = try db.onward(change, of: date, at: occurrence, in: series)
            try db.change(
                series,
                onward,
                from: date,
                by: Policy.permit(ChangeSeries.self, db.facts(of: series.group, for: viewer))
            )
        }
    }

    /// Makes the dates of a series that have come within reach.
    package func continueSeries(_ series: SeriesID) async throws {
        try await command { [id] db in
            guard let row = try db.first(Series.of(series)), row.community == id else { throw Denial.missing }
            let permit = Permit.system()
            try db.makeDates(of: series, by: permit)
            try db.record(
                .seriesContinued,
                series.subject,
                in: Place(community: row.community, group: row.group),
                by: permit.mandate
            )
        }
    }
}

extension Tick {
    /// Dates of series that have come within reach; walks `series_due`.
    static let series = Tick("dates of series") { env in
        let now = env.clock()
        let due = try await env.store.read { db in
            try db.all(
                "SELECT \(Series.columns) FROM series s WHERE s.dueAt <= \(now) ORDER BY s.dueAt LIMIT 100"
                    as SQL<Series>
            )
        }
        for series in due { try await env.communities[series.community].continueSeries(series.id) }
    }
}

extension WriteDB {
    /// What is said of a date, as said of its series from there on.
    fileprivate func onward(
        _ change: GatheringChange,
        of date: TitledGathering,
        at occurrence: LocalTime,
        in series: Series
    ) throws -> SeriesChange {
        var onward = SeriesChange()
        onward.state = change.state
        guard let details = change.details else { return onward }
        let changed = SeriesPlan.changed(date, details)
        onward.changed = changed
        onward.details = SeriesPlan.details(series.details, taking: changed, of: details)
        if changed.contains(.start),
            let row = try all(SeriesRhythmRow.of(series.id)).last(where: { !$0.from.isAfter(occurrence) })
        {
            onward.rhythm = row.rhythm.continued(at: occurrence).moved(to: details.wall)
        }
        return onward
    }
}
