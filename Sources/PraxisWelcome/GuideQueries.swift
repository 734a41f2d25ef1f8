import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// What a newcomer's home page shows them.
struct Guide: Sendable {
    /// What stands pinned where everyone of their communities reads, the oldest first: there is the welcome.
    let pinned: [GuideThread]
    /// Discussions that are worth reading.
    let good: [GuideThread]
    /// What the member has written last; nil if they have written nothing.
    let last: OwnPost?
    /// Whether there is a place where they may say hello.
    let canSayHello: Bool
    let belongs: Bool
    let hasSaidWork: Bool
    /// When their next digest comes; nil for none.
    let digest: Timestamp?

    /// A fixed number of statements, and those of `Access` for each community until one is found to write in.
    static func load(_ reading: Reading) throws -> Guide {
        guard let member = reading.viewer.member else { throw Denial.signedOut }
        let places = try HelloPlace.all(reading), work = try Work.of(member, reading.db)
        return Guide(
            pinned: try reading.all(GuideThread.pinned(reading.viewer, at: reading.now)),
            good: try reading.all(GuideThread.good(reading.viewer, at: reading.now)),
            last: try reading.first(OwnPost.last(of: reading.viewer)),
            canSayHello: try places.contains { try $0.isWritable(reading) },
            belongs: !places.isEmpty,
            hasSaidWork: !(work.occupation.isEmpty && work.organisation.isEmpty),
            digest: try DigestState.of(member, reading.db).next(after: reading.now)?.at
        )
    }
}

/// A thread as a newcomer is shown it.
struct GuideThread: RowDecodable, Sendable {
    let id: ThreadID
    let title: String
    let language: Language
    let community: String
    let readers: GroupReaders

    static let columns: SQL<Void> = "t.id, t.title, g.language, c.name, g.kind, g.access"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        title = try columns.text()
        language = try columns.word()
        community = try columns.text()
        readers = GroupReaders(try columns.word(), try columns.word())
    }

    /// How many of each are shown.
    private static let shown = 3
    /// A good discussion has had a post since then.
    private static let lately = Span.days(60)
    /// A good discussion has so many posts.
    private static let fewest = 3

    private static let joined: SQL<Void> = """
        JOIN "group" g ON g.id = t.groupId JOIN community c ON c.id = t.communityId
        """

    private static let isOfOwnPlace: SQL<Void> =
        "\(Visibility.readable) AND NOT place.publicOnly AND place.threadId IS NULL AND t.lastJournal <> 0"

    /// Walks `thread_pinned` for each place.
    static func pinned(_ viewer: Viewer, at now: Timestamp) -> SQL<GuideThread> {
        """
        WITH \(Visibility.places(viewer, at: now))
        SELECT \(columns) FROM place CROSS JOIN thread t \(joined)
        WHERE \(isOfOwnPlace) AND t.isPinned AND g.isCommons ORDER BY t.createdAt, t.id LIMIT \(shown)
        """
    }

    /// Of the last 60 days, where they may read: first those in which a post is marked as what helped, then those with the most posts.
    ///
    /// Walks `thread_by_activity` for each place, and sorts what is left.
    static func good(_ viewer: Viewer, at now: Timestamp) -> SQL<GuideThread> {
        """
        WITH \(Visibility.places(viewer, at: now))
        SELECT \(columns) FROM place CROSS JOIN thread t \(joined)
        WHERE \(isOfOwnPlace) AND NOT t.isPinned AND t.lastPostAt >= \(now - lately) AND t.postCount >= \(fewest)
        ORDER BY CASE WHEN t.answerId IS NULL THEN 1 ELSE 0 END, t.postCount DESC, t.id DESC LIMIT \(shown)
        """
    }
}

/// The latest post of a member, as they are told of it.
struct OwnPost: RowDecodable, Sendable {
    let id: PostID
    let state: PostState

    static let columns: SQL<Void> = "p.id, p.state"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        state = try columns.word()
    }

    /// Walks `post_by_author`.
    static func last(of viewer: Viewer) -> SQL<OwnPost> {
        """
        SELECT \(columns) FROM post p WHERE p.authorId = \(viewer.member) ORDER BY p.createdAt DESC, p.id DESC LIMIT 1
        """
    }
}
