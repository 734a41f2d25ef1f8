import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let bookmarks = "/bookmarks"
    package static let removeBookmark = "/bookmarks/remove"
    package static let restoreBookmark = "/bookmarks/restore"

    /// The list, which says what was done.
    static func bookmarks(done: String) -> String { bookmarks + "?done=" + done }
    static func bookmarks(after cursor: BookmarkCursor) -> String { bookmarks + "?after=\(cursor)" }
}
