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
    /// Whether the author wrote more than was counted.
    let hasMore: Bool

    /// Of posts, discussions and items of the author the latest are counted, so that a page costs no more for a busy one; fewer beside a list.
    private static let mostCounted = 2_000, fewCounted = 200

    static func columns(in scope: QueueScope, besides item: QueueItemID, latest most: Int) -> SQL<Void> {
        let groups: SQL<Void> = scope.posts.isEmpty ? "false" : "t.groupId IN (\(list: scope.posts.sorted()))"
        let own: SQL<Void> = scope.posts.isEmpty ? "false" : "q.groupId IN (\(list: scope.posts.sorted()))"
        let items: SQL<Void> = """
            SELECT count(*) FROM (SELECT id, kind, action, reason, groupId FROM queueItem
                WHERE memberId = a.id AND communityId = \(scope.community.id) ORDER BY id DESC LIMIT \(most)) AS q
            WHERE q.id <> \(item) AND q.kind <> 'request' AND \(own)
            """
        return """
            coalesce((SELECT joinedAt FROM membership WHERE communityId = \(scope.community.id) AND memberId = a.id), a.joinedAt),
            (SELECT count(*) FROM (SELECT threadId, state FROM post WHERE authorId = a.id ORDER BY createdAt DESC LIMIT \(most)) AS p
                JOIN thread t ON t.id = p.threadId WHERE p.state = 'published' AND \(groups)),
            (SELECT count(*) FROM (SELECT groupId, isShown FROM thread WHERE authorId = a.id ORDER BY createdAt DESC LIMIT \(most)) AS t
                WHERE t.isShown AND \(groups)),
            (\(items) AND q.action IN ('hide', 'return')),
            (\(items) AND q.action IN ('approve', 'dismiss') AND coalesce(q.reason, '') <> 'worried'),
            (SELECT count(*) FROM (SELECT 1 FROM post WHERE authorId = a.id LIMIT \(most + 1)) AS counted) > \(most)
            """
    }

    init(_ columns: inout Columns) throws {
        joinedAt = try columns.time()
        posts = try columns.int()
        threads = try columns.int()
        removed = try columns.int()
        kept = try columns.int()
        hasMore = try columns.bool()
    }

    /// Walks `post_by_author`, `thread_by_author` and `queueItem_by_member` from their ends, and sorts nothing; a brief one goes less far back.
    static func of(
        _ member: MemberID,
        in scope: QueueScope,
        besides item: QueueItemID,
        isBrief: Bool
    ) -> SQL<AuthorHistory> {
        let most = isBrief ? fewCounted : mostCounted
        return "SELECT \(columns(in: scope, besides: item, latest: most)) FROM member a WHERE a.id = \(member)"
    }
}
