import Markdown
package import PraxisCapability
import PraxisCommunity
package import PraxisDomain
package import PraxisStore
import PraxisThreads

/// A thread with something new, as a digest may show it.
package struct DigestThread: RowDecodable, Sendable {
    package let id: ThreadID
    package let title: String
    package let kind: ThreadKind
    /// New posts in it.
    package let count: Int
    /// The number of the first.
    package let firstNumber: Int
    /// New posts that mention the member or answer one of theirs.
    package let toMe: Int
    package let mentions: Int
    /// Whether the member follows it by name or has written in it.
    package let isFollowed: Bool
    /// Whether its first post, or all that is new in it, is reported and still undecided.
    let isReported: Bool
    /// Whether it can be answered.
    let isOpen: Bool
    package let place: PlaceInMail
    let latest: JournalNumber

    private static func columns(_ member: MemberID, _ toMe: SQL<Void>, isReported: SQL<Void>) -> SQL<Void> {
        """
        t.id, t.title, t.kind, u.count, u.firstNumber, u.lastJournal, u.mentions, \(toMe),
        EXISTS (SELECT 1 FROM follow f WHERE f.memberId = \(member) AND f.threadId = t.id AND f.level <> 'muted')
            OR EXISTS (SELECT 1 FROM post own WHERE own.threadId = t.id AND own.authorId = \(member)),
        \(isReported), t.state <> 'closed', \(PlaceInMail.columns)
        """
    }

    package init(_ columns: inout Columns) throws {
        id = try columns.id()
        title = try columns.text()
        kind = try columns.word()
        count = try columns.int()
        firstNumber = try columns.int()
        latest = try columns.id()
        mentions = try columns.int()
        toMe = try columns.int()
        isFollowed = try columns.bool()
        isReported = try columns.bool()
        isOpen = try columns.bool()
        place = try PlaceInMail(&columns)
    }

    package var isNew: Bool { firstNumber == 1 }

    /// Where an unread thread `u` of a followed thread `o` stands.
    private static let tables: SQL<Void> = """
        FROM unread u JOIN followed o ON o.threadId = u.threadId JOIN thread t ON t.id = u.threadId
        JOIN "group" g ON g.id = t.groupId JOIN community c ON c.id = t.communityId
        LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
        """

    /// Every thread with something new, the latest activity first.
    static func all(_ scope: DigestScope) -> SQL<DigestThread> {
        let viewer = scope.reading.viewer, member = scope.member, range = scope.range
        let elsewhere = scope.capabilities.threadKinds.withDigestSection
        let unread = range.unread(member)
        let quotable: SQL<Void> = """
            FROM post p WHERE p.threadId = t.id AND \(Unread.isUnread(viewer, in: unread)) AND NOT \(DigestPost.isReported)
            """
        let toMe: SQL<Void> = "(SELECT count(*) \(quotable) AND \(isToMe(member)))"
        let isReported: SQL<Void> = "(\(isBegunByReported) OR NOT EXISTS (SELECT 1 \(quotable)))"
        return """
            WITH \(Unread.threads(viewer, at: scope.reading.now, in: unread))
            SELECT \(columns(member, toMe, isReported: isReported)) \(tables)
            WHERE NOT (t.kind IN (\(list: elsewhere.map(\.rawValue))) AND u.firstNumber = 1 AND u.count = 1 AND u.mentions = 0)
            ORDER BY u.lastJournal DESC, t.id DESC
            """
    }

    /// Open threads that await an answer in the member's places that no one has answered for two days, and that they have not read.
    static func questions(_ scope: DigestScope) -> SQL<DigestThread> {
        let member = scope.member, range = scope.range, wait = Limits.unansweredAfter
        let awaiting = scope.capabilities.threadKinds.awaitingAnswer
        return """
            WITH \(Unread.threads(scope.reading.viewer, at: scope.reading.now, in: range.places(member)))
            SELECT \(columns(member, "0", isReported: isBegunByReported)) \(tables)
            WHERE NOT \(isBegunByReported) AND t.kind IN (\(list: awaiting.map(\.rawValue))) AND t.state = 'open' AND u.firstNumber = 1
              AND t.createdAt > \(range.clockSince - wait) AND t.createdAt <= \(range.clockTo - wait)
              AND NOT EXISTS (SELECT 1 FROM post r WHERE r.threadId = t.id AND r.state = 'published' AND r.authorId <> t.authorId)
            ORDER BY t.createdAt, t.id
            """
    }

    /// Whether the first post of a thread `t` is reported.
    private static let isBegunByReported: SQL<Void> = """
        EXISTS (SELECT 1 FROM post p WHERE p.threadId = t.id AND p.number = 1 AND \(DigestPost.isReported))
        """

    /// Whether a post `p` mentions the member.
    static func mentions(_ member: MemberID) -> SQL<Void> {
        "EXISTS (SELECT 1 FROM mention mn WHERE mn.memberId = \(member) AND mn.postId = p.id)"
    }

    /// Whether a post `p` mentions the member or answers one of their posts.
    static func isToMe(_ member: MemberID) -> SQL<Void> {
        """
        (\(mentions(member))
            OR EXISTS (SELECT 1 FROM post a WHERE a.id = p.replyToId AND a.authorId = \(member)))
        """
    }
}

