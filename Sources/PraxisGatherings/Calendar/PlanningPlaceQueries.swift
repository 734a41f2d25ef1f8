import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A group in which the viewer may plan a date.
struct PlanningPlace: RowDecodable, Sendable {
    let id: GroupID
    let slug: String
    let name: String

    static let columns: SQL<Void> = "g.id, g.slug, g.name"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        (slug, name) = (try columns.text(), try columns.text())
    }

    /// Those of a community, its commons first; one statement for members who facilitate nothing there.
    ///
    /// Walks `group (communityId, slug)` and primary keys.
    static func all(in community: CommunityID, _ reading: Reading) throws -> [PlanningPlace] {
        guard let member = reading.viewer.member else { return [] }
        let facilitated = try reading.all(
            """
            SELECT \(columns) FROM "group" g
            LEFT JOIN membership m ON m.communityId = g.communityId AND m.memberId = \(member)
            LEFT JOIN groupMembership gm ON gm.groupId = g.id AND gm.memberId = \(member)
            WHERE g.communityId = \(community) AND (m.role = 'facilitator' OR gm.role = 'facilitator')
            ORDER BY g.isCommons DESC, g.position, g.name
            """ as SQL<PlanningPlace>
        )
        return try facilitated.filter { place in
            let facts = try Access.unlessMissing { try Access.group(place.id, reading) }
            return facts.map { Policy.allows(PlanGathering.self, $0) } ?? false
        }
    }
}

extension PlanningPlace {
    /// Why the viewer may plan nowhere in a community: what the policy says of its commons.
    static func refusal(in community: CommunityID, _ reading: Reading) throws -> Denial {
        let commons = try reading.first(
            "SELECT id FROM \"group\" WHERE communityId = \(community) AND isCommons" as SQL<GroupID>
        )
        guard let commons, let facts = try Access.unlessMissing({ try Access.group(commons, reading) }) else {
            return .notAllowed
        }
        return Policy.refusal(PlanGathering.self, facts) ?? .notAllowed
    }
}
