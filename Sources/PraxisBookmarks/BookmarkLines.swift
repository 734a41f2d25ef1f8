import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads

/// A bookmark as a corpus file has it.
struct BookmarkLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("bookmark", fields: [.postId, .memberId, .createdAt, .remindOn]) {
        try BookmarkLine($0)
    }

    private let post: Int64
    private let member: Int64
    private let at: CorpusTime
    private let remindOn: LocalTime?

    private init(_ fields: CorpusFields) throws {
        (post, member) = (try fields.required(.postId), try fields.required(.memberId))
        at = try fields.requiredTime(.createdAt)
        let day: String? = try fields.optional(.remindOn)
        remindOn = day.flatMap { LocalTime(date: $0) }
        if day != nil && remindOn == nil {
            throw BadLine.wrong(field: CorpusField.remindOn.stringValue, expected: "a day that there is, as 2026-12-01")
        }
    }

    static let columns: SQL<Void> = "b.postId, b.memberId, b.at, b.remindOn"

    init(_ columns: inout Columns) throws {
        (post, member) = (try columns.integer(), try columns.integer())
        at = .moment(try columns.time())
        remindOn = columns.optionalInteger().map { LocalTime(dayNumber: Int($0)) }
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.postId, post)
        record.append(.memberId, member)
        record.append(.createdAt, at)
        record.append(.remindOn, remindOn?.date)
    }

    /// A reminder that is still to come is told of at the member's own midnight; one whose day is over is shown and not told of.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let post: PostID = try db.needed(post, .postId), member: MemberID = try db.needed(member, .memberId)
        let zone = try db.first("SELECT timeZone FROM member WHERE id = \(member)" as SQL<String>)
        let reminder = remindOn.map {
            Reminder($0, in: Zones.stored(zone, orElse: "UTC"), at: batch.startedAt)
        }
        return try db.run(
            """
            INSERT INTO bookmark (memberId, postId, at, remindOn, remindAt)
            VALUES (\(member), \(post), \(at.resolved(batch.startedAt)), \(reminder?.day), \(reminder?.tellFrom))
            ON CONFLICT (memberId, postId) DO NOTHING
            """
        ) > 0
    }
}

extension CorpusField {
    fileprivate static let remindOn: CorpusField = "remind_on"
}

extension ExportKind {
    static let bookmarks = ExportKind(
        "bookmark",
        .marks,
        people: peopleOnPosts("b.memberId", of: "bookmark b", on: "b.postId")
    ) { scope in
        """
        SELECT \(BookmarkLine.columns)
        FROM bookmark b JOIN post p ON p.id = b.postId JOIN thread t ON t.id = p.threadId
        WHERE p.state <> 'withdrawn' AND \(scope.picks(community: "t.communityId", member: "b.memberId"))
        ORDER BY b.postId, b.memberId
        """ as SQL<BookmarkLine>
    }
}
