import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A question that is to be answered on a date: a post of that role.
struct AskedQuestion: RowDecodable, Sendable {
    let post: PostID
    let thread: ThreadID
    let number: Int
    let body: String
    let plain: String
    let state: PostState
    let author: MemberID
    let name: String
    let createdAt: Timestamp
    let revision: Int

    static let columns: SQL<Void> =
        "p.id, p.threadId, p.number, p.body, p.plain, p.state, a.id, a.name, p.createdAt, p.revision"

    init(_ columns: inout Columns) throws {
        (post, thread) = (try columns.id(), try columns.id())
        number = try columns.int()
        (body, plain) = (try columns.text(), try columns.text())
        state = try columns.word()
        (author, name) = (try columns.id(), try columns.text())
        (createdAt, revision) = (try columns.time(), try columns.int())
    }

    /// As everyone is shown them who reads the date, oldest first; `writer` has their own also while those are held.
    ///
    /// Walks `post_by_role`. Precondition: the caller has checked that the reader may read the thread.
    static func of(_ thread: ThreadID, for writer: MemberID?) -> SQL<AskedQuestion> {
        """
        SELECT \(columns) FROM post p JOIN member a ON a.id = p.authorId
        WHERE p.threadId = \(thread) AND p.role = \(PostRole.question) AND p.role <> 'discussion'
            AND (p.state = 'published' OR p.state = 'held' AND p.authorId = \(writer))
        ORDER BY p.number
        """
    }

    /// How many a date has that stand or are held: walks `post_by_role`.
    static func count(of thread: ThreadID) -> SQL<Int> {
        """
        SELECT count(*) FROM post p
        WHERE p.threadId = \(thread) AND p.role = \(PostRole.question) AND p.role <> 'discussion'
            AND p.state IN ('published', 'held')
        """
    }

    /// The date that a question was asked of; nil for a post that is no question, or is not shown to everyone who reads there.
    static func thread(of post: PostID) -> SQL<ThreadID> {
        """
        SELECT p.threadId FROM post p
        WHERE p.id = \(post) AND p.role = \(PostRole.question) AND p.state = 'published'
        """
    }
}

/// The questions of one date, the most wanted first, and of those alike the oldest.
struct Questions: Sendable {
    let all: [AskedQuestion]
    /// Who wants to hear the answer, too: for their count, and for each of them that they said so; no one else is told.
    private let voters: [PostID: Set<MemberID>]

    static let none = Questions(asked: [], votes: [])

    init(asked: [AskedQuestion], votes: [QuestionVote]) {
        let voters = Dictionary(grouping: votes, by: \.post).mapValues { Set($0.map(\.member)) }
        self.voters = voters
        all = asked.sorted { first, second in
            let (one, other) = (voters[first.post]?.count ?? 0, voters[second.post]?.count ?? 0)
            return one == other ? first.number < second.number : one > other
        }
    }

    /// Precondition: the caller has checked that the reader may read the thread.
    static func load(_ thread: ThreadID, for writer: MemberID? = nil, _ db: DB) throws -> Questions {
        let asked = try db.all(AskedQuestion.of(thread, for: writer))
        if asked.isEmpty { return .none }
        return Questions(asked: asked, votes: try db.all(QuestionVote.on(asked.map(\.post))))
    }

    /// How many others than its author want to hear the answer.
    func wanted(_ post: PostID) -> Int { voters[post]?.count ?? 0 }

    func isWanted(_ post: PostID, by member: MemberID?) -> Bool {
        member.map { voters[post]?.contains($0) ?? false } ?? false
    }

    /// In bytes.
    var cost: Int {
        all.reduce(0) { $0 + 300 + $1.body.utf8.count + $1.plain.utf8.count }
            + voters.values.reduce(0) { $0 + $1.count * 16 }
    }
}

/// That a member wants to hear the answer to a question.
struct QuestionVote: RowDecodable, Sendable {
    let post: PostID
    let member: MemberID

    static let columns: SQL<Void> = "v.postId, v.memberId"

    init(_ columns: inout Columns) throws { (post, member) = (try columns.id(), try columns.id()) }

    /// Walks the primary key.
    static func on(_ posts: [PostID]) -> SQL<QuestionVote> {
        "SELECT \(columns) FROM questionVote v WHERE v.postId IN (\(list: posts))"
    }
}
