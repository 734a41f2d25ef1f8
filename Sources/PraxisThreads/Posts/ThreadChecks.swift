import PraxisCapability
import PraxisDomain
import PraxisStore

extension [VerifyCheck] {
    static let threads: Self = [
        // Texts that edits replaced; those whose hash was removed with the text are not checked.
        VerifyCheck { db in
            var findings: [VerifyFinding] = []
            let sql: SQL<StoredRevision> = """
                SELECT \(StoredRevision.columns)
                FROM revision r JOIN post p ON p.id = r.postId
                """
            try db.each(sql) { row in
                if row.isWhole { return }
                findings.append(
                    .init("post \(row.post), revision \(row.revision)", "its text does not match its hash")
                )
            }
            return findings
        },
        VerifyCheck { db in
            try db.all(
                """
                SELECT t.id FROM thread t WHERE t.postCount <> (SELECT coalesce(max(p.number), 0) FROM post p WHERE p.threadId = t.id)
                    OR t.postCount <> (SELECT count(*) FROM post p WHERE p.threadId = t.id)
                """ as SQL<ThreadID>
            ).map { .init("thread \($0)", "its count is not that of its posts") }
        },
    ]
}

/// A text that an edit replaced: hashed like a post, by who wrote it and when.
private struct StoredRevision: RowDecodable {
    let post: PostID
    let revision: Int
    private let thread: ThreadID
    private let number: Int
    private let role: PostRole
    private let editor: MemberID
    private let writtenAt: Timestamp
    private let hash: [UInt8]
    private let body: String

    static let columns: SQL<Void> = """
        r.postId, r.revision, p.threadId, p.number, p.role, p.authorId, p.createdAt, r.hash, r.body
        """

    init(_ columns: inout Columns) throws {
        post = try columns.id()
        revision = try columns.int()
        thread = try columns.id()
        number = try columns.int()
        role = try columns.word()
        (editor, writtenAt) = (try columns.id(), try columns.time())
        hash = try columns.bytes()
        body = try columns.text()
    }

    var isWhole: Bool {
        hash.isEmpty
            || hash
                == PostHash.of(
                    author: editor,
                    thread: thread,
                    number: number,
                    role: role,
                    createdAt: writtenAt,
                    body: body
                )
    }
}
