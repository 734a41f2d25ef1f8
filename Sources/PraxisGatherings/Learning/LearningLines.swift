import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// An entry of a member's learning, as the member's own export has it, and no other.
struct LearningEntryLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "learning",
        fields: [.memberId, .day, .minutes, .category, .title, .reflection, .createdAt]
    ) { try LearningEntryLine($0) }

    private let member: Int64
    private let day: Int
    private let minutes: Int
    private let category: String
    private let title: String
    private let reflection: String
    private let at: CorpusTime

    private init(_ fields: CorpusFields) throws {
        member = try fields.required(.memberId)
        let text: String = try fields.required(.day)
        guard let day = LocalTime(date: text)?.dayNumber else {
            throw BadLine.wrong(field: "day", expected: "a day, as 2026-12-01")
        }
        self.day = day
        minutes = try fields.number(.minutes, Limits.attendedMinutes)
        category = try fields.line(.category, Limits.learningCategoryScalars)
        title = try fields.line(.title, Limits.learningTitleScalars)
        reflection = try fields.text(.reflection, Limits.learningReflectionScalars)
        at = try fields.requiredTime(.createdAt)
    }

    static let columns: SQL<Void> = "l.memberId, l.day, l.minutes, l.category, l.title, l.reflection, l.createdAt"

    init(_ columns: inout Columns) throws {
        (member, day) = (try columns.integer(), try columns.int())
        (minutes, category) = (try columns.int(), try columns.text())
        (title, reflection) = (try columns.text(), try columns.text())
        at = .moment(try columns.time())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.memberId, member)
        record.append(.day, LocalTime(dayNumber: day).date)
        record.append(.minutes, minutes)
        record.append(.category, category)
        record.append(.title, title)
        if !reflection.isEmpty { record.append(.reflection, reflection) }
        record.append(.createdAt, at)
    }

    /// An entry that is there already, by its title, day and moment, stays as it is.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let member: MemberID = try db.needed(member, .memberId), at = at.resolved(batch.startedAt)
        return try db.run(
            """
            INSERT INTO learningEntry (memberId, day, minutes, category, title, reflection, createdAt, removedAt)
            SELECT m.id, \(day), \(minutes), \(category), \(title), \(reflection), \(at), NULL FROM member m
            WHERE m.id = \(member) AND NOT EXISTS (SELECT 1 FROM learningEntry k
                WHERE k.memberId = \(member) AND k.day = \(day) AND k.title = \(title) AND k.createdAt = \(at))
            """
        ) > 0
    }
}

extension CorpusField {
    fileprivate static let day: CorpusField = "day"
    fileprivate static let category: CorpusField = "category"
    fileprivate static let title: CorpusField = "title"
    fileprivate static let reflection: CorpusField = "reflection"
}

extension ExportKind {
    /// In no export but its member's own: administrators do not read it, either.
    static let learning = ExportKind("learning", .marks) { scope -> SQL<LearningEntryLine>? in
        guard case .member(let member) = scope else { return nil }
        return """
            SELECT \(LearningEntryLine.columns) FROM learningEntry l
            WHERE l.memberId = \(member) AND l.removedAt IS NULL ORDER BY l.day, l.id
            """
    }
}
