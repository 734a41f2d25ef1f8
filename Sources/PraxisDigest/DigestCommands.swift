import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension Site {
    /// Queues the mails of some steps and notes how far their members have been served, all in one transaction.
    ///
    /// Members who changed their settings since they were looked at are left for the next round. Spread mails leave over the minutes after
    /// their due time, others at once. Answers how many mails were queued.
    package func take(_ steps: [DigestStep], isSpread: Bool) async throws -> Int {
        try await command { db in
            var queued = 0
            for step in steps where try db.note(step) {
                guard let (due, range) = step.mail else { continue }
                let member = step.state.member
                let isNew = try db.queueMail(
                    .digest,
                    to: member,
                    period: due.period,
                    about: range.matter,
                    notBefore: isSpread ? max(db.now, due.at + DigestPlan.delay(of: member)) : nil
                )
                queued += isNew ? 1 : 0
            }
            return queued
        }
    }
}

extension WriteDB {
    /// - Returns: whether the step still holds.
    fileprivate func note(_ step: DigestStep) throws -> Bool {
        let state = step.state, day = step.done?.due.day
        let isWeekly = day.map(state.isWeekly) ?? false
        return try run(
            """
            UPDATE digestState SET nextAt = \(step.next?.at), upTo = coalesce(\(step.done?.upTo), upTo),
                weeklyUpTo = coalesce(\(isWeekly ? step.done?.upTo : nil), weeklyUpTo),
                lastDay = coalesce(\(day), lastDay),
                lastWeek = coalesce(\(isWeekly ? day.map(DigestPlan.week) : nil), lastWeek),
                questionsTo = coalesce(\(step.mail?.range.clockTo), questionsTo, \(now))
            WHERE memberId = \(state.member) AND nextAt = \(state.nextAt)
            """
        ) == 1
    }

    /// Has the content of a digest come with the member's next one; does nothing if a later one was queued since.
    func giveBackDigest(_ range: DigestRange, of member: MemberID) throws {
        let since = range.since, upTo = range.upTo
        try run("UPDATE digestState SET upTo = \(since) WHERE memberId = \(member) AND upTo = \(upTo)")
        try run(
            """
            UPDATE digestState SET questionsTo = \(range.clockSince)
            WHERE memberId = \(member) AND questionsTo = \(range.clockTo)
            """
        )
        guard let weeklySince = range.weeklySince else { return }
        try run(
            """
            UPDATE digestState SET weeklyUpTo = \(weeklySince), lastWeek = lastWeek - 1
            WHERE memberId = \(member) AND weeklyUpTo = \(upTo)
            """
        )
    }

    /// Recomputes a member's next digest, after anything that decides on it has changed.
    func replanDigest(of member: MemberID) throws {
        let next = try DigestState.of(member, db).next(after: now)
        try run("UPDATE digestState SET nextAt = \(next?.at) WHERE memberId = \(member)")
    }
}
