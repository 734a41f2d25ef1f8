import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// That one person may read one thread until a time.
struct AdmissionLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("admission", fields: [.memberId, .threadId, "until"]) { try AdmissionLine($0) }

    private let member: Int64
    private let thread: Int64
    private let until: CorpusTime

    private init(_ fields: CorpusFields) throws {
        (member, thread) = (try fields.required(.memberId), try fields.required(.threadId))
        until = try fields.requiredTime("until")
    }

    static let columns: SQL<Void> = "a.memberId, a.threadId, a.until"

    init(_ columns: inout Columns) throws {
        member = try columns.integer()
        thread = try columns.integer()
        until = .moment(try columns.time())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.memberId, member)
        record.append(.threadId, thread)
        record.append("until", until)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let member: MemberID = try db.needed(member, .memberId), thread: ThreadID = try db.needed(thread, .threadId)
        return try db.run(
            """
            INSERT INTO admission (memberId, threadId, until, readFrom)
            VALUES (\(member), \(thread), \(until.resolved(batch.startedAt)), 0)
            ON CONFLICT (memberId, threadId) DO NOTHING
            """
        ) > 0
    }
}

extension ExportKind {
    static let admissions = ExportKind(
        "admission",
        .marks,
        people: {
            "SELECT a.memberId FROM admission a JOIN thread t ON t.id = a.threadId WHERE t.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(AdmissionLine.columns) FROM admission a JOIN thread t ON t.id = a.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "a.memberId")) ORDER BY a.memberId, a.threadId
        """ as SQL<AdmissionLine>
    }
}
