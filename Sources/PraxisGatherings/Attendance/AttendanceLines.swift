import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// That a member was at a date, as a corpus file has it; also that it was taken back.
struct AttendanceLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "attendance",
        fields: [.threadId, .memberId, .present, .minutes, .way, .authorId, .saidAt, .version]
    ) { try AttendanceLine($0) }

    private let thread: Int64
    private let member: Int64
    private let isPresent: Bool
    private let minutes: Int
    private let way: AttendanceWay
    /// Who said it; nil for the member.
    private let author: Int64?
    private let at: CorpusTime
    private let version: Int

    private init(_ fields: CorpusFields) throws {
        (thread, member) = (try fields.required(.threadId), try fields.required(.memberId))
        isPresent = try fields.optional(.present) ?? true
        minutes = try fields.number(.minutes, Limits.attendedMinutes)
        way = try fields.word(.way) ?? .own
        author = try fields.optional(.authorId)
        at = try fields.requiredTime(.saidAt)
        version = try fields.optionalNumber(.version, 1...1_000_000) ?? 1
    }

    static let columns: SQL<Void> =
        "a.threadId, a.memberId, a.isPresent, a.minutes, a.way, a.authorId, a.saidAt, a.version"

    init(_ columns: inout Columns) throws {
        (thread, member) = (try columns.integer(), try columns.integer())
        (isPresent, minutes) = (try columns.bool(), try columns.int())
        way = try columns.word()
        author = try columns.integer()
        at = .moment(try columns.time())
        version = try columns.int()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        record.append(.memberId, member)
        if !isPresent { record.append(.present, false) }
        record.append(.minutes, minutes)
        if way != .own { record.append(.way, way) }
        // A member's own export names no one else.
        if let author, author != member, !scope.isOfMember { record.append(.authorId, author) }
        record.append(.saidAt, at)
        if version > 1 { record.append(.version, version) }
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId), member: MemberID = try db.needed(member, .memberId)
        guard try db.first("SELECT 1 FROM gathering WHERE threadId = \(thread)" as SQL<Int>) != nil else {
            throw BadLine.wrong(
                field: "thread_id",
                expected: "a thread with a date, which stands before who was there"
            )
        }
        let author: MemberID = try author.map { try db.needed($0, .authorId) } ?? member
        return try db.run(
            """
            INSERT INTO attendance (threadId, memberId, isPresent, minutes, way, authorId, saidAt, version)
            VALUES (\(thread), \(member), \(isPresent), \(minutes), \(way), \(author), \(at.resolved(batch.startedAt)), \(version))
            ON CONFLICT (threadId, memberId) DO NOTHING
            """
        ) > 0
    }
}

extension CorpusField {
    fileprivate static let present: CorpusField = "present"
    fileprivate static let way: CorpusField = "way"
    static let saidAt: CorpusField = "said_at"
}

extension ExportKind {
    static let attendance = ExportKind(
        "attendance",
        .marks,
        people: { community in
            """
            SELECT a.memberId FROM attendance a JOIN thread t ON t.id = a.threadId WHERE t.communityId = \(community)
            UNION SELECT a.authorId FROM attendance a JOIN thread t ON t.id = a.threadId WHERE t.communityId = \(community)
            """
        }
    ) { scope in
        """
        SELECT \(AttendanceLine.columns) FROM attendance a JOIN thread t ON t.id = a.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "a.memberId")) ORDER BY a.threadId, a.memberId
        """ as SQL<AttendanceLine>
    }
}
