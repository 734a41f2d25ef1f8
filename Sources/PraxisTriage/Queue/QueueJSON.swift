import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

/// A queue item, as the API says it.
struct QueueItemJSON: Encodable, Sendable {
    let line: QueueLine
    let community: String
    let now: Timestamp
    /// Left out for the safeguarding contact until they claim the item, which is recorded.
    let post: PostJSON?
    let thread: ThreadJSON?
    /// What was said of the post, with its text as it was then; empty if the post is left out.
    let reports: [ItemReportJSON]

    private enum Key: CodingKey {
        case id, kind, state, version, createdAt, reason, community, group, claimedBy, claimedUntil, post, thread,
            reports, member
        case action, decidedBy, decidedAt
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let claim = line.holder(at: now)
        try container.encode(line.id.description, forKey: .id)
        try container.encode(line.kind.rawValue, forKey: .kind)
        try container.encode(line.state, forKey: .state)
        try container.encode(line.version, forKey: .version)
        try container.encode(line.createdAt.rfc3339, forKey: .createdAt)
        try container.encode(line.reason, forKey: .reason)
        try container.encode(community, forKey: .community)
        try container.encode(line.group?.slug, forKey: .group)
        try container.encode(claim.map { AuthorJSON(name: $0.name, id: $0.member) }, forKey: .claimedBy)
        try container.encode(claim?.until.rfc3339, forKey: .claimedUntil)
        try container.encode(post, forKey: .post)
        try container.encode(thread, forKey: .thread)
        try container.encode(reports, forKey: .reports)
        try container.encode(AuthorJSON(name: line.member.name, id: line.member.id), forKey: .member)
        try container.encode(line.decision?.action, forKey: .action)
        try container.encode(line.decision?.by.map { Problem.Person($0.id, $0.name) }, forKey: .decidedBy)
        try container.encode(line.decision?.at.rfc3339, forKey: .decidedAt)
    }

    static func schema(_ kinds: QueueKinds) -> Schema {
        .named(
            "QueueItem",
            .object(
                [
                    ("id", .id), ("kind", .choice(kinds.words)), ("state", .word(QueueItemState.self)),
                    ("version", .integer()), ("createdAt", .time), ("reason", .nullable(.word(ReportReason.self))),
                    ("community", .string()), ("group", .nullable(.string())),
                    ("claimedBy", .nullable(AuthorJSON.schema)),
                    ("claimedUntil", .nullable(.time)), ("post", .nullable(PostJSON.schema)),
                    ("thread", .nullable(ThreadJSON.schema)), ("reports", .list(ItemReportJSON.schema)),
                    ("member", AuthorJSON.schema),
                    ("action", .nullable(.word(QueueAction.self))), ("decidedBy", .nullable(Problem.Person.schema)),
                    ("decidedAt", .nullable(.time)),
                ],
                required: [
                    "id", "kind", "state", "version", "createdAt", "reason", "community", "group", "claimedBy",
                    "claimedUntil", "post", "thread", "reports", "member", "action", "decidedBy", "decidedAt",
                ]
            )
        )
    }
}

extension QueueItemJSON {
    /// The items of a page with their posts and threads, in four statements.
    static func all(
        _ lines: [QueueLine],
        _ slots: [PostSlot],
        in scope: QueueScope,
        _ db: DB,
        at now: Timestamp
    ) throws -> [QueueItemJSON] {
        let shown = lines.filter { !scope.isForContactOnly($0) }
        return try things(lines, readable: shown, slots, scope.community.slug, for: scope.viewer, db, now)
    }

