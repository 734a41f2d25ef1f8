import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A decision as the mails about it need it.
struct DecisionMailFacts: RowDecodable, Sendable {
    let kind: QueueItemKind
    let action: QueueAction
    /// Of a report.
    let about: ReportReason?
    let stock: StockReason?
    let reason: String
    let post: PostID
    let group: GroupID
    let community: String
    let isConfidential: Bool

    init(_ columns: inout Columns) throws {
        (kind, action) = (try columns.word(), try columns.word())
        (about, stock) = (try columns.optionalWord(), try columns.optionalWord())
        (reason, post, group) = (try columns.text(), try columns.id(), try columns.id())
        (community, isConfidential) = (try columns.text(), try columns.word(GroupKind.self).isConfidential)
    }

    /// The decision of a queued mail, while it stands and its reader still reads the place.
    static func load(_ order: MailOrder) throws -> DecisionMailFacts? {
        guard order.about.count == 2 else { return nil }
        let row = try order.db.first(
            """
            SELECT q.kind, q.action, q.reason, q.stock, q.decisionReason, q.postId, q.groupId, c.name, g.kind
            FROM queueItem q JOIN community c ON c.id = q.communityId JOIN "group" g ON g.id = q.groupId
            WHERE q.id = \(order.about[0]) AND q.state = 'decided' AND q.decidedAt = \(order.about[1]) AND q.postId IS NOT NULL
            """ as SQL<DecisionMailFacts>
        )
        guard let row,
            let facts = try Access.unlessMissing({
                try Access.group(row.group, for: order.viewer, order.db, at: order.now)
            }),
            Policy.refusal(.readGroup, facts) == nil
        else { return nil }
        return row
    }
}

/// An item that somebody on duty is told of.
struct DutyMailFacts: RowDecodable, Sendable {
    let item: QueueItemID
    let slug: String
    let community: String

    init(_ columns: inout Columns) throws {
        (item, slug, community) = (try columns.id(), try columns.text(), try columns.text())
    }

    /// Nothing where it was decided, or where the reader may no longer decide it.
    static func load(_ order: MailOrder) throws -> DutyMailFacts? {
        guard let id = order.about.first.map(QueueItemID.init(rawValue:)) else { return nil }
        let item = try Access.unlessMissing { try Access.item(id, for: order.viewer, order.db, at: order.now) }
        if item == nil { return nil }
        return try order.db.first(
            """
            SELECT q.id, c.slug, c.name FROM queueItem q JOIN community c ON c.id = q.communityId
            WHERE q.id = \(id) AND q.state = 'open'
            """ as SQL<DutyMailFacts>
        )
    }
}
