import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A bookmark, with the post as its owner may read it now.
struct ListedBookmark: RowDecodable, Sendable {
    let post: PostID
    let thread: ThreadID
    /// Of the post in its thread.
    let number: Int
    /// Of the thread.
    let title: String
    let author: (id: MemberID, name: String)
    let excerpt: String
    let at: Timestamp
    /// In days since 1970-01-01.
    let remindOn: Int?
    let community: String
    let group: Group
    /// What is written there.
    let language: Language

    struct Group: Sendable {
        let name: String
        let isCommons: Bool
        let readers: GroupReaders
    }

    static let columns: SQL<Void> = """
        p.id, t.id, p.number, t.title, a.id, a.name, substr(p.plain, 1, \(readScalars)), b.at, b.remindOn, c.name, g.name,
        g.isCommons, g.kind, g.access, g.language
        """

    init(_ columns: inout Columns) throws {
        post = try columns.id()
        thread = try columns.id()
        number = try columns.int()
        title = try columns.text()
        author = (try columns.id(), try columns.text())
        excerpt = Markdown.excerpt(try columns.text(), scalars: Self.excerptScalars)
        (at, remindOn) = (try columns.time(), columns.optionalInteger().map { Int($0) })
        community = try columns.text()
        group = Group(
            name: try columns.text(),
            isCommons: try columns.bool(),
            readers: GroupReaders(try columns.word(), try columns.word())
        )
        language = try columns.word()
    }

    private static let excerptScalars = 200
    /// What is read of a post to make an excerpt.
    private static let readScalars = 1_500

    /// Which bookmarks of a member.
    enum Choice: Sendable {
        case all
        case of(PostID)
        /// Those whose reminder is of that day or an earlier one, and those whose is not.
        case due(by: Int)
        case notDue(by: Int)

        fileprivate var condition: SQL<Void> {
            switch self {
            case .all: "true"
            case .of(let post): "b.postId = \(post)"
            case .due(let day): "b.remindOn <= \(day)"
            case .notDue(let day): "coalesce(b.remindOn, \(day + 1)) > \(day)"
            }
        }
    }

    /// The newest first; what the viewer may not read now is left out.
    ///
    /// Walks `bookmark_by_time`, then primary keys.
    static func list(
        _ choice: Choice,
        of viewer: Viewer,
        after cursor: BookmarkCursor? = nil,
        limit: Int,
        at now: Timestamp
    ) -> SQL<ListedBookmark> {
        let after: SQL<Void> = cursor.map { "AND (b.at, b.postId) < (\($0.at), \($0.post))" } ?? ""
        return """
            WITH \(Visibility.places(viewer, at: now))
            SELECT \(Self.columns)
            FROM bookmark b CROSS JOIN post p JOIN thread t ON t.id = p.threadId JOIN place ON \(Visibility.readable)
            JOIN member a ON a.id = p.authorId JOIN community c ON c.id = t.communityId JOIN "group" g ON g.id = t.groupId
            WHERE b.memberId = \(viewer.member) AND p.id = b.postId AND p.state = 'published' AND \(choice.condition) \(after)
            ORDER BY b.at DESC, b.postId DESC LIMIT \(limit)
            """
    }
}
