import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// How a member hears from a thread or from a group.
struct FollowLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("follow", fields: [.memberId, .threadId, .groupId, "level"]) { try FollowLine($0) }

    private let member: Int64
    private let thread: Int64?
    private let group: Int64?
    private let level: FollowLevel

    private init(_ fields: CorpusFields) throws {
        (member, thread) = (try fields.required(.memberId), try fields.optional(.threadId))
        group = thread == nil ? try fields.required(.groupId) : nil
        guard let level: FollowLevel = try fields.word("level") else { throw BadLine.missing(field: "level") }
        self.level = level
    }

    static let columnsOfThread: SQL<Void> = "f.memberId, f.threadId, NULL, f.level"

    static let columnsOfGroup: SQL<Void> = "f.memberId, NULL, f.groupId, f.level"

    init(_ columns: inout Columns) throws {
        member = try columns.integer()
        thread = columns.optionalInteger()
        group = columns.optionalInteger()
        level = try columns.word()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.memberId, member)
        record.append(.threadId, thread)
        record.append(.groupId, group)
        record.append("level", level)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let member: MemberID = try db.needed(member, .memberId)
        if let source = thread {
            let thread: ThreadID = try db.needed(source, .threadId)
            return try db.run(
                """
                INSERT INTO follow (memberId, threadId, level) VALUES (\(member), \(thread), \(level))
                ON CONFLICT (memberId, threadId) DO NOTHING
                """
            ) > 0
        }
        if let source = group {
            let group: GroupID = try db.needed(source, .groupId)
            return try db.run(
                """
                INSERT INTO groupFollow (memberId, groupId, level) VALUES (\(member), \(group), \(level))
                ON CONFLICT (memberId, groupId) DO NOTHING
                """
            ) > 0
        }
        return false
    }
}

extension ExportKind {
    static let follows = ExportKind(
        "follow",
        .marks,
        people: {
            "SELECT f.memberId FROM follow f JOIN thread t ON t.id = f.threadId WHERE t.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(FollowLine.columnsOfThread) FROM follow f JOIN thread t ON t.id = f.threadId
        WHERE \(scope.picks(community: "t.communityId", member: "f.memberId")) ORDER BY f.memberId, f.threadId
        """ as SQL<FollowLine>
    }

    static let groupFollows = ExportKind(
        "follow",
        .marks,
        people: {
            "SELECT f.memberId FROM groupFollow f JOIN \"group\" g ON g.id = f.groupId WHERE g.communityId = \($0)"
        }
    ) { scope in
        """
        SELECT \(FollowLine.columnsOfGroup) FROM groupFollow f JOIN "group" g ON g.id = f.groupId
        WHERE \(scope.picks(community: "g.communityId", member: "f.memberId")) ORDER BY f.memberId, f.groupId
        """ as SQL<FollowLine>
    }
}
