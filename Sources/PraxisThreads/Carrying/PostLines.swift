import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisPlaces
package import PraxisStore

/// A post as a corpus file has it.
struct ImportedPost: ImportLine {
    static let kind = ImportKind(
        "post",
        fields: [
            .id, .threadId, .authorId, "reply_to", .number, .createdAt, .body, .state, "edited_at", "revision",
            "answer", "withdrawn_at", "role",
        ]
    ) { try ImportedPost($0) }

    let source: Int64
    let thread: Int64
    let author: Int64
    let replyTo: Int64?
    let created: CorpusTime
    /// When the last edit was that left a mark.
    let edited: CorpusTime?
    let text: RenderedPost
    /// What it is in its thread.
    let role: PostRole
    let state: PostState
    let revision: Int
    /// Whether it is the one that helped.
    let isAnswer: Bool
    /// When its author took back what all readers saw; nil if it is there, or was held or hidden before.
    let withdrawn: CorpusTime?
    /// Its place in the thread, from 1; nil if the order of the lines says it.
    private let number: Int?

    private init(_ fields: CorpusFields) throws {
        (source, thread) = (try fields.required(.id), try fields.required(.threadId))
        author = try fields.required(.authorId)
        replyTo = try fields.optional("reply_to")
        number = try fields.optional(.number)
        if let number, number < 1 { throw BadLine.wrong(field: "number", expected: ImportTurn.expectation) }
        (created, edited) = (try fields.requiredTime(.createdAt), try fields.time("edited_at"))
        role = PostRole(rawValue: try fields.optionalLine("role", 1...40) ?? PostRole.discussion.rawValue)
        state = try fields.word(.state) ?? .published
        revision = try fields.optionalNumber("revision", 1...1_000_000) ?? 1
        isAnswer = try fields.optional("answer") ?? false
        withdrawn = state == .withdrawn ? try fields.time("withdrawn_at") : nil
        let body: String? = try state == .withdrawn ? fields.optional(.body) : fields.required(.body)
        text =
            if body == nil { RenderedPost() } else {
                RenderedPost(try fields.checked(.body) { raw throws(Denial) in try PostText(raw) })
            }
    }

    /// Whether all readers see it, or saw it before it was withdrawn.
    var wasShown: Bool { state == .published || withdrawn != nil }

    var turn: ImportTurn? { number.map { ImportTurn(series: thread, number: $0, source: source) } }

    static func take(
        _ lines: [(number: Int, line: Self)],
        _ batch: ImportBatch,
        _ outcome: inout ImportOutcome,
        _ db: WriteDB,
        by permit: borrowing Permit<SystemAct>
    ) throws { try db.takePosts(lines, batch, &outcome, by: permit) }
}

/// The same as it is written.
private struct ExportedPost: ExportLine {
    private let id: PostID
    private let thread: ThreadID
    private let author: MemberID
    private let replyTo: PostID?
    private let number: Int
    private let createdAt: Timestamp
    private let editedAt: Timestamp?
    private let role: PostRole
    private let state: PostState
    private let revision: Int
    private let isAnswer: Bool
    private let withdrawnAt: Timestamp?
    private let body: String

    static let columns: SQL<Void> = """
        p.id, p.threadId, p.authorId, p.replyToId, p.number, p.createdAt, p.editedAt, p.role, p.state, p.revision,
        coalesce(t.answerId = p.id, false), p.withdrawnAt, p.body
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        thread = try columns.id()
        author = try columns.id()
        replyTo = columns.optionalID()
        number = try columns.int()
        createdAt = try columns.time()
        editedAt = columns.optionalTime()
        role = try columns.word()
        state = try columns.word()
        revision = try columns.int()
        isAnswer = try columns.bool()
        withdrawnAt = columns.optionalTime()
        body = try columns.text()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.id, id)
        record.append(.threadId, thread)
        record.append(.authorId, author)
        record.append("reply_to", replyTo)
        record.append(.number, number)
        record.append(.createdAt, createdAt)
        record.append("edited_at", editedAt)
        if role != .discussion { record.append("role", role) }
        if state != .published { record.append(.state, state) }
        if revision > 1 { record.append("revision", revision) }
        if isAnswer { record.append("answer", true) }
        record.append("withdrawn_at", withdrawnAt)
        // What was taken back goes to nobody but the one who wrote it.
        if state != .withdrawn || scope.isOfMember, !body.isEmpty { record.append(.body, body) }
    }
}

extension ExportKind {
    static let posts = ExportKind(
        "post",
        .posts,
        people: { "SELECT p.authorId FROM post p JOIN thread t ON t.id = p.threadId WHERE t.communityId = \($0)" }
    ) { scope in
        """
        SELECT \(ExportedPost.columns)
        FROM post p JOIN thread t ON t.id = p.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "p.authorId")) ORDER BY p.id
        """ as SQL<ExportedPost>
    }
}

extension ExportKind {
    /// The members whom rows on the posts of a community name in a column.
    package static func peopleOnPosts(
        _ member: SQL<Void>,
        of rows: SQL<Void>,
        on post: SQL<Void>
    ) -> @Sendable (CommunityID) -> SQL<Void> {
        {
            """
            SELECT \(member) FROM \(rows) JOIN post p ON p.id = \(post) JOIN thread t ON t.id = p.threadId
            WHERE t.communityId = \($0)
            """
        }
    }
}
