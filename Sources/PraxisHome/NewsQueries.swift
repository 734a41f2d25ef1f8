package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
import PraxisThreads

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

    /// New posts that mention the member or answer them, and older ones that mention them since an edit, the oldest first; at most `shownForMe`.
    package let forMe: [PostForMe]
    /// All of those.
    package let forMeCount: Int

    /// Posts that are named one by one.
    package static let shownForMe = 5

    /// How many new posts each group has that has any.
    let newInGroups: [GroupID: Int]

    package var newPosts: Int { communities.reduce(0) { $0 + $1.newPosts } }

    /// Seven statements: how far the member has read, what is addressed to them, also by edits, which of it is shown, the threads that are
    /// shown, who wrote in them, and their communities.
    package static func load(_ snapshots: Snapshots, _ reading: Reading) throws -> News {
        let upTo = try reading.db.journalNumber()
        let (unread, new) = try UnreadThread.all(snapshots, reading)
        let known = Set(new.map(\.id))
        let added = try reading.all(Unread.mentionsAdded(reading.viewer, at: reading.now)).filter {
            !known.contains($0.id)
        }
        let addressed = (new + added).sorted { $0.id < $1.id }
        let all = Dictionary(grouping: unread, by: \.community)
        let shown = all.mapValues { threads in threads.sorted { $0.isBefore($1) }.prefix(shownThreads) }
        let threads = try NewsThread.of(shown.values.joined(), reading.db)
        let mine = try reading.all(QuietCommunity.all(of: reading.viewer, at: reading.now))
        let communities = mine.compactMap { community in
            all[community.id].map {
                CommunityNews(community, $0, shown: shown[community.id]?.compactMap { threads[$0.count.thread] } ?? [])
            }
        }
        return News(
            upTo: upTo,
            communities: communities.sorted { ($0.mentions, $0.latest) > ($1.mentions, $1.latest) },
            quiet: mine.filter { $0.isOwn && all[$0.id] == nil },
            forMe: try PostForMe.among(addressed.prefix(shownForMe), reading.db),
            forMeCount: addressed.count,
            newInGroups: unread.reduce(into: [:]) { $0[$1.group, default: 0] += $1.count.count }
        )
    }
}

/// A thread with something new, before it is known whether it is shown.
private struct UnreadThread: Sendable {
    let community: CommunityID
    let group: GroupID
    let lastJournal: JournalNumber
    let count: UnreadCount
    /// Of the reader, among the new posts.
    let mentions: Int

    /// Mentions first, then newest.
    func isBefore(_ other: UnreadThread) -> Bool {
        if (mentions > 0) != (other.mentions > 0) { return mentions > 0 }
        return (lastJournal, count.thread) > (other.lastJournal, other.count.thread)
    }

    /// With the posts in them that are new and addressed to the reader.
    static func all(
        _ snapshots: Snapshots,
        _ reading: Reading
    ) throws -> (threads: [UnreadThread], addressed: [AddressedPost]) {
        guard let member = reading.viewer.member else { return ([], []) }
        let known = Dictionary(grouping: try reading.all(Unread.addressed(to: member)), by: \.thread)
        var addressed: [AddressedPost] = []
        let threads = try ThreadReading.newest(reading).compactMap { place -> UnreadThread? in
            let count = try ThreadTally.of(place.thread, snapshots, reading.db).unread(place, by: member)
            guard let count else { return nil }
            let new = known[place.thread]?.filter { $0.isNew(in: place) } ?? []
            addressed += new
            return UnreadThread(
                community: place.community,
                group: place.group,
                lastJournal: place.lastJournal,
                count: count,
                mentions: new.count(where: \.isMention)
            )
        }
        return (threads, addressed)
    }
}

/// One community's part of the news.
package struct CommunityNews: Sendable {
    package let id: CommunityID
    package let slug: String
    package let name: String
    let visibility: CommunityVisibility
    package let newPosts: Int
    /// Of the member, among the new posts.
    package let mentions: Int
    /// Mentions first, then newest.
    package let threads: [NewsThread]
    /// Threads with something new that are not shown.
    package let moreThreads: Int
    let latest: JournalNumber

    fileprivate init(_ community: QuietCommunity, _ all: [UnreadThread], shown: [NewsThread]) {
        id = community.id
        slug = community.slug
        name = community.name
        visibility = community.visibility
        newPosts = all.reduce(0) { $0 + $1.count.count }
        mentions = all.reduce(0) { $0 + $1.mentions }
        latest = all.map(\.lastJournal).max() ?? JournalNumber(rawValue: 0)
        (threads, moreThreads) = (shown, all.count - shown.count)
    }
}

