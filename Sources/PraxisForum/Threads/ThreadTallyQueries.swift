import PraxisCommunity
import PraxisDomain
import PraxisStore

/// The published posts of a thread as counting what is unread needs them: by number, without a text, for all readers alike.
///
/// Counting along an index costs as many steps as a long thread has posts, for each reader and each page. Kept until something
/// happens in the thread.
final class ThreadTally: Snapshot {
    private struct Post: RowDecodable {
        let number: Int
        let author: MemberID
        let journal: JournalNumber

        init(_ columns: inout Columns) throws {
            (number, author, journal) = (try columns.int(), try columns.id(), try columns.id())
        }
    }

    private let posts: [Post]

    private init(_ posts: [Post]) { self.posts = posts }

    var cost: Int { posts.count * MemoryLayout<Post>.stride + 200 }

    /// How many posts are new to a reader, and the number of the first; nothing where none is.
    func unread(_ place: ThreadReading, by member: MemberID) -> UnreadCount? {
        var count = 0, first = 0
        for post in posts where post.number > place.number && post.journal > place.floor && post.author != member {
            if count == 0 { first = post.number }
            count += 1
        }
        return count == 0 ? nil : UnreadCount(thread: place.thread, count: count, firstNumber: first)
    }

    /// The kept one, or a new one of this snapshot of the database.
    ///
    /// Walks `post_unread` in order.
    static func of(_ thread: ThreadID, _ snapshots: Snapshots, _ db: DB) throws -> ThreadTally {
        let topic = Snapshots.Topic.thread(thread), variant = "tally"
        if let kept = snapshots.kept(topic, variant, as: ThreadTally.self) { return kept }
        snapshots.expect(topic)
        let made = ThreadTally(
            try db.all(
                """
                SELECT p.number, p.authorId, p.journal FROM post p WHERE p.threadId = \(thread) AND p.state = 'published'
                ORDER BY p.number
                """ as SQL<Post>
            )
        )
        snapshots.keep(made, topic, variant, readAt: try db.journalNumber())
        return made
    }
}

/// How far a reader has read a thread: what `Unread.places` answers.
struct ThreadReading: RowDecodable, Sendable {
    let thread: ThreadID
    let community: CommunityID
    /// Of the thread's latest published post.
    let lastJournal: JournalNumber
    /// Posts up to this number are read.
    let number: Int
    /// So are those published up to here.
    let floor: JournalNumber

    init(_ columns: inout Columns) throws {
        (thread, community, lastJournal) = (try columns.id(), try columns.id(), try columns.id())
        (number, floor) = (try columns.int(), try columns.id())
    }

    /// Begins with `WITH \(Unread.places(…))`.
    static let columns: SQL<Void> = "threadId, communityId, lastJournal, number, floor"
}

/// How many posts of a thread are new to somebody, and where they begin.
struct UnreadCount: Sendable {
    let thread: ThreadID
    let count: Int
    let firstNumber: Int

    /// For the lines of a list; nothing for a visitor.
    static func all(
        of threads: [ThreadID],
        _ viewer: Viewer,
        _ snapshots: Snapshots,
        _ db: DB,
        at now: Timestamp
    ) throws -> [ThreadID: UnreadCount] {
        guard let member = viewer.member, !threads.isEmpty else { return [:] }
        let read = try db.all(
            """
            WITH \(Unread.places(among: threads, viewer, at: now)) SELECT \(ThreadReading.columns) FROM followed
            """ as SQL<ThreadReading>
        )
        return try read.reduce(into: [:]) { counts, place in
            counts[place.thread] = try ThreadTally.of(place.thread, snapshots, db).unread(place, by: member)
        }
    }
}

/// A post that mentions somebody.
struct Mention: RowDecodable, Sendable {
    let thread: ThreadID
    private let number: Int
    private let journal: JournalNumber

    init(_ columns: inout Columns) throws {
        (thread, number, journal) = (try columns.id(), try columns.int(), try columns.id())
    }

    func isNew(in place: ThreadReading) -> Bool { number > place.number && journal > place.floor }
}
