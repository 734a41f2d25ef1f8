import Markdown
import PraxisCommunity
package import PraxisDomain
package import PraxisStore

/// A thread with something new, as a digest may tell of it.
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
    package let place: DigestPlace
    let latest: JournalNumber

    package init(_ columns: inout Columns) throws {
        (id, title, kind) = (try columns.id(), try columns.text(), try columns.word())
        (count, firstNumber, latest) = (try columns.int(), try columns.int(), try columns.id())
        mentions = try columns.int()
        toMe = try columns.int()
        isFollowed = try columns.bool()
        place = try DigestPlace(&columns)
    }

    package var isNew: Bool { firstNumber == 1 }

    /// Where an unread thread `u` of a followed thread `o` stands.
    private static let tables: SQL<Void> = """
        FROM unread u JOIN followed o ON o.threadId = u.threadId JOIN thread t ON t.id = u.threadId
        JOIN "group" g ON g.id = t.groupId JOIN community c ON c.id = t.communityId
        LEFT JOIN communityMailRule cr ON cr.communityId = c.id LEFT JOIN groupMailRule gr ON gr.groupId = g.id
        """

    private static func columns(_ member: MemberID, _ toMe: SQL<Void>) -> SQL<Void> {
        """
        SELECT t.id, t.title, t.kind, u.count, u.firstNumber, u.lastJournal, u.mentions, \(toMe),
               EXISTS (SELECT 1 FROM follow f WHERE f.memberId = \(member) AND f.threadId = t.id AND f.level <> 'muted')
                   OR EXISTS (SELECT 1 FROM post own WHERE own.threadId = t.id AND own.authorId = \(member)),
               \(DigestPlace.columns)
        """
    }

    /// Every thread with something new, the latest activity first.
    static func all(_ viewer: Viewer, _ member: MemberID, _ range: DigestRange, at now: Timestamp) -> SQL<DigestThread>
    {
        let toMe: SQL<Void> = """
            (SELECT count(*) FROM post p WHERE p.threadId = t.id AND \(Unread.isUnread(viewer, upTo: range.upTo))
                AND \(isToMe(member)))
            """
        return """
            WITH \(Unread.threads(viewer, at: now, in: range.unread(member)))
            \(columns(member, toMe)) \(tables) ORDER BY u.lastJournal DESC, t.id DESC
            """
    }

    /// Open questions in the member's places that nobody has answered for two days, and that they have not read.
    static func questions(
        _ viewer: Viewer,
        _ member: MemberID,
        _ range: DigestRange,
        at now: Timestamp
    ) -> SQL<DigestThread> {
        let wait = Limits.unansweredAfter
        return """
            WITH \(Unread.threads(viewer, at: now, in: range.places(member)))
            \(columns(member, "0")) \(tables)
            WHERE t.kind = 'question' AND t.state = 'open' AND u.firstNumber = 1
              AND t.createdAt > \(range.questionsSince - wait) AND t.createdAt <= \(range.questionsTo - wait)
              AND NOT EXISTS (SELECT 1 FROM post r WHERE r.threadId = t.id AND r.state = 'published' AND r.authorId <> t.authorId)
            ORDER BY t.createdAt, t.id
            """
    }

    /// Whether a post `p` mentions the member or answers one of their posts.
    static func isToMe(_ member: MemberID) -> SQL<Void> {
        """
        (EXISTS (SELECT 1 FROM mention mn WHERE mn.memberId = \(member) AND mn.postId = p.id)
            OR EXISTS (SELECT 1 FROM post a WHERE a.id = p.replyToId AND a.authorId = \(member)))
        """
    }
}

/// A group as a mail may name it.
package struct DigestPlace: Hashable, Sendable {
    package let community: CommunityID
    package let communitySlug: String
    package let communityName: String
    package let group: GroupID
    package let groupName: String
    package let isCommons: Bool
    /// How much of it may leave by mail: the stricter of what group and community say, and never more than "something" of a
    /// confidential group.
    package let detail: MailDetail
    /// What a mail calls the group where it says no more than that there is something; empty for a general name.
    package let neutralName: String

    static let columns: SQL<Void> = """
        c.id, c.slug, c.name, g.id, g.name, g.isCommons, g.kind, coalesce(cr.titlesOnly, 0), coalesce(gr.content, 'full'),
        coalesce(gr.neutralName, '')
        """

    init(_ columns: inout Columns) throws {
        (community, communitySlug, communityName) = (try columns.id(), try columns.text(), try columns.text())
        (group, groupName, isCommons) = (try columns.id(), try columns.text(), try columns.bool())
        let kind = try columns.word(GroupKind.self), titlesOnly = try columns.bool()
        detail = MailDetailPlan.allowed(kind, ofGroup: try columns.word(), titlesOnly: titlesOnly)
        neutralName = try columns.text()
    }
}

/// A new post as a digest quotes it.
package struct DigestPost: RowDecodable, Sendable {
    package let thread: ThreadID
    package let number: Int
    package let author: String
    package let text: String
    /// Whether it mentions the member or answers them.
    package let isToMe: Bool

    /// Unicode scalars of an excerpt.
    private static let excerptScalars = 280
    /// What is read of a post to make one: white space and marks take their share.
    private static let readScalars = 1_500

    package init(_ columns: inout Columns) throws {
        (thread, number, author) = (try columns.id(), try columns.int(), try columns.text())
        text = Markdown.excerpt(try columns.text(), scalars: Self.excerptScalars)
        isToMe = try columns.bool()
    }

    /// The new posts of some threads that are quoted: those to the member first, then the oldest; in order of writing.
    static func quoted(
        of threads: [ThreadID],
        _ viewer: Viewer,
        _ member: MemberID,
        _ range: DigestRange,
        at now: Timestamp
    ) -> SQL<DigestPost> {
        """
        WITH \(Unread.threads(among: threads, viewer, at: now, in: range.unread(member))),
        fresh AS (
            SELECT p.id, p.threadId, p.number, \(DigestThread.isToMe(member)) AS toMe
            FROM followed o CROSS JOIN post p ON p.threadId = o.threadId
            WHERE \(Unread.isUnread(viewer, upTo: range.upTo)) AND o.threadId IN (SELECT threadId FROM unread)),
        ranked AS (
            SELECT id, toMe, row_number() OVER (PARTITION BY threadId ORDER BY toMe DESC, number) AS position FROM fresh)
        SELECT p.threadId, p.number, a.name, substr(p.plain, 1, \(readScalars)), r.toMe
        FROM ranked r JOIN post p ON p.id = r.id JOIN member a ON a.id = p.authorId
        WHERE r.position <= \(DigestContent.quotedPosts) ORDER BY p.threadId, p.number
        """
    }
}
