import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Where a new thread is started: the group that is chosen and those that could be.
struct ThreadStart: Sendable {
    struct Group: Sendable, RowDecodable {
        let id: GroupID
        let slug: String
        let name: String
        let isCommons: Bool

        init(_ columns: inout Columns) throws {
            id = try columns.id()
            slug = try columns.text()
            name = try columns.text()
            isCommons = try columns.bool()
        }
    }

    let community: CommunityID
    let setting: WritingSetting
    let groups: [Group]
    let chosen: Group
    let mayGiveNotice: Bool
    let facts: Facts

    var place: WritingPlace { .group(community: setting.community.slug, group: chosen.slug) }

    /// Chooses the group of that slug; without one the commons, or the first group that the viewer may write in.
    ///
    /// - Throws: `Denial.missing`, or why the viewer cannot start a thread there.
    static func load(
        _ slug: String?,
        in communitySlug: String,
        for viewer: Viewer,
        _ db: DB,
        at now: Timestamp
    ) throws -> ThreadStart {
        let facts = try Access.community(communitySlug, for: viewer, db, at: now)
        guard let community = facts.community else { throw Denial.missing }
        if let slug, !slug.isEmpty {
            let asked = try Access.group(slug, in: communitySlug, for: viewer, db, at: now)
            if let denial = Policy.refusal(.startThread, asked) { throw denial }
        }
        let groups = try writable(community.id, viewer, db, now)
        let asked = groups.first { $0.group.slug == slug } ?? groups.first { $0.group.isCommons } ?? groups.first
        guard let chosen = asked else { throw try refusal(in: community.id, viewer, db, now) }
        return ThreadStart(
            community: community.id,
            setting: try WritingSetting.load(chosen.facts, db),
            groups: groups.map(\.group),
            chosen: chosen.group,
            mayGiveNotice: groups.contains { Policy.refusal(.startNotice, $0.facts) == nil },
            facts: chosen.facts
        )
    }

    /// The groups of a community in which the viewer may start a thread.
    ///
    /// Walks `group (communityId, slug)`.
    private static func writable(
        _ community: CommunityID,
        _ viewer: Viewer,
        _ db: DB,
        _ now: Timestamp
    ) throws -> [(group: Group, facts: Facts)] {
        try all(community, db).compactMap { group in
            do {
                let facts = try Access.group(group.id, for: viewer, db, at: now)
                return Policy.refusal(.startThread, facts) == nil ? (group, facts) : nil
            } catch Denial.missing {
                return nil
            }
        }
    }

    /// Why nowhere: what the policy says of the commons, or of anywhere.
    private static func refusal(
        in community: CommunityID,
        _ viewer: Viewer,
        _ db: DB,
        _ now: Timestamp
    ) throws -> Denial {
        guard let commons = try all(community, db).first(where: \.isCommons) else { return .notAllowed }
        return Policy.refusal(.startThread, try Access.group(commons.id, for: viewer, db, at: now)) ?? .notAllowed
    }

    private static func all(_ community: CommunityID, _ db: DB) throws -> [Group] {
        try db.all(
            """
            SELECT id, slug, name, isCommons FROM "group" WHERE communityId = \(community) ORDER BY isCommons DESC, position, name
            """ as SQL<Group>
        )
    }
}
