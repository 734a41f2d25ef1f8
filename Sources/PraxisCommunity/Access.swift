package import PraxisDomain
package import PraxisStore

/// The only way to a community, a group, a thread or a post: the facts for one viewer, or `Denial.missing`.
///
/// Each function reads, by unique keys and in one statement, everything that `Policy` needs to decide, and admits those who may see the
/// community or group, or read the thread or post.
///
///     let facts = try Access.thread(thread, for: viewer, db.db, at: db.now)
///     let permit = try Policy.permit(Reply.self, facts)
///
/// **Guarantees.** Hidden and missing are indistinguishable. The account is read again, so a right that has ended since the request
/// began does not count, and a viewer whose account is not active is a visitor. Facts hold for the snapshot or transaction of `db`:
/// read them in the transaction that acts.
///
/// **Errors.** `Denial.missing`, or the store's error. Use `unlessMissing` rather than `try?`, which would turn a full disk into a
/// missing right.
package enum Access {
    package static func site(_ viewer: Viewer, _ db: DB, at now: Timestamp) throws -> Facts {
        Facts(viewer: try active(viewer, db), now: now)
    }

    package static func community(_ slug: String, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> Facts {
        try found(
            act: SeeCommunity.self,
            viewer,
            now,
            db,
            "SELECT c.id, NULL, NULL, NULL FROM community c WHERE c.slug = \(slug)"
        )
    }

    package static func community(_ id: CommunityID, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> Facts {
        try found(
            act: SeeCommunity.self,
            viewer,
            now,
            db,
            "SELECT c.id, NULL, NULL, NULL FROM community c WHERE c.id = \(id)"
        )
    }

    /// A group by the slugs of its address, for viewers who may know that it exists.
    package static func group(
        _ group: String,
        in community: String,
        for viewer: Viewer,
        _ db: DB,
        at now: Timestamp
    ) throws -> Facts {
        try found(
            act: SeeGroup.self,
            viewer,
            now,
            db,
            """
            SELECT c.id, g.id, NULL, NULL FROM community c JOIN "group" g ON g.communityId = c.id
            WHERE c.slug = \(community) AND g.slug = \(group)
            """
        )
    }

    package static func group(_ id: GroupID, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> Facts {
        try found(
            act: SeeGroup.self,
            viewer,
            now,
            db,
            "SELECT g.communityId, g.id, NULL, NULL FROM \"group\" g WHERE g.id = \(id)"
        )
    }

    /// A thread, for viewers who may read it.
    package static func thread(_ id: ThreadID, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> Facts {
        try found(
            act: ReadGroup.self,
            viewer,
            now,
            db,
            "SELECT t.communityId, t.groupId, t.id, NULL FROM thread t WHERE t.id = \(id)"
        )
    }

    /// A post, for viewers who may read its thread; a held or hidden one for its author alone.
    package static func post(_ id: PostID, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> Facts {
        try found(
            act: ReadGroup.self,
            viewer,
            now,
            db,
            """
            SELECT t.communityId, t.groupId, t.id, p.authorId FROM post p JOIN thread t ON t.id = p.threadId
            WHERE p.id = \(id) AND \(Visibility.state(viewer))
            """
        )
    }

    /// A post of the viewer's own, in any state, if they may read its thread.
    package static func ownPost(_ id: PostID, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> Facts {
        try found(
            act: ReadGroup.self,
            viewer,
            now,
            db,
            """
            SELECT t.communityId, t.groupId, t.id, p.authorId FROM post p JOIN thread t ON t.id = p.threadId
            WHERE p.id = \(id) AND p.authorId = \(viewer.member)
            """
        )
    }

    /// The result of `body`; returns nil if it throws `Denial.missing`.
    /// - Throws: any other error: a full disk is never a missing right.
    package static func unlessMissing<Found>(_ body: () throws -> Found) throws -> Found? {
        do { return try body() } catch Denial.missing { return nil }
    }

    private static func found(
        act: any Act.Type,
        _ viewer: Viewer,
        _ now: Timestamp,
        _ db: DB,
        _ place: SQL<Void>
    ) throws -> Facts {
        let facts = try facts(viewer, now, db, place)
        if !Policy.allows(act, facts) { throw Denial.missing }
        return facts
    }

    /// The facts of the place that a statement selects, without checking access.
    ///
    /// Its columns are the ids of community, group and thread, and the author.
    static func facts(_ viewer: Viewer, _ now: Timestamp, _ db: DB, _ place: SQL<Void>) throws -> Facts {
        let row = try db.first(
            """
            SELECT v.id, v.isSiteAdministrator, c.id, c.visibility, c.joining, c.agreementVersion,
                   m.role, \(Visibility.standing(at: now)), m.until, m.agreementVersion,
                   g.id, g.kind, g.access, g.isListed, gm.role, \(Visibility.groupStanding(at: now)), gm.until,
                   t.id, t.state, t.isPublic, t.authorId, t.postCount, t.lastPostAt, t.version, t.isShown,
                   ad.until, place.authorId
            FROM (SELECT * FROM (SELECT NULL AS communityId, NULL AS groupId, NULL AS threadId, NULL AS authorId WHERE false
                  UNION ALL \(place))) AS place
            JOIN community c ON c.id = place.communityId
            LEFT JOIN member v ON v.id = \(viewer.member) AND v.standing = 'active'
            LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = v.id
            LEFT JOIN "group" g ON g.id = place.groupId
            LEFT JOIN groupMembership gm ON gm.groupId = g.id AND gm.memberId = v.id
            LEFT JOIN thread t ON t.id = place.threadId
            LEFT JOIN admission ad ON ad.memberId = v.id AND ad.threadId = t.id
            """ as SQL<FactsRow>
        )
        guard let facts = row?.facts(now) else { throw Denial.missing }
        return facts
    }

    /// The viewer by the account's current state: one whose account is not active is a visitor.
    private static func active(_ viewer: Viewer, _ db: DB) throws -> Viewer {
        guard let member = viewer.member else { return .visitor }
        let account = try db.first(
            "SELECT isSiteAdministrator FROM member WHERE id = \(member) AND standing = 'active'" as SQL<Bool>
        )
        return account.map { Viewer(member: member, isSiteAdministrator: $0) } ?? .visitor
    }
}

/// The row that `Access` reads.
private struct FactsRow: RowDecodable {
    /// The viewer by the account's current state: one whose account is not active is a visitor.
    private let viewer: Viewer
    private let community: (id: CommunityID, visibility: CommunityVisibility, joining: Joining, agreement: Int)
    private let part: Part?
    private let accepted: Int64
    private let group: (id: GroupID, kind: GroupKind, access: GroupAccess, isListed: Bool)?
    private let groupPart: Part?
    private let thread:
        (
            id: ThreadID, state: ThreadState, isPublic: Bool, author: Int64?, count: Int, last: Timestamp, version: Int,
            isShown: Bool, admittedUntil: Timestamp?
        )?
    private let author: Int64?

    init(_ columns: inout Columns) throws {
        let member = columns.optionalID(Noun.Member.self)
        viewer = Viewer(member: member, isSiteAdministrator: columns.optionalInteger() == 1)
        community = (try columns.id(), try columns.word(), try columns.word(), try columns.int())
        part = try Self.part(&columns)
        accepted = columns.optionalInteger() ?? 0
        group = try Self.group(&columns)
        groupPart = try Self.part(&columns)
        thread = try Self.thread(&columns)
        author = columns.optionalInteger()
    }

    private static func part(_ columns: inout Columns) throws -> Part? {
        let role = try columns.optionalWord(Role.self)
        let standing = try columns.optionalWord(Standing.self)
        let until = columns.optionalTime()
        guard let role, let standing else { return nil }
        return Part(role, standing, until: until)
    }

    private static func group(_ columns: inout Columns) throws -> (GroupID, GroupKind, GroupAccess, Bool)? {
        let id = columns.optionalID(Noun.Group.self)
        let kind = try columns.optionalWord(GroupKind.self)
        let access = try columns.optionalWord(GroupAccess.self)
        let isListed = columns.optionalInteger()
        guard let id, let kind, let access else { return nil }
        return (id, kind, access, isListed == 1)
    }

    private static func thread(
        _ columns: inout Columns
    ) throws -> (ThreadID, ThreadState, Bool, Int64?, Int, Timestamp, Int, Bool, Timestamp?)? {
        let id = columns.optionalID(Noun.Conversation.self)
        let state = try columns.optionalWord(ThreadState.self)
        let isPublic = columns.optionalInteger() == 1
        let author = columns.optionalInteger()
        let count = Int(columns.optionalInteger() ?? 0)
        let last = columns.optionalTime() ?? .distantPast
        let version = Int(columns.optionalInteger() ?? 0)
        let isShown = columns.optionalInteger() == 1
        let admittedUntil = columns.optionalTime()
        guard let id, let state else { return nil }
        return (id, state, isPublic, author, count, last, version, isShown, admittedUntil)
    }

    func facts(_ now: Timestamp) -> Facts {
        let own = viewer.member?.rawValue
        return Facts(
            viewer: viewer,
            now: now,
            community: CommunityFacts(
                id: community.id,
                visibility: community.visibility,
                joining: community.joining,
                part: part,
                hasAgreed: community.agreement == 0 || accepted != 0
            ),
            group: group.map {
                GroupFacts(id: $0.id, kind: $0.kind, access: $0.access, isListed: $0.isListed, part: groupPart)
            },
            thread: thread.map {
                ThreadFacts(
                    id: $0.id,
                    state: $0.state,
                    isPublic: $0.isPublic,
                    isOwn: own != nil && $0.author == own,
                    postCount: $0.count,
                    lastPostAt: $0.last,
                    version: $0.version,
                    isShown: $0.isShown,
                    admittedUntil: $0.admittedUntil
                )
            },
            isAuthor: own != nil && author == own
        )
    }
}
