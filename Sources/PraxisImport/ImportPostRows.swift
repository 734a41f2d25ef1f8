import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

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
        let last = try db.journalNumber(), known: PostID = try db.highestKey(of: "post")
        var numbers = ImportNumbers(journal: last.rawValue, post: known.rawValue)
        var rows: [ImportedRow] = []
        rows.reserveCapacity(posts.count)
        for (number, post) in posts where world.posts[post.source] == nil {
            do throws(BadLine) {
                rows.append(try world.append(post, &numbers, at: post.created.resolved(startedAt)))
            } catch {
                outcome.refused.append(RefusedLine(number, error))
            }
        }
        guard !rows.isEmpty else { return }
        outcome.posts += rows.count
        try write(rows)
        try write(world.threads.values.filter(\.hasGrown))
        try recordPosts(.posted, after: known, by: .system())
        try record(.imported, nil, by: Permit.system())
    }

    private func write(_ rows: [ImportedRow]) throws {
        try run(each: rows) { row in
            let hash = PostHash.of(
                author: row.author,
                thread: row.thread,
                number: row.number,
                role: .discussion,
                createdAt: row.at,
                body: row.post.body
            )
            return """
                INSERT INTO post (id, threadId, number, authorId, replyToId, state, createdAt, journal, renderer, hash, html, plain, body)
                VALUES (\(row.id), \(row.thread), \(row.number), \(row.author), \(row.replyTo), \(PostState.published),
                        \(row.at), \(row.entry), \(Markdown.version), \(hash), \(row.post.html), \(row.post.plain), \(row.post.body))
                """
        }
        try run(each: rows) { row in Self.keeping(.post, row.source, as: row.id) }
        for row in rows { indexForSearch(row.id, number: row.number, of: row.title, plain: row.post.plain) }
    }

    private func write(_ places: [ImportedPlaces.Place]) throws {
        try run(each: places) { place in
            """
            UPDATE thread SET postCount = \(place.count), lastPostAt = \(place.lastAt), lastAuthorId = \(place.lastAuthor),
                lastJournal = \(place.lastJournal), isShown = isShown OR postCount = 0 WHERE id = \(place.thread)
            """
        }
    }
}

/// A post as it is about to be written.
private struct ImportedRow {
    let source: Int64
    let id: PostID
    let entry: JournalNumber
    let thread: ThreadID
    let number: Int
    let author: MemberID
    let replyTo: PostID?
    let at: Timestamp
    /// The thread's.
    let title: String
    let post: RenderedPost
}

/// The ids of what a batch makes, computed ahead: `RETURNING` opens a savepoint a statement, which costs more than all the rest.
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
        let title: String
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
            (count, title) = (try columns.int(), try columns.text())
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
                "SELECT id, communityId, groupId, postCount, title FROM thread WHERE id IN (\(list: piece))"
                    as SQL<Place>
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

    /// Lets the thread of a post grow by it.
    /// - Throws: `BadLine` if it refers to what is not known; nothing has changed then.
    mutating func append(
        _ post: ImportedPost,
        _ numbers: inout ImportNumbers,
        at: Timestamp
    ) throws(BadLine) -> ImportedRow {
        guard let author = members[post.author] else { throw .unknown(field: "author_id", source: post.author) }
        guard let thread = threadIDs[post.thread], var place = threads[thread] else {
            throw .unknown(field: "thread_id", source: post.thread)
        }
        var replyTo: PostID?
        if let source = post.replyTo { replyTo = try answered(source, in: thread) }
        let (entry, id) = numbers.next()
        place.grow(by: author, at: at, entry)
        threads[thread] = place
        posts[post.source] = Known(id: id, thread: thread)
        return ImportedRow(
            source: post.source,
            id: id,
            entry: entry,
            thread: thread,
            number: place.count,
            author: author,
            replyTo: replyTo,
            at: at,
            title: place.title,
            post: post.post
        )
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
