import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// What a host wrote to people by what they answered, as a corpus file has it; nobody is mailed when it is read.
struct HostMessageLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("host_message", fields: [.threadId, .authorId, .audience, .body, .createdAt]) {
        try HostMessageLine($0)
    }

    private let thread: Int64
    private let author: Int64
    private let audience: [MessageAudience]
    private let body: String
    private let at: CorpusTime

    private init(_ fields: CorpusFields) throws {
        (thread, author) = (try fields.required(.threadId), try fields.required(.authorId))
        let words: String = try fields.required(.audience), text: String = try fields.required(.body)
        do throws(Denial) {
            let new = try NewHostMessage(to: words.split(separator: " ").map(String.init), body: text)
            (audience, body) = (new.audience, new.body)
        } catch .input(let errors) {
            if errors.contains(where: { $0.field == "to" }) {
                throw BadLine.wrong(
                    field: "audience",
                    expected: "one or more of seated, waiting and maybe, between spaces"
                )
            }
            throw BadLine.wrong(
                field: "body",
                expected: "a text of at most \(Limits.hostMessageScalars.upperBound) characters"
            )
        }
        at = try fields.requiredTime(.createdAt)
    }

    static let columns: SQL<Void> = "m.threadId, m.authorId, m.audience, m.body, m.sentAt"

    init(_ columns: inout Columns) throws {
        (thread, author) = (try columns.integer(), try columns.integer())
        audience = MessageAudience.read(try columns.text())
        body = try columns.text()
        at = .moment(try columns.time())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        record.append(.authorId, author)
        record.append(.audience, audience.words)
        record.append(.body, body)
        record.append(.createdAt, at)
    }

    /// One that is there already, by its date, author and moment, stays as it is.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId), author: MemberID = try db.needed(author, .authorId)
        guard try db.first("SELECT 1 FROM gathering WHERE threadId = \(thread)" as SQL<Int>) != nil else {
            throw BadLine.wrong(field: "thread_id", expected: "a thread with a date, which stands before its messages")
        }
        let at = at.resolved(batch.startedAt)
        return try db.run(
            """
            INSERT INTO hostMessage (threadId, authorId, audience, body, state, sentAt, toldTo)
            SELECT a.id, \(author), \(audience.words), \(body), \(HostMessageState.sent), \(at), 0 FROM thread a
            WHERE a.id = \(thread) AND NOT EXISTS (SELECT 1 FROM hostMessage k
                WHERE k.threadId = \(thread) AND k.authorId = \(author) AND k.sentAt = \(at))
            """
        ) > 0
    }
}

extension CorpusField {
    fileprivate static let audience: CorpusField = "audience"
}

extension ExportKind {
    /// Those that were not taken back: in the export of a member what they wrote themselves, and not what they got.
    static let hostMessages = ExportKind(
        "host_message",
        .marks,
        people: {
            "SELECT m.authorId FROM hostMessage m JOIN thread t ON t.id = m.threadId WHERE t.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(HostMessageLine.columns) FROM hostMessage m JOIN thread t ON t.id = m.threadId
        WHERE m.state NOT IN ('undone', 'removed') AND \(scope.picks(community: "t.communityId", member: "m.authorId")) ORDER BY m.id
        """ as SQL<HostMessageLine>
    }
}
