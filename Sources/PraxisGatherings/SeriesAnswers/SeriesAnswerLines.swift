import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// What a member said about coming to a series, as a corpus file has it; the lines of a series stand in the order of their turns.
struct SeriesAnswerLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("series_answer", fields: [.seriesId, .memberId, .answer, .answeredAt]) {
        try SeriesAnswerLine($0)
    }

    private let series: Int64
    private let member: Int64
    private let answer: GatheringAnswer
    private let at: CorpusTime

    private init(_ fields: CorpusFields) throws {
        (series, member) = (try fields.required(.seriesId), try fields.required(.memberId))
        guard let answer: GatheringAnswer = try fields.word(.answer) else { throw BadLine.missing(field: "answer") }
        self.answer = answer
        at = try fields.requiredTime(.answeredAt)
    }

    static let columns: SQL<Void> = "r.seriesId, r.memberId, r.answer, r.answeredAt"

    init(_ columns: inout Columns) throws {
        (series, member) = (try columns.integer(), try columns.integer())
        answer = try columns.word()
        at = .moment(try columns.time())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.seriesId, series)
        record.append(.memberId, member)
        record.append(.answer, answer)
        record.append(.answeredAt, at)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let series: SeriesID = try db.needed(series, .seriesId), member: MemberID = try db.needed(member, .memberId)
        return try db.run(
            """
            INSERT INTO seriesAnswer (seriesId, memberId, answer, turn, answeredAt)
            VALUES (\(series), \(member), \(answer), \(SeriesAnswer.nextTurn(series)), \(at.resolved(batch.startedAt)))
            ON CONFLICT (seriesId, memberId) DO NOTHING
            """
        ) > 0
    }
}

extension ExportKind {
    static let seriesAnswers = ExportKind(
        "series_answer",
        .marks,
        people: {
            "SELECT r.memberId FROM seriesAnswer r JOIN series s ON s.id = r.seriesId WHERE s.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(SeriesAnswerLine.columns) FROM seriesAnswer r JOIN series s ON s.id = r.seriesId
        WHERE \(scope.picks(community: "s.communityId", member: "r.memberId")) ORDER BY r.seriesId, r.turn
        """ as SQL<SeriesAnswerLine>
    }
}
