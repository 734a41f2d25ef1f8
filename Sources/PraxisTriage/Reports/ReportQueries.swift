import HTML
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisThreads
import PraxisWords

/// A post that is about to be reported.
struct ReportedPost: RowDecodable, Sendable {
    let id: PostID
    let thread: ThreadID
    let author: String
    let title: String
    let community: (slug: String, name: String)
    let isConfidential: Bool
    let html: HTML

    /// More than a few lines of a phone.
    var isLong: Bool { html.bytes.count > 200 }

    static let columns: SQL<Void> = "p.id, t.id, a.name, t.title, c.slug, c.name, g.kind, p.html"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        thread = try columns.id()
        author = try columns.text()
        title = try columns.text()
        community = (try columns.text(), try columns.text())
        isConfidential = try columns.word(GroupKind.self).isConfidential
        html = HTML(trusted: try columns.bytes())
    }

    /// - Throws: `Denial.missing` if the viewer does not see it, `.input` if it is their own.
    static func load(_ id: PostID, _ reading: Reading) throws -> ReportedPost {
        let facts = try Access.post(id, reading)
        if let denial = Policy.refusal(Report.self, facts) { throw denial }
        let row = try reading.first(
            """
            SELECT \(Self.columns)
            FROM post p JOIN member a ON a.id = p.authorId JOIN thread t ON t.id = p.threadId JOIN community c ON c.id = t.communityId
            JOIN "group" g ON g.id = t.groupId WHERE p.id = \(id)
            """ as SQL<ReportedPost>
        )
        guard let row else { throw Denial.missing }
        if facts.isAuthor { throw Denial.input([FieldError("reason", .ownPost)]) }
        return row
    }
}

/// A report as the page after it speaks of it to its sender.
struct SentReport: RowDecodable, Sendable {
    let reason: ReportReason
    /// How many of those on duty were told of it by mail.
    let told: Int
    let item: QueueItemID
    let at: Timestamp
    let isOutOfSight: Bool
    let post: PostID
    let thread: ThreadID
    let community: (slug: String, name: String)
    /// In the community's own words; empty if it has none.
    let crisis: String
    private let contact: MemberID?
    /// Whether the safeguarding contact, who does not see it yet, can see it after a day.
    private(set) var comesToContact = false
    /// Whether its sender reads the post, and the thread around it.
    private(set) var isPostRead = false, isThreadRead = false

    static func columns(reads: Bool) -> SQL<Void> {
        """
        r.reason, r.told, q.id, r.at, p.state, p.id, p.threadId, c.slug, c.name,
        CASE WHEN \(reads) THEN coalesce(care.crisis, '') ELSE '' END,
        CASE WHEN q.level = 'place' AND q.state = 'open' THEN care.contactId END
        """
    }

    init(_ columns: inout Columns) throws {
        reason = try columns.word()
        told = try columns.int()
        (item, at) = (try columns.id(), try columns.time())
        isOutOfSight = try columns.word(PostState.self) == .held
        (post, thread) = (try columns.id(), try columns.id())
        community = (try columns.text(), try columns.text())
        crisis = try columns.text()
        contact = columns.optionalID()
    }

    /// - Throws: `Denial.missing` if it is not the viewer's own report in that community.
    static func load(_ id: ReportID, in slug: String, _ reading: Reading) throws -> SentReport {
        let facts = try Access.community(slug, reading)
        // A guest of one of its groups reads the usual sentence.
        let reads = Policy.allows(ReadCommunity.self, facts)
        let row = try reading.first(
            """
            SELECT \(Self.columns(reads: reads))
            FROM report r JOIN queueItem q ON q.id = r.itemId JOIN post p ON p.id = r.postId
            JOIN community c ON c.id = q.communityId LEFT JOIN communityCare care ON care.communityId = c.id
            WHERE r.id = \(id) AND r.reporterId = \(reading.viewer.member) AND c.slug = \(slug)
            """ as SQL<SentReport>
        )
        guard var report = row else { throw Denial.missing }
        if let contact = report.contact {
            let later = report.at + Limits.safeguardingAfter, item = report.item
            let admitted = try Access.unlessMissing {
                try Access.item(item, Reading(Viewer(member: contact), reading.db, at: later))
            }
            report.comesToContact = admitted?.isForContactOnly ?? false
        }
        let (post, thread) = (report.post, report.thread)
        report.isPostRead = try Access.unlessMissing { try Access.post(post, reading) } != nil
        let place = try Access.unlessMissing { try Access.thread(thread, reading) }
        report.isThreadRead = place?.thread?.isShown ?? false
        return report
    }
}

/// A report as its sender sees it.
struct ReportJSON: JSONObject, RowDecodable {
    let id: String
    let post: String
    let reason: String
    let note: String
    /// RFC 3339.
    let createdAt: String

    static let shape = JSONShape<ReportJSON>(
        "Report",
        [
            .field("id", .id, \.id),
            .field("post", .id, \.post),
            .field("reason", .word(ReportReason.self), \.reason),
            .field("note", .string(), \.note),
            .field("createdAt", .time, \.createdAt),
        ]
    )

    static let columns: SQL<Void> = "id, postId, reason, note, at"

    init(_ columns: inout Columns) throws {
        (id, post) = (String(try columns.integer()), String(try columns.integer()))
        reason = try columns.text()
        note = try columns.text()
        createdAt = try columns.time().rfc3339
    }

    static func load(_ id: ReportID, by reporter: MemberID, _ db: DB) throws -> ReportJSON {
        let row = try db.first(
            "SELECT \(Self.columns) FROM report WHERE id = \(id) AND reporterId = \(reporter)"
                as SQL<ReportJSON>
        )
        guard let row else { throw Denial.missing }
        return row
    }
}
