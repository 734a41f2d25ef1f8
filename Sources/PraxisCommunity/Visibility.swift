package import PraxisDomain
package import PraxisStore

/// The policy's rules for reading, as SQL fragments that every query returning other members' content uses.
///
/// They filter in SQL, before LIMIT, so that pages are full and no row has to be checked afterwards.
///
///     let threads = try db.all(
///         """
///         WITH \(Visibility.places(viewer, at: now))
///         SELECT t.id FROM place JOIN thread t ON \(Visibility.readable) WHERE t.lastJournal > 0
///         ORDER BY t.lastJournal DESC LIMIT 30
///         """ as SQL<ThreadID>
///     )
///
/// They refer to fixed aliases, which the query must use: `place` is the table of readable groups and admitted threads, `t` a thread, `p` a post, `c` a
/// community, `g` a group, `m` and `gm` the viewer's memberships of `c` and `g`, left-joined.
///
/// **Guarantees.** They decide as `Policy` does; a property test compares both over generated worlds. A visitor is a viewer like any
/// other. Time limits (a guest's admission, a silence, a suspension) are applied at `now`, without a job that ends them.
///
/// **Rules.** A thread with a facet is readable before it has a post, and stands in no list until then: what lists threads begins with those whose
/// `lastJournal` is above 0.
///
/// **Errors.** None: what the viewer may not read is left out, and for anyone who may read nothing the result is empty. Refusals are for `Access` and
/// `Policy`.
///
/// They are for lists. A single thread, group or post is obtained through `Access`.
package enum Visibility {
    /// The groups that `viewer` may read, as a common table expression `place (id, communityId, publicOnly, readFrom, threadId)`.
    ///
    /// A row with a `threadId` is that thread alone: an admission to what the viewer could not read otherwise, so that no thread is
    /// readable by two rows. Queries about groups leave such rows out; queries about threads join by `\(readable)`.
    ///
    /// `publicOnly` is set if only content written for everyone may be read; `readFrom` is the journal number up to which everything counts
    /// as read.
    ///
    /// Begin a statement with `WITH \(places)` and join threads by `\(readable)`.
    package static func places(_ viewer: Viewer, at now: Timestamp) -> SQL<Void> {
        guard let member = viewer.member else { return visitorPlaces }
        return """
            place (id, communityId, publicOnly, readFrom, threadId) AS MATERIALIZED (
                SELECT g.id, g.communityId,
                       NOT (\(joined(now)) OR (\(open) AND \(belongs(now)) AND \(isNotBarred(now)))),
                       CASE WHEN gm.readFrom > coalesce(m.readFrom, 0) AND \(joined(now)) THEN gm.readFrom
                            ELSE coalesce(m.readFrom, 0) END,
                       NULL
                FROM "group" g
                JOIN community c ON c.id = g.communityId
                LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(member)
                LEFT JOIN groupMembership gm ON gm.groupId = g.id AND gm.memberId = \(member)
                WHERE \(joined(now)) OR (\(open) AND (\(belongs(now)) AND \(isNotBarred(now))
                      OR c.visibility = 'public'))
                UNION ALL
                \(admissions(of: member, at: now)))
            """
    }

    /// Walks the key of `admission`, then primary keys.
    private static func admissions(of member: MemberID, at now: Timestamp) -> SQL<Void> {
        """
        SELECT t.groupId, t.communityId, false, a.readFrom, t.id
        FROM admission a
        JOIN thread t ON t.id = a.threadId
        JOIN "group" g ON g.id = t.groupId
        JOIN community c ON c.id = t.communityId
        LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = a.memberId
        LEFT JOIN groupMembership gm ON gm.groupId = g.id AND gm.memberId = a.memberId
        WHERE a.memberId = \(member) AND a.until > \(now)
            AND coalesce(\(standing(at: now)), '') <> 'suspended' AND \(isNotBarred(now))
            AND NOT (\(joined(now)) OR (\(open) AND (\(belongs(now)) OR c.visibility = 'public' AND t.isPublic)))
        """
    }

    /// A thread `t` that is in one of the places, and that has a facet or a first post that is neither held nor hidden.
    ///
    /// The author of such a first post reaches it through `Access` only.
    package static let readable: SQL<Void> =
        "place.id = t.groupId AND (place.threadId IS NULL OR place.threadId = t.id) AND t.isShown AND (NOT place.publicOnly OR t.isPublic)"

    /// A post `p` that is published, or the viewer's own and held or hidden.
    package static func state(_ viewer: Viewer) -> SQL<Void> {
        guard let member = viewer.member else { return "p.state = 'published'" }
        return "(p.state = 'published' OR p.state IN ('held', 'hidden') AND p.authorId = \(member))"
    }

    /// A group `g` of community `c` whose existence the viewer may know; `m` and `gm` are the viewer's own memberships, left-joined.
    package static func seesGroup(at now: Timestamp) -> SQL<Void> {
        """
        (\(joined(now)) OR (g.isListed AND ((\(belongs(now)) AND m.role <> 'guest') OR c.visibility = 'public'))
            OR (\(open) AND (\(belongs(now)) AND \(isNotBarred(now)) OR c.visibility = 'public')))
        """
    }

    /// A community `c` whose existence the viewer may know; `m` is the viewer's own membership, left-joined.
    package static func seesCommunity(at now: Timestamp) -> SQL<Void> {
        "(c.visibility <> 'hidden' OR \(belongs(now)))"
    }

    private static let open: SQL<Void> = "(g.access = 'open' AND g.kind NOT IN ('peer-support', 'peer-supervision'))"

    private static let visitorPlaces: SQL<Void> = """
        place (id, communityId, publicOnly, readFrom, threadId) AS MATERIALIZED (
            SELECT g.id, g.communityId, 1, 0, NULL FROM "group" g JOIN community c ON c.id = g.communityId
            WHERE \(open) AND c.visibility = 'public')
        """

    /// The standing of membership `m` at `now`: a silence or suspension whose time has passed no longer counts.
    package static func standing(at now: Timestamp) -> SQL<Void> {
        "CASE WHEN m.standingUntil <= \(now) THEN m.standingAfter ELSE m.standing END"
    }

    /// The same for membership `gm` of a group.
    package static func groupStanding(at now: Timestamp) -> SQL<Void> {
        "CASE WHEN gm.standingUntil <= \(now) THEN gm.standingAfter ELSE gm.standing END"
    }

    /// The viewer is not suspended from the group.
    private static func isNotBarred(_ now: Timestamp) -> SQL<Void> {
        "coalesce(\(groupStanding(at: now)), '') <> 'suspended'"
    }

    /// The viewer's membership of the community counts: its standing permits reading, and a guest's time has not passed.
    package static func belongs(_ now: Timestamp) -> SQL<Void> {
        """
        ((\(standing(at: now)) IN ('active', 'lapsed', 'silenced') AND (m.role <> 'guest' OR m.until IS NULL OR m.until > \(now))) IS TRUE)
        """
    }

    private static func groupPart(_ now: Timestamp) -> SQL<Void> {
        """
        ((\(groupStanding(at: now)) IN ('active', 'lapsed', 'silenced') AND (gm.role <> 'guest' OR gm.until IS NULL OR gm.until > \(now))) IS TRUE)
        """
    }

    /// The viewer's membership `gm` of a group counts and, unless they are a guest, so does `m`, that of its community.
    package static func joined(_ now: Timestamp) -> SQL<Void> {
        """
        (\(groupPart(now))
            AND (\(belongs(now)) OR gm.role = 'guest' AND coalesce(\(standing(at: now)), '') <> 'suspended') IS TRUE)
        """
    }
}
