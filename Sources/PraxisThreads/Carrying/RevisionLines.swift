import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// A text that an edit replaced; without a body if identifying detail was removed from it.
struct RevisionLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "revision",
        fields: [.postId, .number, "editor_id", "written_at", "replaced_at", .body]
    ) {
        try RevisionLine($0)
    }

    private let post: Int64
    private let number: Int
    private let editor: Int64
    private let written: CorpusTime
    private let replaced: CorpusTime
    /// Nil if it is sealed.
    private let body: String?

    private init(_ fields: CorpusFields) throws {
        (post, editor) = (try fields.required(.postId), try fields.required("editor_id"))
        number = try fields.number(.number, 1...1_000_000)
        (written, replaced) = (try fields.requiredTime("written_at"), try fields.requiredTime("replaced_at"))
        let body: String? = try fields.optional(.body)
        self.body = try body.map { _ in try fields.checked(.body) { raw throws(Denial) in try PostText(raw).text } }
    }

    static func columns(for scope: ExportScope) -> SQL<Void> {
        """
        r.postId, r.revision, r.editorId, r.writtenAt, r.replacedAt,
        CASE WHEN NOT r.isSealed AND (p.state <> 'withdrawn' OR \(scope.isOfMember)) THEN r.body END
        """
    }

    init(_ columns: inout Columns) throws {
        post = try columns.integer()
        number = try columns.int()
        editor = try columns.integer()
        (written, replaced) = (.moment(try columns.time()), .moment(try columns.time()))
        body = columns.optionalText()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.postId, post)
        record.append(.number, number)
        record.append("editor_id", editor)
        record.append("written_at", written)
        record.append("replaced_at", replaced)
        record.append(.body, body)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let post: PostID = try db.needed(post, .postId), editor: MemberID = try db.needed(editor, "editor_id")
        let row = try db.post(post), text = body ?? ""
        let hash = PostHash.of(
            author: row.author,
            thread: row.thread,
            number: row.number,
            role: row.role,
            createdAt: row.createdAt,
            body: text
        )
        return try db.run(
            """
            INSERT INTO revision (postId, revision, body, editorId, writtenAt, replacedAt, isSealed, hash)
            VALUES (\(post), \(number), \(text), \(editor), \(written.resolved(batch.startedAt)),
                    \(replaced.resolved(batch.startedAt)), \(body == nil), \(hash))
            ON CONFLICT (postId, revision) DO NOTHING
            """
        ) > 0
    }
}

extension ExportKind {
    static let revisions = ExportKind(
        "revision",
        .marks,
        people: peopleOnPosts("r.editorId", of: "revision r", on: "r.postId")
    ) { scope in
        """
        SELECT \(RevisionLine.columns(for: scope))
        FROM revision r JOIN post p ON p.id = r.postId JOIN thread t ON t.id = p.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "p.authorId")) ORDER BY r.postId, r.revision
        """ as SQL<RevisionLine>
    }
}
