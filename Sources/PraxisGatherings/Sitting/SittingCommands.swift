package import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Tick {
    static let sittings = Tick("changes of dates") { env in
        _ = try await SittingRound(env, at: env.clock()).run()
    }
}

/// One look at the sittings that are over.
package struct SittingRound: Sendable {
    private let env: Environment
    private let now: Timestamp

    package init(_ env: Environment, at now: Timestamp) { (self.env, self.now) = (env, now) }

    /// Queues one mail for each of those who said yes or maybe to a date that is other than it was; what an earlier look did is not done again.
    /// - Returns: how many were queued.
    package func run() async throws -> Int {
        let due = try await env.store.read { db in
            try db.all(
                "SELECT id FROM gatheringSitting WHERE state <> 'told' AND leavesAt <= \(now) ORDER BY leavesAt LIMIT 100"
                    as SQL<SittingID>
            )
        }
        var queued = 0
        for sitting in due {
            while let count = try await env.site.tell(of: sitting) { queued += count }
        }
        return queued
    }
}

extension Site {
    /// How many one transaction tells, so that others write in between.
    private static let atOnce = 250

    /// Those who come to any of some dates, the next ones in the order of their ids.
    private static func next(of threads: [ThreadID], after last: Int64) -> SQL<MemberID> {
        """
        SELECT DISTINCT memberId FROM gatheringAnswer WHERE threadId IN (\(list: threads)) AND answer <> 'no'
            AND memberId > \(last) ORDER BY memberId LIMIT \(atOnce)
        """
    }

    /// Queues the next mails of a sitting, which nothing is added to from then on.
    /// - Returns: how many were queued; nil if all are told.
    func tell(of sitting: SittingID) async throws -> Int? {
        try await command { db in
            let last = try db.first(
                "SELECT toldTo FROM gatheringSitting WHERE id = \(sitting) AND state <> 'told'" as SQL<Int64>
            )
            guard let last else { return nil }
            let threads = try db.all(ChangedDate.of(sitting)).filter { !$0.parts.isEmpty }.map(\.gathering.thread)
            let members = try threads.isEmpty ? [] : db.all(Self.next(of: threads, after: last))
            for member in members {
                try db.queueMail(.dateChanges, to: member, period: "\(sitting)", about: MailMatter(sitting.subject))
            }
            let state: SittingState = members.count == Self.atOnce ? .leaving : .told
            try db.run(
                """
                UPDATE gatheringSitting SET state = \(state), toldTo = \(members.last?.rawValue ?? last) WHERE id = \(sitting)
                """
            )
            return members.count
        }
    }
}

extension Community {
    /// Has nobody told of what was changed about a date and others of its group in the same sitting; does nothing once they are being told.
    /// - Throws: `Denial.missing` for what is no date that the viewer reads; what the policy says.
    package func withholdNote(about thread: ThreadID, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            _ = try Gathering.load(thread, db.db)
            let permit = try Policy.permit(ChangeGathering.self, facts)
            guard let sitting = try db.first(Sitting.open(with: thread)) else { return }
            let mandate = try db.audit(.noteWithheld, thread.subject, by: permit)
            try db.run(
                """
                DELETE FROM gatheringChange WHERE sittingId = \(sitting.id) AND threadId IN (
                    SELECT t.id FROM thread t JOIN gatheringChange c ON c.threadId = t.id
                    WHERE c.sittingId = \(sitting.id) AND t.groupId = \(facts.group?.id))
                """
            )
            try db.record(.sittingChanged, thread.subject, by: mandate)
        }
    }
}
