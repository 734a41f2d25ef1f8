import HTML
import Markdown
import PraxisDomain
import PraxisStore

/// A post as it lies in the file, with everything that can be computed again.
struct StoredPost: RowDecodable {
    let id: PostID
    let thread: ThreadID
    let number: Int
    let author: MemberID
    let createdAt: Timestamp
    let renderer: Int
    let hash: [UInt8]
    let html: [UInt8]
    let plain: String
    let body: String
    let isJournalled: Bool

    init(_ columns: inout Columns) throws {
        (id, thread) = (try columns.id(), try columns.id())
        number = try columns.int()
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
    var findings: [Verify.Finding] {
        var findings: [Verify.Finding] = []
        if PostHash.of(author: author, thread: thread, number: number, createdAt: createdAt, body: body) != hash {
            findings.append(.text(id, thread))
        } else if renderer == Markdown.version {
            let rendered = Markdown.render(body)
            if rendered.html.bytes != html || rendered.plain != plain { findings.append(.rendering(id, thread)) }
        }
        if !isJournalled { findings.append(.journal(id, thread)) }
        return findings
    }
}

/// A text that an edit replaced: hashed like a post, by who wrote it and when.
struct StoredRevision: RowDecodable {
    let post: PostID
    let revision: Int
    private let thread: ThreadID
    private let number: Int
    private let editor: MemberID
    private let writtenAt: Timestamp
    private let hash: [UInt8]
    private let body: String

    init(_ columns: inout Columns) throws {
        post = try columns.id()
        revision = try columns.int()
        thread = try columns.id()
        number = try columns.int()
        (editor, writtenAt) = (try columns.id(), try columns.time())
        hash = try columns.bytes()
        body = try columns.text()
    }

    var isWhole: Bool {
        hash.isEmpty
            || PostHash.of(author: editor, thread: thread, number: number, createdAt: writtenAt, body: body) == hash
    }
}

struct StoredAgreement: RowDecodable {
    let community: CommunityID
    let version: Int
    let body: String
    let html: [UInt8]

    init(_ columns: inout Columns) throws {
        community = try columns.id()
        version = try columns.int()
        body = try columns.text()
        html = try columns.bytes()
    }
}

struct StoredName: RowDecodable {
    let member: MemberID
    let name: String
    let folded: String

    init(_ columns: inout Columns) throws {
        member = try columns.id()
        (name, folded) = (try columns.text(), try columns.text())
    }
}
