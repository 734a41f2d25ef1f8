import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A reaction as a corpus file has it.
struct ReactionLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("reaction", fields: [.postId, .memberId, .kind, .createdAt]) { try ReactionLine($0) }

    private let post: Int64
    private let member: Int64
    private let kind: ReactionKind
    private let at: CorpusTime

    private init(_ fields: CorpusFields) throws {
        (post, member) = (try fields.required(.postId), try fields.required(.memberId))
        guard let kind: ReactionKind = try fields.word(.kind) else { throw BadLine.missing(field: "kind") }
        (self.kind, at) = (kind, try fields.requiredTime(.createdAt))
    }

    static let columns: SQL<Void> = "r.postId, r.memberId, r.kind, r.at"

    init(_ columns: inout Columns) throws {
        (post, member) = (try columns.integer(), try columns.integer())
        (kind, at) = (try columns.word(), .moment(try columns.time()))
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.postId, post)
        record.append(.memberId, member)
        record.append(.kind, kind)
        record.append(.createdAt, at)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let post: PostID = try db.needed(post, .postId), member: MemberID = try db.needed(member, .memberId)
        if try db.first("SELECT 1 FROM post WHERE id = \(post) AND authorId = \(member)" as SQL<Int>) != nil {
            throw BadLine.wrong(
                field: CorpusField.memberId.stringValue,
                expected: "someone else than the post's author"
            )
        }
        return try db.run(
            """
            INSERT INTO reaction (postId, memberId, kind, at) VALUES (\(post), \(member), \(kind), \(at.resolved(batch.startedAt)))
            ON CONFLICT (postId, memberId, kind) DO NOTHING
            """
        ) > 0
    }
}

extension ExportKind {
    static let reactions = ExportKind(
        "reaction",
        .marks,
        people: peopleOnPosts("r.memberId", of: "reaction r", on: "r.postId")
    ) { scope in
        """
        SELECT \(ReactionLine.columns)
        FROM reaction r JOIN post p ON p.id = r.postId JOIN thread t ON t.id = p.threadId
        WHERE p.state <> 'withdrawn' AND \(scope.picks(community: "t.communityId", member: "r.memberId"))
        ORDER BY r.postId, r.memberId, r.kind
        """ as SQL<ReactionLine>
    }
}
