import PraxisDomain
import PraxisWeb
import PraxisWords

/// A bookmark, as the API says it.
struct BookmarkJSON: Encodable, Sendable {
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

    private enum Key: CodingKey { case post, thread, number, title, remindOn, createdAt }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(post, forKey: .post)
        try container.encode(thread, forKey: .thread)
        try container.encode(number, forKey: .number)
        try container.encode(title, forKey: .title)
        try container.encode(remindOn, forKey: .remindOn)
        try container.encode(createdAt, forKey: .createdAt)
    }

    static let schema = Schema.named(
        "Bookmark",
        .object(
            [
                ("post", .id), ("thread", .id), ("number", .integer()), ("title", .string()),
                ("remindOn", .nullable(.day)), ("createdAt", .time),
            ],
            required: ["post", "thread", "number", "title", "remindOn", "createdAt"]
        )
    )
}
