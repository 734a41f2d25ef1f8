package import PraxisDomain
package import PraxisStore

/// Someone who wrote in a thread, as its line in a list shows them.
package struct ThreadPerson: RowDecodable, Sendable {
    package let id: MemberID
    package let name: String
    private let thread: ThreadID

    private static let columns: SQL<Void> = "m.id, m.name, t.id"

    init(_ id: MemberID, _ name: String, in thread: ThreadID) {
        (self.id, self.name) = (id, name)
        self.thread = thread
    }

    package init(_ columns: inout Columns) throws {
        (id, name) = (try columns.id(), try columns.text())
        thread = try columns.id()
    }

    /// Posts of each thread that are looked at, so that a long thread costs no more than a short one.
    private static let postsLookedAt = 12

    /// Who wrote in these threads lately, each once, the latest first: one statement for a whole list.
    ///
    /// Walks `post_unread` from the end of each thread. Precondition: the threads are the reader's to read.
    package static func latest(in threads: [ThreadID], _ db: DB) throws -> [ThreadID: [ThreadPerson]] {
        if threads.isEmpty { return [:] }
        let people = try db.all(
            """
            SELECT \(columns)
            FROM thread t JOIN post p ON p.threadId = t.id AND p.number > t.postCount - \(postsLookedAt)
            JOIN member m ON m.id = p.authorId
            WHERE t.id IN (\(list: threads)) AND p.state = 'published'
            GROUP BY t.id, m.id, m.name ORDER BY t.id, max(p.number) DESC
            """ as SQL<ThreadPerson>
        )
        return Dictionary(grouping: people, by: \.thread)
    }
}
