import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// What one viewer decides in one community: the policy's answer, group by group.
struct QueueScope: Sendable {
    struct Community: Sendable {
        let id: CommunityID
        let slug: String
        let name: String
    }

    let community: Community
    let viewer: MemberID
    /// Groups whose posts the viewer decides on.
    let posts: Set<GroupID>
    /// Groups whose requests to join the viewer decides on.
    let requests: Set<GroupID>
    let decidesOnCommunity: Bool
    let isContact: Bool

    var isEmpty: Bool { posts.isEmpty && requests.isEmpty && !decidesOnCommunity && !isContact }

    /// - Throws: `Denial.missing` if the viewer may not know of the community, `.notAllowed` if they decide nothing in it.
    static func load(_ slug: String, _ reading: Reading) throws -> QueueScope {
        let facts = try Access.community(slug, reading)
        guard let scope = try of(facts, reading.db) else { throw Denial.signedOut }
        if scope.isEmpty { throw Denial.notAllowed }
        return scope
    }

    /// Nil for a visitor.
    ///
    /// Two statements: the groups that the viewer may know of, and the community's own row.
    static func of(_ facts: Facts, _ db: DB) throws -> QueueScope? {
        guard let community = facts.community, let viewer = facts.viewer.member else { return nil }
        let groups = try db.all(GroupLine.seen(in: community.id, by: facts.viewer, at: facts.now))
        let row = try db.first(
            """
            SELECT \(ScopeRow.columns(for: viewer)) FROM community c
            LEFT JOIN communityCare care ON care.communityId = c.id WHERE c.id = \(community.id)
            """ as SQL<ScopeRow>
        )
        guard let row else { return nil }
        func may(_ act: any Act.Type, _ facts: Facts) -> Bool { Policy.allows(act, facts) }
        let part = community.part?.counting(at: facts.now)
        return QueueScope(
            community: Community(id: community.id, slug: row.slug, name: row.name),
            viewer: viewer,
            posts: Set(groups.filter { may(Triage.self, $0.facts(facts)) }.map(\.id)),
            requests: Set(groups.filter { may(DecideRequest.self, $0.facts(facts)) }.map(\.id)),
            decidesOnCommunity: may(DecideRequest.self, facts),
            isContact: row.isContact && part?.standing.writes == true && community.hasAgreed
        )
    }

    /// Whether an item `q` of the community is for the viewer: the same as `Access.item`, which a test holds it against.
    func condition(at now: Timestamp) -> SQL<Void> {
        let contact: SQL<Void> =
            isContact
            ? """
             OR q.subjectKind = 'post' AND (q.level = 'safeguarding' OR q.createdAt <= \(now - Limits.safeguardingAfter))
                AND q.groupId NOT IN (SELECT gm.groupId FROM groupMembership gm
                    WHERE gm.memberId = \(viewer) AND \(Visibility.groupStanding(at: now)) IN ('silenced', 'lapsed'))
            """ : ""
        return """
            q.memberId <> \(viewer) AND (q.subjectKind = 'post' AND \(Self.among(posts)) OR q.subjectKind <> 'post' AND (
                \(Self.among(requests)) OR q.groupId IS NULL AND \(decidesOnCommunity))\(contact))
            AND q.id NOT IN (SELECT itemId FROM report WHERE reporterId = \(viewer))
            """
    }

    private static func among(_ groups: Set<GroupID>) -> SQL<Void> {
        groups.isEmpty ? "false" : "q.groupId IN (\(list: groups.sorted()))"
    }

    /// Whether the viewer sees an item as the safeguarding contact alone.
    func isForContactOnly(_ line: QueueLine) -> Bool {
        line.isAboutPost && !(line.group.map { posts.contains($0.id) } ?? false)
    }
}

private struct ScopeRow: RowDecodable {
    let slug: String
    let name: String
    let isContact: Bool

    static func columns(for viewer: MemberID) -> SQL<Void> { "c.slug, c.name, (care.contactId = \(viewer)) IS TRUE" }

    init(_ columns: inout Columns) throws {
        slug = try columns.text()
        name = try columns.text()
        isContact = try columns.bool()
    }
}
