import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
package import PraxisWeb

extension Route {
    /// A member's bookmarks, and the forms under each post and in the list.
    package static let bookmarkRoutes: [Route] = [
        .memberPage(Paths.bookmarks) { try await $0.listBookmarks() },
        .form(Paths.removeBookmark) { try await $0.removeListedBookmark() },
        .form(Paths.restoreBookmark) { try await $0.restoreBookmark() },
        .memberPage(Paths.bookmark) { try await $0.showBookmark() },
        .form(Paths.bookmark) { call in
            try await call.changeBookmark { try await call.env.site.bookmark($0, .unchanged, as: call.viewer) }
        },
        .form(Paths.unbookmark) { call in
            try await call.changeBookmark { try await call.env.site.removeBookmark(of: $0, as: call.viewer) }
        },
        .form(Paths.reminder) { try await $0.setReminder() },
    ]
}

extension Call {
    /// The day that a form or a request names, as a reminder; nil for an empty one.
    /// - Throws: `Denial.input` for what is no day.
    func reminder(_ text: String) throws(Denial) -> Reminder? {
        if text.isEmpty { return nil }
        guard let day = LocalTime(date: text) else { throw .input([FieldError("remindOn", .notATime)]) }
        return Reminder(day, in: zone, at: now)
    }

    /// Where the reader's calendar stands.
    var dayNumber: Int { LocalTime(now, in: zone).dayNumber }

    fileprivate func listBookmarks() async throws -> Response {
        let cursor = query["after"].flatMap(BookmarkCursor.init), today = dayNumber
        let removed = query["done"] == "removed" ? query["post"].flatMap { PostID($0) } : nil
        let list = try await read { reading in
            try BookmarkList.load(after: cursor, today: today, removed: removed, reading)
        }
        return BookmarksPageView(call: self, list: list).response()
    }

    fileprivate func removeListedBookmark() async throws -> Response {
        let form = try form()
        guard let post = PostID(form.text("post")) else { throw Denial.missing }
        try await env.site.removeBookmark(of: post, as: viewer)
        let reminder = Fields.encode(form.text("remindOn"))
        return .seeOther(Paths.bookmarks(done: "removed") + "&post=\(post)&remindOn=\(reminder)")
    }

    fileprivate func restoreBookmark() async throws -> Response {
        let form = try form()
        guard let post = PostID(form.text("post")) else { throw Denial.missing }
        try await env.site.bookmark(post, .to(try reminder(form.text("remindOn"))), as: viewer)
        return .seeOther(Paths.bookmarks(done: "restored"))
    }

    /// Does something with the bookmark of a post, and leads back to the post.
    fileprivate func changeBookmark(_ change: (PostID) async throws -> Void) async throws -> Response {
        let post: PostID = try id("post")
        try await change(post)
        let (thread, number) = try await read { try PostAddress.find(post, $0) }
        return .seeOther(Paths.post(post, in: thread, number: number))
    }

    fileprivate func showBookmark() async throws -> Response {
        let bookmark = try await ownBookmark(try id("post"))
        let day = bookmark.remindOn.map { LocalTime(dayNumber: $0).date } ?? ""
        return BookmarkPageView(call: self, bookmark: bookmark, typed: day).response()
    }

    fileprivate func setReminder() async throws -> Response {
        let post: PostID = try id("post"), typed = try form().text("remindOn")
        do {
            let reminder = try reminder(typed)
            if let reminder, reminder.tellFrom == nil { throw Denial.input([FieldError("remindOn", .dayIsOver)]) }
            try await env.site.bookmark(post, .to(reminder), as: viewer)
            return .seeOther(Paths.bookmarks(done: reminder == nil ? "reminder-removed" : "reminder-set"))
        } catch Denial.input(let errors) where errors.contains(where: { $0.field == "remindOn" }) {
            let bookmark = try await ownBookmark(post)
            return BookmarkPageView(call: self, bookmark: bookmark, typed: typed, errors: errors)
                .response(.unprocessableContent)
        }
    }

    /// - Throws: `Denial.missing` for a post that the viewer has not bookmarked or may not read.
    private func ownBookmark(_ post: PostID) async throws -> ListedBookmark {
        let found = try await read { reading in
            try reading.first(ListedBookmark.list(.of(post), of: reading.viewer, limit: 1, at: reading.now))
        }
        guard let found else { throw Denial.missing }
        return found
    }
}
