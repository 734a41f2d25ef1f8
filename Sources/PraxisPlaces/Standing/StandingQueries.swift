package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A silence or a suspension.
package struct Restriction: Sendable {
    package let id: RestrictionID
    package let member: MemberID
    package let kind: RestrictionKind
    package let reason: String
    let privateReason: String
    package let actor: String
    package let at: Timestamp
    /// Nil if it lasts until it is lifted.
    package let until: Timestamp?
    let liftedAt: Timestamp?
    let lifter: String?
    /// Community, and the group if it is of one: for addresses and names.
    package let community: (slug: String, name: String)
    package let group: (slug: String, name: String)?

    func isInForce(at now: Timestamp) -> Bool { liftedAt == nil && until.map { $0 > now } ?? true }

    package var placeName: String { group?.name ?? community.name }

    private static let select: SQL<Void> = """
        SELECT \(columns)
        FROM restriction r JOIN member a ON a.id = r.actorId JOIN community c ON c.id = r.communityId
        LEFT JOIN member l ON l.id = r.liftedBy LEFT JOIN "group" g ON g.id = r.groupId
        """

    /// The one of a member in a place that is in force now.
    ///
    /// Walks `restriction_by_member` from its end. What ended by other means than `reinstate`, such as by removing the member, is
    /// not in force: the membership itself says so.
    static func inForce(
        on member: MemberID,
        in community: CommunityID,
        _ group: GroupID?,
        _ db: DB,
        at now: Timestamp
    ) throws -> Restriction? {
        try db.first(
            """
            \(select)
            LEFT JOIN membership m ON m.communityId = r.communityId AND m.memberId = r.memberId
            LEFT JOIN groupMembership gm ON gm.groupId = r.groupId AND gm.memberId = r.memberId
            WHERE r.memberId = \(member) AND r.communityId = \(community) AND coalesce(r.groupId, 0) = \(group?.rawValue ?? 0)
              AND \(holds(now))
            ORDER BY r.id DESC LIMIT 1
            """ as SQL<Restriction>
        )
    }

    /// All restrictions of a member that are in force now, for the member.
    ///
    /// Walks `restriction_by_member`.
    static func inForce(on member: MemberID, _ db: DB, at now: Timestamp) throws -> [Restriction] {
        try db.all(
            """
            \(select)
            LEFT JOIN membership m ON m.communityId = r.communityId AND m.memberId = r.memberId
            LEFT JOIN groupMembership gm ON gm.groupId = r.groupId AND gm.memberId = r.memberId
            WHERE r.memberId = \(member) AND \(holds(now)) ORDER BY r.id DESC LIMIT 50
            """ as SQL<Restriction>
        )
    }

    private static func holds(_ now: Timestamp) -> SQL<Void> {
        """
        r.liftedAt IS NULL AND (r.until IS NULL OR r.until > \(now))
            AND r.kind = CASE WHEN r.groupId IS NULL THEN \(Visibility.standing(at: now)) ELSE \(Visibility.groupStanding(at: now)) END
        """
    }

    /// What there was in a place, the latest first.
    package static func history(
        of member: MemberID,
        in community: CommunityID,
        _ group: GroupID?,
        _ db: DB
    ) throws -> [Restriction] {
        try db.all(
            """
            \(select)
            WHERE r.memberId = \(member) AND r.communityId = \(community) AND coalesce(r.groupId, 0) = \(group?.rawValue ?? 0)
            ORDER BY r.id DESC LIMIT 50
            """ as SQL<Restriction>
        )
    }

    /// One by its id, for the mail about it.
    package static func one(_ id: RestrictionID, _ db: DB) throws -> Restriction? {
        try db.first("\(select) WHERE r.id = \(id)" as SQL<Restriction>)
    }
}

extension Restriction: RowDecodable {
    static let columns: SQL<Void> = """
        r.id, r.memberId, r.kind, r.reason, r.privateReason, a.name, r.at, r.until, r.liftedAt, l.name, c.slug, c.name,
        g.slug, g.name
        """

    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        member = try columns.id()
        kind = try columns.word()
        reason = try columns.text()
        privateReason = try columns.text()
        actor = try columns.text()
        at = try columns.time()
        until = columns.optionalTime()
        liftedAt = columns.optionalTime()
        lifter = columns.optionalText()
        community = (try columns.text(), try columns.text())
        let slug = columns.optionalText(), name = columns.optionalText()
        group = if let slug, let name { (slug, name) } else { nil }
    }
}

