import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// A post as it is about to be written.
struct ImportedRow {
    let id: PostID
    let entry: JournalNumber
    let thread: ThreadID
    let number: Int
    let author: MemberID
    let replyTo: PostID?
    let at: Timestamp
    let editedAt: Timestamp?
    let withdrawnAt: Timestamp?
    /// The thread's.
    let title: String
    let post: ImportedPost
}

/// The ids of what a batch makes, computed ahead: `RETURNING` opens a savepoint a statement, which costs more than all the rest.
struct ImportNumbers {
    private var journal: Int64
    private var post: Int64
    /// Whether posts get the numbers of their lines, as far as these rise.
    private let keepsPosts: Bool

    init(journal: Int64, post: Int64, keepsPosts: Bool) {
        self.journal = journal
        self.post = post
        self.keepsPosts = keepsPosts
    }

    mutating func next(_ source: Int64) -> (entry: JournalNumber, post: PostID) {
        journal += 1
        post = keepsPosts && source > post && WriteDB.mayKeep(source) ? source : post + 1
        return (JournalNumber(rawValue: journal), PostID(rawValue: post))
    }
}

/// What a batch of posts refers to, looked up at once.
struct ImportedReferences {
    struct Known: RowDecodable {
        let id: PostID
        let thread: ThreadID
    }

    /// A thread as it grows in memory.
    struct GrowingThread: RowDecodable {
        let thread: ThreadID
        let community: CommunityID
        let group: GroupID
        let title: String
        private(set) var count: Int
        private(set) var hasGrown = false
        /// Whether its first post has come, and is or was seen by all.
        private(set) var becomesShown = false
        private(set) var lastAt: Timestamp?
        private(set) var lastAuthor: MemberID?
        private(set) var lastJournal: JournalNumber?

        mutating func grow(by post: ImportedPost, of author: MemberID, at: Timestamp, _ number: JournalNumber) {
            count += 1
            hasGrown = true
            if count == 1 { becomesShown = post.wasShown }
            guard post.state == .published else { return }
            lastAt = at
            lastAuthor = author
            lastJournal = number
        }

        static let columns: SQL<Void> = "id, communityId, groupId, postCount, title"

        init(_ columns: inout Columns) throws {
            thread = try columns.id()
            community = try columns.id()
            group = try columns.id()
            (count, title) = (try columns.int(), try columns.text())
        }
    }

    let members: [Int64: MemberID]
    let threadIDs: [Int64: ThreadID]
    var threads: [ThreadID: GrowingThread] = [:]
    var posts: [Int64: Known] = [:]

    init(_ lines: [ImportedPost], _ db: WriteDB) throws {
        members = try db.imported(among: Set(lines.map(\.author)))
        threadIDs = try db.imported(among: Set(lines.map(\.thread)))
        for piece in WriteDB.pieces(of: Set(threadIDs.values.map(\.rawValue))) {
            let rows = try db.all(
                "SELECT \(GrowingThread.columns) FROM thread WHERE id IN (\(list: piece))"
                    as SQL<GrowingThread>
            )
            for row in rows { threads[row.thread] = row }
        }
        for piece in WriteDB.pieces(of: Set(lines.map(\.source) + lines.compactMap(\.replyTo))) {
            let rows = try db.all(
                """
                SELECT \(Source.columns) FROM importSource s JOIN post p ON p.id = s.id
                WHERE s.kind = \(Noun.Post.kind) AND s.source IN (\(list: piece))
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
        _ batch: ImportBatch
    ) throws(BadLine) -> ImportedRow {
        guard let author = members[post.author] else { throw .unknown(field: "author_id", source: post.author) }
        guard let thread = threadIDs[post.thread], var grown = threads[thread] else {
            throw .unknown(field: "thread_id", source: post.thread)
        }
        var replyTo: PostID?
        if let source = post.replyTo { replyTo = try answered(source, in: thread) }
        let (entry, id) = numbers.next(post.source), at = post.created.resolved(batch.startedAt)
        grown.grow(by: post, of: author, at: at, entry)
        threads[thread] = grown
        posts[post.source] = Known(id: id, thread: thread)
        return ImportedRow(
            id: id,
            entry: entry,
            thread: thread,
            number: grown.count,
            author: author,
            replyTo: replyTo,
            at: at,
            editedAt: post.edited?.resolved(batch.startedAt),
            withdrawnAt: post.withdrawn?.resolved(batch.startedAt),
            title: grown.title,
            post: post
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

        static let columns: SQL<Void> = "s.source, \(Known.columns)"

        init(_ columns: inout Columns) throws {
            source = try columns.integer()
            known = try Known(&columns)
        }
    }
}

extension ImportedReferences.Known {
    static let columns: SQL<Void> = "p.id, p.threadId"

    init(_ columns: inout Columns) throws { (id, thread) = (try columns.id(), try columns.id()) }
}
