import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A certificate of attendance with one of its versions, as a corpus file has it; the versions stand in their order.
struct CertificateLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "certificate",
        fields: [
            .threadId, .memberId, .code, .version, .name, .title, .issuer, .credit, .startAt, .endAt, .zone, .minutes,
            .way,
            .issuedAt,
        ]
    ) { try CertificateLine($0) }

    private let thread: Int64
    private let member: Int64
    private let code: String
    private let version: Int
    private let name: String
    private let title: String
    private let issuer: String
    private let credit: String
    /// Of the date; nil for what it says now, likewise `end` and `zone`.
    private let start: CorpusTime?
    private let end: CorpusTime?
    private let zone: String?
    private let minutes: Int
    private let way: AttendanceWay
    private let at: CorpusTime

    private init(_ fields: CorpusFields) throws {
        (thread, member) = (try fields.required(.threadId), try fields.required(.memberId))
        code = try fields.required(.code)
        guard code.wholeMatch(of: /[A-Za-z0-9_-]{22}/) != nil else {
            throw BadLine.wrong(field: "code", expected: "22 letters, digits, - or _")
        }
        version = try fields.optionalNumber(.version, 1...1_000_000) ?? 1
        name = try fields.line(.name, Limits.nameScalars)
        title = try fields.line(.title, 0...Limits.titleScalars.upperBound)
        issuer = try fields.line(.issuer, 0...Limits.titleScalars.upperBound)
        credit = try fields.optionalLine(.credit, Limits.seriesCreditScalars) ?? ""
        (start, end) = (try fields.time(.startAt), try fields.time(.endAt))
        zone = try fields.optional(.zone)
        if let zone, Zones.named(zone) == nil {
            throw BadLine.wrong(field: "zone", expected: "a time zone, as Europe/London")
        }
        minutes = try fields.number(.minutes, 0...Limits.attendedMinutes.upperBound)
        way = try fields.word(.way) ?? .own
        at = try fields.requiredTime(.issuedAt)
    }

    static let columns: SQL<Void> = """
        c.threadId, c.memberId, c.code, v.version, v.name, v.title, v.issuer, v.credit, v.startAt, v.endAt, v.zone, v.minutes, v.way,
        v.issuedAt
        """

    init(_ columns: inout Columns) throws {
        (thread, member) = (try columns.integer(), try columns.integer())
        (code, version) = (try columns.text(), try columns.int())
        (name, title) = (try columns.text(), try columns.text())
        (issuer, credit) = (try columns.text(), try columns.text())
        (start, end) = (.moment(try columns.time()), .moment(try columns.time()))
        (zone, minutes) = (try columns.text(), try columns.int())
        way = try columns.word()
        at = .moment(try columns.time())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        record.append(.memberId, member)
        record.append(.code, code)
        if version > 1 { record.append(.version, version) }
        record.append(.name, name)
        record.append(.title, title)
        record.append(.issuer, issuer)
        if !credit.isEmpty { record.append(.credit, credit) }
        if let start { record.append(.startAt, start) }
        if let end { record.append(.endAt, end) }
        if let zone { record.append(.zone, zone) }
        record.append(.minutes, minutes)
        if way != .own { record.append(.way, way) }
        record.append(.issuedAt, at)
    }

    /// A version that is there already stays; so does the address of a certificate that is.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId), member: MemberID = try db.needed(member, .memberId)
        let date = try db.first(Gathering.of([thread]))
        guard let date, try db.first(Attended.of(member, at: thread)) != nil else {
            throw BadLine.wrong(field: "member_id", expected: "a member whose attendance stands before it")
        }
        let start = start?.resolved(batch.startedAt) ?? date.startAt
        let end = end?.resolved(batch.startedAt) ?? date.endAt
        let isFree = try db.first(CertificateOwner.of(code)).map { $0.thread == thread && $0.member == member } ?? true
        if !isFree { throw BadLine.wrong(field: "code", expected: "a code that no other certificate has") }
        try db.run(
            """
            INSERT INTO certificate (threadId, memberId, code) VALUES (\(thread), \(member), \(code))
            ON CONFLICT (threadId, memberId) DO NOTHING
            """
        )
        return try db.run(
            """
            INSERT INTO certificateVersion
                (threadId, memberId, version, name, title, issuer, credit, startAt, endAt, zone, minutes, way, issuedAt)
            VALUES (\(thread), \(member), \(version), \(name), \(title), \(issuer), \(credit), \(start), \(end), \(zone ?? date.zone), \(minutes), \(way),
                \(at.resolved(batch.startedAt)))
            ON CONFLICT (threadId, memberId, version) DO NOTHING
            """
        ) > 0
    }
}

extension CorpusField {
    fileprivate static let code: CorpusField = "code"
    fileprivate static let title: CorpusField = "title"
    fileprivate static let issuer: CorpusField = "issuer"
    fileprivate static let credit: CorpusField = "credit"
    fileprivate static let startAt: CorpusField = "start_at"
    fileprivate static let endAt: CorpusField = "end_at"
    fileprivate static let issuedAt: CorpusField = "issued_at"
    fileprivate static let way: CorpusField = "way"
}

extension ExportKind {
    static let certificates = ExportKind(
        "certificate",
        .marks,
        people: {
            "SELECT c.memberId FROM certificate c JOIN thread t ON t.id = c.threadId WHERE t.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(CertificateLine.columns) FROM certificate c JOIN thread t ON t.id = c.threadId
        JOIN certificateVersion v ON v.threadId = c.threadId AND v.memberId = c.memberId
        WHERE \(scope.picks(community: "t.communityId", member: "c.memberId")) ORDER BY c.threadId, c.memberId, v.version
        """ as SQL<CertificateLine>
    }
}
