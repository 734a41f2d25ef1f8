package import PraxisCommunity
package import PraxisDomain
import PraxisStore

// Neither journal nor audit log is told: what members note of their learning is theirs alone, as bookmarks are.
extension Site {
    /// Notes something that the viewer has learnt.
    /// - Throws: `Denial.signedOut`; `.input` for one who has noted too much.
    package func addLearning(
        _ new: NewLearning,
        as viewer: Viewer,
        once key: OnceKey? = nil
    ) async throws
        -> LearningEntryID
    {
        try await command(once: key) { db in
            let member = try Policy.permitForOwnAccount(viewer).author()
            let count = try db.first("SELECT count(*) FROM learningEntry WHERE memberId = \(member)" as SQL<Int>) ?? 0
            if count >= Limits.learningEntries { throw Denial.input([FieldError("title", .learningIsFull)]) }
            return try db.insert(
                """
                INSERT INTO learningEntry (memberId, day, minutes, category, title, reflection, createdAt, removedAt)
                VALUES (\(member), \(new.day), \(new.minutes), \(new.category), \(new.title), \(new.reflection), \(db.now), NULL) RETURNING id
                """
            )
        }
    }

    /// Removes an entry of the viewer's, or brings it back; what is so already changes nothing.
    /// - Throws: `Denial.signedOut`; `.missing` for one that is not theirs, or gone for good.
    package func setLearning(_ entry: LearningEntryID, isRemoved: Bool, as viewer: Viewer) async throws {
        try await command { db in
            let member = try Policy.permitForOwnAccount(viewer).author()
            let changed = try db.run(
                """
                UPDATE learningEntry SET removedAt = \(isRemoved ? db.now : nil) WHERE id = \(entry) AND memberId = \(member)
                """
            )
            if changed == 0 { throw Denial.missing }
        }
    }
}
