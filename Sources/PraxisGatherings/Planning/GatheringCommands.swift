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
            guard let old = try db.first(TitledGathering.of(thread)) else { throw Denial.missing }
            let permit = try Policy.permit(ChangeGathering.self, facts)
            if let version = change.version, version != old.gathering.version {
                throw Denial.stale(current: old.gathering.version)
            }
            if let details = change.details { try db.change(old, to: details, by: permit) }
            guard let state = change.state, state != old.gathering.state else { return }
            let isCancelled = state == .cancelled
            let act: AuditAct = isCancelled ? .gatheringCancelled : .gatheringRestored
            let mandate = try db.audit(act, thread.subject, by: permit)
            try db.setGathering(thread, state)
            try db.record(isCancelled ? .gatheringCancelled : .gatheringRestored, thread.subject, by: mandate)
        }
    }
}

extension WriteDB {
    fileprivate func change(
        _ old: TitledGathering,
        to details: GatheringDetails,
        by permit: borrowing Permit<ChangeGathering>
    ) throws {
        let thread = old.gathering.thread, isRetitled = details.title.text != old.title
        if !isRetitled, old.gathering.says(details) { return }
        let before = try seats(thread, capacity: old.gathering.capacity)
        if let capacity = details.capacity, capacity < before.seated.count {
            throw Denial.input([FieldError("capacity", .belowSeated)])
        }
        let mandate = try audit(.gatheringChanged, thread.subject, by: permit)
        if isRetitled { try retitle(thread, details.title, by: mandate) }
        try updateGathering(thread, details)
        try tellPromoted(thread, since: before, capacity: details.capacity)
        try record(.gatheringChanged, thread.subject, by: mandate)
    }
}

extension Gathering {
    fileprivate func says(_ details: GatheringDetails) -> Bool {
        wall == details.wall && zone == details.zone && minutes == details.minutes && mode == details.mode
            && place == details.place && joinLink == details.joinLink && capacity == details.capacity
    }
}
