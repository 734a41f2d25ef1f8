import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Appends many posts at once: what `appendPost` keeps true (number, hash, counts, journal entry, search row) holds for each,
    /// with the lookups done once for all and each thread's counts written once.
    func takePosts(
        _ posts: [(number: Int, post: ImportedPost)],
        _ outcome: inout ImportOutcome,
        startedAt: Timestamp
    ) throws {
        guard !posts.isEmpty else { return }
        var world = try ImportedPlaces(posts.map(\.post), self)
        let last = try db.journalNumber(), known = try lastPost()
        var numbers = ImportNumbers(journal: last.rawValue, post: known.rawValue)
        let before = outcome.posts
        for (number, post) in posts where world.posts[post.source] == nil {
            do {
                try append(post, &world, &numbers, at: post.created.resolved(startedAt))
                outcome.posts += 1
            } catch let reason as BadLine {
                outcome.refused.append(RefusedLine(number, reason))
            }
        }
        for place in world.threads.values where place.hasGrown { try write(place) }
        guard outcome.posts > before else { return }
        try journalPosts(after: known)
        try journal(.imported)
    }

    /// The highest id that any post has ever had.
    private func lastPost() throws -> PostID {
        try first("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'post'" as SQL<PostID>)
            ?? PostID(rawValue: 0)
    }

    /// The journal entries of all posts beyond `known`, with the numbers that the posts have been given.
    private func journalPosts(after known: PostID) throws {
        try run(
            """
            INSERT INTO journal (id, at, event, communityId, groupId, threadId, subjectId, actorId)
            SELECT p.journal, \(now), \(Event.posted), t.communityId, t.groupId, t.id, p.id, p.authorId
            FROM post p JOIN thread t ON t.id = p.threadId WHERE p.id > \(known) ORDER BY p.id
            """
        )
    }

    private func append(
        _ post: ImportedPost,
        _ world: inout ImportedPlaces,
        _ numbers: inout ImportNumbers,
        at: Timestamp
    ) throws {
        guard let author = world.members[post.author] else {
            throw BadLine.unknown(field: "author_id", source: post.author)
        }
        guard let thread = world.threadIDs[post.thread], var place = world.threads[thread] else {
            throw BadLine.unknown(field: "thread_id", source: post.thread)
        }
        let replyTo = try post.replyTo.map { try world.answered($0, in: thread) }
        let (entry, id) = numbers.next()
        place.grow(by: author, at: at, entry)
        let hash = PostHash.of(author: author, thread: thread, number: place.count, createdAt: at, body: post.post.body)
        try run(
            """
            INSERT INTO post (id, threadId, number, authorId, replyToId, state, createdAt, journal, renderer, hash, html, plain, body)
            VALUES (\(id), \(thread), \(place.count), \(author), \(replyTo), \(PostState.published), \(at), \(entry),
                    \(Markdown.version), \(hash), \(post.post.html), \(post.post.plain), \(post.post.body))
            """
        )
        try keep(.post, post.source, as: id)
        indexForSearch(id)
        world.threads[thread] = place
        world.posts[post.source] = ImportedPlaces.Known(id: id, thread: thread)
    }

    private func write(_ place: ImportedPlaces.Place) throws {
        try run(
            """
            UPDATE thread SET postCount = \(place.count), lastPostAt = \(place.lastAt), lastAuthorId = \(place.lastAuthor),
                lastJournal = \(place.lastJournal) WHERE id = \(place.thread)
            """
        )
    }
}

/// The ids of what a batch makes, reckoned ahead: `RETURNING` opens a savepoint a statement, which costs more than all the rest.
private struct ImportNumbers {
    private var journal: Int64
    private var post: Int64

    init(journal: Int64, post: Int64) { (self.journal, self.post) = (journal, post) }

    mutating func next() -> (entry: JournalNumber, post: PostID) {
        (journal, post) = (journal + 1, post + 1)
        return (JournalNumber(rawValue: journal), PostID(rawValue: post))
    }
}

/// What a batch of posts refers to, looked up at once.
private struct ImportedPlaces {
    struct Known: RowDecodable {
        let id: PostID
        let thread: ThreadID
    }

    /// A thread as it grows in memory.
    struct Place: RowDecodable {
        let thread: ThreadID
        let community: CommunityID
        let group: GroupID
        private(set) var count: Int
        private(set) var lastAt = Timestamp.distantPast
        private(set) var lastAuthor: MemberID?
        private(set) var lastJournal: JournalNumber?

        var hasGrown: Bool { lastAuthor != nil }

        mutating func grow(by author: MemberID, at: Timestamp, _ number: JournalNumber) {
            count += 1
            (lastAt, lastAuthor, lastJournal) = (at, author, number)
        }

        init(_ columns: inout Columns) throws {
            (thread, community, group) = (try columns.id(), try columns.id(), try columns.id())
            count = try columns.int()
        }
    }

    let members: [Int64: MemberID]
    let threadIDs: [Int64: ThreadID]
    var threads: [ThreadID: Place] = [:]
    var posts: [Int64: Known] = [:]

    init(_ lines: [ImportedPost], _ db: WriteDB) throws {
        members = try db.imported(.member, among: Set(lines.map(\.author)))
        threadIDs = try db.imported(.thread, among: Set(lines.map(\.thread)))
        for piece in WriteDB.pieces(of: Set(threadIDs.values.map(\.rawValue))) {
            let rows = try db.all(
                "SELECT id, communityId, groupId, postCount FROM thread WHERE id IN (\(list: piece))" as SQL<Place>
            )
            for row in rows { threads[row.thread] = row }
        }
        for piece in WriteDB.pieces(of: Set(lines.map(\.source) + lines.compactMap(\.replyTo))) {
            let rows = try db.all(
                """
                SELECT s.source, p.id, p.threadId FROM importSource s JOIN post p ON p.id = s.id
                WHERE s.kind = \(ImportKind.post) AND s.source IN (\(list: piece))
                """ as SQL<Source>
            )
            for row in rows { posts[row.source] = row.known }
        }
    }

    /// The post that is answered, which must be in the same thread.
    func answered(_ source: Int64, in thread: ThreadID) throws(BadLine) -> PostID {
        guard let known = posts[source] else { throw .unknown(field: "reply_to", source: source) }
        guard known.thread == thread else { throw .otherThread }
        return known.id
    }

    private struct Source: RowDecodable {
        let source: Int64
        let known: Known

        init(_ columns: inout Columns) throws {
            source = try columns.integer()
            known = try Known(&columns)
        }
    }
}

extension ImportedPlaces.Known {
    init(_ columns: inout Columns) throws { (id, thread) = (try columns.id(), try columns.id()) }
}
