import PraxisDomain
import PraxisStore
import PraxisThreads

/// A note of a case, for those who may decide it.
struct CaseNote: RowDecodable, Sendable {
    let author: String
    let at: Timestamp
    let body: String

    static let columns: SQL<Void> = "a.name, n.at, n.body"

    init(_ columns: inout Columns) throws {
        author = try columns.text()
        at = try columns.time()
        body = try columns.text()
    }

    /// Walks `queueNote_by_item`.
    static func of(_ item: QueueItemID) -> SQL<CaseNote> {
        """
        SELECT \(columns) FROM queueNote n JOIN member a ON a.id = n.authorId
        WHERE n.itemId = \(item) ORDER BY n.id LIMIT 200
        """
    }
}

/// A line of the timeline.
struct TimelineStep: RowDecodable, Sendable {
    let step: QueueStep
    let at: Timestamp
    let actor: String?
    let reason: ReportReason?
    let action: QueueAction?
    let stock: StockReason?
    let words: String

    static let columns: SQL<Void> = "e.step, e.at, a.name, e.reason, e.action, e.stock, e.words"

    init(_ columns: inout Columns) throws {
        step = try columns.word()
        at = try columns.time()
        actor = columns.optionalText()
        (reason, action) = (try columns.optionalWord(), try columns.optionalWord())
        (stock, words) = (try columns.optionalWord(), try columns.text())
    }

    /// The latest two hundred, the oldest of them first.
    ///
    /// Walks `queueEvent_by_item`.
    static func of(_ item: QueueItemID) -> SQL<TimelineStep> {
        """
        SELECT \(columns)
        FROM (SELECT * FROM queueEvent WHERE itemId = \(item) ORDER BY id DESC LIMIT 200) AS e
        LEFT JOIN member a ON a.id = e.actorId ORDER BY e.id
        """
    }
}
