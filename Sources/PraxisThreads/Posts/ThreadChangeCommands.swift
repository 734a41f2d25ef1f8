package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// What is to change about a thread; what is left out stays.
package struct ThreadChange: Sendable {
    package var title: Title?
    package var state: ThreadState?
    package var isPinned: Bool?
    /// The version it is based on; nil takes any.
    package var version: Int?

    package init() {}
}

extension Community {
    /// Retitles, closes, reopens, marks as answered, pins or unpins a thread, atomically.
    /// - Throws: `Denial.stale` with the title that is there now; `.input` for a fourth pinned thread of a group.
    package func change(_ thread: ThreadID, _ change: ThreadChange, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            let old = try db.thread(thread)
            if let version = change.version, version != old.version {
                throw Denial.stale(current: old.version, now: old.title)
            }
            if let title = change.title, title.text != old.title { try db.retitle(old, title, facts) }
            if let state = change.state, state != old.state { try db.setState(of: old, state, facts) }
            if let isPinned = change.isPinned, isPinned != old.isPinned { try db.setPinned(old, isPinned, facts) }
        }
    }

    /// Marks a post as what helped, or takes the mark away again.
    /// - Throws: `Denial.notAllowed` for the first post, which asks.
    package func markHelped(_ post: PostID, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: post, for: viewer)
            let permit = try Policy.permit(MarkAnswered.self, facts)
            let row = try db.post(post)
            guard row.number > 1, row.state == .published else { throw Denial.notAllowed }
            let isMarked = try db.thread(row.thread).answer == post
            try db.run(
                """
                UPDATE thread SET answerId = \(isMarked ? nil : post), version = version + 1,
                    state = CASE WHEN state = 'closed' THEN 'closed' WHEN \(isMarked) THEN 'open' ELSE 'answered' END
                WHERE id = \(row.thread)
                """
            )
            let mandate = try db.auditUnlessOwn(.threadAnswered, row.thread.subject, by: permit)
            try db.record(isMarked ? .reopened : .answered, row.thread.subject, by: mandate)
        }
    }
}

/// A thread as the commands that change it read it, inside their transaction and after `Access`.
private struct ThreadRow: RowDecodable {
    let id: ThreadID
    let group: GroupID
    let title: String
    let state: ThreadState
    let answer: PostID?
    let isPinned: Bool
    let version: Int

    static let columns: SQL<Void> = "id, groupId, title, state, answerId, isPinned, version"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        group = try columns.id()
        title = try columns.text()
        state = try columns.word()
        answer = columns.optionalID()
        isPinned = try columns.bool()
        version = try columns.int()
    }
}

extension WriteDB {
    fileprivate func thread(_ id: ThreadID) throws -> ThreadRow {
        let row = try first(
            "SELECT \(ThreadRow.columns) FROM thread WHERE id = \(id)"
                as SQL<ThreadRow>
        )
        guard let row else { throw Denial.missing }
        return row
    }

    fileprivate func retitle(_ old: ThreadRow, _ title: Title, _ facts: Facts) throws {
        let permit = try Policy.permit(Retitle.self, facts)
        try retitle(old.id, title, by: auditUnlessOwn(.threadRetitled, old.id.subject, by: permit))
    }

    /// The title is in the search row of each post.
    package func retitle<A: RetitlingAct>(_ thread: ThreadID, _ title: Title, by mandate: borrowing Mandate<A>) throws {
        let posts = try all(
            "SELECT id FROM post WHERE threadId = \(thread) AND state = 'published' ORDER BY number" as SQL<PostID>
        )
        for post in posts { try removeFromSearch(post) }
        try run("UPDATE thread SET title = \(title.text), version = version + 1 WHERE id = \(thread)")
        for post in posts { indexForSearch(post) }
        try record(.retitled, thread.subject, by: mandate)
    }

    /// Facilitators close and reopen; the thread's author, too, decides between open and answered.
    fileprivate func setState(of old: ThreadRow, _ state: ThreadState, _ facts: Facts) throws {
        if old.state == .closed || state == .closed {
            let permit = try Policy.permit(CloseThread.self, facts)
            let act: AuditAct = state == .closed ? .threadClosed : .threadReopened
            try setState(of: old, state, by: audit(act, old.id.subject, by: permit))
        } else {
            let permit = try Policy.permit(MarkAnswered.self, facts)
            try setState(of: old, state, by: auditUnlessOwn(.threadAnswered, old.id.subject, by: permit))
        }
    }

    private func setState<A: ThreadStateAct>(
        of old: ThreadRow,
        _ state: ThreadState,
        by mandate: borrowing Mandate<A>
    ) throws {
        // What was answered before it was closed is answered again when it is reopened; an open thread points at no answer.
        let isStillAnswered = old.state == .closed && old.answer != nil
        let reached = state == .open && isStillAnswered ? ThreadState.answered : state
        try run(
            """
            UPDATE thread SET state = \(reached), answerId = \(reached == .open ? nil : old.answer), version = version + 1
            WHERE id = \(old.id)
            """
        )
        let event: ActEvent<A> =
            reached == .closed ? .closed : old.state == .closed || reached == .open ? .reopened : .answered
        try record(event, old.id.subject, by: mandate)
    }

    /// Walks `thread_pinned`.
    fileprivate func setPinned(_ old: ThreadRow, _ isPinned: Bool, _ facts: Facts) throws {
        let permit = try Policy.permit(Pin.self, facts)
        let pinned = try first("SELECT count(*) FROM thread WHERE groupId = \(old.group) AND isPinned" as SQL<Int>) ?? 0
        if isPinned, pinned >= Limits.pinnedPerGroup {
            throw Denial.input([FieldError("pinned", .tooManyPinned(maximum: Limits.pinnedPerGroup))])
        }
        try run("UPDATE thread SET isPinned = \(isPinned), version = version + 1 WHERE id = \(old.id)")
        let mandate = try audit(isPinned ? .threadPinned : .threadUnpinned, old.id.subject, by: permit)
        try record(isPinned ? .pinned : .unpinned, old.id.subject, by: mandate)
    }
}
