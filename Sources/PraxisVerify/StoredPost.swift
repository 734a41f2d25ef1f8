import HTML
import Markdown
import PraxisCapability
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A post as it lies in the file, with everything that can be computed again.
struct StoredPost: RowDecodable {
    let id: PostID
    let thread: ThreadID
    let number: Int
    let role: PostRole
    let author: MemberID
    let createdAt: Timestamp
    let renderer: Int
    let hash: [UInt8]
    let html: [UInt8]
    let plain: String
    let body: String
    let isJournalled: Bool

    static let columns: SQL<Void> = """
        p.id, p.threadId, p.number, p.role, p.authorId, p.createdAt, p.renderer, p.hash, p.html, p.plain, p.body,
        EXISTS (SELECT 1 FROM journal j WHERE j.id = p.journal AND j.subjectKind = \(Noun.Post.kind) AND j.subjectId = p.id)
        """

    init(_ columns: inout Columns) throws {
        (id, thread) = (try columns.id(), try columns.id())
        number = try columns.int()
        role = try columns.word()
        author = try columns.id()
        createdAt = try columns.time()
        renderer = try columns.int()
        (hash, html) = (try columns.bytes(), try columns.bytes())
        (plain, body) = (try columns.text(), try columns.text())
        isJournalled = try columns.bool()
    }

    /// What is wrong with it.
    ///
    /// A rendering by another version of the renderer cannot be made again and passes.
    var findings: [VerifyFinding] {
        var findings: [VerifyFinding] = []
        let computed = PostHash.of(
            author: author,
            thread: thread,
            number: number,
            role: role,
            createdAt: createdAt,
            body: body
        )
        if hash != computed {
            findings.append(finding("its text does not match its hash"))
        } else if renderer == Markdown.version {
            let rendered = Markdown.render(body)
            if rendered.html.bytes != html || rendered.plain != plain {
                findings.append(finding("what is shown is not what its text renders to"))
            }
        }
        if !isJournalled { findings.append(finding("the journal has no entry for it")) }
        return findings
    }

    private func finding(_ fault: String) -> VerifyFinding { .init("post \(id) in thread \(thread)", fault) }
}
