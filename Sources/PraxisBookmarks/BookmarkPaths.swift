import PraxisDomain
package import PraxisWeb

extension Paths {
    package static let bookmarks = "/bookmarks"
    package static let removeBookmark = "/bookmarks/remove"
    package static let restoreBookmark = "/bookmarks/restore"
    static let bookmark = Address<PostID>("/p/{post}/bookmark")
    static let unbookmark = Address<PostID>("/p/{post}/unbookmark")
    static let reminder = Address<PostID>("/p/{post}/reminder")

    /// The list, which says what was done.
    static func bookmarks(done: String) -> String { bookmarks + "?done=" + done }
    static func bookmarks(after cursor: BookmarkCursor) -> String { bookmarks + "?after=\(cursor)" }
}

extension APIPaths {
    static let bookmarks = "/me/bookmarks"
    static let bookmark = Address<PostID>("/posts/{post}/bookmark")
}