/// A thread with something new.
package struct NewsThread: Sendable, RowDecodable {
    package let id: ThreadID
    package let community: CommunityID
    package let group: (slug: String, name: String)
    package let readers: GroupReaders
    /// What it is written in: that of its group.
    let language: Language
    package let title: String
    package let kind: ThreadKind
    package let state: ThreadState
    package private(set) var newPosts = 0
    /// The number of the first new post.
    package private(set) var firstNew = 0
    package let postCount: Int
    package let lastPostAt: Timestamp
    package let author: (id: MemberID, name: String)
    package let lastAuthor: (id: MemberID, name: String)
    /// Who wrote lately.
    private(set) var people: [ThreadPerson] = []

    static let columns: SQL<Void> = """
        t.id, t.communityId, g.slug, g.name, g.kind, g.access, g.language, t.title, t.kind, t.state, \(PostCount.shown),
        t.lastPostAt, a.id, a.name, l.id, l.name
        """

    package init(_ columns: inout Columns) throws {
        (id, community) = (try columns.id(), try columns.id())
        group = (try columns.text(), try columns.text())
        readers = GroupReaders(try columns.word(), try columns.word())
        language = try columns.word()
        title = try columns.text()
        kind = try columns.word()
        state = try columns.word()
        (postCount, lastPostAt) = (try columns.int(), try columns.time())
        author = (try columns.id(), try columns.text())
        lastAuthor = (try columns.id(), try columns.text())
    }

    /// What is shown of these threads, which are the reader's to read.
    fileprivate static func of(_ unread: some Sequence<UnreadThread>, _ db: DB) throws -> [ThreadID: NewsThread] {
        let counts = Dictionary(uniqueKeysWithValues: unread.map { ($0.count.thread, $0.count) })
        if counts.isEmpty { return [:] }
        let rows = try db.all(
            """
            SELECT \(Self.columns)
            FROM thread t JOIN "group" g ON g.id = t.groupId
            JOIN member a ON a.id = t.authorId JOIN member l ON l.id = t.lastAuthorId
            WHERE t.id IN (\(list: counts.keys))
            """ as SQL<NewsThread>
        )
        let people = try ThreadPerson.latest(in: rows.map(\.id), db)
        return rows.reduce(into: [:]) { threads, row in
            var thread = row
            (thread.newPosts, thread.firstNew) = counts[row.id].map { ($0.count, $0.firstNumber) } ?? (0, 0)
            thread.people = people[row.id] ?? []
            threads[row.id] = thread
        }
    }
}

/// A community of the member, with what one line says of it.
package struct QuietCommunity: Sendable, RowDecodable {
    package let id: CommunityID
    package let slug: String
    package let name: String
    fileprivate let visibility: CommunityVisibility
    /// The latest post that the member may read.
    package let lastPostAt: Timestamp?
    /// Whether they belong to it, and are not only admitted to threads of it.
    fileprivate let isOwn: Bool

    static let columns: SQL<Void> = "c.id, c.slug, c.name, c.visibility, latest.at, mine.isOwn"

    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        slug = try columns.text()
        name = try columns.text()
        visibility = try columns.word()
        lastPostAt = columns.optionalTime()
        isOwn = try columns.bool()
    }

    /// The communities that the viewer belongs to, as a member or as a guest of a group, and those of threads that they are admitted to.
    ///
    /// Walks `membership_by_member`, and `thread_by_activity` once for each group.
    fileprivate static func all(of viewer: Viewer, at now: Timestamp) -> SQL<QuietCommunity> {
        """
        WITH \(Visibility.places(viewer, at: now)),
        mine (id, isOwn) AS (
            SELECT id, max(isOwn) FROM (
                SELECT m.communityId AS id, 1 AS isOwn FROM membership m WHERE m.memberId = \(viewer.member) AND \(Visibility.belongs(now))
                UNION ALL
                SELECT place.communityId, CASE WHEN place.threadId IS NULL THEN 1 ELSE 0 END FROM place WHERE NOT place.publicOnly) AS known
            GROUP BY id),
        latest (communityId, at) AS MATERIALIZED (
            SELECT place.communityId, max((SELECT t.lastPostAt FROM thread t WHERE \(Visibility.readable) AND t.lastJournal > 0
                                           ORDER BY t.lastJournal DESC LIMIT 1))
            FROM place WHERE NOT place.publicOnly AND place.threadId IS NULL GROUP BY place.communityId)
        SELECT \(columns)
        FROM mine JOIN community c ON c.id = mine.id LEFT JOIN latest ON latest.communityId = c.id ORDER BY c.name, c.id
        """
    }
}
