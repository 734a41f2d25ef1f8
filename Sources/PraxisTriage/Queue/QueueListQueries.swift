import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A queue item as lists show it.
struct QueueLine: Sendable {
    let id: QueueItemID
    let kind: QueueItemKind
    let subject: Subject?
    let state: QueueItemState
    let version: Int
    let createdAt: Timestamp
    let reason: ReportReason?
    let level: QueueLevel
    let rank: Int
    let group: Group?
    let thread: (id: ThreadID, title: String)?
    let post: PostID?
    /// The author, or who asks.
    let member: (id: MemberID, name: String)
    let claim: Claims.Claim?
    let decision: Outcome?

    struct Group: Sendable {
        let id: GroupID
        let slug: String
        let name: String
        let isConfidential: Bool
    }

    /// How it was decided, by whom and when.
    struct Outcome: Sendable {
        let action: QueueAction
        let by: (id: MemberID, name: String)?
        let at: Timestamp
    }

    /// Items `q` with what their lines say; the whole of the condition goes on with AND.
    static let source: SQL<Void> = """
        queueItem q CROSS JOIN member a LEFT JOIN "group" g ON g.id = q.groupId
        LEFT JOIN thread t ON t.id = q.threadId LEFT JOIN post p ON q.subjectKind = 'post' AND p.id = q.subjectId LEFT JOIN member h ON h.id = q.claimedBy
        LEFT JOIN member d ON d.id = q.decidedBy
        WHERE a.id = q.memberId
        """

    /// How it ended; returns nil while it is open.
    func end(_ kinds: QueueKinds) -> QueueEnd? { decision.map { kinds[kind].choices.end($0.action, reason) } }

    var isAboutPost: Bool { post != nil }

    /// Whether it stands before all others that wait.
    var isUrgent: Bool { rank == 0 && state == .open }

    var matter: QueueMatter { QueueMatter(item: id, subject: subject, group: group?.id, member: member.id) }

    /// Who has it now.
    func holder(at now: Timestamp) -> Claims.Claim? { claim.flatMap { $0.until > now ? $0 : nil } }
}

extension QueueLine: RowDecodable {
    static let columns: SQL<Void> = """
        q.id, q.kind, q.subjectKind, q.subjectId, q.state, q.version, q.createdAt, q.reason, q.level, q.rank, g.id, g.slug, g.name, g.kind, t.id, t.title, p.id,
        a.id, a.name, q.claimedBy, h.name, q.claimedUntil,
        q.action, q.decidedBy, d.name, q.decidedAt
        """

    init(_ columns: inout Columns) throws {
        (id, kind) = (try columns.id(), try columns.word())
        (subject, state) = (columns.optionalSubject(), try columns.word())
        (version, createdAt) = (try columns.int(), try columns.time())
        reason = try columns.optionalWord()
        level = try columns.word()
        rank = try columns.int()
        let group = columns.optionalID(Noun.Group.self), slug = columns.optionalText(), name = columns.optionalText()
        let isConfidential = try columns.optionalWord(GroupKind.self)?.isConfidential ?? false
        self.group =
            if let group, let slug, let name {
                Group(id: group, slug: slug, name: name, isConfidential: isConfidential)
            } else {
                nil
            }
        let thread = columns.optionalID(Noun.Conversation.self), title = columns.optionalText()
        self.thread = if let thread, let title { (thread, title) } else { nil }
        post = columns.optionalID()
        member = (try columns.id(), try columns.text())
        let holder = columns.optionalID(Noun.Member.self), held = columns.optionalText(), until = columns.optionalTime()
        claim =
            if let holder, let held, let until { Claims.Claim(member: holder, name: held, until: until) } else { nil }
        let action = try columns.optionalWord(QueueAction.self)
        let decider = columns.optionalID(Noun.Member.self), decided = columns.optionalText()
        let at = columns.optionalTime()
        let person: (MemberID, String)? = if let decider, let decided { (decider, decided) } else { nil }
        decision = if let action, let at { Outcome(action: action, by: person, at: at) } else { nil }
    }
}

/// Where a page of the queue begins.
struct QueueCursor: Hashable, Sendable, CustomStringConvertible {
    /// 1 once the open items that are claimed have begun.
    let phase: Int
    /// The rank of an open item, the time of a decided one.
    let order: Int64
    let id: QueueItemID

