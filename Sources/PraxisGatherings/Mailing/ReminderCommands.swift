package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisDigest
import PraxisStore

extension Tick {
    static let reminders = Tick("reminders of dates") { env in
        _ = try await ReminderRound(env, at: env.clock()).run()
    }
}

/// One look at the dates that people are to be reminded of now.
package struct ReminderRound: Sendable {
    private let env: Environment
    private let now: Timestamp

    package init(_ env: Environment, at now: Timestamp) { (self.env, self.now) = (env, now) }

    /// Queues a mail for each of those who come, or might, and want one; what an earlier look queued is not queued again.
    /// - Returns: how many were queued.
    package func run() async throws -> Int {
        let due = try await env.store.read { db in
            try db.all(
                "SELECT threadId FROM gathering WHERE remindAt <= \(now) ORDER BY remindAt LIMIT 200" as SQL<ThreadID>
            )
        }
        var queued = 0
        for thread in due {
            var last: Int? = 0
            while let turn = last {
                let step = try await env.site.remind(of: thread, after: turn)
                queued += step.queued
                last = step.last
            }
        }
        return queued
    }
}

/// What one transaction of a round did.
package struct ReminderStep: Sendable {
    package let queued: Int
    /// The turn of the last one who was reminded; nil if there are no more.
    package let last: Int?
}

extension Site {
    /// How many one transaction reminds, so that others write in between.
    private static let atOnce = 250

    /// Queues the reminders of a date for those who answered after a turn; once there are no more, notes when the next ones are due.
    ///
    /// Idempotent: member, date, lead and beginning make a mail once.
    package func remind(of thread: ThreadID, after turn: Int) async throws -> ReminderStep {
        try await command { db in
            guard let date = try db.first(Gathering.of([thread])) else { return ReminderStep(queued: 0, last: nil) }
            let lead = date.state == .planned ? date.reminders.due(at: db.now) : nil
            let members =
                try lead.map { try db.all(RemindedMember.of(thread, $0, after: turn, limit: Self.atOnce)) } ?? []
            var queued = 0
            for member in members {
                guard let reminded = lead.map({ Reminded($0, date.startAt) }) else { break }
                let about = MailMatter(thread.subject, numbers: reminded.numbers)
                let isNew = try db.queueMail(
                    .reminder,
                    to: member.id,
                    period: reminded.period(of: thread),
                    about: about
                )
                if isNew { queued += 1 }
            }
            if members.count == Self.atOnce { return ReminderStep(queued: queued, last: members.last?.turn) }
            try db.run(
                "UPDATE gathering SET remindAt = \(date.reminders.next(after: db.now)) WHERE threadId = \(thread)"
            )
            return ReminderStep(queued: queued, last: nil)
        }
    }
}

extension Gathering {
    var reminders: ReminderPlan {
        ReminderPlan(wall: wall, zone: Zones.stored(zone, orElse: "UTC"), startAt: startAt)
    }
}

extension GatheringDetails {
    var reminders: ReminderPlan {
        ReminderPlan(wall: wall, zone: Zones.stored(zone, orElse: "UTC"), startAt: startAt)
    }
}

/// Somebody who is to be reminded of a date.
private struct RemindedMember: RowDecodable {
    let id: MemberID
    let turn: Int

    static let columns: SQL<Void> = "r.memberId, r.turn"

    init(_ columns: inout Columns) throws { (id, turn) = (try columns.id(), try columns.int()) }

    /// Those who said yes or maybe and want it so long ahead, in the order of their turns: walks `gatheringAnswer_by_turn`.
    static func of(_ thread: ThreadID, _ lead: ReminderLead, after turn: Int, limit: Int) -> SQL<RemindedMember> {
        let wanted = GatheringMailSetting.reminder(lead).nearest(of: "r.memberId", in: [Noun.Member.kind: "r.memberId"])
        return """
            SELECT \(columns) FROM gatheringAnswer r
            WHERE r.threadId = \(thread) AND r.turn > \(turn) AND r.answer <> 'no' AND \(wanted) = 'on'
            ORDER BY r.turn LIMIT \(limit)
            """
    }
}
