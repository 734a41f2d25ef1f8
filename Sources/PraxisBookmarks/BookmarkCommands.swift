package import PraxisCommunity
package import PraxisDomain
import PraxisStore

// Neither journal nor audit log hears of bookmarks: they are their member's alone, as drafts are.
extension Site {
    /// Bookmarks a post for the viewer, or changes the reminder of the bookmark that is there.
    /// - Throws: `Denial.missing` if the viewer is not shown the post, `.signedOut`, `.input` beyond `Limits.bookmarks`.
    package func bookmark(_ post: PostID, _ change: ReminderChange, as viewer: Viewer) async throws {
        try await command { db in
            let permit = try Policy.permit(KeepBookmark.self, db.facts(of: post, for: viewer))
            let member = try permit.author()
            if try db.first(Self.has(post, member)) == nil { return try db.add(post, change, of: member) }
            guard case .to(let reminder) = change else { return }
            // A reminder that stays on its day is told of once.
            try db.run(
                """
                UPDATE bookmark SET remindOn = \(reminder?.day), remindAt = \(reminder?.tellFrom)
                WHERE memberId = \(member) AND postId = \(post) AND coalesce(remindOn = \(reminder?.day), \(false)) = \(false)
                """
            )
        }
    }

    /// Removes the viewer's bookmark, also of a post that they can no longer read; does nothing if absent.
    /// - Throws: `Denial.missing` without a bookmark if the viewer is not shown the post, `.signedOut`.
    package func removeBookmark(of post: PostID, as viewer: Viewer) async throws {
        guard let member = viewer.member else { throw Denial.signedOut }
        try await command { db in
            let removed = try db.run("DELETE FROM bookmark WHERE memberId = \(member) AND postId = \(post)")
            if removed == 0 { _ = try Policy.permit(KeepBookmark.self, db.facts(of: post, for: viewer)) }
        }
    }

    static func has(_ post: PostID, _ member: MemberID?) -> SQL<PostID> {
        "SELECT postId FROM bookmark WHERE memberId = \(member) AND postId = \(post)"
    }
}

extension WriteDB {
    fileprivate func add(_ post: PostID, _ change: ReminderChange, of member: MemberID) throws {
        let count = try first("SELECT count(*) FROM bookmark WHERE memberId = \(member)" as SQL<Int>) ?? 0
        if count >= Limits.bookmarks { throw Denial.input([FieldError("bookmark", .tooManyBookmarks)]) }
        let reminder: Reminder? = if case .to(let reminder) = change { reminder } else { nil }
        try run(
            """
            INSERT INTO bookmark (memberId, postId, at, remindOn, remindAt)
            VALUES (\(member), \(post), \(now), \(reminder?.day), \(reminder?.tellFrom))
            """
        )
    }
}
