import PraxisCommunity
import PraxisDomain
import PraxisStore

/// The place that a request is for, as a mail may speak of it to one viewer.
struct RequestPlace: RowDecodable, Sendable {
    /// Of the group, or of the community.
    let name: String
    let paths: PlacePaths
    /// Mail names neither the group nor who belongs to it.
    let isConfidential: Bool

    init(_ columns: inout Columns) throws {
        let community = try columns.text(), group = columns.optionalText()
        (name, paths) = (try columns.text(), PlacePaths(community: community, group: group))
        isConfidential = try columns.optionalWord(GroupKind.self)?.isConfidential ?? false
    }

    /// - Throws: `Denial.missing` where the viewer may not know of the place.
    static func of(
        _ community: CommunityID,
        _ group: GroupID?,
        for viewer: Viewer,
        _ db: DB,
        at now: Timestamp
    ) throws -> (place: RequestPlace, facts: Facts) {
        let facts =
            try group.map { try Access.group($0, for: viewer, db, at: now) }
            ?? Access.community(community, for: viewer, db, at: now)
        let place = try db.first(
            """
            SELECT c.slug, g.slug, coalesce(g.name, c.name), g.kind
            FROM community c LEFT JOIN "group" g ON g.id = \(group) WHERE c.id = \(community)
            """ as SQL<RequestPlace>
        )
        guard let place else { throw Denial.missing }
        return (place, facts)
    }
}

/// Who asks to join a place, for somebody who decides on it.
struct AskingPeople: Sendable {
    let place: RequestPlace
    /// The first few.
    let names: [String]
    let count: Int

    static let named = 10

    /// Walks `request_open`.
    /// - Returns: nothing where nobody asks, or the viewer does not decide.
    static func load(
        _ community: CommunityID,
        _ group: GroupID?,
        for viewer: Viewer,
        _ db: DB,
        at now: Timestamp
    ) throws -> AskingPeople? {
        let (place, facts) = try RequestPlace.of(community, group, for: viewer, db, at: now)
        guard Policy.refusal(.decideRequest, facts) == nil else { return nil }
        let asking: SQL<Void> = """
            FROM request r JOIN member a ON a.id = r.memberId
            WHERE r.communityId = \(community) AND coalesce(r.groupId, 0) = \(group?.rawValue ?? 0)
              AND r.decidedAt IS NULL AND a.standing = 'active'
            """
        let count = try db.first("SELECT count(*) \(asking)" as SQL<Int>) ?? 0
        if count == 0 { return nil }
        let names = try db.all("SELECT a.name \(asking) ORDER BY r.id LIMIT \(named)" as SQL<String>)
        return AskingPeople(place: place, names: names, count: count)
    }
}

/// A request of the viewer's own that was decided.
struct DecidedRequest: Sendable {
    /// Nothing where they may not know of it any more.
    let place: RequestPlace?
    let isAccepted: Bool

    /// Walks primary keys.
    /// - Returns: nothing while it is not decided, or where it was accepted and they have left again.
    static func load(_ id: RequestID, of viewer: Viewer, _ db: DB, at now: Timestamp) throws -> DecidedRequest? {
        let row = try db.first(
            """
            SELECT communityId, groupId, isAccepted FROM request
            WHERE id = \(id) AND memberId = \(viewer.member) AND decidedAt IS NOT NULL
            """ as SQL<Row>
        )
        guard let row else { return nil }
        let seen = try? RequestPlace.of(row.community, row.group, for: viewer, db, at: now)
        if row.isAccepted {
            let part = row.group == nil ? seen?.facts.community?.part : seen?.facts.group?.part
            guard part?.counting(at: now) != nil else { return nil }
        }
        return DecidedRequest(place: seen?.place, isAccepted: row.isAccepted)
    }

    private struct Row: RowDecodable {
        let community: CommunityID
        let group: GroupID?
        let isAccepted: Bool

        init(_ columns: inout Columns) throws {
            (community, group) = (try columns.id(), columns.optionalID())
            isAccepted = columns.optionalInteger() == 1
        }
    }
}
