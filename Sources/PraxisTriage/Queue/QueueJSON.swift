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

    private var holder: Claims.Claim? { line.holder(at: now) }

    /// `kind` and `action` are words of the kinds that are installed.
    static func shape(_ kinds: QueueKinds) -> JSONShape<QueueItemJSON> {
        JSONShape(
            "QueueItem",
            [
                .field("id", .id, \.line.id.description),
                .field("kind", .choice(kinds.words), \.line.kind.rawValue),
                .field("state", .word(QueueItemState.self), \.line.state),
                .field("version", .integer(), \.line.version),
                .field("createdAt", .time, \.line.createdAt.rfc3339),
                .nullable("reason", .word(ReportReason.self), \.line.reason),
                .field("community", .string(), \.community),
                .nullable("group", .string(), \.line.group?.slug),
                .nullable("claimedBy", AuthorJSON.schema) {
                    $0.holder.map { AuthorJSON(name: $0.name, id: $0.member) }
                },
                .nullable("claimedUntil", .time, \.holder?.until.rfc3339),
                .nullable("post", PostJSON.schema, \.post),
                .nullable("thread", ThreadJSON.schema, \.thread),
                .field("reports", .list(ItemReportJSON.schema), \.reports),
                .field("member", AuthorJSON.schema) { AuthorJSON(name: $0.line.member.name, id: $0.line.member.id) },
                .nullable("action", .choice(kinds.actions.map(\.rawValue)), \.line.decision?.action.rawValue),
                .nullable("decidedBy", Problem.Person.schema) {
                    $0.line.decision?.by.map { Problem.Person($0.id, $0.name) }
                },
                .nullable("decidedAt", .time, \.line.decision?.at.rfc3339),
            ]
        )
    }

    /// To encode by: no value depends on which kinds there are.
    private static let anyKind = shape(QueueKinds(all: []))

    func encode(to encoder: any Encoder) throws { try Self.anyKind.encode(self, to: encoder) }
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
        return try items(lines, readable: shown, slots, scope.community.slug, for: scope.viewer, db, now)
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
        let item = try items([line], readable: isReadable ? [line] : [], slots, slug, for: reader, db, now).first
        guard let item else { throw Denial.missing }
        return admitted.isForContactOnly ? item.withoutThread : item
    }

    private var withoutThread: QueueItemJSON {
        QueueItemJSON(line: line, community: community, now: now, post: post, thread: nil, reports: reports)
    }

    private static func items(
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
struct ItemReportJSON: JSONObject, RowDecodable {
    let item: QueueItemID
    let reason: String
    let note: String
    /// RFC 3339.
    let createdAt: String
    /// The post's, then.
    let revision: Int
    /// The post as it was then; nil if identifying detail was removed since.
    let body: String?

    static let shape = JSONShape<ItemReportJSON>([
        .field("reason", .word(ReportReason.self), \.reason),
        .field("note", .string(), \.note),
        .field("createdAt", .time, \.createdAt),
        .field("revision", .integer(), \.revision),
        .nullable("body", .string(), \.body),
    ])

    static let columns: SQL<Void> = """
        r.itemId, r.reason, r.note, r.at, r.revision, CASE WHEN NOT r.isSealed THEN r.body END
        """

    init(_ columns: inout Columns) throws {
        item = try columns.id()
        reason = try columns.text()
        note = try columns.text()
        createdAt = try columns.time().rfc3339
        (revision, body) = (try columns.int(), columns.optionalText())
    }

    /// The first of each item.
    private static let mostShown = 20

    /// Walks `report_by_item`.
    fileprivate static func of(_ items: [QueueItemID]) -> SQL<ItemReportJSON> {
        """
        SELECT \(columns)
        FROM (SELECT *, row_number() OVER (PARTITION BY itemId ORDER BY id) AS rank FROM report
              WHERE itemId IN (\(list: items))) AS r
        WHERE r.rank <= \(mostShown) ORDER BY r.itemId, r.id
        """
    }
}
