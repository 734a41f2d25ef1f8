import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// What one reader brings to a page of a thread: what they may, how far they have read, what they follow and drafted.
struct ThreadPageReader: Sendable {
    let facts: Facts
    let place: ReadingPlace
    let follow: FollowPlan
    let draft: SavedDraft?
    /// Whether an edit in the thread mentions them, and they have not looked at it since.
    let hasAddedMention: Bool
    /// What capabilities show them alone on the posts of the page.
    var slots: [OwnPostSlot.Draw] = []
    /// Their own posts on the page that no one else is shown.
    var ownHidden: [ShownPost] = []
    /// What was decided on those of them that are hidden.
    var decisions: [PostID: PostDecision] = [:]
    /// What a moderator returned and the draft continues.
    var returned: [ReturnedPost] = []
    /// The post that the composer answers, and its text if it is quoted.
    var answering: AnsweredPost?

    /// - Throws: `Denial.missing`.
    static func load(
        _ thread: ThreadID,
        page: Int,
        _ slots: [OwnPostSlot],
        _ reading: Reading
    ) throws -> ThreadPageReader {
        var reader = try read(thread, reading)
        guard let member = reader.facts.viewer.member else { throw Denial.missing }
        let numbers = ThreadPageSnapshot.numbers(page)
        reader.slots = try slots.map { try $0.load(thread, numbers, member, reading.db) }
        return reader
    }

    /// Adds what few readers need: their own held posts on the page, the post that they answer.
    mutating func complete(
        _ snapshot: ThreadPageSnapshot,
        answering post: PostID?,
        isQuoted: Bool,
        _ env: Environment
    ) async throws {
        let facts = snapshot.facts
        if let member = self.facts.viewer.member, snapshot.hiddenAuthors.contains(member) {
            (ownHidden, decisions) = try await env.store.read { db in
                let posts = try Self.ownHidden(snapshot.page, of: facts, member, db)
                return (posts, try PostDecision.all(of: posts.map(\.id), db))
            }
        }
        if draft != nil, let member = self.facts.viewer.member {
            returned = try await env.store.read { try ReturnedPost.all(of: member, in: ReplyTarget(facts.thread), $0) }
        }
        if let post {
            answering = try await env.store.read { try $0.first(AnsweredPost.of(post, in: facts.thread)) }
            answering?.isQuoted = isQuoted
        }
    }

    /// Two statements of `Access` and one along primary keys.
    private static func read(_ thread: ThreadID, _ reading: Reading) throws -> ThreadPageReader {
        let facts = try Access.thread(thread, reading)
        guard let member = facts.viewer.member, let community = facts.community?.id, let group = facts.group?.id else {
            throw Denial.missing
        }
        let row = try reading.first(
            """
            SELECT \(ReaderRow.columns(of: thread, at: reading.now))
            FROM member v
            LEFT JOIN readingPlace rp ON rp.memberId = v.id AND rp.threadId = \(thread)
            LEFT JOIN membership ms ON ms.communityId = \(community) AND ms.memberId = v.id
            LEFT JOIN groupMembership gm ON gm.groupId = \(group) AND gm.memberId = v.id
            LEFT JOIN admission ad ON ad.memberId = v.id AND ad.threadId = \(thread)
            LEFT JOIN follow f ON f.memberId = v.id AND f.threadId = \(thread)
            LEFT JOIN groupFollow gf ON gf.memberId = v.id AND gf.groupId = \(group)
            LEFT JOIN draft d ON d.memberId = v.id AND d.subjectKind = 'thread' AND d.subjectId = \(thread)
            WHERE v.id = \(member)
            """ as SQL<ReaderRow>
        )
        guard let row else { throw Denial.missing }
        return ThreadPageReader(
            facts: facts,
            place: ReadingPlace(row.marks(of: facts)),
            follow: FollowPlan(thread: row.follow, group: row.groupFollow),
            draft: row.hasDraft
                ? try SavedDraft.load(ReplyTarget(thread), of: member, reading.db, at: reading.now) : nil,
            hasAddedMention: row.hasAddedMention
        )
    }

    private static func ownHidden(
        _ page: Int,
        of thread: ThreadPageFacts,
        _ member: MemberID,
        _ db: DB
    ) throws -> [ShownPost] {
        try db.all(ShownPost.on(page, of: thread, "p.state IN ('held', 'hidden') AND p.authorId = \(member)"))
    }
}

/// The post that a reply answers or quotes.
struct AnsweredPost: RowDecodable, Sendable {
    let id: PostID
    let author: String
    /// As it was typed.
    let body: String
    /// Whether the reply begins with it.
    var isQuoted = false

    static let columns: SQL<Void> = "p.id, m.name, p.body"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        author = try columns.text()
        body = try columns.text()
    }

    /// A published post.
    ///
    /// Precondition: the caller has checked that the viewer may read the thread.
    static func of(_ post: PostID, in thread: ThreadID) -> SQL<AnsweredPost> {
        """
        SELECT \(columns) FROM post p JOIN member m ON m.id = p.authorId
        WHERE p.id = \(post) AND p.threadId = \(thread) AND p.state = 'published'
        """
    }
}

private struct ReaderRow: RowDecodable {
    private var readMarks = ReadingPlace.Marks()
    private let groupFrom, admittedFrom: JournalNumber
    let follow: FollowLevel?
    let groupFollow: FollowLevel?
    let hasDraft: Bool
    let hasAddedMention: Bool

    static func columns(of thread: ThreadID, at now: Timestamp) -> SQL<Void> {
        """
        rp.number, coalesce(rp.readTo, 0), rp.markedAt, v.caughtUpTo, v.caughtUpAt, ms.readFrom, gm.readFrom,
        ad.readFrom, f.level, gf.level, d.savedAt > \(now - Limits.draftLifetime),
        EXISTS (SELECT 1 FROM mention mn JOIN post p ON p.id = mn.postId
            WHERE mn.memberId = v.id AND mn.addedAt > 0 AND p.threadId = \(thread))
        """
    }

    init(_ columns: inout Columns) throws {
        readMarks.number = Int(columns.optionalInteger() ?? 0)
        readMarks.readTo = try columns.id()
        readMarks.markedAt = columns.optionalTime()
        readMarks.caughtUpTo = try columns.id()
        readMarks.caughtUpAt = columns.optionalTime()
        readMarks.joinedFrom = columns.optionalID() ?? JournalNumber(rawValue: 0)
        groupFrom = columns.optionalID() ?? JournalNumber(rawValue: 0)
        admittedFrom = columns.optionalID() ?? JournalNumber(rawValue: 0)
        follow = try columns.optionalWord()
        groupFollow = try columns.optionalWord()
        hasDraft = columns.optionalInteger() == 1
        hasAddedMention = try columns.bool()
    }

    /// Joining the group counts only while it holds, and an admission only where nothing else opens the thread, as in `Visibility.places`.
    func marks(of facts: Facts) -> ReadingPlace.Marks {
        var marks = readMarks
        if Policy.capacities(of: facts).contains(.admitted) {
            marks.joinedFrom = admittedFrom
        } else if facts.group?.part?.counting(at: facts.now) != nil {
            marks.joinedFrom = max(marks.joinedFrom, groupFrom)
        }
        return marks
    }
}
