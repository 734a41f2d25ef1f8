package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A group as a list and its own pages show it to one viewer, who may know that it exists.
package struct GroupLine: RowDecodable, Sendable {
    package let id: GroupID
    package let slug: String
    package let name: String
    package let purpose: String
    /// What people write in here.
    package let language: Language
    package let contact: String
    package let kind: GroupKind
    package let access: GroupAccess
    package let isListed: Bool
    package let editDays: Int
    package let version: Int
    /// Whether a request of the viewer waits for an answer.
    package let hasAsked: Bool
    private let part: Part?
    /// Whether the viewer reads it: the policy's answer, once `placed(in:)` has asked for it.
    package private(set) var isReadable = false

    static func columns(for viewer: Viewer, at now: Timestamp) -> SQL<Void> {
        """
        g.id, g.slug, g.name, g.purpose, g.contact, g.kind, g.access, g.isListed, g.editDays, g.version, gm.role,
        \(Visibility.groupStanding(at: now)), gm.until,
        EXISTS (SELECT 1 FROM request r WHERE r.communityId = g.communityId AND coalesce(r.groupId, 0) = g.id
            AND r.memberId = \(viewer.member) AND r.decidedAt IS NULL),
        g.language
        """
    }

    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        (slug, name) = (try columns.text(), try columns.text())
        (purpose, contact) = (try columns.text(), try columns.text())
        kind = try columns.word()
        access = try columns.word()
        isListed = try columns.bool()
        (editDays, version) = (try columns.int(), try columns.int())
        part = try columns.part()
        hasAsked = try columns.bool()
        language = try columns.word()
    }

    /// What the policy must know of it, from the facts about its community.
    package func facts(_ community: Facts) -> Facts {
        Facts(
            viewer: community.viewer,
            now: community.now,
            community: community.community,
            group: GroupFacts(id: id, kind: kind, access: access, isListed: isListed, part: part)
        )
    }

    package func placed(in community: Facts) -> GroupLine {
        var line = self
        line.isReadable = Policy.allows(ReadGroup.self, facts(community))
        return line
    }

    package func hasJoined(at now: Timestamp) -> Bool { part?.counting(at: now) != nil }

    /// The viewer's role, if they have joined.
    package func role(at now: Timestamp) -> Role? { part?.counting(at: now)?.role }

    /// The groups of a community whose existence `viewer` may know, in their order.
    ///
    /// One statement; walks the unique index of `group`.
    package static func seen(in community: CommunityID, by viewer: Viewer, at now: Timestamp) -> SQL<GroupLine> {
        """
        \(select(viewer, now)) WHERE g.communityId = \(community) AND \(Visibility.seesGroup(at: now)) ORDER BY g.position, g.id
        """
    }

    /// One group.
    ///
    /// Precondition: `Access` has let the viewer in.
    package static func one(_ id: GroupID, for viewer: Viewer, at now: Timestamp) -> SQL<GroupLine> {
        "\(select(viewer, now)) WHERE g.id = \(id)"
    }

    private static func select(_ viewer: Viewer, _ now: Timestamp) -> SQL<Void> {
        """
        SELECT \(columns(for: viewer, at: now))
        FROM "group" g JOIN community c ON c.id = g.communityId
        LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(viewer.member)
        LEFT JOIN groupMembership gm ON gm.groupId = g.id AND gm.memberId = \(viewer.member)
        """
    }
}

/// What every page of a group needs, read in one snapshot.
package struct GroupView: Sendable {
    package let facts: Facts
    package let community: CommunityDetails
    package let group: GroupLine
    package let rights: GroupRights

    /// - Throws: `Denial.missing` if the viewer may not know of it.
    package static func read(_ slug: String, in community: String, _ reading: Reading) throws -> GroupView {
        let facts = try Access.group(slug, in: community, reading)
        guard let place = facts.community?.id, let id = facts.group?.id,
            let details = try reading.first(CommunityDetails.of(place, for: facts.viewer, at: reading.now)),
            let group = try reading.first(GroupLine.one(id, for: facts.viewer, at: reading.now))
        else { throw Denial.missing }
        return GroupView(
            facts: facts,
            community: details,
            group: group.placed(in: facts),
            rights: GroupRights(facts)
        )
    }
}
