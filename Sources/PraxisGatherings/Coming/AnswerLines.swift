import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// What a member said about coming to a date, as a corpus file has it; the lines of a date stand in the order of their turns.
struct AnswerLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("answer", fields: [.threadId, .memberId, .answer, .needs, .answeredAt, .ofSeries]) {
        try AnswerLine($0)
    }

    private let thread: Int64
    private let member: Int64
    private let answer: GatheringAnswer
    private let needs: String
    private let at: CorpusTime
    /// Whether it was said of all dates of the series.
    private let isOfSeries: Bool

    private init(_ fields: CorpusFields) throws {
        (thread, member) = (try fields.required(.threadId), try fields.required(.memberId))
        guard let answer: GatheringAnswer = try fields.word(.answer) else { throw BadLine.missing(field: "answer") }
        self.answer = answer
        let needs: String? = try fields.optional(.needs)
        self.needs = try needs == nil ? "" : fields.text(.needs, Limits.accessNeedsScalars)
        at = try fields.requiredTime(.answeredAt)
        isOfSeries = try fields.optional(.ofSeries) ?? false
    }

    static let columns: SQL<Void> = "r.threadId, r.memberId, r.answer, r.needs, r.answeredAt, r.isOfSeries"

    init(_ columns: inout Columns) throws {
        (thread, member) = (try columns.integer(), try columns.integer())
        (answer, needs) = (try columns.word(), try columns.text())
        at = .moment(try columns.time())
        isOfSeries = try columns.bool()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        record.append(.memberId, member)
        record.append(.answer, answer)
        if !needs.isEmpty { record.append(.needs, needs) }
        record.append(.answeredAt, at)
        if isOfSeries { record.append(.ofSeries, true) }
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId), member: MemberID = try db.needed(member, .memberId)
        guard try db.first("SELECT 1 FROM gathering WHERE threadId = \(thread)" as SQL<Int>) != nil else {
            throw BadLine.wrong(field: "thread_id", expected: "a thread with a date, which stands before its answers")
        }
        return try db.run(
            """
            INSERT INTO gatheringAnswer (threadId, memberId, answer, turn, needs, answeredAt, isOfSeries)
            VALUES (\(thread), \(member), \(answer), \(GatheringAnswer.nextTurn(thread)), \(needs), \(at.resolved(batch.startedAt)),
                \(isOfSeries))
            ON CONFLICT (threadId, memberId) DO NOTHING
            """
        ) > 0
    }
}

extension CorpusField {
    static let answer: CorpusField = "answer"
    fileprivate static let needs: CorpusField = "needs"
    static let answeredAt: CorpusField = "answered_at"
    fileprivate static let ofSeries: CorpusField = "of_series"
}

extension ExportKind {
    static let answers = ExportKind(
        "answer",
        .marks,
        people: {
            "SELECT r.memberId FROM gatheringAnswer r JOIN thread t ON t.id = r.threadId WHERE t.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(AnswerLine.columns) FROM gatheringAnswer r JOIN thread t ON t.id = r.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "r.memberId")) ORDER BY r.threadId, r.turn
        """ as SQL<AnswerLine>
    }
}
