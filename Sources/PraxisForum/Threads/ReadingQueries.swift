import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// What is new to a reader, written once: the pages, the lists, the home page and the digest all ask here.
///
/// A post is unread when it is published, readable, not one's own, behind the reading place in its thread, and younger than what
/// counts as read: the journal numbers of joining and of the last "I'm caught up". Muted threads and groups hold nothing unread, and
/// neither do places where one is only an onlooker.
/// Whoever marks a thread unread by hand sets only the reading place against it, until they are caught up again.
package enum Unread {
    /// Threads with the newest activity that are looked at; older ones still show their own count in the lists of their groups.
    private static let lookedAt = 2_000
    /// Threads with unread posts at the most.
    private static let held = 500

    /// The viewer's threads with something unread, as a common table `unread (threadId, communityId, groupId, firstNumber, count,
    /// mentions, lastJournal)`; `mentions` is how many of the `count` posts mention the viewer.
    ///
    /// Begin a statement `WITH \(Unread.threads(viewer, at: now)) SELECT … FROM unread`; `place` of `Visibility` is there too.
    /// Walks `thread_by_activity` for each place, then `post_unread`; sorts 500 threads at the most.
    package static func threads(_ viewer: Viewer, at now: Timestamp) -> SQL<Void> {
        """
        \(Visibility.places(viewer, at: now)),
        candidate (id) AS MATERIALIZED (
            SELECT id FROM (
                SELECT t.id AS id, t.lastJournal FROM place CROSS JOIN thread t ON t.groupId = place.id
                WHERE NOT place.publicOnly
                      AND t.lastJournal > max(place.readFrom, (SELECT caughtUpTo FROM member WHERE id = \(viewer.member)))
                ORDER BY t.lastJournal DESC LIMIT \(lookedAt))
            UNION SELECT threadId FROM readingPlace WHERE memberId = \(viewer.member) AND markedAt IS NOT NULL),
        \(counted(viewer))
        """
    }

    /// The same for some threads only: what stands beside each line of a list.
    package static func threads(among threads: [ThreadID], _ viewer: Viewer, at now: Timestamp) -> SQL<Void> {
        """
        \(Visibility.places(viewer, at: now)),
        candidate (id) AS MATERIALIZED (SELECT id FROM thread WHERE id IN (\(list: threads))),
        \(counted(viewer))
        """
    }

    /// The level at which a thread is followed: its own, else its group's, else the default.
    ///
    /// `f` is the viewer's row of `follow`, `gf` that of `groupFollow`, left-joined. `FollowPlan` is the same in Swift.
    package static let level: SQL<Void> = "coalesce(f.level, gf.level, 'digest')"

    /// The journal number up to which everything in thread `t` counts as read.
    ///
    /// `rp` is the viewer's reading place, left-joined, `v` the viewer's account. `ReadingPlace` is the same in Swift.
    private static let floor: SQL<Void> = """
        CASE WHEN rp.markedAt >= coalesce(v.caughtUpAt, 0) THEN 0 ELSE max(place.readFrom, v.caughtUpTo) END
        """

    /// From `candidate` to `unread`.
    private static func counted(_ viewer: Viewer) -> SQL<Void> {
        """
        followed (threadId, communityId, groupId, lastJournal, number, floor) AS MATERIALIZED (
            SELECT t.id, t.communityId, t.groupId, t.lastJournal, coalesce(rp.number, 0), \(floor)
            FROM candidate JOIN thread t ON t.id = candidate.id JOIN place ON \(Visibility.readable)
            JOIN member v ON v.id = \(viewer.member)
            LEFT JOIN readingPlace rp ON rp.memberId = v.id AND rp.threadId = t.id
            LEFT JOIN follow f ON f.memberId = v.id AND f.threadId = t.id
            LEFT JOIN groupFollow gf ON gf.memberId = v.id AND gf.groupId = t.groupId
            WHERE NOT place.publicOnly AND t.postCount > coalesce(rp.number, 0) AND \(level) <> 'muted'
            ORDER BY t.lastJournal DESC LIMIT \(held)),
        unread (threadId, communityId, groupId, firstNumber, count, mentions, lastJournal) AS MATERIALIZED (
            SELECT o.threadId, min(o.communityId), min(o.groupId), min(p.number), count(*), count(mn.postId), min(o.lastJournal)
            FROM followed o CROSS JOIN post p ON p.threadId = o.threadId AND p.number > o.number
            LEFT JOIN mention mn ON mn.memberId = \(viewer.member) AND mn.postId = p.id
            WHERE p.state = 'published' AND p.journal > o.floor AND p.authorId <> \(viewer.member)
            GROUP BY o.threadId)
        """
    }
}
