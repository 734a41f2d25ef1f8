package import HTML
package import PraxisCommunity
package import PraxisDomain
package import PraxisStore
package import PraxisThreads

/// A page of everything new, in order: the thread whose first new post is oldest comes first.
package struct NewPosts: Sendable {
    package let upTo: JournalNumber
    package let posts: [NewPost]
    /// Over all pages.
    package let count: (posts: Int, threads: Int)
    /// Where the next page begins, if there is one.
    package let next: NewPostsCursor?

    /// Posts of one page.
    package static let perPage = 100

    /// The page after `cursor`, or the first; `upTo` is where the journal stood on the first page, nil means now.
    package static func load(
        upTo: JournalNumber?,
        after cursor: NewPostsCursor?,
        _ reading: Reading
    ) throws -> NewPosts {
        let latest = try reading.db.journalNumber(), upTo = min(upTo ?? latest, latest)
        let rows = try reading.all(NewPost.all(upTo: upTo, after: cursor, reading.viewer, reading.now))
        let shown = Array(rows.prefix(perPage))
        return NewPosts(
            upTo: upTo,
            posts: shown,
            count: rows.first?.total ?? (0, 0),
            next: rows.count > perPage ? shown.last.map(\.cursor) : nil
        )
    }

    /// The posts by thread.
    package var threads: [[NewPost]] {
        var threads: [[NewPost]] = []
        for post in posts {
            if threads.last?.last?.thread == post.thread {
                threads[threads.count - 1].append(post)
            } else {
                threads.append([post])
            }
        }
        return threads
    }
}

/// A place in the order of new posts, which no later post changes: the journal number of a thread's first new post, and a number in it.
package struct NewPostsCursor: Hashable, Sendable, CustomStringConvertible {
    let first: JournalNumber
    let number: Int

    init(first: JournalNumber, number: Int) { (self.first, self.number) = (first, number) }

    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = JournalNumber(parts[0]), let number = Int(parts[1]), number > 0 else {
            return nil
        }
        self.init(first: first, number: number)
    }

    package var description: String { "\(first).\(number)" }
}

/// A new post with what is said of its thread.
package struct NewPost: Sendable, RowDecodable {
    package let id: PostID
    package let thread: ThreadID
    package let number: Int
    package let author: (id: MemberID, name: String)
    package let createdAt: Timestamp
    package let html: HTML
    package let context: PostContext?
    package let title: String
    package let community: String
    package let group: Group
    /// What it is written in: that of its group.
    let language: Language
    /// Of the thread.
    package let newPosts: Int
    package let firstNew: Int
    package let postCount: Int
    fileprivate let cursor: NewPostsCursor
    fileprivate let total: (posts: Int, threads: Int)

    package struct Group: Sendable {
        package let name: String
        package let isCommons: Bool
        package let readers: GroupReaders
    }

    static let columns: SQL<Void> = """
        p.id, p.threadId, p.number, a.id, a.name, p.createdAt, p.html, \(PostContext.columns), t.title,
        c.name, g.name, g.isCommons, g.kind, g.access, g.language, page.count, page.firstNumber, \(PostCount.shown), page.first,
        (SELECT sum(count) FROM unread), (SELECT count(*) FROM unread)
        """

    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        thread = try columns.id()
        number = try columns.int()
        author = (try columns.id(), try columns.text())
        (createdAt, html) = (try columns.time(), HTML(trusted: try columns.bytes()))
        context = PostContext.read(&columns)
        (title, community) = (try columns.text(), try columns.text())
        group = Group(
            name: try columns.text(),
            isCommons: try columns.bool(),
            readers: GroupReaders(try columns.word(), try columns.word())
        )
        language = try columns.word()
        newPosts = try columns.int()
        firstNew = try columns.int()
        postCount = try columns.int()
        cursor = NewPostsCursor(first: try columns.id(), number: number)
        total = (try columns.int(), try columns.int())
    }

    /// One more than a page.
    ///
    /// `followed` is the step of `Unread` that holds each thread's reading place. Orders by `post_unread`, then reads
    /// the texts of one page by primary key.
    fileprivate static func all(
        upTo: JournalNumber,
        after cursor: NewPostsCursor?,
        _ viewer: Viewer,
        _ now: Timestamp
    ) -> SQL<NewPost> {
        """
        WITH \(Unread.threads(viewer, at: now)),
        page AS MATERIALIZED (
            SELECT p.id, f.journal AS first, p.number, u.count, u.firstNumber
            FROM unread u JOIN followed o ON o.threadId = u.threadId
            CROSS JOIN post f CROSS JOIN post p
            WHERE f.threadId = u.threadId AND f.number = u.firstNumber AND p.threadId = u.threadId AND p.number > o.number
              AND p.state = 'published' AND p.journal > o.floor AND p.journal <= \(upTo) AND p.authorId <> \(viewer.member)
              AND (f.journal, p.number) > (\(cursor?.first.rawValue ?? 0), \(cursor?.number ?? 0))
            ORDER BY f.journal, p.number LIMIT \(NewPosts.perPage + 1))
        SELECT \(Self.columns)
        FROM page JOIN post p ON p.id = page.id JOIN thread t ON t.id = p.threadId JOIN member a ON a.id = p.authorId
        JOIN community c ON c.id = t.communityId JOIN "group" g ON g.id = t.groupId
        LEFT JOIN post r ON r.id = p.replyToId AND r.state = 'published'
        LEFT JOIN member rm ON rm.id = r.authorId
        ORDER BY page.first, page.number
        """
    }
}
