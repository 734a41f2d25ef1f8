import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Site {
    /// Counts everything up to `upTo` as read, and leaves what was posted later new.
    ///
    /// `upTo` is where the journal stood when the member's page was made; nil, or a number still to come, means now.
    /// - Returns: the number up to which everything counts as read.
    package func catchUp(_ member: MemberID, to upTo: JournalNumber?) async throws -> JournalNumber {
        try await command { db in
            let latest = try db.db.journalNumber(), place = min(upTo ?? latest, latest)
            // A second press with nothing new since must not make the first one impossible to undo.
            try db.run(
                """
                UPDATE member SET caughtUpBefore = CASE WHEN caughtUpTo < \(place) OR caughtUpBefore IS NULL
                        OR caughtUpAt < \(db.now - Limits.undo) THEN caughtUpTo ELSE caughtUpBefore END,
                    caughtUpTo = \(SQL.larger("caughtUpTo", "\(place)")), caughtUpAt = \(db.now)
                WHERE id = \(member)
                """
            )
            return try db.first("SELECT caughtUpTo FROM member WHERE id = \(member)" as SQL<JournalNumber>) ?? place
        }
    }

    /// Takes the last "I'm caught up" back; also for threads marked unread by hand before it.
    /// - Returns: whether there was one within `Limits.undo`.
    package func undoCatchUp(_ member: MemberID) async throws -> Bool {
        try await command { db in
            try db.run(
                """
                UPDATE member SET caughtUpTo = caughtUpBefore, caughtUpBefore = NULL,
                    caughtUpAt = (SELECT at FROM journal WHERE id = caughtUpBefore)
                WHERE id = \(member) AND caughtUpBefore IS NOT NULL AND caughtUpAt >= \(db.now - Limits.undo)
                """
            ) > 0
        }
    }
}
