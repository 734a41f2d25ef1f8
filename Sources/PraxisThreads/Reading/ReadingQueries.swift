import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// What is new to a reader, written once: the pages, the lists, the home page and the digest all ask here.
///
/// A post is unread when it is published, readable, not one's own, behind the reading place in its thread, and younger than what
/// counts as read: the journal numbers of joining and of the last "I'm caught up". Muted threads and groups hold nothing unread, and
/// neither do places where one is only an onlooker.
/// For a thread that was marked unread by hand, only the reading place counts, until the member is caught up again.
package enum Unread {
    /// Threads of a group, those with the newest activity, that are looked at; older ones keep their count in the group's list.
    private static let lookedAt = 100
    /// Maximum threads with unread posts, and mentions, that are counted.
    package static let held = 300
    /// A member's own posts, the latest, whose answers are looked for.
    private static let ownPosts = 100

    /// The viewer's threads with something unread, as a common table `unread`.
    ///
    /// Its columns are `threadId, communityId, groupId, firstNumber, count, mentions, lastJournal`; `mentions` is how many of
    /// the `count` posts mention the viewer. Begin a statement `WITH \(Unread.threads(viewer, at: now)) SELECT … FROM unread`;
    /// `place` of `Visibility` is there too. Walks `thread_by_activity` for each place, then `post_unread`, never a table.
    package static func threads(_ viewer: Viewer, at now: Timestamp, in range: Range = .everything) -> SQL<Void> {
        """
        \(places(viewer, at: now, in: range, limit: " ORDER BY gf.lastJournal DESC LIMIT \(held)")),
        \(counted(viewer, range))
        """
    }

    /// How far the viewer has read the threads that may hold something unread, as a common table `followed`.
    ///
    /// Its columns are `threadId, communityId, groupId, lastJournal, number, floor`: what `ThreadTally` counts from. It is the
    /// beginning of `threads`, and walks the same without any post; putting them in order is cheaper outside.
    package static func places(
        _ viewer: Viewer,
        at now: Timestamp,
        in range: Range = .everything,
        limit: SQL<Void> = ""
    ) -> SQL<Void> {
        """
        \(seats(viewer, at: now, cut: newest, since: range.since)),
        \(candidates(viewer)),
        \(followed(viewer))\(limit))
        """
    }

    /// The same for some threads only: what stands beside each line of a list.
    ///
    /// Walks their primary keys.
    package static func places(
        among threads: [ThreadID],
        _ viewer: Viewer,
        at now: Timestamp,
        in range: Range = .everything
    ) -> SQL<Void> {
        """
        \(seats(viewer, at: now, cut: "0", since: range.since)),
        candidate (id, lastJournal, postCount, groupId, communityId, floor, level, caughtUpAt, since) AS (
            SELECT \(candidate) FROM thread t CROSS JOIN seat
            WHERE seat.id = t.groupId AND \(isOfSeat) AND t.id IN (\(list: threads)) AND t.isShown),
        \(followed(viewer)))
        """
    }

    /// The same, counted, as the common table `unread`.
    package static func threads(
        among threads: [ThreadID],
        _ viewer: Viewer,
        at now: Timestamp,
        in range: Range = .everything
    ) -> SQL<Void> {
        """
        \(places(among: threads, viewer, at: now, in: range)),
        \(counted(viewer, range))
        """
    }

    /// The latest posts that mention a member or answer one of their latest posts, wherever they are, to be looked for in what they read.
    ///
    /// Walks `mention` by its key, `post_by_author` and `post_by_answered`.
    package static func addressed(to member: MemberID) -> SQL<AddressedPost> {
        """
        SELECT \(AddressedPost.columns(isMention: "max(a.isMention)")) FROM (
            SELECT postId AS id, 1 AS isMention FROM (
                SELECT postId FROM mention WHERE memberId = \(member) ORDER BY postId DESC LIMIT \(held))
            UNION ALL
            SELECT answer.id, 0 FROM (
                SELECT id FROM post WHERE authorId = \(member) ORDER BY createdAt DESC LIMIT \(ownPosts)) AS own
            CROSS JOIN post answer WHERE answer.replyToId = own.id) AS a
        CROSS JOIN post p WHERE p.id = a.id AND p.state = 'published' AND p.authorId <> \(member) GROUP BY p.id
        """
    }

    /// Posts that mention the viewer since an edit, and at which they have not looked since, in places that are theirs.
    ///
    /// They may be read already, so they are counted nowhere. Walks `mention_added`.
    package static func mentionsAdded(_ viewer: Viewer, at now: Timestamp) -> SQL<AddressedPost> {
        """
        WITH \(Visibility.places(viewer, at: now))
        SELECT \(AddressedPost.columns(isMention: "1"))
        FROM mention mn JOIN member v ON v.id = mn.memberId CROSS JOIN post p JOIN thread t ON t.id = p.threadId JOIN place ON \(Visibility.readable)
        LEFT JOIN follow f ON f.memberId = v.id AND f.threadId = t.id
        LEFT JOIN groupFollow gf ON gf.memberId = v.id AND gf.groupId = t.groupId
        WHERE mn.memberId = \(viewer.member) AND mn.addedAt > 0 AND mn.addedAt > place.readFrom AND mn.addedAt > v.caughtUpTo
            AND p.id = mn.postId AND p.state = 'published' AND NOT place.publicOnly AND \(level) <> 'muted'
        ORDER BY p.id LIMIT \(held)
        """
    }

    /// A part of what is new, by journal numbers: what one mail is about.
    package struct Range: Sendable {
        /// SQL over `place` and the viewer `v`: only what was published after it counts; NULL leaves a place out.
        package let since: SQL<Void>
        /// The last number that counts; nil for all.
        package let upTo: JournalNumber?
        /// SQL over a post `p` that counts; nil for all.
        let counting: SQL<Void>?

        package init(since: SQL<Void>, upTo: JournalNumber?, counting: SQL<Void>? = nil) {
            self.since = since
            self.upTo = upTo
            self.counting = counting
        }

        package static let everything = Range(since: "0", upTo: nil)
    }

    /// Selects 1 if anything in `range` is unread, else no row; does not count.
    package static func anything(_ viewer: Viewer, at now: Timestamp, in range: Range) -> SQL<Int> {
        """
        WITH \(places(viewer, at: now, in: range))
        SELECT 1 FROM followed o
        WHERE EXISTS (SELECT 1 FROM post p WHERE p.threadId = o.threadId AND \(isUnread(viewer, in: range))) LIMIT 1
        """
    }

    /// The level at which a thread is followed: its own, else its group's, else the default.
    ///
    /// `f` is the viewer's row of `follow`, `gf` that of `groupFollow`, left-joined. `FollowPlan` is the same in Swift.
    package static let level: SQL<Void> = "coalesce(f.level, gf.level, 'digest')"

    /// The places that are the viewer's own, with the journal number up to which everything counts as read, and the level.
    ///
    /// `cut` is the journal number up to which the threads of a place are not looked at, and `since` that of a range.
    private static func seats(_ viewer: Viewer, at now: Timestamp, cut: SQL<Void>, since: SQL<Void>) -> SQL<Void> {
        """
        \(Visibility.places(viewer, at: now)),
        seat (id, communityId, floor, level, caughtUpAt, cut, since, threadId) AS MATERIALIZED (
            SELECT place.id, place.communityId, \(SQL.larger("place.readFrom", "v.caughtUpTo")), gf.level, coalesce(v.caughtUpAt, 0),
                   \(cut), \(since), place.threadId
            FROM place JOIN member v ON v.id = \(viewer.member)
            LEFT JOIN groupFollow gf ON gf.memberId = v.id AND gf.groupId = place.id
            WHERE NOT place.publicOnly)
        """
    }

    /// The threads of the seats with the newest activity, and those that were marked unread by hand.
    private static func candidates(_ viewer: Viewer) -> SQL<Void> {
        let floor = SQL.larger("seat.floor", "seat.cut")
        return """
            candidate (id, lastJournal, postCount, groupId, communityId, floor, level, caughtUpAt, since) AS (
                SELECT \(candidate) FROM seat CROSS JOIN thread t
                WHERE t.groupId = seat.id AND t.lastJournal > \(SQL.larger(floor, "seat.since")) AND \(isOfSeat) AND t.isShown
                UNION ALL
                SELECT \(candidate) FROM readingPlace rp CROSS JOIN thread t JOIN seat ON seat.id = t.groupId AND \(isOfSeat)
                WHERE t.id = rp.threadId AND rp.memberId = \(viewer.member) AND rp.markedAt > 0 AND t.lastJournal > seat.since
                    AND t.lastJournal <= \(floor) AND t.isShown)
            """
    }

    /// Leaves out all but the threads of a place with the newest activity: an index entry is passed for each of those.
    private static let newest: SQL<Void> = """
        CASE WHEN place.threadId IS NULL THEN coalesce((SELECT t.lastJournal FROM thread t WHERE t.groupId = place.id
                  ORDER BY t.lastJournal DESC LIMIT 1 OFFSET \(lookedAt)), 0) ELSE 0 END
        """

    /// Whether a thread of the seat's group is the one that the viewer is admitted to, if it is one alone.
    private static let isOfSeat: SQL<Void> = "(seat.threadId IS NULL OR seat.threadId = t.id)"

    /// A thread with what its seat says; the seat stands in for `groupFollow` in `level`.
    private static let candidate: SQL<Void> =
        "t.id, t.lastJournal, t.postCount, t.groupId, seat.communityId, seat.floor, seat.level, seat.caughtUpAt, seat.since"

    /// From `candidate` to `followed`: what is not muted, with each thread's reading place; left open for an order.
    private static func followed(_ viewer: Viewer) -> SQL<Void> {
        let unmarked: SQL<Void> = "CASE WHEN rp.markedAt >= gf.caughtUpAt THEN 0 ELSE gf.floor END"
        return """
            followed (threadId, communityId, groupId, lastJournal, number, floor) AS MATERIALIZED (
                SELECT gf.id, gf.communityId, gf.groupId, gf.lastJournal, coalesce(rp.number, 0),
                       \(SQL.larger(SQL.larger(unmarked, "coalesce(rp.readTo, 0)"), "gf.since"))
                FROM candidate gf
                LEFT JOIN readingPlace rp ON rp.memberId = \(viewer.member) AND rp.threadId = gf.id
                LEFT JOIN follow f ON f.memberId = \(viewer.member) AND f.threadId = gf.id
                WHERE gf.since IS NOT NULL AND gf.postCount > coalesce(rp.number, 0) AND \(level) <> 'muted'
                    AND (gf.lastJournal > gf.floor OR rp.markedAt >= gf.caughtUpAt)
            """
    }

    /// From `followed` to `unread`; `ThreadTally` is the same in Swift, and `ReadingPlace` for one thread.
    private static func counted(_ viewer: Viewer, _ range: Range) -> SQL<Void> {
        let isUnread = isUnread(viewer, in: range)
        return """
            mentioned (threadId, mentions) AS MATERIALIZED (
                SELECT o.threadId, count(*)
                FROM (SELECT postId FROM mention WHERE memberId = \(viewer.member) ORDER BY postId DESC LIMIT \(held)) AS mn
                CROSS JOIN post p JOIN followed o ON o.threadId = p.threadId
                WHERE p.id = mn.postId AND \(isUnread) GROUP BY o.threadId),
            tally (threadId, communityId, groupId, lastJournal, firstNumber, count) AS MATERIALIZED (
                SELECT o.threadId, o.communityId, o.groupId, o.lastJournal,
                       (SELECT p.number FROM post p WHERE p.threadId = o.threadId AND \(isUnread)
                        ORDER BY p.number LIMIT 1),
                       (SELECT count(*) FROM post p WHERE p.threadId = o.threadId AND \(isUnread))
                FROM followed o),
            unread (threadId, communityId, groupId, firstNumber, count, mentions, lastJournal) AS (
                SELECT tally.threadId, tally.communityId, tally.groupId, tally.firstNumber, tally.count,
                       coalesce(mentioned.mentions, 0), tally.lastJournal
                FROM tally LEFT JOIN mentioned ON mentioned.threadId = tally.threadId WHERE tally.count > 0)
            """
    }

    /// Whether a post `p` of a followed thread `o` is new to the viewer.
    package static func isUnread(_ viewer: Viewer, in range: Range) -> SQL<Void> {
        let end: SQL<Void> = range.upTo.map { " AND p.journal <= \($0)" } ?? ""
        let counting: SQL<Void> = range.counting.map { " AND \($0)" } ?? ""
        return """
            p.number > o.number AND p.state = 'published' AND p.journal > o.floor AND p.authorId <> \(viewer.member)\(end)\(counting)
            """
    }
}
