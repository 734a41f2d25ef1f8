import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// An item of a date's agenda, as a corpus file has it; the lines of a date stand in the order of the agenda.
struct AgendaLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "agenda",
        fields: [
            .threadId, .title, .minutes, .lead, .aboutId, .outcome, .outcomePostId, .authorId, .createdAt, .version,
        ]
    ) { try AgendaLine($0) }

    private let thread: Int64
    private let title: String
    private let minutes: Int?
    private let lead: String
    private let about: Int64?
    private let outcome: String
    private let outcomePost: Int64?
    private let author: Int64
    private let at: CorpusTime
    private let version: Int

    private init(_ fields: CorpusFields) throws {
        thread = try fields.required(.threadId)
        title = try fields.line(.title, Limits.agendaTitleScalars)
        minutes = try fields.optionalNumber(.minutes, Limits.agendaMinutes)
        lead = try fields.optionalLine(.lead, Limits.agendaLeadScalars) ?? ""
        about = try fields.optional(.aboutId)
        let outcome: String? = try fields.optional(.outcome)
        self.outcome = try outcome == nil ? "" : fields.text(.outcome, Limits.postScalars)
        outcomePost = try fields.optional(.outcomePostId)
        author = try fields.required(.authorId)
        at = try fields.requiredTime(.createdAt)
        version = try fields.optionalNumber(.version, 1...1_000_000) ?? 1
    }

    static let columns: SQL<Void> = """
        i.threadId, i.title, i.minutes, i.lead, i.aboutId, i.outcome, i.outcomePostId, i.authorId, i.createdAt, i.version
        """

    init(_ columns: inout Columns) throws {
        thread = try columns.integer()
        title = try columns.text()
        minutes = columns.optionalInteger().map(Int.init)
        lead = try columns.text()
        about = columns.optionalInteger()
        outcome = try columns.text()
        outcomePost = columns.optionalInteger()
        author = try columns.integer()
        at = .moment(try columns.time())
        version = try columns.int()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        record.append(.title, title)
        if let minutes { record.append(.minutes, minutes) }
        if !lead.isEmpty { record.append(.lead, lead) }
        if let about { record.append(.aboutId, about) }
        if !outcome.isEmpty { record.append(.outcome, outcome) }
        if let outcomePost { record.append(.outcomePostId, outcomePost) }
        record.append(.authorId, author)
        record.append(.createdAt, at)
        if version > 1 { record.append(.version, version) }
    }

    /// An item that the date has already, by title, author and moment, stays as it is.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId), author: MemberID = try db.needed(author, .authorId)
        guard try db.first("SELECT 1 FROM gathering WHERE threadId = \(thread)" as SQL<Int>) != nil else {
            throw BadLine.wrong(field: "thread_id", expected: "a thread with a date, which stands before its agenda")
        }
        let about: ThreadID? = try about.map { try db.needed($0, .aboutId) }
        let post: PostID? = try outcomePost.map { try db.needed($0, .outcomePostId) }
        let at = at.resolved(batch.startedAt)
        return try db.run(
            """
            INSERT INTO agendaItem (threadId, position, title, minutes, lead, aboutId, outcome, outcomePostId, authorId, createdAt, version)
            SELECT \(thread), coalesce(max(i.position), 0) + 1, \(title), \(minutes), \(lead), \(about), \(outcome), \(post), \(author), \(at),
                \(version)
            FROM agendaItem i WHERE i.threadId = \(thread)
            HAVING NOT EXISTS (SELECT 1 FROM agendaItem k WHERE k.threadId = \(thread) AND k.title = \(title)
                AND k.authorId = \(author) AND k.createdAt = \(at))
            """
        ) > 0
    }
}

extension CorpusField {
    fileprivate static let title: CorpusField = "title"
    fileprivate static let lead: CorpusField = "lead"
    fileprivate static let aboutId: CorpusField = "about_id"
    fileprivate static let outcome: CorpusField = "outcome"
    fileprivate static let outcomePostId: CorpusField = "outcome_post_id"
}

extension ExportKind {
    static let agenda = ExportKind(
        "agenda",
        .marks,
        people: {
            "SELECT i.authorId FROM agendaItem i JOIN thread t ON t.id = i.threadId WHERE t.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(AgendaLine.columns) FROM agendaItem i JOIN thread t ON t.id = i.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "i.authorId")) ORDER BY i.threadId, i.position, i.id
        """ as SQL<AgendaLine>
    }
}
