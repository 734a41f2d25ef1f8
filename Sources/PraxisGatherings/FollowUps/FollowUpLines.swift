import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// What is to be done after a date, as a corpus file has it.
struct FollowUpLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "follow_up",
        fields: [
            .threadId, .kind, .title, .ownerId, .ownerLeft, .due, .state, .authorId, .createdAt, .endedAt, .version,
        ]
    ) { try FollowUpLine($0) }

    private let thread: Int64
    private let kind: FollowUpKind
    private let title: String
    private let owner: Int64?
    private let isLeft: Bool
    private let due: DueDay?
    private let state: FollowUpState
    private let author: Int64
    private let at: CorpusTime
    private let endedAt: CorpusTime?
    private let version: Int

    private init(_ fields: CorpusFields) throws {
        thread = try fields.required(.threadId)
        guard let kind: FollowUpKind = try fields.word(.kind) else { throw BadLine.missing(field: "kind") }
        self.kind = kind
        title = try fields.line(.title, Limits.followUpTitleScalars)
        owner = try fields.optional(.ownerId)
        isLeft = try fields.optional(.ownerLeft) ?? false
        let due: String? = try fields.optional(.due)
        self.due = due.flatMap(DueDay.init)
        if due != nil && self.due == nil {
            throw BadLine.wrong(field: "due", expected: "a day, as 2026-12-01, P10D or -P3D")
        }
        state = try fields.word(.state) ?? .open
        author = try fields.required(.authorId)
        at = try fields.requiredTime(.createdAt)
        endedAt = try fields.time(.endedAt)
        version = try fields.optionalNumber(.version, 1...1_000_000) ?? 1
    }

    static let columns: SQL<Void> = """
        f.threadId, f.kind, f.title, f.ownerId, f.isLeft, f.due, f.state, f.authorId, f.createdAt, f.endedAt, f.version
        """

    init(_ columns: inout Columns) throws {
        (thread, kind) = (try columns.integer(), try columns.word())
        (title, owner) = (try columns.text(), columns.optionalInteger())
        isLeft = try columns.bool()
        due = columns.optionalInteger().map { .day(Int($0)) }
        (state, author) = (try columns.word(), try columns.integer())
        at = .moment(try columns.time())
        endedAt = columns.optionalTime().map { .moment($0) }
        version = try columns.int()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        record.append(.kind, kind)
        record.append(.title, title)
        // A member's own export names no one else.
        if let owner, !scope.isOfMember || owner == author { record.append(.ownerId, owner) }
        if isLeft { record.append(.ownerLeft, true) }
        if case .day(let day) = due { record.append(.due, LocalTime(dayNumber: day).date) }
        if state != .open { record.append(.state, state) }
        record.append(.authorId, author)
        record.append(.createdAt, at)
        if let endedAt { record.append(.endedAt, endedAt) }
        if version > 1 { record.append(.version, version) }
    }

    /// A follow-up that the date has already, by title, author and moment, stays as it is.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId), author: MemberID = try db.needed(author, .authorId)
        guard try db.first("SELECT 1 FROM gathering WHERE threadId = \(thread)" as SQL<Int>) != nil else {
            throw BadLine.wrong(
                field: "thread_id",
                expected: "a thread with a date, which stands before its follow-ups"
            )
        }
        let owner: MemberID? = try owner.map { try db.needed($0, .ownerId) }
        let at = at.resolved(batch.startedAt), endedAt = endedAt?.resolved(batch.startedAt)
        let due = due?.resolved(batch.startedAt)
        return try db.run(
            """
            INSERT INTO followUp (threadId, groupId, kind, title, ownerId, isLeft, due, state, authorId, createdAt, endedAt, version)
            SELECT t.id, t.groupId, \(kind), \(title), \(owner), \(isLeft), \(due), \(state), \(author), \(at), \(endedAt), \(version)
            FROM thread t WHERE t.id = \(thread) AND NOT EXISTS (
                SELECT 1 FROM followUp k WHERE k.threadId = \(thread) AND k.title = \(title) AND k.authorId = \(author) AND k.createdAt = \(at))
            """
        ) > 0
    }
}

/// The day by which something is to be done, as a line says it.
private enum DueDay: Sendable {
    /// In days since 1970-01-01.
    case day(Int)
    /// Days after the import, or before it.
    case fromImport(Int)

    init?(_ text: String) {
        if let day = LocalTime(date: text) {
            self = .day(day.dayNumber)
        } else if let match = text.wholeMatch(of: /(-?)P([0-9]{1,4})D/), let days = Int(match.2) {
            self = .fromImport(match.1.isEmpty ? days : -days)
        } else {
            return nil
        }
    }

    func resolved(_ start: Timestamp) -> Int {
        switch self {
        case .day(let day): day
        case .fromImport(let days): LocalTime(start, in: Zones.stored("UTC", orElse: "UTC")).dayNumber + days
        }
    }
}

extension CorpusField {
    fileprivate static let title: CorpusField = "title"
    fileprivate static let ownerId: CorpusField = "owner_id"
    fileprivate static let ownerLeft: CorpusField = "owner_left"
    fileprivate static let due: CorpusField = "due"
    fileprivate static let endedAt: CorpusField = "ended_at"
}

extension ExportKind {
    static let followUps = ExportKind(
        "follow_up",
        .marks,
        people: { community in
            """
            SELECT f.authorId FROM followUp f JOIN thread t ON t.id = f.threadId WHERE t.communityId = \(community)
            UNION SELECT f.ownerId FROM followUp f JOIN thread t ON t.id = f.threadId
            WHERE t.communityId = \(community) AND f.ownerId IS NOT NULL
            """
        }
    ) { scope in
        """
        SELECT \(FollowUpLine.columns) FROM followUp f JOIN thread t ON t.id = f.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "f.authorId")) ORDER BY f.threadId, f.id
        """ as SQL<FollowUpLine>
    }
}
