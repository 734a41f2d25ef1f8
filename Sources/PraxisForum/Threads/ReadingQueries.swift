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
    /// Threads of a group, those with the newest activity, that are looked at; older ones keep their count in the group's list.
    private static let lookedAt = 100
    /// Threads with unread posts at the most, and mentions that are counted.
    private static let held = 300

    /// The viewer's threads with something unread, as a common table `unread`.
    ///
    /// Its columns are `threadId, communityId, groupId, firstNumber, count, mentions, lastJournal`; `mentions` is how many of
    /// the `count` posts mention the viewer. Begin a statement `WITH \(Unread.threads(viewer, at: now)) SELECT … FROM unread`;
    /// `place` of `Visibility` is there too. Walks `thread_by_activity` for each place, then `post_unread`, never a table.
    package static func threads(_ viewer: Viewer, at now: Timestamp) -> SQL<Void> {
        """
        \(seats(viewer, at: now, cut: newest)),
        candidate (id, lastJournal, postCount, groupId, communityId, floor, level, caughtUpAt) AS (
            SELECT \(candidate) FROM seat CROSS JOIN thread t ON t.groupId = seat.id
            WHERE t.lastJournal > max(seat.floor, seat.cut)
            UNION ALL
            SELECT \(candidate) FROM readingPlace rp CROSS JOIN thread t ON t.id = rp.threadId JOIN seat ON seat.id = t.groupId
            WHERE rp.memberId = \(viewer.member) AND rp.markedAt > 0 AND t.lastJournal <= max(seat.floor, seat.cut)),
        \(counted(viewer))
        """
    }

    /// The same for some threads only: what stands beside each line of a list.
    ///
    /// Walks their primary keys.
    package static func threads(among threads: [ThreadID], _ viewer: Viewer, at now: Timestamp) -> SQL<Void> {
        """
        \(seats(viewer, at: now, cut: "0")),
        candidate (id, lastJournal, postCount, groupId, communityId, floor, level, caughtUpAt) AS (
            SELECT \(candidate) FROM thread t CROSS JOIN seat ON seat.id = t.groupId WHERE t.id IN (\(list: threads))),
        \(counted(viewer))
        """
    }

    /// The level at which a thread is followed: its own, else its group's, else the default.
    ///
    /// `f` is the viewer's row of `follow`, `gf` that of `groupFollow`, left-joined. `FollowPlan` is the same in Swift.
    package static let level: SQL<Void> = "coalesce(f.level, gf.level, 'digest')"

    /// The places that are the viewer's own, with the journal number up to which everything counts as read, and the level.
    ///
    /// `cut` is the journal number up to which the threads of a place are not looked at.
    private static func seats(_ viewer: Viewer, at now: Timestamp, cut: SQL<Void>) -> SQL<Void> {
        """
        \(Visibility.places(viewer, at: now)),
        seat (id, communityId, floor, level, caughtUpAt, cut) AS MATERIALIZED (
            SELECT place.id, place.communityId, max(place.readFrom, v.caughtUpTo), gf.level, coalesce(v.caughtUpAt, 0),
                   \(cut)
            FROM place JOIN member v ON v.id = \(viewer.member)
            LEFT JOIN groupFollow gf ON gf.memberId = v.id AND gf.groupId = place.id
            WHERE NOT place.publicOnly)
        """
    }

    /// Leaves out all but the threads of a place with the newest activity: an index entry is passed for each of those.
    private static let newest: SQL<Void> = """
        coalesce((SELECT t.lastJournal FROM thread t WHERE t.groupId = place.id
                  ORDER BY t.lastJournal DESC LIMIT 1 OFFSET \(lookedAt)), 0)
        """

    /// A thread with what its seat says; the seat stands in for `groupFollow` in `level`.
    private static let candidate: SQL<Void> =
        "t.id, t.lastJournal, t.postCount, t.groupId, seat.communityId, seat.floor, seat.level, seat.caughtUpAt"

    /// From `candidate` to `unread`; `ReadingPlace` is the same for one thread in Swift.
    private static func counted(_ viewer: Viewer) -> SQL<Void> {
        """
        followed (threadId, communityId, groupId, lastJournal, number, floor) AS MATERIALIZED (
            SELECT gf.id, gf.communityId, gf.groupId, gf.lastJournal, coalesce(rp.number, 0),
                   CASE WHEN rp.markedAt >= gf.caughtUpAt THEN 0 ELSE gf.floor END
            FROM candidate gf
            LEFT JOIN readingPlace rp ON rp.memberId = \(viewer.member) AND rp.threadId = gf.id
            LEFT JOIN follow f ON f.memberId = \(viewer.member) AND f.threadId = gf.id
            WHERE gf.postCount > coalesce(rp.number, 0) AND \(level) <> 'muted'
                AND (gf.lastJournal > gf.floor OR rp.markedAt >= gf.caughtUpAt)
            ORDER BY gf.lastJournal DESC LIMIT \(held)),
        mentioned (threadId, mentions) AS MATERIALIZED (
            SELECT o.threadId, count(*)
            FROM (SELECT postId FROM mention WHERE memberId = \(viewer.member) ORDER BY postId DESC LIMIT \(held)) AS mn
            CROSS JOIN post p ON p.id = mn.postId JOIN followed o ON o.threadId = p.threadId
            WHERE \(isUnread(viewer)) GROUP BY o.threadId),
        tally (threadId, communityId, groupId, lastJournal, firstNumber, count) AS MATERIALIZED (
            SELECT o.threadId, o.communityId, o.groupId, o.lastJournal,
                   (SELECT p.number FROM post p WHERE p.threadId = o.threadId AND \(isUnread(viewer))
                    ORDER BY p.number LIMIT 1),
                   (SELECT count(*) FROM post p WHERE p.threadId = o.threadId AND \(isUnread(viewer)))
            FROM followed o),
        unread (threadId, communityId, groupId, firstNumber, count, mentions, lastJournal) AS (
            SELECT tally.threadId, tally.communityId, tally.groupId, tally.firstNumber, tally.count,
                   coalesce(mentioned.mentions, 0), tally.lastJournal
            FROM tally LEFT JOIN mentioned ON mentioned.threadId = tally.threadId WHERE tally.count > 0)
        """
    }

    /// Whether a post `p` of a followed thread `o` is new to the viewer.
    private static func isUnread(_ viewer: Viewer) -> SQL<Void> {
        """
        p.number > o.number AND p.state = 'published' AND p.journal > o.floor AND p.authorId <> \(viewer.member)
        """
    }
}
