package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Says whether the viewer comes to a series: to all of its dates to come, also to those that are made later.
    ///
    /// A date that they answered by itself keeps that answer. What is so already changes nothing.
    /// - Throws: `Denial.missing` for what is no series that the viewer reads; `.input` naming `answer` if it is cancelled or no date is to
    ///   come; what the policy says.
    package func answerSeries(_ answer: GatheringAnswer, to series: SeriesID, as viewer: Viewer) async throws {
        try await command { db in
            guard let row = try db.first(Series.of(series)) else { throw Denial.missing }
            let facts = try db.facts(of: row.group, for: viewer)
            guard row.isRead(by: facts) else { throw Denial.missing }
            let permit = try Policy.permit(AnswerSeries.self, facts), member = try permit.author()
            if row.state != .planned { throw Denial.input([FieldError("answer", .gatheringIsCancelled)]) }
            let dates = try db.all(Gathering.toCome(of: series, at: db.now))
            if dates.isEmpty { throw Denial.input([FieldError("answer", .gatheringIsOver)]) }
            if try db.first(SeriesAnswer.of(member, to: series))?.answer == answer { return }
            try db.setSeriesAnswer(answer, of: member, to: series)
            for date in dates {
                try db.carry(
                    answer,
                    of: member,
                    to: date,
                    in: Place(community: row.community, group: row.group, thread: date.thread),
                    by: permit
                )
            }
            if answer == .yes { try db.confirmSeries(series, to: member) }
        }
    }
}

extension WriteDB {
    /// One that changes goes behind all others.
    package func setSeriesAnswer(_ answer: GatheringAnswer, of member: MemberID, to series: SeriesID) throws {
        try run(
            """
            INSERT INTO seriesAnswer (seriesId, memberId, answer, turn, answeredAt)
            VALUES (\(series), \(member), \(answer), \(SeriesAnswer.nextTurn(series)), \(now))
            ON CONFLICT (seriesId, memberId) DO UPDATE SET answer = excluded.answer, turn = excluded.turn, answeredAt = excluded.answeredAt
            """
        )
    }

    /// Has an answer to a series hold for a date, unless the member answered that by itself.
    fileprivate func carry(
        _ answer: GatheringAnswer,
        of member: MemberID,
        to date: Gathering,
        in place: Place,
        by permit: borrowing Permit<AnswerSeries>
    ) throws {
        let before = try seats(date.thread, capacity: date.capacity)
        let isCarried =
            try run(
                """
                INSERT INTO gatheringAnswer (threadId, memberId, answer, turn, needs, answeredAt, isOfSeries)
                VALUES (\(date.thread), \(member), \(answer), \(GatheringAnswer.nextTurn(date.thread)), '', \(now), \(true))
                ON CONFLICT (threadId, memberId) DO UPDATE SET answer = excluded.answer, turn = excluded.turn, answeredAt = excluded.answeredAt
                    WHERE gatheringAnswer.isOfSeries AND gatheringAnswer.answer <> excluded.answer
                """
            ) > 0
        if !isCarried { return }
        try record(.gatheringAnswered, date.thread.subject, in: place, by: permit)
        try tellPromoted(date.thread, since: before, capacity: date.capacity)
    }

    /// Has a date that is new, or planned again, take over what members said of its whole series, in the order in which they said it.
    ///
    /// What they said of it before stays; a date alone takes over nothing.
    package func carryAnswers(to thread: ThreadID) throws {
        try run(
            """
            INSERT INTO gatheringAnswer (threadId, memberId, answer, turn, needs, answeredAt, isOfSeries)
            SELECT \(thread), memberId, answer, \(GatheringAnswer.nextTurn(thread)) - 1 + row_number() OVER (ORDER BY turn), '', \(now),
                \(true)
            FROM seriesAnswer WHERE seriesId = (SELECT seriesId FROM gathering WHERE threadId = \(thread))
            ON CONFLICT (threadId, memberId) DO NOTHING
            """
        )
    }

    /// Takes back what a member who has left a place said of its series.
    ///
    /// Walks `seriesAnswer_by_member`.
    func endSeriesAnswers(of member: MemberID, in community: CommunityID, _ group: GroupID?) throws {
        let there: SQL<Void> = if let group { "s.groupId = \(group)" } else { "s.communityId = \(community)" }
        try run(
            """
            DELETE FROM seriesAnswer
            WHERE memberId = \(member) AND EXISTS (SELECT 1 FROM series s WHERE s.id = seriesAnswer.seriesId AND \(there))
            """
        )
    }

    /// Queues the mail that confirms a yes to a series: once for each turn.
    fileprivate func confirmSeries(_ series: SeriesID, to member: MemberID) throws {
        guard let turn = try first(SeriesAnswer.of(member, to: series))?.turn else { return }
        let about = MailMatter(series.subject, numbers: [turn])
        try queueMail(.seriesConfirmation, to: member, period: "\(series) \(turn)", about: about)
    }
}
