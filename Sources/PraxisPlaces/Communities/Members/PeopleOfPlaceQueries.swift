import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A member of a community or a group.
struct PlaceMember: Sendable {
    let id: MemberID
    let name: String
    let role: Role
    let standing: Standing
    let joinedAt: Timestamp
    /// When a silence or a suspension ends by itself.
    let standingUntil: Timestamp?
    /// What they say of their work and of where they are; nil if they say nothing.
    let work: Work?

    static let perPage = 50

    /// The people of a community, or with `group` those who have joined that, by name, whose name holds `text`; `regardlessOfStanding` adds
    /// those whose membership does not count, but has not ended either.
    static func of(
        _ community: CommunityID,
        _ group: GroupID?,
        named text: String,
        regardlessOfStanding: Bool,
        page: Int,
        at now: Timestamp
    ) -> SQL<PlaceMember> {
        """
        SELECT \(columns(group, now)) \(people(community, group, now, regardlessOfStanding, with: work)) AND \(named(text))
        ORDER BY a.nameFolded, a.id LIMIT \(perPage) OFFSET \((page - 1) * perPage)
        """
    }

    static func count(
        _ community: CommunityID,
        _ group: GroupID?,
        named text: String,
        regardlessOfStanding: Bool,
        at now: Timestamp
    ) -> SQL<Int> {
        "SELECT count(*) \(people(community, group, now, regardlessOfStanding)) AND \(named(text))"
    }

    /// One of them, by primary keys.
    static func one(_ id: MemberID, _ community: CommunityID, _ group: GroupID?, at now: Timestamp) -> SQL<PlaceMember>
    {
        "SELECT \(columns(group, now)) \(people(community, group, now, true, with: work)) AND a.id = \(id)"
    }

    private static let work: SQL<Void> = "LEFT JOIN profile w ON w.memberId = a.id"

    /// The empty text is held by every name.
    private static func named(_ text: String) -> SQL<Void> { SQL.holds("a.nameFolded", TypedText.folded(text)) }

    private static func people(
        _ community: CommunityID,
        _ group: GroupID?,
        _ now: Timestamp,
        _ regardlessOfStanding: Bool,
        with joined: SQL<Void> = ""
    ) -> SQL<Void> {
        if let group { return joinedPeople(group, now, regardlessOfStanding, with: joined) }
        return """
            FROM membership m JOIN member a ON a.id = m.memberId \(joined)
            WHERE m.communityId = \(community) AND a.standing = 'active'
              AND (\(Visibility.belongs(now)) OR \(regardlessOfStanding) AND \(Visibility.standing(at: now)) <> 'former')
            """
    }

    /// The source of those who have joined a group: memberships `gm`, people `a`, the group `g`.
    static func joinedPeople(
        _ group: GroupID,
        _ now: Timestamp,
        _ regardlessOfStanding: Bool,
        with work: SQL<Void> = ""
    ) -> SQL<Void> {
        """
        FROM groupMembership gm
        JOIN member a ON a.id = gm.memberId
        JOIN "group" g ON g.id = gm.groupId \(work)
        LEFT JOIN membership m ON m.communityId = g.communityId AND m.memberId = gm.memberId
        WHERE gm.groupId = \(group) AND a.standing = 'active'
          AND (\(Visibility.joined(now)) OR \(regardlessOfStanding) AND \(Visibility.groupStanding(at: now)) <> 'former')
        """
    }
}

extension PlaceMember: RowDecodable {
    fileprivate static func columns(_ group: GroupID?, _ now: Timestamp) -> SQL<Void> {
        let work: SQL<Void> = "w.occupation, w.organisation, w.region"
        return group == nil
            ? "a.id, a.name, m.role, \(Visibility.standing(at: now)), m.joinedAt, m.standingUntil, \(work)"
            : "a.id, a.name, gm.role, \(Visibility.groupStanding(at: now)), gm.joinedAt, gm.standingUntil, \(work)"
    }

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        name = try columns.text()
        role = try columns.word()
        (standing, joinedAt) = (try columns.word(), try columns.time())
        standingUntil = columns.optionalTime()
        work = Work(columns.optionalText(), columns.optionalText(), columns.optionalText())
    }
}

