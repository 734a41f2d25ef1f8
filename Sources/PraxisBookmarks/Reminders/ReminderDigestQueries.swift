import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisStore

/// A reminder that a digest tells of, of a post that its reader may read.
struct DueReminder: RowDecodable, Sendable {
    let post: PostID
    /// Of the post's thread.
    let title: String
    /// Whether the place is one that the member belongs to, and not only looks at.
    let belongs: Bool
    let place: PlaceInMail
    private let isReported: Bool

    static let columns: SQL<Void> = """
        p.id, t.title, NOT place.publicOnly, \(DigestPost.isReported), \(PlaceInMail.columns)
        """

    init(_ columns: inout Columns) throws {
        (post, title) = (try columns.id(), try columns.text())
        (belongs, isReported) = (try columns.bool(), try columns.bool())
        place = try PlaceInMail(&columns)
    }

    /// Whether the mail says which it is: where the place's name may leave, and the post is not reported.
    var isNamed: Bool { place.isNamed && !isReported }

    /// Those whose moment came within the digest's range, in the order of their moments.
    ///
    /// Returns, for nearly every member, none by one look into an index.
    static func load(_ scope: DigestScope) throws -> [DueReminder] {
        if try scope.reading.first(any(scope)) == nil { return [] }
        return try scope.reading.all(all(scope))
    }

    /// Walks `bookmark_due`.
    private static func any(_ scope: DigestScope) -> SQL<Int> {
        "SELECT 1 FROM bookmark b WHERE \(isTold(scope)) LIMIT 1"
    }

    /// Walks `bookmark_due`, then primary keys.
    private static func all(_ scope: DigestScope) -> SQL<DueReminder> {
        """
        WITH \(Visibility.places(scope.reading.viewer, at: scope.reading.now))
        SELECT \(columns)
        FROM bookmark b CROSS JOIN post p JOIN thread t ON t.id = p.threadId JOIN place ON \(Visibility.readable)
        JOIN "group" g ON g.id = t.groupId JOIN community c ON c.id = t.communityId
        LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
        WHERE \(isTold(scope)) AND p.id = b.postId AND p.state = 'published' AND \(DigestPost.mayLeave)
        ORDER BY b.remindAt, p.id
        """
    }

    private static func isTold(_ scope: DigestScope) -> SQL<Void> {
        """
        b.memberId = \(scope.member) AND b.remindAt > \(scope.range.clockSince) AND b.remindAt <= \(scope.range.clockTo)
        """
    }
}
