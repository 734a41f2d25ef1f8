import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// What is said of the recording of a date, as a corpus file has it.
struct RecordingLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "recording",
        fields: [.threadId, .recorded, .link, .transcript, .about, .authorId, .saidAt, .version]
    ) { try RecordingLine($0) }

    private let thread: Int64
    private let access: RecordingAccess
    private let link: String
    private let transcript: String
    private let text: String
    private let author: Int64
    private let at: CorpusTime
    private let version: Int

    private init(_ fields: CorpusFields) throws {
        thread = try fields.required(.threadId)
        let word: String = try fields.required(.recorded), link: String? = try fields.optional(.link)
        let transcript: String? = try fields.optional(.transcript), text: String? = try fields.optional(.about)
        let said: NewRecording
        do throws(Denial) {
            said = try NewRecording(recorded: word, link: link ?? "", transcript: transcript ?? "", text: text ?? "")
        } catch .input(let errors) {
            throw BadLine.wrong(field: errors.first?.field ?? "recorded", expected: Self.expected)
        }
        (access, self.link) = (said.access, said.link)
        (self.transcript, self.text) = (said.transcript, said.text)
        author = try fields.required(.authorId)
        at = try fields.requiredTime(.saidAt)
        version = try fields.optionalNumber(.version, 1...1_000_000) ?? 1
    }

    private static let expected =
        "captions, transcript or without with a link that begins with https://, or unrecorded, and what the form asks for beside it"

    static let columns: SQL<Void> =
        "r.threadId, r.access, r.link, r.transcript, r.text, r.authorId, r.saidAt, r.version"

    init(_ columns: inout Columns) throws {
        thread = try columns.integer()
        access = try columns.word()
        (link, transcript) = (try columns.text(), try columns.text())
        text = try columns.text()
        author = try columns.integer()
        at = .moment(try columns.time())
        version = try columns.int()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.threadId, thread)
        record.append(.recorded, access)
        if !link.isEmpty { record.append(.link, link) }
        if !transcript.isEmpty { record.append(.transcript, transcript) }
        if !text.isEmpty { record.append(.about, text) }
        record.append(.authorId, author)
        record.append(.saidAt, at)
        if version > 1 { record.append(.version, version) }
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let thread: ThreadID = try db.needed(thread, .threadId), author: MemberID = try db.needed(author, .authorId)
        guard try db.first("SELECT 1 FROM gathering WHERE threadId = \(thread)" as SQL<Int>) != nil else {
            throw BadLine.wrong(field: "thread_id", expected: "a thread with a date, which stands before its recording")
        }
        return try db.run(
            """
            INSERT INTO recording (threadId, access, link, transcript, text, authorId, saidAt, version)
            VALUES (\(thread), \(access), \(link), \(transcript), \(text), \(author), \(at.resolved(batch.startedAt)), \(version))
            ON CONFLICT (threadId) DO NOTHING
            """
        ) > 0
    }
}

extension CorpusField {
    fileprivate static let recorded: CorpusField = "recorded"
    fileprivate static let link: CorpusField = "link"
    fileprivate static let transcript: CorpusField = "transcript"
    fileprivate static let about: CorpusField = "about"
}

extension ExportKind {
    static let recordings = ExportKind(
        "recording",
        .marks,
        people: {
            "SELECT r.authorId FROM recording r JOIN thread t ON t.id = r.threadId WHERE t.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(RecordingLine.columns) FROM recording r JOIN thread t ON t.id = r.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "r.authorId")) ORDER BY r.threadId
        """ as SQL<RecordingLine>
    }
}
