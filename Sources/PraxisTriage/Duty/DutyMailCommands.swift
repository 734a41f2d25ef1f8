package import PraxisCapability
package import PraxisCommunity
import PraxisDigest
package import PraxisDomain
import PraxisStore

/// One look at everyone who may have something to decide.
package struct DutyRound: Sendable {
    private let env: Environment
    private let now: Timestamp

    package init(_ env: Environment, at now: Timestamp) { (self.env, self.now) = (env, now) }

    /// Queues one mail a day for each of those for whom something is waiting at the hour of their digest.
    /// - Returns: how many were queued.
    package func run() async throws -> Int {
        let now = now
        let due = try await env.store.read { db in
            try db.all(DutyState.all).compactMap { state in
                try state.day(at: now).map { day in
                    let waiting = try QueueDuty.waiting(Reading(state.viewer, db, at: now))
                    return Due(member: state.member, day: day, isWaiting: !waiting.isEmpty)
                }
            }
        }
        if due.isEmpty { return 0 }
        return try await env.site.command { db in
            var queued = 0
            for due in due {
                try db.run(
                    """
                    INSERT INTO dutyMail (memberId, lastDay) VALUES (\(due.member), \(due.day.dayNumber))
                    ON CONFLICT (memberId) DO UPDATE SET lastDay = excluded.lastDay
                    """
                )
                if due.isWaiting, try db.queueMail(.duty, to: due.member, period: due.day.date) { queued += 1 }
            }
            return queued
        }
    }

    /// One of those whose hour has come.
    private struct Due {
        let member: MemberID
        let day: LocalTime
        let isWaiting: Bool
    }
}

extension Site {
    /// Turns the daily mail about what is waiting off, or on again.
    package func setDutyMail(isOff: Bool, as viewer: Viewer) async throws {
        try await command { db in
            let permit = try Policy.permitForOwnAccount(viewer), member = try permit.author()
            try db.set(DutyState.setting, !isOff, of: member)
            try db.record(.mailChanged, by: permit)
        }
    }
}

extension Tick {
    package static let duties = Tick("what is waiting to be decided") { env in
        _ = try await DutyRound(env, at: env.clock()).run()
    }
}
