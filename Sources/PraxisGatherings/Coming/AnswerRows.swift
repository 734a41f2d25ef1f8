package import PraxisDomain
package import PraxisStore

extension GatheringAnswer {
    /// The turn of the next answer to a date, as a value in a statement: walks `gatheringAnswer_by_turn`.
    static func nextTurn(_ thread: ThreadID) -> SQL<Void> {
        "(SELECT coalesce(max(turn), 0) + 1 FROM gatheringAnswer WHERE threadId = \(thread))"
    }
}

extension WriteDB {
    func seats(_ thread: ThreadID, capacity: Int?) throws -> SeatPlan {
        SeatPlan(
            coming: try all(
                "SELECT memberId FROM gatheringAnswer WHERE threadId = \(thread) AND answer = 'yes' ORDER BY turn"
                    as SQL<MemberID>
            ),
            capacity: capacity
        )
    }

    /// Writes an answer; one that changes goes behind all others.
    ///
    /// Nil `needs` leaves what was said of them.
    package func setAnswer(_ answer: GatheringAnswer, needs: String?, of member: MemberID, to thread: ThreadID) throws {
        try run(
            """
            INSERT INTO gatheringAnswer (threadId, memberId, answer, turn, needs, answeredAt, isOfSeries)
            VALUES (\(thread), \(member), \(answer), \(GatheringAnswer.nextTurn(thread)), \(needs ?? ""), \(now), \(false))
            ON CONFLICT (threadId, memberId) DO UPDATE SET
                turn = CASE WHEN gatheringAnswer.answer = excluded.answer THEN gatheringAnswer.turn ELSE excluded.turn END,
                answer = excluded.answer, isOfSeries = \(false), needs = coalesce(\(needs), gatheringAnswer.needs), answeredAt = excluded.answeredAt
            """
        )
    }

    /// Queues the mail for everyone who has got a seat since `before`.
    func tellPromoted(_ thread: ThreadID, since before: SeatPlan, capacity: Int?) throws {
        if before.waiting.isEmpty { return }
        for member in try seats(thread, capacity: capacity).promoted(since: before) {
            // One who gives the seat back and gets another is told again.
            let turn = try AnswerRow.turn(of: member, to: thread, db)
            try queueMail(.seat, to: member, period: "\(thread) \(turn ?? 0)", about: MailMatter(thread.subject))
        }
    }

    /// Takes back what a member who has left a place said of its dates that are not over; their seats go down the lists.
    ///
    /// Walks `gatheringAnswer_by_member`.
    func endAnswers(of member: MemberID, in community: CommunityID, _ group: GroupID?) throws {
        let there: SQL<Void> =
            if let group { "t.groupId = \(group)" } else { "t.communityId = \(community)" }
        let dates = try all(
            """
            SELECT \(Gathering.columns)
            FROM gatheringAnswer r CROSS JOIN gathering e CROSS JOIN thread t
            WHERE e.threadId = r.threadId AND t.id = e.threadId AND r.memberId = \(member) AND \(there) AND e.endAt > \(now)
            """ as SQL<Gathering>
        )
        for date in dates {
            let before = try seats(date.thread, capacity: date.capacity)
            try run("DELETE FROM gatheringAnswer WHERE threadId = \(date.thread) AND memberId = \(member)")
            try tellPromoted(date.thread, since: before, capacity: date.capacity)
        }
    }
}
