import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

/// One version of a post's text.
struct Revision: Sendable {
    let number: Int
    /// Nil if it held identifying detail.
    let body: String?
    let writer: String
    let writerID: MemberID
    let writtenAt: Timestamp
    let isCurrent: Bool
}

/// The versions of a post, the newest first, a page of them.
struct PostHistory: Sendable {
    static let perPage = 20

    let post: PostID
    let author: String
    let role: PostRole
    let setting: WritingSetting
    let revisions: [Revision]
    /// The version before the last of the page, for its difference.
    let earlier: Revision?

    /// At most `limit` versions, all of a smaller number than `before`.
    ///
    /// - Throws: `Denial.missing` for whom the post is not there.
    static func load(_ post: PostID, before: Int?, limit: Int = perPage, _ reading: Reading) throws -> PostHistory {
        let facts = try Access.post(post, reading)
        let rows = try reading.all(versions(of: post, before: before ?? Int.max, limit: limit + 1))
        let author = try reading.first(
            "SELECT m.name FROM post p JOIN member m ON m.id = p.authorId WHERE p.id = \(post)" as SQL<String>
        )
        let role = try reading.first("SELECT role FROM post WHERE id = \(post)" as SQL<String>)
        return PostHistory(
            post: post,
            author: author ?? "",
            role: role.map { PostRole(rawValue: $0) } ?? .discussion,
            setting: try WritingSetting.load(facts, reading.db),
            revisions: Array(rows.prefix(limit)),
            earlier: rows.count > limit ? rows.last : nil
        )
    }

    /// Each version with its author: the one who replaced the one before.
    ///
    /// Walks the primary key of `revision`.
    private static func versions(of post: PostID, before: Int, limit: Int) -> SQL<Revision> {
        """
        SELECT \(Revision.columns)
        FROM (
            SELECT p.revision, p.body, 0 AS isSealed, coalesce(p.editedAt, p.createdAt) AS writtenAt, 1 AS isCurrent
            FROM post p WHERE p.id = \(post)
            UNION ALL
            SELECT r.revision, CASE WHEN r.isSealed THEN '' ELSE r.body END, r.isSealed, r.writtenAt, 0
            FROM revision r WHERE r.postId = \(post)
        ) v
        JOIN member w ON w.id = coalesce(
            (SELECT b.editorId FROM revision b WHERE b.postId = \(post) AND b.revision < v.revision
             ORDER BY b.revision DESC LIMIT 1),
            (SELECT authorId FROM post WHERE id = \(post)))
        WHERE v.revision < \(before)
        ORDER BY v.revision DESC LIMIT \(limit)
        """
    }
}

extension Revision: RowDecodable {
    static let columns: SQL<Void> = "v.revision, v.body, v.isSealed, w.name, w.id, v.writtenAt, v.isCurrent"

    init(_ columns: inout Columns) throws {
        number = try columns.int()
        let text = try columns.text()
        body = try columns.bool() ? nil : text
        writer = try columns.text()
        writerID = try columns.id()
        writtenAt = try columns.time()
        isCurrent = try columns.bool()
    }
}

/// A version of a post, as the API says it.
struct RevisionJSON: JSONObject {
    let revision: Int
    /// Null if identifying detail was removed.
    let body: String?
    let sealed: Bool
    let editor: AuthorJSON
    /// RFC 3339.
    let writtenAt: String

    init(_ revision: Revision) {
        self.revision = revision.number
        body = revision.body
        sealed = revision.body == nil
        editor = AuthorJSON(name: revision.writer, id: revision.writerID)
        writtenAt = revision.writtenAt.rfc3339
    }

    static let shape = JSONShape<RevisionJSON>(
        "Revision",
        [
            .field("revision", .integer(), \.revision),
            .nullable("body", .string(), \.body),
            .field("sealed", .truth, \.sealed),
            .field("editor", AuthorJSON.schema, \.editor),
            .field("writtenAt", .time, \.writtenAt),
        ]
    )
}