    init(phase: Int, order: Int64, id: QueueItemID) {
        self.phase = phase
        self.order = order
        self.id = id
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let phase = Int(parts[0]), (0...1).contains(phase), let order = Int64(parts[1]),
            let id = Int64(parts[2])
        else { return nil }
        self.init(phase: phase, order: order, id: QueueItemID(rawValue: id))
    }

    var description: String { "\(phase).\(order).\(id)" }
}

/// A page of a queue.
struct QueuePage: Sendable {
    let lines: [QueueLine]
    let next: QueueCursor?
}

/// Which items of a queue.
struct QueueQuery: Sendable {
    let scope: QueueScope
    let now: Timestamp
    var kind: QueueItemKind?
    var state = QueueItemState.open
    var after: QueueCursor?
    var limit = Limits.queuePerPage

    /// Open items: the gravest first, then the oldest, those of other members last; decided ones the latest first.
    ///
    /// Walks `queueItem_open` or `queueItem_decided`, never sorts.
    func page(_ db: DB) throws -> QueuePage {
        if state == .decided { return page(try db.all(decided), phase: 0) { $0.decision?.at.rawValue ?? 0 } }
        var lines: [QueueLine] = []
        if after?.phase != 1 {
            lines = try db.all(open(isTaken: false, after: after, limit: limit + 1))
            if lines.count > limit { return page(lines, phase: 0) { Int64($0.rank) } }
        }
        let begun = after.flatMap { $0.phase == 1 ? $0 : nil }
        let taken = try db.all(open(isTaken: true, after: begun, limit: limit + 1 - lines.count))
        let free = lines.count
        let all = page(lines + taken, phase: 1) { Int64($0.rank) }
        // A page that ends with the last free one goes on with the first claimed one.
        if all.next != nil, all.lines.count <= free {
            return QueuePage(lines: all.lines, next: QueueCursor(phase: 1, order: -1, id: QueueItemID(rawValue: 0)))
        }
        return all
    }

    private func page(_ rows: [QueueLine], phase: Int, _ order: (QueueLine) -> Int64) -> QueuePage {
        let shown = Array(rows.prefix(limit))
        let next = rows.count > limit ? shown.last.map { QueueCursor(phase: phase, order: order($0), id: $0.id) } : nil
        return QueuePage(lines: shown, next: next)
    }

    private func open(isTaken: Bool, after: QueueCursor?, limit: Int) -> SQL<QueueLine> {
        let free: SQL<Void> = "(q.claimedUntil IS NULL OR q.claimedUntil <= \(now) OR q.claimedBy = \(scope.viewer))"
        let taken: SQL<Void> = "q.claimedUntil > \(now) AND q.claimedBy <> \(scope.viewer)"
        return """
            SELECT \(QueueLine.columns) FROM \(QueueLine.source)
            AND q.communityId = \(scope.community.id) AND q.state = 'open' AND \(scope.condition(at: now))\(ofKind)
              AND \(isTaken ? taken : free) AND (q.rank, q.id) > (\(after?.order ?? -1), \(after?.id.rawValue ?? 0))
            ORDER BY q.rank, q.id LIMIT \(limit)
            """
    }

    private var decided: SQL<QueueLine> {
        """
        SELECT \(QueueLine.columns) FROM \(QueueLine.source)
        AND q.communityId = \(scope.community.id) AND q.state = 'decided' AND \(scope.condition(at: now))\(ofKind)
          AND (q.decidedAt, q.id) < (\(after?.order ?? Int64.max), \(after?.id.rawValue ?? Int64.max))
        ORDER BY q.decidedAt DESC, q.id DESC LIMIT \(limit + 1)
        """
    }

    private var ofKind: SQL<Void> { kind.map { " AND q.kind = \($0)" } ?? "" }

    /// The first free item after another in the order of the queue, or else the first of all; never that one.
    func next(after item: QueueItemID?, _ db: DB) throws -> QueueItemID? {
        let rank = try item.flatMap { try db.first("SELECT rank FROM queueItem WHERE id = \($0)" as SQL<Int64>) }
        if let item, let rank {
            let cursor = QueueCursor(phase: 0, order: rank, id: item)
            if let found = try db.all(open(isTaken: false, after: cursor, limit: 1)).first { return found.id }
        }
        return try db.all(open(isTaken: false, after: nil, limit: 2)).first { $0.id != item }?.id
    }
}
