import PraxisCommunity
import PraxisDomain
import PraxisStore

/// The unread thread that comes after or before another, the one with the newest activity first.
struct UnreadNeighbour: RowDecodable, Sendable {
    enum Direction: Sendable { case after, before }

    let thread: ThreadID
    /// The number of its first new post.
    let firstNumber: Int

    static let columns: SQL<Void> = "unread.threadId, unread.firstNumber"

    init(_ columns: inout Columns) throws { (thread, firstNumber) = (try columns.id(), try columns.int()) }

    /// The nearest one; from the last it goes on with the first, so that going forward alone meets them all.
    /// - Throws: `Denial.missing` for viewers who do not read the thread.
    static func find(_ direction: Direction, of thread: ThreadID, _ reading: Reading) throws -> UnreadNeighbour? {
        let facts = try Access.thread(thread, reading)
        return try reading.first(
            """
            WITH \(Unread.threads(facts.viewer, at: reading.now))
            SELECT \(Self.columns)
            FROM unread CROSS JOIN (SELECT lastJournal FROM thread WHERE id = \(thread)) AS here
            WHERE unread.threadId <> \(thread) ORDER BY \(order(direction)), unread.threadId LIMIT 1
            """ as SQL<UnreadNeighbour>
        )
    }

    private static func order(_ direction: Direction) -> SQL<Void> {
        switch direction {
        case .after: "unread.lastJournal > here.lastJournal, unread.lastJournal DESC"
        case .before: "unread.lastJournal < here.lastJournal, unread.lastJournal"
        }
    }
}
