import PraxisCommunity
import PraxisDomain
import PraxisStore

extension MailLocation {
    /// Where the queue item is whose id comes first.
    static func ofItem(_ about: [Int64], _ db: DB) throws -> MailLocation? {
        try db.first("SELECT communityId, groupId FROM queueItem WHERE id = \(about.first)" as SQL<MailLocation>)
    }
}

/// A decision as the mails about it need it.
struct DecisionMailFacts: RowDecodable, Sendable {
    let action: QueueAction
    /// Of a report.
    let about: ReportReason?
    let stock: StockReason?
    let reason: String
    let post: PostID
    let group: GroupID

    init(_ columns: inout Columns) throws {
        (action, about, stock) = (try columns.word(), try columns.optionalWord(), try columns.optionalWord())
        (reason, post, group) = (try columns.text(), try columns.id(), try columns.id())
    }

    /// The decision of a queued mail, while it stands and its reader still reads the place.
    /// - Throws: `Denial.missing` where they do not even know of it any more.
    static func load(_ order: MailOrder) throws -> DecisionMailFacts? {
        guard order.about.count == 2 else { return nil }
        let row = try order.db.first(
            """
            SELECT action, reason, stock, decisionReason, postId, groupId FROM queueItem
            WHERE id = \(order.about[0]) AND state = 'decided' AND decidedAt = \(order.about[1]) AND postId IS NOT NULL
            """ as SQL<DecisionMailFacts>
        )
        guard let row else { return nil }
        let facts = try Access.group(row.group, for: order.viewer, order.db, at: order.now)
        return Policy.refusal(.readGroup, facts) == nil ? row : nil
    }
}

/// A decision that was taken back after somebody had been told of it.
struct UndoneMailFacts: RowDecodable, Sendable {
    let post: PostID
    private let group: GroupID

    init(_ columns: inout Columns) throws { (post, group) = (try columns.id(), try columns.id()) }

    /// Returns nil where the mail about the decision never left, or where its reader does not read the place any more.
    /// - Throws: `Denial.missing` where they do not even know of it.
    static func load(_ kind: MailKind, _ order: MailOrder) throws -> UndoneMailFacts? {
        guard order.about.count == 3 else { return nil }
        let item = QueueItemID(rawValue: order.about[0])
        let key = DecisionMailKey(kind: kind, item: item, decidedAt: Timestamp(rawValue: order.about[1]))
        guard try key.wasSent(to: order.recipient.id, order.db) else { return nil }
        let row = try order.db.first(
            "SELECT postId, groupId FROM queueItem WHERE id = \(item) AND postId IS NOT NULL" as SQL<UndoneMailFacts>
        )
        guard let row else { return nil }
        let facts = try Access.group(row.group, for: order.viewer, order.db, at: order.now)
        return Policy.refusal(.readGroup, facts) == nil ? row : nil
    }
}

/// An item that somebody on duty is told of.
struct DutyMailFacts: RowDecodable, Sendable {
    let id: QueueItemID

    init(_ columns: inout Columns) throws { id = try columns.id() }

    /// Returns nil where it was decided.
    /// - Throws: `Denial.missing` where the reader may no longer decide it.
    static func load(_ order: MailOrder) throws -> DutyMailFacts? {
        guard let id = order.about.first.map(QueueItemID.init(rawValue:)) else { return nil }
        _ = try Access.item(id, for: order.viewer, order.db, at: order.now)
        return try order.db.first("SELECT id FROM queueItem WHERE id = \(id) AND state = 'open'" as SQL<DutyMailFacts>)
    }
}
