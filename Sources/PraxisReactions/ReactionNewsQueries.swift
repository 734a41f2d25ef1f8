import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisStore
import PraxisThreads

/// The reactions of others to a member's posts that came within the range of a digest, of what may be told of by mail.
struct ReactionNews: Sendable {
    /// The posts, the newest first.
    let posts: [Post]
    /// How many people reacted to any of them.
    let people: Int

    struct Post: Sendable {
        let id: PostID
        /// Of its thread.
        let title: String
        let place: PlaceInMail
        let people: Int
    }

    /// Returns nil if there are none; then, for nearly every member, by one look into an index.
    static func load(_ scope: DigestScope) throws -> ReactionNews? {
        if try scope.reading.first(ReactionToOwn.any(scope)) == nil { return nil }
        let rows = try scope.reading.all(ReactionToOwn.all(scope)).filter(\.place.isNamed)
        if rows.isEmpty { return nil }
        let posts = Dictionary(grouping: rows, by: \.post).sorted { $0.key > $1.key }.compactMap { id, rows in
            rows.first.map { row in
                Post(id: id, title: row.title, place: row.place, people: Set(rows.map(\.member)).count)
            }
        }
        return ReactionNews(posts: posts, people: Set(rows.map(\.member)).count)
    }
}

/// A reaction to a post of one's own.
private struct ReactionToOwn: RowDecodable {
    let post: PostID
    let member: MemberID
    let title: String
    let place: PlaceInMail

    static let columns: SQL<Void> = "p.id, r.memberId, t.title, \(PlaceInMail.columns)"

    init(_ columns: inout Columns) throws {
        post = try columns.id()
        member = try columns.id()
        title = try columns.text()
        place = try PlaceInMail(&columns)
    }

    /// Walks `reaction_to_author`.
    static func any(_ scope: DigestScope) -> SQL<Int> { "SELECT 1 FROM reaction r WHERE \(isTold(scope)) LIMIT 1" }

    /// Walks `reaction_to_author`, then primary keys.
    ///
    /// What is muted, not wanted in the digest or only looked at is left out, and so is a post that is reported.
    static func all(_ scope: DigestScope) -> SQL<ReactionToOwn> {
        """
        WITH \(Visibility.places(scope.reading.viewer, at: scope.reading.now))
        SELECT \(columns)
        FROM reaction r CROSS JOIN post p JOIN thread t ON t.id = p.threadId JOIN place ON \(Visibility.readable)
        JOIN "group" g ON g.id = t.groupId JOIN community c ON c.id = t.communityId
        LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
        LEFT JOIN follow f ON f.memberId = \(scope.member) AND f.threadId = t.id
        LEFT JOIN groupFollow gf ON gf.memberId = \(scope.member) AND gf.groupId = g.id
        WHERE \(isTold(scope)) AND p.id = r.postId AND r.journal > \(scope.range.since(scope.member))
            AND p.state = 'published' AND NOT place.publicOnly AND \(Unread.level) <> 'muted'
            AND \(DigestPost.mayLeave) AND NOT \(DigestPost.isReported)
        """
    }

    /// A reaction `r` of someone else to a post of the member, within the range of whichever places, and their first to it: who reacts in
    /// another way later was told of.
    private static func isTold(_ scope: DigestScope) -> SQL<Void> {
        """
        r.authorId = \(scope.member) AND r.memberId <> \(scope.member)
            AND r.journal > \(scope.range.earliest) AND r.journal <= \(scope.range.upTo)
            AND NOT EXISTS (SELECT 1 FROM reaction e
                WHERE e.postId = r.postId AND e.memberId = r.memberId AND e.journal < r.journal)
        """
    }
}
