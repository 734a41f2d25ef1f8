import HTML
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWords

/// A post that somebody is about to report.
struct ReportedPost: RowDecodable, Sendable {
    let id: PostID
    let thread: ThreadID
    let author: String
    let title: String
    let community: (slug: String, name: String)
    let isConfidential: Bool
    let html: HTML

    init(_ columns: inout Columns) throws {
        (id, thread, author, title) = (try columns.id(), try columns.id(), try columns.text(), try columns.text())
        community = (try columns.text(), try columns.text())
        isConfidential = try columns.word(GroupKind.self).isConfidential
        html = HTML(trusted: try columns.bytes())
    }

    /// - Throws: `Denial.missing` where the viewer does not see it, `.input` where it is their own.
    static func load(_ id: PostID, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> ReportedPost {
        let facts = try Access.post(id, for: viewer, db, at: now)
        if let denial = Policy.refusal(.report, facts) { throw denial }
        let row = try db.first(
            """
            SELECT p.id, t.id, a.name, t.title, c.slug, c.name, g.kind, p.html
            FROM post p JOIN member a ON a.id = p.authorId JOIN thread t ON t.id = p.threadId JOIN community c ON c.id = t.communityId
            JOIN "group" g ON g.id = t.groupId WHERE p.id = \(id)
            """ as SQL<ReportedPost>
        )
        guard let row else { throw Denial.missing }
        if facts.isAuthor { throw Denial.input([FieldError("reason", .ownPost)]) }
        return row
    }
}

/// A community as the page after a report speaks of it.
struct ReportedCommunity: RowDecodable, Sendable {
    let slug: String
    let name: String
    /// Empty where it has no words of its own.
    let crisis: String

    init(_ columns: inout Columns) throws {
        (slug, name, crisis) = (try columns.text(), try columns.text(), try columns.text())
    }

    /// - Throws: `Denial.missing`.
    static func load(_ slug: String, for viewer: Viewer, _ db: DB, at now: Timestamp) throws -> ReportedCommunity {
        let facts = try Access.community(slug, for: viewer, db, at: now)
        // A guest of one of its groups reads the usual sentence.
        let reads = Policy.refusal(.readCommunity, facts) == nil
        let row = try db.first(
            """
            SELECT c.slug, c.name, CASE WHEN \(reads) THEN coalesce(care.crisis, '') ELSE '' END FROM community c
            LEFT JOIN communityCare care ON care.communityId = c.id WHERE c.slug = \(slug)
            """ as SQL<ReportedCommunity>
        )
        guard let row else { throw Denial.missing }
        return row
    }
}

/// A report as its sender is told of it.
struct ReportThing: Encodable, Sendable, RowDecodable {
    let id: String
    let post: String
    let reason: String
    let note: String
    /// RFC 3339.
    let createdAt: String

    init(_ columns: inout Columns) throws {
        (id, post) = (String(try columns.integer()), String(try columns.integer()))
        (reason, note, createdAt) = (try columns.text(), try columns.text(), try columns.time().rfc3339)
    }

    static func load(_ id: ReportID, by reporter: MemberID, _ db: DB) throws -> ReportThing {
        let row = try db.first(
            "SELECT id, postId, reason, note, at FROM report WHERE id = \(id) AND reporterId = \(reporter)"
                as SQL<ReportThing>
        )
        guard let row else { throw Denial.missing }
        return row
    }
}
