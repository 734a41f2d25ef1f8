import PraxisCommunity
import PraxisDomain
import PraxisStore

extension Site {
    /// Opens an item for each post that waits and has none, as those of an import: without one nobody could decide on it.
    func queueImported() async throws {
        try await command { db in
            let posts = try db.all(
                """
                SELECT \(HeldPost.columns) FROM post p WHERE p.state = 'held' AND NOT EXISTS (
                    SELECT 1 FROM queueItem q WHERE q.subjectKind = 'post' AND q.subjectId = p.id AND q.state = 'open')
                ORDER BY p.id
                """ as SQL<HeldPost>
            )
            for post in posts { try db.queueImported(post) }
        }
    }
}

extension WriteDB {
    fileprivate func queueImported(_ post: HeldPost) throws {
        let item: QueueItemID = try insert(
            """
            INSERT INTO queueItem (kind, communityId, groupId, threadId, subjectKind, subjectId, memberId, createdAt)
            SELECT \(QueueItemKind.held), t.communityId, t.groupId, t.id, 'post', p.id, p.authorId, \(now)
            FROM post p JOIN thread t ON t.id = p.threadId WHERE p.id = \(post.id) RETURNING id
            """
        )
        try addStep(.held, to: item, by: post.author)
        _ = try escalateIfUndecidable(item)
    }
}

private struct HeldPost: RowDecodable {
    let id: PostID
    let author: MemberID

    static let columns: SQL<Void> = "p.id, p.authorId"

    init(_ columns: inout Columns) throws { (id, author) = (try columns.id(), try columns.id()) }
}
