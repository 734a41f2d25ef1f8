import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A group that the reader has joined, as their home page lists it.
struct HomeGroup: RowDecodable, Sendable {
    let id: GroupID
    let slug: String
    let name: String
    /// Of its community.
    let community: (slug: String, name: String)
    /// What is written there.
    let language: Language
    let isConfidential: Bool

    static let columns: SQL<Void> = "g.id, g.slug, g.name, c.slug, c.name, g.language, g.kind"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        (slug, name) = (try columns.text(), try columns.text())
        community = (try columns.text(), try columns.text())
        language = try columns.word()
        isConfidential = try columns.word(GroupKind.self).isConfidential
    }

    /// By their communities, then in the order of each.
    ///
    /// Walks `groupMembership_by_member`, then primary keys.
    static func joined(_ reading: Reading) throws -> [HomeGroup] {
        let member = reading.viewer.member
        return try reading.all(
            """
            SELECT \(columns)
            FROM groupMembership gm JOIN "group" g ON g.id = gm.groupId JOIN community c ON c.id = g.communityId
            LEFT JOIN membership m ON m.communityId = g.communityId AND m.memberId = gm.memberId
            WHERE gm.memberId = \(member) AND \(Visibility.joined(reading.now))
            ORDER BY c.name, c.id, g.position, g.id
            """ as SQL<HomeGroup>
        )
    }
}
