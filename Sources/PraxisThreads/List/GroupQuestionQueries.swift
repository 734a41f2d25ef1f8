import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A question of a group that is open: no reply to it was marked as what helped, and it is not closed.
struct GroupQuestion: RowDecodable, Sendable {
    let thread: ThreadID
    let title: String
    let askedAt: Timestamp
    /// Posts that all readers see, its own first.
    let posts: Int
    /// What it is written in: that of its group.
    let language: Language

    static let columns: SQL<Void> = "t.id, t.title, t.createdAt, \(PostCount.shown), g.language"

    init(_ columns: inout Columns) throws {
        (thread, title) = (try columns.id(), try columns.text())
        (askedAt, posts) = (try columns.time(), try columns.int())
        language = try columns.word()
    }

    /// Those that the reader may read, the newest first.
    ///
    /// Walks `thread_open` backwards over the questions of the group.
    static func open(in group: GroupID, _ reading: Reading, limit: Int) throws -> [GroupQuestion] {
        try reading.all(
            """
            WITH \(Visibility.places(reading.viewer, at: reading.now))
            SELECT \(columns) FROM thread t CROSS JOIN place JOIN "group" g ON g.id = t.groupId
            WHERE t.groupId = \(group) AND t.kind = \(ThreadKind.question) AND t.state = 'open' AND \(Visibility.readable)
                AND t.lastJournal > 0
            ORDER BY t.createdAt DESC LIMIT \(limit)
            """ as SQL<GroupQuestion>
        )
    }
}