extension Target {
    /// A member who can be restricted in the place of `facts`: who belongs to it, or is shut out of it for now.
    package static func read(_ member: MemberID, _ facts: Facts, _ db: DB, at now: Timestamp) throws -> Target? {
        guard let community = facts.community?.id else { return nil }
        let row = try db.first(
            """
            SELECT \(TargetRow.columns(at: now))
            FROM member a LEFT JOIN membership m ON m.communityId = \(community) AND m.memberId = a.id
            LEFT JOIN groupMembership gm ON gm.groupId = \(facts.group?.id) AND gm.memberId = a.id
            WHERE a.id = \(member) AND a.standing = 'active'
            """ as SQL<TargetRow>
        )
        guard let row, !row.isOver else { return nil }
        let held: (Standing?) -> Bool = { $0 == .active || $0 == .lapsed || $0 == .silenced || $0 == .suspended }
        guard let group = facts.group else {
            return held(row.standing) ? Target(member, role: row.role) : nil
        }
        let target = Target(member, role: row.role, groupRole: held(row.groupStanding) ? row.groupRole : nil)
        if held(row.groupStanding) { return target }
        let isOpen = group.access == .open && !group.kind.isConfidential
        return isOpen && row.standing?.reads == true ? target : nil
    }
}

private struct TargetRow: RowDecodable {
    let role: Role?
    let standing: Standing?
    let groupRole: Role?
    let groupStanding: Standing?
    let isOver: Bool

    static func columns(at now: Timestamp) -> SQL<Void> {
        """
        m.role, \(Visibility.standing(at: now)), gm.role, \(Visibility.groupStanding(at: now)),
        (m.role = 'guest' AND m.until <= \(now)) IS TRUE
        """
    }

    init(_ columns: inout Columns) throws {
        (role, standing) = (try columns.optionalWord(), try columns.optionalWord())
        (groupRole, groupStanding) = (try columns.optionalWord(), try columns.optionalWord())
        isOver = try columns.bool()
    }
}

/// The page on which a member is silenced, suspended or reinstated.
struct StandingView: Sendable {
    let member: (id: MemberID, name: String)
    let standing: Standing
    let current: Restriction?
    let history: [Restriction]
    /// Whether the viewer reaches this person: a moderator is out of another's reach.
    let isReached: Bool

    /// - Throws: the policy's refusal if the viewer may restrict no one there; `Denial.missing` if the member cannot be restricted there.
    static func read(_ member: MemberID, _ facts: Facts, _ db: DB, at now: Timestamp) throws -> StandingView {
        if let refusal = Policy.refusal(Silence.self, facts) { throw refusal }
        guard let community = facts.community?.id, let target = try Target.read(member, facts, db, at: now),
            let name = try db.first("SELECT name FROM member WHERE id = \(member)" as SQL<String>)
        else { throw Denial.missing }
        let standing: SQL<String> =
            facts.group.map { group in
                """
                SELECT \(Visibility.groupStanding(at: now)) FROM groupMembership gm WHERE gm.groupId = \(group.id) AND gm.memberId = \(member)
                """
            } ?? """
                SELECT \(Visibility.standing(at: now)) FROM membership m WHERE m.communityId = \(community) AND m.memberId = \(member)
                """
        return StandingView(
            member: (member, name),
            standing: try db.first(standing).flatMap(Standing.init) ?? .active,
            current: try Restriction.inForce(on: member, in: community, facts.group?.id, db, at: now),
            history: try Restriction.history(of: member, in: community, facts.group?.id, db),
            isReached: Policy.allows(Silence.self, facts.towards(target))
        )
    }
}

extension Restriction {
    /// The restriction of the viewer in the place of `facts`, that of the whole community first; without one the database is not read.
    package static func own(_ facts: Facts, _ env: Environment, at now: Timestamp) async throws -> Restriction? {
        guard let member = facts.viewer.member, let community = facts.community else { return nil }
        let isOfAll = isHeldBack(community.part)
        guard isOfAll || isHeldBack(facts.group?.part) else { return nil }
        let group = isOfAll ? nil : facts.group?.id
        return try await env.store.read { try inForce(on: member, in: community.id, group, $0, at: now) }
    }

    private static func isHeldBack(_ part: Part?) -> Bool {
        part?.standing == .silenced || part?.standing == .suspended
    }
}
