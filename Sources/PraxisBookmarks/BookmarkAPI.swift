import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// Bookmarks, as JSON.
    package static let bookmarkAPI: [Route] = [
        .api(
            .put,
            APIPaths.bookmark,
            APIDescription(
                "Bookmarks a post, by its first post a discussion, with a reminder on a day or none; again changes the reminder alone",
                request: .body(BookmarkBody.remindOn),
                status: 204
            )
        ) { try await $0.bookmarkByAPI() },
        .api(
            .delete,
            APIPaths.bookmark,
            APIDescription(
                "Removes one’s bookmark, also of a post that is closed to one now; again changes nothing",
                status: 204
            )
        ) { call in
            try await call.env.site.removeBookmark(of: call.id("post"), as: call.viewer)
            return .noContent
        },
        .api(
            .get,
            APIPaths.bookmarks,
            APIDescription(
                "One’s bookmarks of posts that one may read now, the newest first",
                query: APIDescription.Parameter.paging(cursor: BookmarkCursor.schema),
                response: .page(of: BookmarkJSON.schema)
            )
        ) { try await $0.bookmarksByAPI() },
    ]
}

private enum BookmarkBody { static let remindOn = BodyField<String?>.day("remindOn") }

extension Call {
    fileprivate func bookmarkByAPI() async throws -> Response {
        let reminder = try reminder(try json()[BookmarkBody.remindOn] ?? "")
        try await env.site.bookmark(try id("post"), .to(reminder), as: viewer)
        return .noContent
    }

    fileprivate func bookmarksByAPI() async throws -> Response {
        let limit = try limit(), cursor = query["cursor"].flatMap(BookmarkCursor.init)
        let page = try await read { reading in
            try BookmarkPage.load(.all, after: cursor, limit: limit, reading)
        }
        return try .json(ItemPage(page.bookmarks.map(BookmarkJSON.init), next: page.next?.description))
    }
}
