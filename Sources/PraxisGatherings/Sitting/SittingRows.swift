import PraxisCommunity
import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Notes what a date was before a change that has just been made, for the mail that tells of it.
    ///
    /// Once a sitting: what it was before the first of its changes. Of a date that is over, or that nobody said yes or maybe to, nobody is told.
    func collect<A: SeriesChangingAct>(_ old: TitledGathering, by mandate: borrowing Mandate<A>) throws {
        let was = old.gathering, thread = was.thread
        guard let host = mandate.actor, let community = mandate.place.community, was.endAt > now,
            try isAwaited(thread), let startAt = try first(Gathering.of([thread]))?.startAt
        else { return }
        let nearest = min(was.startAt, startAt)
        let sitting =
            try openSitting(with: thread, of: host, in: community) ?? insertSitting(of: host, in: community, nearest)
        try run(
            """
            INSERT INTO gatheringChange (sittingId, threadId, title, startAt, endAt, zone, mode, place, joinLink, state)
            VALUES (\(sitting.id), \(thread), \(old.title), \(was.startAt), \(was.endAt), \(was.zone), \(was.mode), \(was.place),
                \(was.joinLink), \(was.state))
            ON CONFLICT (sittingId, threadId) DO NOTHING
            """
        )
        let soonest = min(nearest, sitting.nearestAt)
        let leavesAt = SittingPlan.leavesAt(began: sitting.beganAt, nearest: soonest, at: now)
        try run(
            "UPDATE gatheringSitting SET nearestAt = \(soonest), leavesAt = \(leavesAt) WHERE id = \(sitting.id)"
        )
        try record(.sittingChanged, thread.subject, by: mandate)
    }

    /// The open sitting that a date was changed in, also by another host; else that of the host.
    private func openSitting(with thread: ThreadID, of host: MemberID, in community: CommunityID) throws -> Sitting? {
        try first(Sitting.open(with: thread)) ?? first(Sitting.open(of: host, in: community))
    }

    private func insertSitting(of host: MemberID, in community: CommunityID, _ nearest: Timestamp) throws -> Sitting {
        let id: SittingID = try insert(
            """
            INSERT INTO gatheringSitting (communityId, hostId, beganAt, nearestAt, leavesAt, state, toldTo)
            VALUES (\(community), \(host), \(now), \(nearest), \(now), \(SittingState.open), 0) RETURNING id
            """
        )
        return Sitting(id: id, community: community, beganAt: now, nearestAt: nearest, leavesAt: now)
    }

    private func isAwaited(_ thread: ThreadID) throws -> Bool {
        try first("SELECT 1 FROM gatheringAnswer WHERE threadId = \(thread) AND answer <> 'no' LIMIT 1" as SQL<Int>)
            != nil
    }
}
