import PraxisCapability
package import PraxisCommunity
package import PraxisDomain
import PraxisStore
import PraxisWeb

/// Where a post stands in its thread.
package struct PostAddress: Equatable, Sendable {
    package let id: PostID
    package let number: Int

    /// The thread and the number of a post that the viewer is shown, if only as withdrawn.
    /// - Throws: `Denial.missing`.
    package static func find(_ post: PostID, _ reading: Reading) throws -> (thread: ThreadID, number: Int) {
        let row = try reading.first(
            """
            SELECT \(ThreadAndNumber.columns) FROM post p
            WHERE p.id = \(post) AND (p.state = 'withdrawn' OR \(Visibility.state(reading.viewer)))
            """ as SQL<ThreadAndNumber>
        )
        guard let row else { throw Denial.missing }
        _ = try Access.thread(row.thread, reading)
        return (row.thread, row.number)
    }

    private struct ThreadAndNumber: RowDecodable {
        let thread: ThreadID
        let number: Int

        static let columns: SQL<Void> = "p.threadId, p.number"

        init(_ columns: inout Columns) throws { (thread, number) = (try columns.id(), try columns.int()) }
    }
}

extension ThreadPageSnapshot {
    /// The kept page, or a new one.
    ///
    /// Precondition: the caller has checked that the viewer may read the thread.
    /// - Throws: `Denial.missing` for a page beyond the highest number given.
    static func current(_ thread: ThreadID, page: Int, _ env: Environment) async throws -> ThreadPageSnapshot {
        let slots = env.capabilities.postSlots, facets = env.capabilities.threadFacets
        return try await env.snapshots.page(.thread(thread), "page \(page)", in: env.store) { db in
            try read(thread, page: page, slots, facets, db)
        }
    }

    private static func read(
        _ thread: ThreadID,
        page: Int,
        _ slots: [PostSlot],
        _ facets: ThreadFacets,
        _ db: DB
    ) throws -> ThreadPageSnapshot {
        guard let facts = try db.first(ThreadPageFacts.of(thread)), page <= Paths.page(of: facts.highestNumber) else {
            throw Denial.missing
        }
        let hidden = try db.all(
            """
            SELECT p.authorId FROM post p
            WHERE p.threadId = \(thread) AND p.number BETWEEN \(numbers(page).lowerBound) AND \(numbers(page).upperBound)
                AND p.state IN ('held', 'hidden')
            """ as SQL<MemberID>
        )
        let posts = try db.all(ShownPost.on(page, of: facts, "p.state IN ('published', 'withdrawn')"))
        let published = posts.filter { $0.state == .published }.map(\.id)
        return ThreadPageSnapshot(
            facts: facts,
            posts: posts,
            slots: try slots.map { try $0.load(published, db) },
            facets: try facets.load([(thread, facts.kind)], db),
            page: page,
            hiddenAuthors: Set(hidden),
            readAt: try db.journalNumber()
        )
    }

    /// The post numbers of a page.
    static func numbers(_ page: Int) -> ClosedRange<Int> {
        (page - 1) * Limits.postsPerPage + 1...page * Limits.postsPerPage
    }
}

extension ThreadPageFacts {
    /// Walks primary keys, and `post_unread` for the counts.
    static func of(_ thread: ThreadID) -> SQL<ThreadPageFacts> {
        """
        SELECT \(ThreadPageFacts.columns)
        FROM thread t JOIN community c ON c.id = t.communityId JOIN "group" g ON g.id = t.groupId
        LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
        LEFT JOIN post a ON a.id = t.answerId AND a.state = 'published'
        WHERE t.id = \(thread)
        """
    }
}

extension ShownPost {
    /// The posts of a page in a state, by number.
    ///
    /// Walks `post`'s unique index on thread and number. The role is that of the group's own facilitators, of the community's where
    /// everyone of it reads, and of its moderators and managers in groups that are not confidential.
    static func on(_ page: Int, of thread: ThreadPageFacts, _ state: SQL<Void>) -> SQL<ShownPost> {
        let numbers = ThreadPageSnapshot.numbers(page)
        let isConfidential = thread.group.kind.isConfidential
        let isOpen = thread.group.access == .open && !isConfidential
        return """
            SELECT \(ShownPost.columns(isOpen: isOpen, isConfidential: isConfidential))
            FROM post p JOIN member m ON m.id = p.authorId
            LEFT JOIN membership ms ON ms.communityId = \(thread.community.id) AND ms.memberId = p.authorId
                AND ms.standing = 'active'
            LEFT JOIN groupMembership gm ON gm.groupId = \(thread.group.id) AND gm.memberId = p.authorId
                AND gm.standing = 'active'
            LEFT JOIN post r ON r.id = p.replyToId AND r.state IN ('published', 'withdrawn')
            LEFT JOIN member rm ON rm.id = r.authorId
            WHERE p.threadId = \(thread.thread) AND p.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
                AND \(state)
            ORDER BY p.number
            """
    }
}

extension PostDone {
    /// Whether the viewer can undo that they withdrew the post, as `Community.restore` judges it.
    ///
    /// Walks the primary key.
    static func canRestore(_ post: PostID, _ reading: Reading) throws -> Bool {
        guard let facts = try Access.unlessMissing({ try Access.ownPost(post, reading) }),
            Policy.allows(Edit.self, facts)
        else { return false }
        return try reading.first(
            """
            SELECT id FROM post
            WHERE id = \(post) AND state = 'withdrawn' AND withdrawnAt >= \(reading.now - Limits.undo) AND body <> ''
            """ as SQL<PostID>
        ) != nil
    }
}
