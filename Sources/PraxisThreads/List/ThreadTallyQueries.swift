package import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// The published posts of a thread as counting what is unread needs them: by number, without a text, for all readers alike.
///
/// Counting along an index costs as many steps as a long thread has posts, for each reader and each page; here it is a search in what
/// is kept until something happens in the thread.
package final class ThreadTally: Snapshot {
    private struct Post: RowDecodable {
        let number: Int
        let author: MemberID
        let journal: JournalNumber

        static let columns: SQL<Void> = "p.number, p.authorId, p.journal"

        init(_ columns: inout Columns) throws {
            number = try columns.int()
            author = try columns.id()
            journal = try columns.id()
        }
    }

    /// By number.
    private let posts: [Post]
    /// Places in `posts` by author, then number.
    private let byAuthor: [Int32]
    /// Whether they were published in the order of their numbers, as all are that needed no approval.
    private let isInOrder: Bool

    private init(_ posts: [Post]) {
        self.posts = posts
        byAuthor = posts.indices.map(Int32.init).sorted {
            (posts[Int($0)].author, $0) < (posts[Int($1)].author, $1)
        }
        isInOrder = zip(posts, posts.dropFirst()).allSatisfy { $0.journal < $1.journal }
    }

    package var cost: Int { posts.count * (MemoryLayout<Post>.stride + 4) + 200 }

    /// How many posts are new to a reader, and the number of the first; nil if none is.
    package func unread(_ place: ThreadReading, by member: MemberID) -> UnreadCount? {
        let isNew = { (post: Post) in post.number > place.number && post.journal > place.floor }
        let new: Int, first: Int?
        if isInOrder {
            let start = posts.firstPlace(where: isNew)
            new = posts.count - start - own(member, from: start)
            first = posts[start...].first { $0.author != member }?.number
        } else {
            new = posts.count { isNew($0) && $0.author != member }
            first = posts.first { isNew($0) && $0.author != member }?.number
        }
        guard new > 0, let first else { return nil }
        return UnreadCount(thread: place.thread, count: new, firstNumber: first)
    }

    /// How many posts from this place on are the member's.
    private func own(_ member: MemberID, from start: Int) -> Int {
        let from = byAuthor.firstPlace { (posts[Int($0)].author, Int($0)) >= (member, start) }
        return byAuthor.firstPlace { posts[Int($0)].author > member } - from
    }

    /// The kept one, or a new one of this snapshot of the database.
    ///
    /// Walks `post_unread` in order.
    package static func of(_ thread: ThreadID, _ snapshots: Snapshots, _ db: DB) throws -> ThreadTally {
        let topic = Snapshots.Topic.thread(thread), variant = "tally"
        if let kept = snapshots.kept(topic, variant, as: ThreadTally.self) { return kept }
        snapshots.expect(topic)
        let made = ThreadTally(
            try db.all(
                """
                SELECT \(Post.columns) FROM post p WHERE p.threadId = \(thread) AND p.state = 'published'
                ORDER BY p.number
                """ as SQL<Post>
            )
        )
        snapshots.keep(made, topic, variant, readAt: try db.journalNumber())
        return made
    }
}

/// How far a reader has read a thread: what `Unread.places` answers.
package struct ThreadReading: RowDecodable, Sendable {
    package let thread: ThreadID
    package let community: CommunityID
    package let group: GroupID
    /// Of the thread's latest published post.
    package let lastJournal: JournalNumber
    /// Posts up to this number are read.
    package let number: Int
    /// So are those published up to here.
    package let floor: JournalNumber

    private static let columns: SQL<Void> = "threadId, communityId, groupId, lastJournal, number, floor"

    package init(_ columns: inout Columns) throws {
        thread = try columns.id()
        community = try columns.id()
        group = try columns.id()
        lastJournal = try columns.id()
        (number, floor) = (try columns.int(), try columns.id())
    }

    /// Those of a viewer that may hold something unread, the newest.
    package static func newest(_ reading: Reading) throws -> [ThreadReading] {
        let all = try reading.all(
            "WITH \(Unread.places(reading.viewer, at: reading.now)) SELECT \(columns) FROM followed"
                as SQL<ThreadReading>
        )
        return Array(all.sorted { $0.lastJournal > $1.lastJournal }.prefix(Unread.held))
    }

    /// Those of some threads.
    package static func among(_ threads: [ThreadID], _ reading: Reading) throws -> [ThreadReading] {
        let places = Unread.places(among: threads, reading.viewer, at: reading.now)
        return try reading.all("WITH \(places) SELECT \(columns) FROM followed")
    }
}

/// How many posts of a thread are new to a member, and where they begin.
package struct UnreadCount: Sendable {
    package let thread: ThreadID
    package let count: Int
    package let firstNumber: Int

    /// For the lines of a list; empty for a visitor.
    package static func all(
        of threads: [ThreadID],
        _ snapshots: Snapshots,
        _ reading: Reading
    ) throws -> [ThreadID: UnreadCount] {
        guard let member = reading.viewer.member, !threads.isEmpty else { return [:] }
        return try ThreadReading.among(threads, reading).reduce(into: [:]) { counts, place in
            counts[place.thread] = try ThreadTally.of(place.thread, snapshots, reading.db).unread(place, by: member)
        }
    }
}

/// A post that is addressed to a member: it mentions them, or answers a post of theirs.
package struct AddressedPost: RowDecodable, Sendable {
    package let id: PostID
    package let thread: ThreadID
    package let isMention: Bool
    private let number: Int
    private let journal: JournalNumber

    static func columns(isMention: SQL<Void>) -> SQL<Void> { "p.id, p.threadId, \(isMention), p.number, p.journal" }

    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        thread = try columns.id()
        isMention = try columns.bool()
        (number, journal) = (try columns.int(), try columns.id())
    }

    package func isNew(in place: ThreadReading) -> Bool { number > place.number && journal > place.floor }
}

extension Array {
    /// The first place where `holds`, which holds for everything behind it too; the end if it never does.
    fileprivate func firstPlace(where holds: (Element) -> Bool) -> Int {
        var low = 0, high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
