import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

extension MailLocation {
    /// Where the queue item is that a mail is about.
    static func ofItem(_ about: MailMatter, _ db: DB) throws -> MailLocation? {
        let item = about.subject?.id(as: Noun.QueueItem.self)
        return try db.first("SELECT \(MailLocation.columns()) FROM queueItem WHERE id = \(item)" as SQL<MailLocation>)
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

    static let columns: SQL<Void> = "action, reason, stock, decisionReason, subjectId, groupId"

    init(_ columns: inout Columns) throws {
        action = try columns.word()
        about = try columns.optionalWord()
        stock = try columns.optionalWord()
        reason = try columns.text()
        post = try columns.id()
        group = try columns.id()
    }

    /// The decision of a queued mail, while it stands and its reader still reads the place.
    /// - Throws: `Denial.missing` if they do not even know of it any more.
    static func load(_ order: MailOrder) throws -> DecisionMailFacts? {
        guard let item = order.about.subject?.id(as: Noun.QueueItem.self), order.about.numbers.count == 1 else {
            return nil
        }
        let row = try order.db.first(
            """
            SELECT \(Self.columns) FROM queueItem
            WHERE id = \(item) AND state = 'decided' AND decidedAt = \(order.about.numbers[0]) AND subjectKind = 'post'
            """ as SQL<DecisionMailFacts>
        )
        guard let row else { return nil }
        let facts = try Access.group(row.group, order.reading)
        return Policy.allows(ReadGroup.self, facts) ? row : nil
    }
}

/// A decision that was taken back after a member had been told of it.
struct UndoneMailFacts: RowDecodable, Sendable {
    let post: PostID
    private let group: GroupID

    static let columns: SQL<Void> = "subjectId, groupId"

    init(_ columns: inout Columns) throws { (post, group) = (try columns.id(), try columns.id()) }

    /// Returns nil if the mail about the decision never left, or if its reader does not read the place any more.
    /// - Throws: `Denial.missing` if they do not even know of it.
    static func load(_ kind: MailKind, _ order: MailOrder) throws -> UndoneMailFacts? {
        guard let item = order.about.subject?.id(as: Noun.QueueItem.self), let decidedAt = order.about.numbers.first
        else { return nil }
        let key = DecisionMailKey(kind: kind, item: item, decidedAt: Timestamp(rawValue: decidedAt))
        guard try key.wasSent(to: order.recipient.id, order.db) else { return nil }
        let row = try order.db.first(
            "SELECT \(Self.columns) FROM queueItem WHERE id = \(item) AND subjectKind = 'post'"
                as SQL<UndoneMailFacts>
        )
        guard let row else { return nil }
        let facts = try Access.group(row.group, order.reading)
        return Policy.allows(ReadGroup.self, facts) ? row : nil
    }
}

/// An item that a member on duty is told of.
struct DutyMailFacts: RowDecodable, Sendable {
    let id: QueueItemID

    static let columns: SQL<Void> = "id"

    init(_ columns: inout Columns) throws { id = try columns.id() }

    /// Returns nil if it was decided.
    /// - Throws: `Denial.missing` if the reader may no longer decide it.
    static func load(_ order: MailOrder) throws -> DutyMailFacts? {
        guard let id = order.about.subject?.id(as: Noun.QueueItem.self) else { return nil }
        _ = try Access.item(id, order.reading)
        return try order.db.first(
            "SELECT \(columns) FROM queueItem WHERE id = \(id) AND state = 'open'" as SQL<DutyMailFacts>
        )
    }
}
