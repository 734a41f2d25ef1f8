package import PraxisDomain
package import PraxisStore

extension WriteDB {
    /// The facet of a thread that has just begun.
    ///
    /// `occurrence` is what the rhythm of its series gave it.
    package func insertGathering(
        _ thread: ThreadID,
        _ details: GatheringDetails,
        of series: SeriesID? = nil,
        occurrence: LocalTime? = nil
    ) throws {
        let row = Gathering(
            thread: thread,
            wall: details.wall,
            zone: details.zone,
            startAt: details.startAt,
            endAt: details.endAt,
            minutes: details.minutes,
            mode: details.mode,
            place: details.place,
            joinLink: details.joinLink,
            capacity: details.capacity,
            state: .planned,
            version: 1,
            changedAt: now,
            series: series,
            occurrence: occurrence
        )
        try insertGathering(row)
    }

    /// Adds the facet of a thread; returns false if it has one already, which stays.
    @discardableResult
    func insertGathering(_ row: Gathering) throws -> Bool {
        try run(
            """
            INSERT INTO gathering (threadId, localStart, zone, startAt, endAt, minutes, mode, place, joinLink, capacity, state, version, changedAt,
                seriesId, occurrence, own, remindAt, rescheduledAt)
            VALUES (\(row.thread), \(WallTimePlan.text(row.wall)), \(row.zone), \(row.startAt), \(row.endAt), \(row.minutes),
                \(row.mode), \(row.place), \(row.joinLink), \(row.capacity), \(row.state), \(row.version), \(row.changedAt),
                \(row.series), \(row.occurrence.map(WallTimePlan.text)), \(GatheringField.text(row.own)),
                \(row.reminders.next(after: now)), \(row.changedAt))
            ON CONFLICT (threadId) DO NOTHING
            """
        ) > 0
    }

    /// What is moved again within one sitting was moved from where it stood before.
    func updateGathering(_ thread: ThreadID, _ details: GatheringDetails) throws {
        let remindAt = details.reminders.next(after: now), isSame: SQL<Void> = "startAt = \(details.startAt)"
        let isOfSitting: SQL<Void> = "movedFrom IS NOT NULL AND rescheduledAt > \(now - SittingPlan.most)"
        try run(
            """
            UPDATE gathering SET remindAt = CASE WHEN \(isSame) THEN remindAt ELSE \(remindAt) END,
                movedFrom = CASE WHEN \(isSame) OR \(isOfSitting) THEN movedFrom ELSE startAt END,
                rescheduledAt = CASE WHEN \(isSame) THEN rescheduledAt ELSE \(now) END,
                localStart = \(WallTimePlan.text(details.wall)), zone = \(details.zone), startAt = \(details.startAt),
                endAt = \(details.endAt), minutes = \(details.minutes), mode = \(details.mode), place = \(details.place),
                joinLink = \(details.joinLink), capacity = \(details.capacity)
            WHERE threadId = \(thread)
            """
        )
        try touchGathering(thread)
    }

    func setGathering(_ thread: ThreadID, _ state: GatheringState) throws {
        let isOfSitting: SQL<Void> = "rescheduledAt > \(now - SittingPlan.most)"
        try run(
            """
            UPDATE gathering SET movedFrom = CASE WHEN state = \(state) OR \(isOfSitting) THEN movedFrom END,
                rescheduledAt = CASE WHEN state = \(state) THEN rescheduledAt ELSE \(now) END, state = \(state)
            WHERE threadId = \(thread)
            """
        )
        if state == .planned { try carryAnswers(to: thread) }
        try touchGathering(thread)
    }

    /// Notes that something about it has changed; does nothing to threads that are no dates.
    func touchGathering(_ thread: ThreadID) throws {
        try run("UPDATE gathering SET version = version + 1, changedAt = \(now) WHERE threadId = \(thread)")
    }
}
