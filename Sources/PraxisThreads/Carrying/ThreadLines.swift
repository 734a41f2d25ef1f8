import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

/// A thread as a corpus file has it: its posts are lines of their own.
struct ImportedThread: SingleImportLine {
    static let kind = ImportKind(
        "thread",
        fields: [
            .id, .groupId, "category_id", .authorId, "title", .kind, .state, "pinned", "public", "facet", .createdAt,
        ],
        ignoring: [.slug, "first_post_id", "post_count"],
        finish: { env in
            let refused = try await env.site.dropEmptyThreads()
            try await env.site.setReadingFloors(env.store)
            return refused
        }
    ) { try ImportedThread($0) }

    private let source: Int64
    private let group: Int64
    private let author: Int64
    private let title: Title
    private let kind: ThreadKind
    private let state: ThreadState
    private let isPinned: Bool
    /// Whether it was started while its group was open to everybody; nil if that is so now.
    private let isPublic: Bool?
    /// Whether its capability has something to show of it without any post.
    private let hasFacet: Bool
    private let created: CorpusTime

    private init(_ fields: CorpusFields) throws {
        (source, author) = (try fields.required(.id), try fields.required(.authorId))
        group = try fields.optional(.groupId) ?? fields.required("category_id")
        title = try fields.checked("title") { raw throws(Denial) in try Title(raw) }
        kind = try fields.word(.kind, fields.threadKinds.all.map(\.kind)) ?? .discussion
        state = try fields.word(.state) ?? .open
        (isPinned, isPublic) = (try fields.optional("pinned") ?? false, try fields.optional("public"))
        hasFacet = try fields.optional("facet") ?? false
        created = try fields.requiredTime(.createdAt)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        guard try db.imported(source, as: Noun.Conversation.self) == nil else { return false }
        let group: GroupID = try db.needed(group, .groupId), author: MemberID = try db.needed(author, .authorId)
        guard let community = try db.first("SELECT communityId FROM \"group\" WHERE id = \(group)" as SQL<CommunityID>)
        else { throw BadLine.unknown(field: "group_id", source: self.group) }
        try db.keepNumber(of: source, as: Noun.Conversation.self, in: "thread", batch)
        let at = created.resolved(batch.startedAt)
        let id = try db.insertThread(
            title,
            kind,
            in: group,
            of: community,
            attributedTo: author,
            at: at,
            hasFacet: hasFacet,
            by: permit
        )
        if state != .open || isPinned || isPublic != nil {
            try db.run(
                """
                UPDATE thread SET state = \(state), isPinned = \(isPinned), isPublic = coalesce(\(isPublic), isPublic) WHERE id = \(id)
                """
            )
        }
        try db.keep(source, as: id)
        return false
    }
}

extension Site {
    /// Takes imported threads back of which no post could be taken, but for those that are shown without one.
    ///
    /// They are named by line 0.
    fileprivate func dropEmptyThreads() async throws -> [RefusedLine] {
        try await command { db in
            let sources = try db.all(
                """
                SELECT s.source FROM importSource s JOIN thread t ON t.id = s.id
                WHERE s.kind = \(Noun.Conversation.kind) AND t.postCount = 0 AND NOT t.hasFacet
                ORDER BY s.source
                """ as SQL<Int64>
            )
            for source in sources {
                guard let thread: ThreadID = try db.imported(source) else { continue }
                try db.forgetImported(source, as: Noun.Conversation.self)
                try db.run("DELETE FROM thread WHERE id = \(thread)")
            }
            return sources.map { RefusedLine(0, .emptyThread(source: $0)) }
        }
    }
}

/// The same as it is written.
private struct ExportedThread: ExportLine {
    private let id: ThreadID
    private let group: GroupID
    private let author: MemberID
    private let title: String
    private let kind: ThreadKind
    private let state: ThreadState
    private let isPinned: Bool
    private let isPublic: Bool
    private let hasFacet: Bool
    private let createdAt: Timestamp

    static let columns: SQL<Void> = """
        t.id, t.groupId, t.authorId, t.title, t.kind, t.state, t.isPinned, t.isPublic, t.hasFacet, t.createdAt
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        group = try columns.id()
        author = try columns.id()
        title = try columns.text()
        (kind, state) = (try columns.word(), try columns.word())
        isPinned = try columns.bool()
        isPublic = try columns.bool()
        hasFacet = try columns.bool()
        createdAt = try columns.time()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.id, id)
        record.append(.groupId, group)
        record.append(.authorId, author)
        record.append("title", title)
        record.append(.kind, kind)
        record.append(.state, state)
        if isPinned { record.append("pinned", true) }
        record.append("public", isPublic)
        if hasFacet { record.append("facet", true) }
        record.append(.createdAt, createdAt)
    }
}

extension ExportKind {
    static let threads = ExportKind(
        "thread",
        .threads,
        people: { "SELECT authorId FROM thread WHERE communityId = \($0)" }
    ) { scope in
        """
        SELECT \(ExportedThread.columns)
        FROM thread t WHERE \(scope.picks(community: "t.communityId", member: "t.authorId")) ORDER BY t.id
        """ as SQL<ExportedThread>
    }
}
