import PraxisDomain
import PraxisStore

/// Why a post is hidden, for its author.
package struct PostDecision: RowDecodable, Sendable {
    let post: PostID
    /// Whether it was given back to be changed, rather than removed.
    let isGivenBack: Bool
    let stock: StockReason?
    let reason: String

    static let columns: SQL<Void> = "q.subjectId, q.action = 'return', q.stock, q.decisionReason"

    init(_ columns: inout Columns) throws {
        post = try columns.id()
        isGivenBack = try columns.bool()
        stock = try columns.optionalWord()
        reason = try columns.text()
    }

    /// The last decisions that hid these posts.
    ///
    /// Walks `queueItem_by_subject`.
    static func all(of posts: [PostID], _ db: DB) throws -> [PostID: PostDecision] {
        if posts.isEmpty { return [:] }
        let rows = try db.all(
            """
            SELECT \(Self.columns) FROM queueItem q
            WHERE q.subjectKind = 'post' AND q.subjectId IN (\(list: posts)) AND q.action IN ('hide', 'return') ORDER BY q.decidedAt
            """ as SQL<PostDecision>
        )
        return Dictionary(rows.map { ($0.post, $0) }) { _, last in last }
    }
}
