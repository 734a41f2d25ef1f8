package import PraxisDomain
import PraxisStore

/// The only way to a community, a group, a thread or a post: the facts for one viewer, or `Denial.missing`.
///
/// Each function reads, by unique keys and in one statement, everything that `Policy` needs to decide, and admits those who may see the
/// community or group, or read the thread or post.
///
///     let facts = try await call.read { reading in try Access.thread(thread, reading) }
///     let isShown = Policy.allows(Reply.self, facts)
///
/// A command asks `db.facts(of:for:)`, which goes through here and admits nothing outside the community of its actor:
///
///     let facts = try db.facts(of: thread, for: viewer)
///     let permit = try Policy.permit(Reply.self, facts)
///
/// **Guarantees.** Hidden and missing are indistinguishable. The account is read again, so a right that has ended since the request
/// began does not count, and a viewer whose account is not active is a visitor. Facts hold for the snapshot or transaction of `db`:
/// read them in the transaction that acts.
///
/// **Errors.** `Denial.missing`, or the store's error. Use `unlessMissing` rather than `try?`, which would turn a full disk into a
/// missing right.
package enum Access {
    package static func site(_ reading: Reading) throws -> Facts {
        Facts(viewer: try active(reading), now: reading.now)
    }

    package static func community(_ slug: String, _ reading: Reading) throws -> Facts {
        try found(
            act: SeeCommunity.self,
            reading,
            "SELECT c.id, NULL, NULL, NULL FROM community c WHERE c.slug = \(slug)"
        )
    }

    package static func community(_ id: CommunityID, _ reading: Reading) throws -> Facts {
        try found(
            act: SeeCommunity.self,
            reading,
            "SELECT c.id, NULL, NULL, NULL FROM community c WHERE c.id = \(id)"
        )
    }

    /// A group by the slugs of its address, for viewers who may know that it exists.
    package static func group(_ group: String, in community: String, _ reading: Reading) throws -> Facts {
        try found(
            act: SeeGroup.self,
            reading,
            """
            SELECT c.id, g.id, NULL, NULL FROM community c JOIN "group" g ON g.communityId = c.id
            WHERE c.slug = \(community) AND g.slug = \(group)
            """
        )
    }

    package static func group(_ id: GroupID, _ reading: Reading) throws -> Facts {
        try found(
            act: SeeGroup.self,
            reading,
            "SELECT g.communityId, g.id, NULL, NULL FROM \"group\" g WHERE g.id = \(id)"
        )
    }

    /// A thread, for viewers who may read it.
    package static func thread(_ id: ThreadID, _ reading: Reading) throws -> Facts {
        try found(
            act: ReadGroup.self,
            reading,
            "SELECT t.communityId, t.groupId, t.id, NULL FROM thread t WHERE t.id = \(id)"
        )
    }

    /// A post, for viewers who may read its thread; a held or hidden one for its author alone.
    package static func post(_ id: PostID, _ reading: Reading) throws -> Facts {
        try found(
            act: ReadGroup.self,
            reading,
            """
            SELECT t.communityId, t.groupId, t.id, p.authorId FROM post p JOIN thread t ON t.id = p.threadId
            WHERE p.id = \(id) AND \(Visibility.state(reading.viewer))
            """
        )
    }

    /// A post of the viewer's own, in any state, if they may read its thread.
    package static func ownPost(_ id: PostID, _ reading: Reading) throws -> Facts {
        try found(
            act: ReadGroup.self,
            reading,
            """
            SELECT t.communityId, t.groupId, t.id, p.authorId FROM post p JOIN thread t ON t.id = p.threadId
            WHERE p.id = \(id) AND p.authorId = \(reading.viewer.member)
            """
        )
    }

    /// The result of `body`; returns nil if it throws `Denial.missing`.
    /// - Throws: any other error: a full disk is never a missing right.
    package static func unlessMissing<Found>(_ body: () throws -> Found) throws -> Found? {
        do { return try body() } catch Denial.missing { return nil }
    }

    private static func found(act: any Act.Type, _ reading: Reading, _ place: SQL<Void>) throws -> Facts {
        let facts = try facts(reading, place)
        if !Policy.allows(act, facts) { throw Denial.missing }
        return facts
    }

    /// The facts of the place that a statement selects, without checking access.
    ///
    /// Its columns are the ids of community, group and thread, and the author.
    static func facts(_ reading: Reading, _ place: SQL<Void>) throws -> Facts {
        let row = try reading.first(
            """
            SELECT \(FactsRow.columns(at: reading.now))
            FROM (SELECT * FROM (SELECT NULL AS communityId, NULL AS groupId, NULL AS threadId, NULL AS authorId WHERE false
                  UNION ALL \(place))) AS place
            JOIN community c ON c.id = place.communityId
            LEFT JOIN member v ON v.id = \(reading.viewer.member) AND v.standing = 'active'
            LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = v.id
            LEFT JOIN "group" g ON g.id = place.groupId
            LEFT JOIN groupMembership gm ON gm.groupId = g.id AND gm.memberId = v.id
            LEFT JOIN thread t ON t.id = place.threadId
            LEFT JOIN admission ad ON ad.memberId = v.id AND ad.threadId = t.id
            """ as SQL<FactsRow>
        )
        guard let facts = row?.facts(reading.now) else { throw Denial.missing }
        return facts
    }

    /// The viewer by the account's current state: one whose account is not active is a visitor.
    private static func active(_ reading: Reading) throws -> Viewer {
        guard let member = reading.viewer.member else { return .visitor }
        let account = try reading.first(
            "SELECT isSiteAdministrator FROM member WHERE id = \(member) AND standing = 'active'" as SQL<Bool>
        )
        return account.map { Viewer(member: member, isSiteAdministrator: $0) } ?? .visitor
    }
}
