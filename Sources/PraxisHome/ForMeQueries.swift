package import PraxisDomain
package import PraxisStore
import PraxisThreads

/// A new post that mentions the member, or answers a post of theirs.
package struct PostForMe: Sendable, RowDecodable {
    package let id: PostID
    package let author: String
    /// Of its thread.
    package let title: String
    package private(set) var isMention = false

    static let columns: SQL<Void> = "p.id, a.name, t.title"

    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        author = try columns.text()
        title = try columns.text()
    }

    /// Walks primary keys.
    static func among(_ posts: some Collection<AddressedPost>, _ db: DB) throws -> [PostForMe] {
        if posts.isEmpty { return [] }
        let mentions = Set(posts.filter(\.isMention).map(\.id))
        let rows = try db.all(
            """
            SELECT \(Self.columns) FROM post p JOIN member a ON a.id = p.authorId JOIN thread t ON t.id = p.threadId
            WHERE p.id IN (\(list: posts.map(\.id))) ORDER BY p.id
            """ as SQL<PostForMe>
        )
        return rows.map { row in
            var post = row
            post.isMention = mentions.contains(row.id)
            return post
        }
    }
}