/// A new post as a digest quotes it.
package struct DigestPost: RowDecodable, Sendable {
    package let thread: ThreadID
    let id: PostID
    package let author: String
    let writtenAt: Timestamp
    /// Its plain text, of a post that is not to the member only the beginning.
    private let plain: String
    /// Whether it mentions the member or answers them.
    package let isToMe: Bool
    let mentions: Bool

    /// Unicode scalars of an excerpt.
    static let excerptScalars = 280
    /// What is read of a post to make one: white space and marks take their share.
    private static let readScalars = 1_500
    /// What is read of a post to the member: marks and addresses of links are added to what was typed.
    private static let wholeScalars = 2 * Limits.postScalars.upperBound

    static func columns(for member: MemberID) -> SQL<Void> {
        """
        p.threadId, p.id, a.name, p.createdAt, substr(p.plain, 1, CASE WHEN r.toMe THEN \(wholeScalars) ELSE \(readScalars) END), r.toMe,
        \(DigestThread.mentions(member))
        """
    }

    package init(_ columns: inout Columns) throws {
        thread = try columns.id()
        id = try columns.id()
        author = try columns.text()
        writtenAt = try columns.time()
        plain = try columns.text()
        (isToMe, mentions) = (try columns.bool(), try columns.bool())
    }

    /// On one line.
    var excerpt: String { Markdown.excerpt(plain, scalars: Self.excerptScalars) }

    /// Its beginning, lists as lists, and whether that is not all.
    func lines(_ scalars: Int) -> (text: [String], isCut: Bool) {
        let lines = Markdown.excerptLines(plain, scalars: scalars)
        return (lines, lines.last.map(Markdown.isCut) == true && !Markdown.isCut(plain))
    }

    /// A post `p` that a mail may mention: neither it nor the first post of its thread is one that was reported out of worry
    /// about its author.
    package static let mayLeave: SQL<Void> = """
        NOT EXISTS (SELECT 1 FROM report wr WHERE wr.reason = 'worried' AND wr.postId IN
            (p.id, (SELECT b.id FROM post b WHERE b.threadId = p.threadId AND b.number = 1)))
        """

    /// A post `p` that is reported and still undecided: it is counted and not quoted.
    package static let isReported: SQL<Void> = """
        EXISTS (SELECT 1 FROM queueItem q WHERE q.subjectKind = 'post' AND q.subjectId = p.id AND q.kind = 'report' AND q.state = 'open')
        """

    /// The new posts of some threads that are quoted, no reported ones: those to the member first, then the oldest; in order of writing.
    static func quoted(
        of threads: [ThreadID],
        _ viewer: Viewer,
        _ member: MemberID,
        _ range: DigestRange,
        at now: Timestamp
    ) -> SQL<DigestPost> {
        let unread = range.unread(member)
        return """
            WITH \(Unread.threads(among: threads, viewer, at: now, in: unread)),
            fresh AS (
                SELECT p.id, p.threadId, p.number, \(DigestThread.isToMe(member)) AS toMe
                FROM followed o CROSS JOIN post p
                WHERE p.threadId = o.threadId AND \(Unread.isUnread(viewer, in: unread)) AND NOT \(isReported)
                  AND o.threadId IN (SELECT threadId FROM unread)),
            ranked AS (
                SELECT id, toMe, row_number() OVER (PARTITION BY threadId ORDER BY toMe DESC, number) AS position FROM fresh)
            SELECT \(Self.columns(for: member))
            FROM ranked r JOIN post p ON p.id = r.id JOIN member a ON a.id = p.authorId
            WHERE r.position <= \(DigestMail.rooms[0].quotes) ORDER BY p.threadId, p.number
            """
    }
}
