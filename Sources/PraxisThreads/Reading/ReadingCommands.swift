package import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension Community {
    /// Moves the viewer's reading place forward over the page that they were shown; never back, and not over what is new before it: members
    /// who come from a search to a late page have not read the earlier ones.
    ///
    /// `place` is how far they had read when the page was made. At the thread's end a mark set by hand is forgotten.
    package func read(
        _ thread: ThreadID,
        _ page: ClosedRange<Int>,
        from place: ReadingPlace,
        as viewer: Viewer
    ) async throws {
        let number = page.upperBound
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            guard let member = facts.viewer.member, let count = facts.thread?.postCount else { throw Denial.signedOut }
            try db.seeMentions(of: member, in: thread, page)
            let skipped = try db.first(
                """
                SELECT 1 FROM post p WHERE p.threadId = \(thread) AND p.number > \(place.number) AND p.number < \(page.lowerBound)
                    AND p.state = 'published' AND p.journal > \(place.floor) AND p.authorId <> \(member) LIMIT 1
                """ as SQL<Int>
            )
            if skipped != nil { return }
            try db.moveReadingPlace(of: member, in: thread, to: min(max(0, number), count))
            try db.run(
                """
                UPDATE readingPlace SET markedAt = NULL
                WHERE memberId = \(member) AND threadId = \(thread) AND number >= \(count) AND markedAt IS NOT NULL
                """
            )
        }
    }

    /// Sets the viewer's reading place exactly: forward as if read, back as if marked unread by hand.
    package func setReadingPlace(in thread: ThreadID, to number: Int, as viewer: Viewer) async throws {
        try await command { db in
            let facts = try db.facts(of: thread, for: viewer)
            guard let member = facts.viewer.member, let count = facts.thread?.postCount else { throw Denial.signedOut }
            let before = try db.readingPlace(of: member, in: thread)
            let number = min(max(0, number), count)
            try db.setReadingPlace(of: member, in: thread, to: number, markedAt: number < before ? db.now : nil)
            if number > 0 { try db.seeMentions(of: member, in: thread, 1...number) }
        }
    }

    /// Sets the viewer's reading place before `post`, so that it and what follows count as unread again.
    package func markUnread(from post: PostID, as viewer: Viewer) async throws -> MarkedUnread {
        try await command { db in
            let facts = try db.facts(of: post, for: viewer)
            guard let member = facts.viewer.member else { throw Denial.signedOut }
            guard let thread = facts.thread?.id,
                let number = try db.first("SELECT number FROM post WHERE id = \(post)" as SQL<Int>)
            else { throw Denial.missing }
            let before = try db.readingPlace(of: member, in: thread)
            try db.setReadingPlace(of: member, in: thread, to: number - 1, markedAt: db.now)
            return MarkedUnread(thread: thread, number: number, before: before)
        }
    }
}

extension WriteDB {
    fileprivate func readingPlace(of member: MemberID, in thread: ThreadID) throws -> Int {
        try first("SELECT number FROM readingPlace WHERE memberId = \(member) AND threadId = \(thread)" as SQL<Int>)
            ?? 0
    }

    fileprivate func setReadingPlace(
        of member: MemberID,
        in thread: ThreadID,
        to number: Int,
        markedAt: Timestamp?
    ) throws {
        try run(
            """
            INSERT INTO readingPlace (memberId, threadId, number, markedAt)
            VALUES (\(member), \(thread), \(number), \(markedAt))
            ON CONFLICT (memberId, threadId) DO UPDATE
                SET number = excluded.number, markedAt = excluded.markedAt, readTo = 0
            """
        )
    }
}

/// What marking a post unread changed.
package struct MarkedUnread: Sendable {
    package let thread: ThreadID
    /// The number of the first post that is unread now.
    package let number: Int
    /// The reading place as it was.
    package let before: Int
}
