import PraxisDomain
import PraxisWeb
import PraxisWords

/// A bookmark, as the API says it.
struct BookmarkJSON: JSONObject {
    let post: String
    let thread: String
    /// Of the post in its thread.
    let number: Int
    /// Of the thread.
    let title: String
    /// A day; null for no reminder.
    let remindOn: String?
    /// RFC 3339.
    let createdAt: String

    init(_ bookmark: ListedBookmark) {
        (post, thread) = (bookmark.post.description, bookmark.thread.description)
        (number, title) = (bookmark.number, bookmark.title)
        remindOn = bookmark.remindOn.map { LocalTime(dayNumber: $0).date }
        createdAt = bookmark.at.rfc3339
    }

    static let shape = JSONShape<BookmarkJSON>(
        "Bookmark",
        [
            .field("post", .id, \.post),
            .field("thread", .id, \.thread),
            .field("number", .integer(), \.number),
            .field("title", .string(), \.title),
            .nullable("remindOn", .day, \.remindOn),
            .field("createdAt", .time, \.createdAt),
        ]
    )
}
