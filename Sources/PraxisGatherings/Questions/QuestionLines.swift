import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// That a member wants to hear the answer to a question, as a corpus file has it.
struct QuestionVoteLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("question_vote", fields: [.postId, .memberId, .createdAt]) {
        try QuestionVoteLine($0)
    }

    private let post: Int64
    private let member: Int64
    private let at: CorpusTime

    private init(_ fields: CorpusFields) throws {
        (post, member) = (try fields.required(.postId), try fields.required(.memberId))
        at = try fields.requiredTime(.createdAt)
    }

    static let columns: SQL<Void> = "v.postId, v.memberId, v.at"

    init(_ columns: inout Columns) throws {
        (post, member) = (try columns.integer(), try columns.integer())
        at = .moment(try columns.time())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.postId, post)
        record.append(.memberId, member)
        record.append(.createdAt, at)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let post: PostID = try db.needed(post, .postId), member: MemberID = try db.needed(member, .memberId)
        let author: MemberID? = try db.first(
            """
            SELECT p.authorId FROM post p JOIN gathering e ON e.threadId = p.threadId
            WHERE p.id = \(post) AND p.role = \(PostRole.question)
            """
        )
        guard let author else {
            throw BadLine.wrong(
                field: CorpusField.postId.stringValue,
                expected: "a question of a date, which stands before it"
            )
        }
        if author == member {
            throw BadLine.wrong(
                field: CorpusField.memberId.stringValue,
                expected: "someone else than the question's author"
            )
        }
        return try db.run(
            """
            INSERT INTO questionVote (postId, memberId, at) VALUES (\(post), \(member), \(at.resolved(batch.startedAt)))
            ON CONFLICT (postId, memberId) DO NOTHING
            """
        ) > 0
    }
}

extension ExportKind {
    static let questionVotes = ExportKind(
        "question_vote",
        .marks,
        people: peopleOnPosts("v.memberId", of: "questionVote v", on: "v.postId")
    ) { scope in
        """
        SELECT \(QuestionVoteLine.columns)
        FROM questionVote v JOIN post p ON p.id = v.postId JOIN thread t ON t.id = p.threadId
        WHERE p.state <> 'withdrawn' AND \(scope.picks(community: "t.communityId", member: "v.memberId"))
        ORDER BY v.postId, v.memberId
        """ as SQL<QuestionVoteLine>
    }
}
