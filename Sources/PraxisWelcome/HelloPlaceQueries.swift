import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// The group in which everyone of a community reads, for a community that a member has joined.
struct HelloPlace: RowDecodable, Sendable {
    let name: String
    let community: String
    let group: String
    private let id: GroupID

    static let columns: SQL<Void> = "c.name, c.slug, g.slug, g.id"

    init(_ columns: inout Columns) throws {
        name = try columns.text()
        (community, group) = (try columns.text(), try columns.text())
        id = try columns.id()
    }

    /// In the order in which the communities were joined.
    ///
    /// Walks `membership_by_member`, then the unique index of `group`.
    static func all(_ reading: Reading) throws -> [HelloPlace] {
        try reading.all(
            """
            SELECT \(columns) FROM membership m JOIN community c ON c.id = m.communityId
            JOIN "group" g ON g.communityId = c.id AND g.isCommons
            WHERE m.memberId = \(reading.viewer.member) AND \(Visibility.belongs(reading.now))
            ORDER BY m.joinedAt, c.id LIMIT 20
            """ as SQL<HelloPlace>
        )
    }

    /// Whether the reader may begin a discussion there.
    func isWritable(_ reading: Reading) throws -> Bool {
        let facts = try Access.unlessMissing { try Access.group(id, reading) }
        return facts.map { Policy.allows(StartThread.self, $0) } ?? false
    }
}
