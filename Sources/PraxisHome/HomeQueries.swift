import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// The home page of a member.
struct Home: Sendable {
    let news: News
    /// Those that the member has joined.
    let groups: [HomeGroup]
    /// What capabilities have waiting for the member, in order.
    let waiting: [Waiting]
    /// Whether the last "I'm caught up" may still be taken back.
    let canUndo: Bool
    /// What newcomers are shown besides; empty for all others.
    let guides: [HomeGuide.Draw]

    struct Waiting: Sendable {
        let isOfSite: Bool
        let lines: HomeSlot.Lines
    }

    static func load(
        _ capabilities: Capabilities,
        lastVisit: Timestamp?,
        _ snapshots: Snapshots,
        _ reading: Reading
    ) throws -> Home {
        let own = try reading.first(OwnState.of(reading.viewer, at: reading.now))
        return Home(
            news: try News.load(snapshots, reading),
            groups: try HomeGroup.joined(reading),
            waiting: try capabilities.homeSlots.map {
                Waiting(isOfSite: $0.isOfSite, lines: try $0.load(reading, lastVisit))
            },
            canUndo: own?.canUndo ?? false,
            guides: own?.isNewcomer == true
                ? try capabilities.parts(of: HomeGuide.self).map { try $0.load(reading) } : []
        )
    }
}

/// What the account of the reader says of their home page.
private struct OwnState: RowDecodable {
    let canUndo: Bool
    let isNewcomer: Bool

    static func columns(at now: Timestamp) -> SQL<Void> {
        """
        m.caughtUpBefore IS NOT NULL AND m.caughtUpAt >= \(now - Limits.undo),
        m.joinedAt >= \(now - Limits.newcomerAtMost)
            AND EXISTS (SELECT 1 FROM signedUp s WHERE s.memberId = m.id)
            AND (m.joinedAt >= \(now - Limits.newcomer) OR NOT EXISTS (SELECT 1 FROM post p WHERE p.authorId = m.id))
        """
    }

    init(_ columns: inout Columns) throws {
        canUndo = try columns.bool()
        isNewcomer = try columns.bool()
    }

    /// Walks the primary key of `member`; of an account that is not new, nothing else.
    static func of(_ viewer: Viewer, at now: Timestamp) -> SQL<OwnState> {
        "SELECT \(columns(at: now)) FROM member m WHERE m.id = \(viewer.member)"
    }
}

extension Limits {
    /// How long someone who signed up is a newcomer, whatever they do.
    static let newcomer = Span.days(14)
    /// The same while they have written nothing.
    static let newcomerAtMost = Span.days(60)
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
