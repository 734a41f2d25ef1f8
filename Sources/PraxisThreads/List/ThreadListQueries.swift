import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore

/// Where a list of threads stands: on a group's page or on its community's.
package struct ThreadListScope: Sendable {
    package let community: CommunityID
    package let communitySlug: String
    package let group: GroupID?
    package let groupSlug: String?

    package init(community: CommunityID, communitySlug: String, group: GroupID? = nil, groupSlug: String? = nil) {
        (self.community, self.communitySlug) = (community, communitySlug)
        (self.group, self.groupSlug) = (group, groupSlug)
    }

    /// The id of the group whose pinned threads stand on top.
    fileprivate var pinning: SQL<Void> {
        if let group { return "\(group)" }
        return "(SELECT id FROM \"group\" WHERE communityId = \(community) AND isCommons)"
    }
}

/// A line of a list of threads: what is published, no viewer.
struct ListedThread: Sendable {
    let id: ThreadID
    let title: String
    let kind: ThreadKind
    let state: ThreadState
    let isPinned: Bool
    /// Posts that all readers see.
    let posts: Int
    let startedAt: Timestamp
    let lastPostAt: Timestamp
    let lastAuthor: MemberID
    let lastAuthorName: String
    let group: String
    let readers: GroupReaders
    /// What it is written in: that of its group.
    let language: Language
    /// Orders the list, and is where the next page begins.
    let lastJournal: JournalNumber
}

extension ListedThread: RowDecodable {
    /// Over thread `t`, its last author `a` and its group `g`.
    static let columns: SQL<Void> = """
        t.id, t.title, t.kind, t.state, t.isPinned, \(PostCount.shown),
        t.createdAt, t.lastPostAt, a.id, a.name, g.name, g.kind, g.access, g.language, t.lastJournal
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        title = try columns.text()
        kind = try columns.word()
        state = try columns.word()
        isPinned = try columns.bool()
        posts = try columns.int()
        startedAt = try columns.time()
        lastPostAt = try columns.time()
        (lastAuthor, lastAuthorName) = (try columns.id(), try columns.text())
        group = try columns.text()
        readers = GroupReaders(try columns.word(), try columns.word())
        language = try columns.word()
        lastJournal = try columns.id()
    }
}

/// Which threads, in which order: the latest activity first, page after page by the journal number of the last post.
struct ThreadListQuery: Sendable {
    let place: ThreadListScope
    var viewer: Viewer
    let now: Timestamp
    let awaiting: ThreadKinds.Awaiting
    var filter = ThreadFilter.all
    /// The journal number that the page before ended with.
    var before: JournalNumber?
    /// Whether pinned threads are left out, because they stand above.
    var leavesOutPinned = false

    /// Walks `thread_by_activity` or `thread_by_community` backwards and never sorts, but for `new`, which sorts what is unread.
    ///
    /// `columns` are over thread `t`, its last author `a`, its first author `m`, group `g` and community `c`.
    func statement<Row>(_ columns: SQL<Void>, limit: Int, as row: Row.Type = Row.self) -> SQL<Row> {
        """
        WITH \(filter == .new ? Unread.threads(viewer, at: now) : Visibility.places(viewer, at: now))
        SELECT \(columns)
        FROM \(source) CROSS JOIN place
        JOIN member a ON a.id = t.lastAuthorId JOIN member m ON m.id = t.authorId
        JOIN "group" g ON g.id = t.groupId JOIN community c ON c.id = t.communityId
        WHERE \(scope) AND \(Visibility.readable) AND t.lastJournal > 0 AND t.lastJournal < \(before?.rawValue ?? Int64.max)\(condition)
        ORDER BY t.lastJournal DESC LIMIT \(limit)
        """
    }

    /// Pinned threads of a group; of a community those of its commons, where what concerns everyone stands.
    ///
    /// Walks `thread_pinned`.
    static func pinned(_ place: ThreadListScope, _ viewer: Viewer, at now: Timestamp) -> SQL<ListedThread> {
        """
        WITH \(Visibility.places(viewer, at: now))
        SELECT \(ListedThread.columns)
        FROM thread t CROSS JOIN place JOIN member a ON a.id = t.lastAuthorId
        JOIN "group" g ON g.id = t.groupId
        WHERE \(Visibility.readable) AND t.groupId = \(place.pinning) AND t.isPinned AND t.lastJournal > 0
        ORDER BY t.lastJournal DESC LIMIT \(Limits.pinnedPerGroup)
        """
    }

    private var source: SQL<Void> { filter == .new ? "unread CROSS JOIN thread t" : "thread t" }

    private var scope: SQL<Void> {
        let unread: SQL<Void> = filter == .new ? "t.id = unread.threadId AND " : ""
        if let group = place.group { return "\(unread)t.groupId = \(group)" }
        return "\(unread)t.communityId = \(place.community)"
    }

    private var condition: SQL<Void> {
        let pinned: SQL<Void> = leavesOutPinned ? " AND NOT (t.isPinned AND t.groupId = \(place.pinning))" : ""
        switch filter {
        case .all, .new: return pinned
        case .unanswered:
            return " AND \(SQL.isUnanswered(awaiting))"
        case .mine:
            return " AND t.id IN (SELECT p.threadId FROM post p WHERE p.authorId = \(viewer.member))"
        }
    }
}
