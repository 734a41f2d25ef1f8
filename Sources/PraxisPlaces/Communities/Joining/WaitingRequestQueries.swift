import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension HomeSlot {
    /// Who asks to join, for those who decide.
    static let requests = HomeSlot(40) { reading, _ in
        let all = try WaitingRequests.forDeciding(reading)
        return { call in
            all.map { requests in
                let place = PlacePaths(community: requests.slug, group: requests.group)
                return (place.members, call.words.communities.requests(requests.count, "place", requests.name))
            }
        }
    }
}

/// People who ask to join one place.
struct WaitingRequests: Sendable, RowDecodable {
    private let communityID: CommunityID
    private let groupID: GroupID?
    let count: Int
    let slug: String
    /// The group's, if they ask to join one.
    let group: String?
    /// Of the group, or of the community.
    let name: String

    /// Places with requests that are looked at.
    private static let mostPlaces = 30

    static let columns: SQL<Void> = "r.communityId, r.groupId, count(*), c.slug, g.slug, coalesce(g.name, c.name)"

    init(_ columns: inout Columns) throws {
        communityID = try columns.id()
        groupID = columns.optionalID()
        count = try columns.int()
        slug = try columns.text()
        group = columns.optionalText()
        name = try columns.text()
    }

    /// The open requests of the viewer's communities that the policy lets them decide.
    ///
    /// Walks `membership_by_member`, then `request_open`; facts are read only where a request is open.
    static func forDeciding(_ reading: Reading) throws -> [WaitingRequests] {
        let waiting = try reading.all(
            """
            SELECT \(Self.columns)
            FROM membership m JOIN request r ON r.communityId = m.communityId AND r.decidedAt IS NULL
            JOIN community c ON c.id = r.communityId LEFT JOIN "group" g ON g.id = r.groupId
            WHERE m.memberId = \(reading.viewer.member) AND \(Visibility.belongs(reading.now))
            GROUP BY r.communityId, r.groupId, c.slug, g.slug, coalesce(g.name, c.name)
            ORDER BY r.communityId, coalesce(r.groupId, 0) LIMIT \(mostPlaces)
            """ as SQL<WaitingRequests>
        )
        return try waiting.filter { try $0.mayBeDecided(reading) }
    }

    private func mayBeDecided(_ reading: Reading) throws -> Bool {
        do {
            let facts =
                try groupID.map { try Access.group($0, reading) }
                ?? Access.community(communityID, reading)
            return Policy.allows(DecideRequest.self, facts)
        } catch Denial.missing {
            return false
        }
    }
}
