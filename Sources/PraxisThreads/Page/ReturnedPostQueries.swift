package import PraxisDomain
package import PraxisStore

/// A post that a moderator returned, whose text its author continues in a draft.
package struct ReturnedPost: RowDecodable, Sendable {
    /// The place of that draft.
    package let place: String
    package let stock: StockReason?
    package let reason: String

    static let columns: SQL<Void> = "\(DraftTargets([ReplyTarget.self, GroupTarget.self]).address), stock, reason"

    package init(_ columns: inout Columns) throws {
        place = try columns.text()
        stock = try columns.optionalWord()
        reason = try columns.text()
    }

    /// The subject of the draft that its text goes into, as two columns, over post `p` and its thread `t`.
    package static let draft: SQL<Void> =
        "CASE WHEN p.number = 1 THEN 'group' ELSE 'thread' END, CASE WHEN p.number = 1 THEN t.groupId ELSE t.id END"

    /// Whether decision `q` returned post `p` of thread `t`, and its author has posted nothing in its place since.
    package static let isWaiting: SQL<Void> = """
        q.action = 'return' AND p.authorId = q.memberId AND p.state = 'hidden' AND NOT EXISTS (
            SELECT 1 FROM post n JOIN thread nt ON nt.id = n.threadId
            WHERE n.authorId = q.memberId AND n.createdAt > q.decidedAt
                AND CASE WHEN p.number = 1 THEN n.number = 1 AND nt.groupId = t.groupId ELSE n.threadId = p.threadId END)
        """

    /// Those of a member, the latest decision last; only those of one place if it is given.
    ///
    /// Walks `queueItem_by_member` and `post_by_author`.
    package static func all(of member: MemberID, in place: (any DraftTarget)? = nil, _ db: DB) throws -> [ReturnedPost]
    {
        let all = try db.all(
            """
            WITH returned (subjectKind, subjectId, stock, reason, decidedAt, id) AS (
                SELECT \(ReturnedPost.draft), q.stock, q.decisionReason, q.decidedAt, q.id
                FROM queueItem q JOIN post p ON q.subjectKind = 'post' AND p.id = q.subjectId JOIN thread t ON t.id = p.threadId
                WHERE q.memberId = \(member) AND \(isWaiting))
            SELECT \(Self.columns) FROM returned ORDER BY decidedAt, id
            """ as SQL<ReturnedPost>
        )
        return place.map { place in all.filter { $0.place == place.text } } ?? all
    }
}
