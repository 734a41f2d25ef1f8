import HTML
import PraxisDomain
import PraxisStore

/// The post that an item is about, as it is now.
struct ItemPost: RowDecodable, Sendable {
    let id: PostID
    let thread: ThreadID
    let number: Int
    let state: PostState
    let revision: Int
    let createdAt: Timestamp
    let author: (id: MemberID, name: String)
    let title: String
    let html: HTML

    static let columns: SQL<Void> = """
        p.id, p.threadId, p.number, p.state, p.revision, p.createdAt, a.id, a.name, t.title,
        CASE WHEN p.state <> 'withdrawn' THEN p.html END
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        thread = try columns.id()
        number = try columns.int()
        state = try columns.word()
        revision = try columns.int()
        createdAt = try columns.time()
        author = (try columns.id(), try columns.text())
        (title, html) = (try columns.text(), HTML(trusted: columns.optionalBytes() ?? []))
    }

    static func of(_ item: QueueItemID) -> SQL<ItemPost> {
        """
        SELECT \(columns)
        FROM queueItem q JOIN post p ON q.subjectKind = 'post' AND p.id = q.subjectId JOIN thread t ON t.id = p.threadId JOIN member a ON a.id = p.authorId
        WHERE q.id = \(item)
        """
    }
}

/// A post that stands before it.
struct ContextPost: RowDecodable, Sendable {
    let id: PostID
    let author: (id: MemberID, name: String)
    let createdAt: Timestamp
    let html: HTML

    private static let shown = 3

    static let columns: SQL<Void> = "p.id, a.id, a.name, p.createdAt, p.html"

    init(_ columns: inout Columns) throws {
        (id, author) = (try columns.id(), (try columns.id(), try columns.text()))
        (createdAt, html) = (try columns.time(), HTML(trusted: columns.optionalBytes() ?? []))
    }

    /// The last published ones before, the latest first.
    static func before(_ post: ItemPost) -> SQL<ContextPost> {
        """
        SELECT \(columns) FROM post p JOIN member a ON a.id = p.authorId
        WHERE p.threadId = \(post.thread) AND p.number < \(post.number) AND p.state = 'published'
        ORDER BY p.number DESC LIMIT \(shown)
        """
    }
}

/// One report of the post.
struct ItemReport: RowDecodable, Sendable {
    let reporter: String
    let reason: ReportReason
    let note: String
    let at: Timestamp
    let revision: Int
    let body: String
    let isSealed: Bool

    static let columns: SQL<Void> = "a.name, r.reason, r.note, r.at, r.revision, r.body, r.isSealed"

    init(_ columns: inout Columns) throws {
        reporter = try columns.text()
        reason = try columns.word()
        note = try columns.text()
        at = try columns.time()
        revision = try columns.int()
        body = try columns.text()
        isSealed = try columns.bool()
    }

    /// Walks `report_by_item`.
    static func of(_ item: QueueItemID) -> SQL<ItemReport> {
        """
        SELECT \(columns) FROM report r JOIN member a ON a.id = r.reporterId
        WHERE r.itemId = \(item) ORDER BY r.id LIMIT 100
        """
    }
}

/// The author in five numbers, over the places that the viewer decides on.
struct AuthorHistory: RowDecodable, Sendable {
    let joinedAt: Timestamp
    let posts: Int
    let threads: Int
    /// Decisions about them before: that something was hidden or given back, that nothing was wrong.
    let removed: Int
    let kept: Int

    private static let mostCounted = 2_000

    static func columns(in scope: QueueScope, besides item: QueueItemID) -> SQL<Void> {
        let groups: SQL<Void> = scope.posts.isEmpty ? "false" : "t.groupId IN (\(list: scope.posts.sorted()))"
        let own: SQL<Void> = scope.posts.isEmpty ? "false" : "q.groupId IN (\(list: scope.posts.sorted()))"
        return """
            coalesce((SELECT joinedAt FROM membership WHERE communityId = \(scope.community.id) AND memberId = a.id), a.joinedAt),
            (SELECT count(*) FROM (SELECT 1 FROM post p JOIN thread t ON t.id = p.threadId
                WHERE p.authorId = a.id AND p.state = 'published' AND \(groups) LIMIT \(mostCounted)) AS counted),
            (SELECT count(*) FROM (SELECT 1 FROM thread t WHERE t.authorId = a.id AND t.isShown AND \(groups)
                LIMIT \(mostCounted)) AS counted),
            (SELECT count(*) FROM queueItem q WHERE q.memberId = a.id AND q.communityId = \(scope.community.id)
                AND q.id <> \(item) AND q.kind <> 'request' AND q.action IN ('hide', 'return') AND \(own)),
            (SELECT count(*) FROM queueItem q WHERE q.memberId = a.id AND q.communityId = \(scope.community.id)
                AND q.id <> \(item) AND q.kind <> 'request' AND q.action IN ('approve', 'dismiss')
                AND coalesce(q.reason, '') <> 'worried' AND \(own))
            """
    }

    init(_ columns: inout Columns) throws {
        joinedAt = try columns.time()
        posts = try columns.int()
        threads = try columns.int()
        removed = try columns.int()
        kept = try columns.int()
    }

    /// Walks `post_by_author` and `queueItem_by_member`.
    static func of(_ member: MemberID, in scope: QueueScope, besides item: QueueItemID) -> SQL<AuthorHistory> {
        "SELECT \(columns(in: scope, besides: item)) FROM member a WHERE a.id = \(member)"
    }
}