/// A member who asks to join.
struct JoinRequest: RowDecodable, Sendable {
    let id: RequestID
    let member: MemberID
    let name: String
    let note: String
    let askedAt: Timestamp
    let group: GroupID?
    let groupSlug: String?

    static let columns: SQL<Void> = "r.id, a.id, a.name, r.note, r.askedAt, r.groupId, g.slug"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        member = try columns.id()
        name = try columns.text()
        (note, askedAt) = (try columns.text(), try columns.time())
        (group, groupSlug) = (columns.optionalID(), columns.optionalText())
    }

    /// What waits in a community and its groups, the oldest first, after `cursor`.
    ///
    /// Walks `request_open`.
    private static func waiting(in community: CommunityID, after cursor: RequestID?, limit: Int) -> SQL<JoinRequest> {
        """
        SELECT \(columns)
        FROM request r JOIN member a ON a.id = r.memberId LEFT JOIN "group" g ON g.id = r.groupId
        WHERE r.communityId = \(community) AND r.decidedAt IS NULL AND a.standing = 'active' AND r.id > \(cursor?.rawValue ?? 0)
        ORDER BY r.id LIMIT \(limit)
        """
    }

    /// The requests that `viewer` may decide, as the policy says group by group.
    /// - Throws: `Denial.notAllowed` for viewers who decide nowhere in the community.
    static func decidable(
        in community: CommunityID,
        after cursor: RequestID?,
        _ reading: Reading
    ) throws -> [JoinRequest] {
        let place = try Access.community(community, reading)
        var decides: [GroupID?: Bool] = [nil: Policy.allows(DecideRequest.self, place)]
        let requests = try reading.all(waiting(in: community, after: cursor, limit: 500)).filter { request in
            if let known = decides[request.group] { return known }
            guard let group = request.group else { return false }
            let facts = try Access.unlessMissing { try Access.group(group, reading) }
            let answer = facts.map { Policy.allows(DecideRequest.self, $0) } ?? false
            decides[group] = answer
            return answer
        }
        if requests.isEmpty, decides[nil] == false, try !facilitates(in: community, reading) {
            throw Policy.refusal(DecideRequest.self, place) ?? Denial.notAllowed
        }
        return requests
    }

    private static func facilitates(in community: CommunityID, _ reading: Reading) throws -> Bool {
        try reading.first(
            """
            SELECT 1 FROM groupMembership gm JOIN "group" g ON g.id = gm.groupId
            WHERE gm.memberId = \(reading.viewer.member) AND g.communityId = \(community) AND gm.role = 'facilitator'
              AND \(Visibility.groupStanding(at: reading.now)) = 'active' LIMIT 1
            """ as SQL<Int>
        ) != nil
    }

    /// The community that a request is for.
    static func community(of id: RequestID, _ db: DB) throws -> CommunityID {
        let found = try db.first("SELECT communityId FROM request WHERE id = \(id)" as SQL<CommunityID>)
        guard let found else { throw Denial.missing }
        return found
    }
}

/// A link that still works, without its token, which cannot be read again.
struct OpenInvitation: RowDecodable, Sendable {
    let id: InvitationID
    let maker: String
    let expiresAt: Timestamp
    let usesLeft: Int

    static let columns: SQL<Void> = "i.id, a.name, i.expiresAt, i.usesLeft"

    init(_ columns: inout Columns) throws {
        (id, maker) = (try columns.id(), try columns.text())
        (expiresAt, usesLeft) = (try columns.time(), try columns.int())
    }

    /// Walks `invitation_by_place`.
    static func to(_ community: CommunityID, _ group: GroupID?, at now: Timestamp) -> SQL<OpenInvitation> {
        """
        SELECT \(columns) FROM invitation i JOIN member a ON a.id = i.createdBy
        WHERE i.communityId = \(community) AND coalesce(i.groupId, 0) = \(group?.rawValue ?? 0) AND i.revokedAt IS NULL
          AND i.usesLeft > 0 AND i.expiresAt > \(now)
        ORDER BY i.id LIMIT 100
        """
    }
}
