import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// The home page of a member.
struct Home: Sendable {
    let news: News
    /// What capabilities have waiting for the member, in order.
    let waiting: [Waiting]
    /// Whether the last "I'm caught up" may still be taken back.
    let canUndo: Bool

    struct Waiting: Sendable {
        let isOfSite: Bool
        let lines: HomeSlot.Lines
    }

    static func load(
        _ slots: [HomeSlot],
        lastVisit: Timestamp?,
        _ snapshots: Snapshots,
        _ reading: Reading
    ) throws -> Home {
        let canUndo = try reading.first(
            """
            SELECT 1 FROM member WHERE id = \(reading.viewer.member) AND caughtUpBefore IS NOT NULL AND caughtUpAt >= \(reading.now - Limits.undo)
            """ as SQL<Int>
        )
        return Home(
            news: try News.load(snapshots, reading),
            waiting: try slots.map { Waiting(isOfSite: $0.isOfSite, lines: try $0.load(reading, lastVisit)) },
            canUndo: canUndo != nil
        )
    }
}

/// A community on the public front page.
package struct FrontCommunity: Sendable, RowDecodable {
    package let slug: String
    package let name: String
    package let domain: String
    package let visibility: CommunityVisibility

    static let columns: SQL<Void> = "c.slug, c.name, c.domain, c.visibility"

    package init(_ columns: inout Columns) throws {
        slug = try columns.text()
        name = try columns.text()
        domain = try columns.text()
        visibility = try columns.word()
    }

    /// The communities that a visitor may know of.
    package static func all(_ db: DB, at now: Timestamp) throws -> [FrontCommunity] {
        try db.all(
            """
            SELECT \(columns) FROM community c
            LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(Viewer.visitor.member)
            WHERE \(Visibility.seesCommunity(at: now)) ORDER BY c.visibility <> 'public', c.name, c.id
            """ as SQL<FrontCommunity>
        )
    }
}
