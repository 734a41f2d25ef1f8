import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// What is new to a member over all of their communities.
package struct News: Sendable {
    /// Where the journal stood: what "I'm caught up" on this page covers.
    package let upTo: JournalNumber
    /// Those with something new, by mentions of the member, then newest.
    package let communities: [CommunityNews]
    /// Those without, by name.
    package let quiet: [QuietCommunity]

    /// Threads shown of each community.
    package static let shownThreads = 3

    package var newPosts: Int { communities.reduce(0) { $0 + $1.newPosts } }
    package var mentions: Int { communities.reduce(0) { $0 + $1.mentions } }

    /// Two statements: the unread threads, and the member's communities.
    package static func load(for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> News {
        let upTo = try db.journalNumber()
        let threads = Dictionary(grouping: try db.all(NewsThread.shown(to: viewer, at: now)), by: \.community)
        let mine = try db.all(QuietCommunity.all(of: viewer, at: now))
        let communities = mine.compactMap { community in
            threads[community.id].flatMap { CommunityNews(community, threads: $0) }
        }
        return News(
            upTo: upTo,
            communities: communities.sorted { ($0.mentions, $0.latest) > ($1.mentions, $1.latest) },
            quiet: mine.filter { threads[$0.id] == nil }
        )
    }
}

/// One community's part of the news.
package struct CommunityNews: Sendable {
    package let id: CommunityID
    package let slug: String
    package let name: String
    package let newPosts: Int
    /// Of the member, among the new posts.
    package let mentions: Int
    /// Mentions first, then newest.
    package let threads: [NewsThread]
    /// Threads with something new that are not shown.
    package let moreThreads: Int
    let latest: JournalNumber

    fileprivate init?(_ community: QuietCommunity, threads: [NewsThread]) {
        guard let first = threads.first else { return nil }
        (id, slug, name) = (community.id, community.slug, community.name)
        (newPosts, mentions, latest) = (first.total.posts, first.total.mentions, first.total.latest)
        moreThreads = first.total.threads - threads.count
        self.threads = threads
    }
}

/// A thread with something new.
package struct NewsThread: Sendable, RowDecodable {
    package let id: ThreadID
    package let community: CommunityID
    package let group: (slug: String, name: String)
    package let title: String
    package let kind: ThreadKind
    package let state: ThreadState
    package let newPosts: Int
    /// The number of the first new post.
    package let firstNew: Int
    package let postCount: Int
    package let lastPostAt: Timestamp
    package let author: (id: MemberID, name: String)
    package let lastAuthor: String
    /// Of all threads with something new in the same community.
    fileprivate let total: (posts: Int, mentions: Int, threads: Int, latest: JournalNumber)

    package init(_ columns: inout Columns) throws {
        (id, community) = (try columns.id(), try columns.id())
        group = (try columns.text(), try columns.text())
        (title, kind, state) = (try columns.text(), try columns.word(), try columns.word())
        (newPosts, firstNew, postCount) = (try columns.int(), try columns.int(), try columns.int())
        lastPostAt = try columns.time()
        author = (try columns.id(), try columns.text())
        lastAuthor = try columns.text()
        total = (try columns.int(), try columns.int(), try columns.int(), try columns.id())
    }

    /// The first threads of each community, and its totals.
    fileprivate static func shown(to viewer: Viewer, at now: Timestamp) -> SQL<NewsThread> {
        """
        WITH \(Unread.threads(viewer, at: now)),
        ranked AS (
            SELECT u.threadId, u.communityId, u.firstNumber, u.count,
                   row_number() OVER (PARTITION BY u.communityId
                       ORDER BY u.mentions > 0 DESC, u.lastJournal DESC, u.threadId DESC) AS position,
                   sum(u.count) OVER (PARTITION BY u.communityId) AS posts,
                   sum(u.mentions) OVER (PARTITION BY u.communityId) AS mentions,
                   count(*) OVER (PARTITION BY u.communityId) AS threads,
                   max(u.lastJournal) OVER (PARTITION BY u.communityId) AS latest
            FROM unread u)
        SELECT t.id, t.communityId, g.slug, g.name, t.title, t.kind, t.state, r.count, r.firstNumber, t.postCount, t.lastPostAt,
               a.id, a.name, l.name, r.posts, r.mentions, r.threads, r.latest
        FROM ranked r JOIN thread t ON t.id = r.threadId JOIN "group" g ON g.id = t.groupId
        JOIN member a ON a.id = t.authorId JOIN member l ON l.id = t.lastAuthorId
        WHERE r.position <= \(News.shownThreads) ORDER BY r.communityId, r.position
        """
    }
}

/// A community of the member, with what one line says of it.
package struct QuietCommunity: Sendable, RowDecodable {
    package let id: CommunityID
    package let slug: String
    package let name: String
    /// The latest post that the member may read.
    package let lastPostAt: Timestamp?

    package init(_ columns: inout Columns) throws {
        (id, slug, name, lastPostAt) = (
            try columns.id(), try columns.text(), try columns.text(), columns.optionalTime()
        )
    }

    /// The communities that the viewer belongs to, as a member or as a guest of a group.
    ///
    /// Walks `membership_by_member`, and `thread_by_activity` once for each group.
    fileprivate static func all(of viewer: Viewer, at now: Timestamp) -> SQL<QuietCommunity> {
        """
        WITH \(Visibility.places(viewer, at: now)),
        mine (id) AS (
            SELECT m.communityId FROM membership m WHERE m.memberId = \(viewer.member) AND \(Visibility.belongs(now))
            UNION SELECT place.communityId FROM place WHERE NOT place.publicOnly),
        latest (communityId, at) AS MATERIALIZED (
            SELECT place.communityId, max((SELECT t.lastPostAt FROM thread t WHERE \(Visibility.readable)
                                           ORDER BY t.lastJournal DESC LIMIT 1))
            FROM place WHERE NOT place.publicOnly GROUP BY place.communityId)
        SELECT c.id, c.slug, c.name, latest.at
        FROM mine JOIN community c ON c.id = mine.id LEFT JOIN latest ON latest.communityId = c.id ORDER BY c.name, c.id
        """
    }
}
