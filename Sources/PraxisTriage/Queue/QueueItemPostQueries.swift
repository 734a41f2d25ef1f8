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
    private static let mostCounted = 2_000, fewCounted = 50

    static func columns(latest most: Int) -> SQL<Void> {
        """
        coalesce(m.joinedAt, a.joinedAt), CASE WHEN p.shown > \(most) THEN \(most) ELSE coalesce(p.shown, 0) END,
        coalesce(t.shown, 0), coalesce(q.removed, 0), coalesce(q.kept, 0), p.hasMore
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

    /// Walks `post_by_author`, `thread_by_author` and `queueItem_by_member` once each, from their ends, and sorts nothing; a brief one goes less far back.
    static func of(
        _ member: MemberID,
        in scope: QueueScope,
        besides item: QueueItemID,
        isBrief: Bool
    ) -> SQL<AuthorHistory> {
        let most = isBrief ? fewCounted : mostCounted
        let decides: SQL<Void> = scope.posts.isEmpty ? "false" : "groupId IN (\(list: scope.posts.sorted()))"
        return """
            SELECT \(columns(latest: most)) FROM member a
            LEFT JOIN membership m ON m.communityId = \(scope.community.id) AND m.memberId = a.id
            CROSS JOIN (SELECT sum(CASE WHEN l.state = 'published' AND \(decides) THEN 1 ELSE 0 END) AS shown, count(*) > \(most) AS "hasMore"
                FROM (SELECT threadId, state FROM post WHERE authorId = \(member) ORDER BY createdAt DESC LIMIT \(most + 1)) AS l
                JOIN thread ON thread.id = l.threadId) AS p
            CROSS JOIN (SELECT sum(CASE WHEN isShown AND \(decides) THEN 1 ELSE 0 END) AS shown
                FROM (SELECT groupId, isShown FROM thread WHERE authorId = \(member) ORDER BY createdAt DESC LIMIT \(most)) AS l) AS t
            CROSS JOIN (SELECT sum(CASE WHEN action IN ('hide', 'return') THEN 1 ELSE 0 END) AS removed,
                sum(CASE WHEN action IN ('approve', 'dismiss') AND coalesce(reason, '') <> 'worried' THEN 1 ELSE 0 END) AS kept
                FROM (SELECT id, kind, action, reason, groupId FROM queueItem
                    WHERE memberId = \(member) AND communityId = \(scope.community.id) ORDER BY id DESC LIMIT \(most)) AS l
                WHERE id <> \(item) AND kind <> 'request' AND \(decides)) AS q
            WHERE a.id = \(member)
            """
    }
}