    /// One item.
    ///
    /// Precondition: `Access` has let the viewer in. The safeguarding contact is given its post only if `isRecorded`.
    /// - Throws: `Denial.missing`.
    static func one(
        _ id: QueueItemID,
        _ admitted: AdmittedItem,
        _ slots: [PostSlot],
        isRecorded: Bool,
        _ db: DB,
        at now: Timestamp
    ) throws -> QueueItemJSON {
        let line = try db.first(
            "SELECT \(QueueLine.columns) FROM \(QueueLine.source) AND q.id = \(id)" as SQL<QueueLine>
        )
        let slug = try db.first("SELECT slug FROM community WHERE id = \(admitted.facts.community?.id)" as SQL<String>)
        guard let line, let slug else { throw Denial.missing }
        let isReadable = !admitted.isForContactOnly || isRecorded
        let reader = admitted.facts.viewer.member
        let thing = try things([line], readable: isReadable ? [line] : [], slots, slug, for: reader, db, now).first
        guard let thing else { throw Denial.missing }
        return admitted.isForContactOnly ? thing.withoutThread : thing
    }

    private var withoutThread: QueueItemJSON {
        QueueItemJSON(line: line, community: community, now: now, post: post, thread: nil, reports: reports)
    }

    private static func things(
        _ lines: [QueueLine],
        readable: [QueueLine],
        _ slots: [PostSlot],
        _ slug: String,
        for member: MemberID?,
        _ db: DB,
        _ now: Timestamp
    ) throws -> [QueueItemJSON] {
        let (postIDs, threadIDs) = (readable.compactMap(\.post), readable.compactMap(\.thread?.id))
        let posts = try postIDs.isEmpty ? [] : db.all(PostJSON.among(postIDs)).adding(slots, for: member, db)
        let threads = try threadIDs.isEmpty ? [] : db.all(ThreadJSON.among(threadIDs))
        let reports = try readable.isEmpty ? [] : db.all(ItemReportJSON.of(readable.map(\.id)))
        let reportsByItem = Dictionary(grouping: reports, by: \.item)
        let postsByID = Dictionary(posts.map { ($0.id, $0) }) { first, _ in first }
        let threadsByID = Dictionary(threads.map { ($0.id, $0) }) { first, _ in first }
        return lines.map { line in
            QueueItemJSON(
                line: line,
                community: slug,
                now: now,
                post: line.post.flatMap { postsByID[$0.description] },
                thread: line.thread.flatMap { threadsByID[$0.id.description] },
                reports: reportsByItem[line.id] ?? []
            )
        }
    }
}

/// A report of an item's post, as the API says it to those who decide.
struct ItemReportJSON: Encodable, Sendable, RowDecodable {
    let item: QueueItemID
    let reason: String
    let note: String
    /// RFC 3339.
    let createdAt: String
    /// The post's, then.
    let revision: Int
    /// The post as it was then; nil if identifying detail was removed since.
    let body: String?

    private enum Key: CodingKey { case reason, note, createdAt, revision, body }

    init(_ columns: inout Columns) throws {
        item = try columns.id()
        (reason, note, createdAt) = (try columns.text(), try columns.text(), try columns.time().rfc3339)
        (revision, body) = (try columns.int(), columns.optionalText())
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(reason, forKey: .reason)
        try container.encode(note, forKey: .note)
        try container.encode(createdAt, forKey: .createdAt)
        try container.encode(revision, forKey: .revision)
        try container.encode(body, forKey: .body)
    }

    static let schema = Schema.object(
        [
            ("reason", .word(ReportReason.self)), ("note", .string()), ("createdAt", .time), ("revision", .integer()),
            ("body", .nullable(.string())),
        ],
        required: ["reason", "note", "createdAt", "revision", "body"]
    )

    /// The first of each item.
    private static let mostShown = 20

    /// Walks `report_by_item`.
    fileprivate static func of(_ items: [QueueItemID]) -> SQL<ItemReportJSON> {
        """
        SELECT r.itemId, r.reason, r.note, r.at, r.revision, CASE WHEN NOT r.isSealed THEN r.body END
        FROM (SELECT *, row_number() OVER (PARTITION BY itemId ORDER BY id) AS place FROM report
              WHERE itemId IN (\(list: items))) AS r
        WHERE r.place <= \(mostShown) ORDER BY r.itemId, r.id
        """
    }
}
