import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

/// Where a page of bookmarks ends.
struct BookmarkCursor: CustomStringConvertible, Sendable {
    let at: Timestamp
    let post: PostID

    init(_ last: ListedBookmark) { (at, post) = (last.at, last.post) }

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let at = Int64(parts[0]), let post = PostID(parts[1]) else { return nil }
        (self.at, self.post) = (Timestamp(rawValue: at), post)
    }

    static let schema = Schema.spelt("[0-9]{1,15}\\.[1-9][0-9]{0,17}")

    var description: String { "\(at.rawValue).\(post)" }
}

/// Bookmarks after which there may be more.
struct BookmarkPage: Sendable {
    let bookmarks: [ListedBookmark]
    let next: BookmarkCursor?

    static func load(
        _ choice: ListedBookmark.Choice,
        after cursor: BookmarkCursor?,
        limit: Int,
        _ reading: Reading
    ) throws -> BookmarkPage {
        let rows = try reading.all(
            ListedBookmark.list(choice, of: reading.viewer, after: cursor, limit: limit + 1, at: reading.now)
        )
        let shown = Array(rows.prefix(limit))
        return BookmarkPage(bookmarks: shown, next: rows.count > limit ? shown.last.map(BookmarkCursor.init) : nil)
    }
}

/// What the page of bookmarks shows.
struct BookmarkList: Sendable {
    /// Those whose reminder is due: all of them stand on the first page.
    let due: [ListedBookmark]
    let page: BookmarkPage
    let isFirst: Bool
    /// The one that was just removed; nil if absent, or if it is back.
    let removed: Removed?

    /// A post whose bookmark was removed.
    struct Removed: Sendable {
        let post: PostID
        /// Whether its reader is still shown the post, and so can bookmark it again.
        let canRestore: Bool

        /// Walks the primary key of `bookmark`.
        static func load(_ post: PostID, _ reading: Reading) throws -> Removed? {
            if try reading.first(Site.has(post, reading.viewer.member)) != nil { return nil }
            let facts = try Access.unlessMissing { try Access.post(post, reading) }
            return Removed(post: post, canRestore: facts.map { Policy.allows(KeepBookmark.self, $0) } ?? false)
        }
    }

    private static let perPage = 30
    private static let dueShown = 100

    /// `today` is a day, in days since 1970-01-01.
    static func load(
        after cursor: BookmarkCursor?,
        today: Int,
        removed: PostID?,
        _ reading: Reading
    ) throws -> BookmarkList {
        let due = ListedBookmark.list(.due(by: today), of: reading.viewer, limit: dueShown, at: reading.now)
        return BookmarkList(
            due: try cursor == nil ? reading.all(due) : [],
            page: try .load(.notDue(by: today), after: cursor, limit: perPage, reading),
            isFirst: cursor == nil,
            removed: try removed.flatMap { try .load($0, reading) }
        )
    }
}
