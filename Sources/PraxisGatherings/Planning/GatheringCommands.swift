package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisThreads

extension PostRole {
    /// What a date is for: the first post of its discussion.
    static let purpose: PostRole = "purpose"
}

extension Community {
    /// Plans a date, with its purpose as the first post if there is one, or changes nothing.
    /// - Throws: `Denial.missing` where the viewer may not know of the group; what the policy says.
    package func planGathering(
        _ gathering: NewGathering,
        in group: GroupID,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws -> ThreadID {
        let details = gathering.details, purpose = gathering.purpose.map { RenderedPost($0) }
        return try await command(once: key) { [id] db in
            let permit = try Policy.permit(PlanGathering.self, db.facts(of: group, for: viewer))
            let thread = try db.insertThread(details.title, .gathering, in: group, of: id, hasFacet: true, by: permit)
            let place = Place(community: id, group: group, thread: thread)
            let mandate = try db.audit(.gatheringPlanned, thread.subject, in: place, by: permit)
            try db.insertGathering(thread, details)
            try db.record(.gatheringPlanned, thread.subject, in: place, by: mandate)
            if let purpose {
                var target = PostTarget(community: id, group: group, thread: thread)
                target.role = .purpose
                try db.addFirst(purpose, to: target, by: mandate)
            }
            return thread
        }
    }

    /// Moves, retitles, cancels or restores a date, atomically; what is so already changes nothing.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; `.stale`; what the policy says.
    package func changeGathering(_ thread: ThreadID, _ change: GatheringChange, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            let old = try TitledGathering.load(thread, db.db)
            let permit = try Policy.permit(ChangeGathering.self, facts)
            try db.change(old, change, by: permit)
        }
    }
}

extension WriteDB {
    /// Changes one date, and notes what it has of its own if it is one of a series.
    func change(
        _ old: TitledGathering,
        _ change: GatheringChange,
        by permit: borrowing Permit<ChangeGathering>
    ) throws {
        let gathering = old.gathering, thread = gathering.thread
        if let version = change.version, version != gathering.version {
            throw Denial.stale(current: gathering.version)
        }
        if let details = change.details, !old.says(details) {
            let mandate = try audit(.gatheringChanged, thread.subject, by: permit)
            try self.change(old, to: details, by: mandate)
            let own = gathering.own.union(SeriesPlan.changed(old, details))
            try note(.gatheringChanged, of: gathering, own, by: mandate)
        }
        guard let state = change.state, state != gathering.state else { return }
        let mandate = try audit(state.act, thread.subject, by: permit)
        try setGathering(thread, state)
        try collect(old, by: mandate)
        let own = try first(Gathering.of([thread]))?.own ?? []
        let isAsSeries = try gathering.series.flatMap { try first(Series.of($0)) }?.state == state
        try note(state.event, of: gathering, isAsSeries ? own.subtracting([.state]) : own.union([.state]), by: mandate)
    }

    private func note(
        _ event: ActEvent<ChangeGathering>,
        of gathering: Gathering,
        _ own: Set<GatheringField>,
        by mandate: borrowing Mandate<ChangeGathering>
    ) throws {
        try record(event, gathering.thread.subject, by: mandate)
        guard let series = gathering.series else { return }
        try setOwn(gathering.thread, own)
        let place = Place(community: mandate.place.community, group: mandate.place.group)
        try record(.seriesChanged, series.subject, in: place, by: mandate)
    }

    /// Changes what a date says, and tells those who get a seat by that.
    /// - Throws: `Denial.input` naming `capacity` if fewer people have a seat then.
    func change<A: SeriesChangingAct>(
        _ old: TitledGathering,
        to details: GatheringDetails,
        by mandate: borrowing Mandate<A>
    ) throws {
        if old.says(details) { return }
        let thread = old.gathering.thread, before = try seats(thread, capacity: old.gathering.capacity)
        if let capacity = details.capacity, capacity < before.seated.count {
            throw Denial.input([FieldError("capacity", .belowSeated)])
        }
        if details.title.text != old.title { try retitle(thread, details.title, by: mandate) }
        try updateGathering(thread, details)
        try tellPromoted(thread, since: before, capacity: details.capacity)
        try collect(old, by: mandate)
    }
}

extension GatheringState {
    /// What the audit log calls the act that makes it so.
    fileprivate var act: AuditAct {
        switch self {
        case .planned: .gatheringRestored
        case .cancelled: .gatheringCancelled
        case .skipped: .gatheringSkipped
        }
    }

    fileprivate var event: ActEvent<ChangeGathering> {
        switch self {
        case .planned: .gatheringRestored
        case .cancelled: .gatheringCancelled
        case .skipped: .gatheringSkipped
        }
    }
}

extension TitledGathering {
    fileprivate func says(_ details: GatheringDetails) -> Bool {
        title == details.title.text && gathering.says(details)
    }
}

extension Gathering {
    fileprivate func says(_ details: GatheringDetails) -> Bool {
        wall == details.wall && zone == details.zone && minutes == details.minutes && mode == details.mode
            && place == details.place && joinLink == details.joinLink && capacity == details.capacity
    }
}
