package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Takes the viewer's own post back: its text leaves the thread and the search; its number stays.
    ///
    /// Based on the revision that the author saw, or on any if that is not known.
    /// - Throws: `Denial.stale` with what is there now.
    package func withdraw(_ post: PostID, basedOn revision: Int?, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: post, for: viewer)
            let permit = try Policy.permit(Withdraw.self, facts)
            let old = try db.post(post)
            if let revision { try old.check(revision) }
            if old.state == .published { try db.removeFromSearch(post) }
            // What a moderator held or hid does not come back by an undo.
            let undoable = old.state == .published ? db.now : nil
            try db.run("UPDATE post SET state = 'withdrawn', withdrawnAt = \(undoable) WHERE id = \(post)")
            try db.noteWithdrawal(of: post, undoableFrom: undoable)
            try db.run(
                """
                UPDATE thread SET state = CASE WHEN state = 'answered' THEN 'open' ELSE state END, answerId = NULL, version = version + 1
                WHERE id = \(old.thread) AND answerId = \(post)
                """
            )
            try db.refreshLastPost(of: old.thread)
            try db.record(.withdrawn, post.subject, by: permit)
        }
    }

    /// Undoes a withdrawal within ten minutes.
    /// - Throws: `Denial.tooLate` afterwards.
    package func restore(_ post: PostID, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(ofOwn: post, for: viewer)
            let permit = try Policy.permit(Edit.self, facts)
            let old = try db.post(post)
            guard old.state == .withdrawn else { return }
            // The text of one that was imported stayed where it came from.
            guard let at = old.withdrawnAt, db.now <= at + Limits.undo, !old.body.isEmpty else { throw Denial.tooLate }
            try db.run("UPDATE post SET state = 'published', withdrawnAt = NULL WHERE id = \(post)")
            try db.forgetWithdrawal(of: post)
            db.indexForSearch(post)
            try db.refreshLastPost(of: old.thread)
            try db.record(.edited, post.subject, by: permit)
        }
    }
}

extension WriteDB {
    /// Makes a thread's last post the latest published one again: the latest by publication, not by number.
    ///
    /// Walks `post_unread` over the thread.
    func refreshLastPost(of thread: ThreadID) throws {
        let last = try first(
            """
            SELECT \(LastPost.columns) FROM post
            WHERE id = (SELECT id FROM post WHERE threadId = \(thread) AND state = 'published' ORDER BY journal DESC LIMIT 1)
            """ as SQL<LastPost>
        )
        guard let last else { return }
        try run(
            """
            UPDATE thread SET lastPostAt = \(last.at), lastAuthorId = \(last.author), lastJournal = \(last.journal)
            WHERE id = \(thread)
            """
        )
    }
}

private struct LastPost: RowDecodable {
    let at: Timestamp
    let author: MemberID
    let journal: JournalNumber

    static let columns: SQL<Void> = "createdAt, authorId, journal"

    init(_ columns: inout Columns) throws {
        at = try columns.time()
        author = try columns.id()
        journal = try columns.id()
    }
}
