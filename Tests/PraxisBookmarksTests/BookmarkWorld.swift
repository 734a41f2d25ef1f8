import HTTPTypes
import PraxisBookmarks
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

extension ReadingWorld {
    /// Presses a button below a post, or sends a form of the list.
    @discardableResult
    func press(
        _ part: String,
        _ post: PostID,
        _ member: MemberID,
        _ fields: [(String, String)] = []
    ) async throws -> Browser.Answer {
        try await browser(member).post("/p/\(post)/\(part)", fields, from: "/settings")
    }

    func bookmarks(_ member: MemberID) async throws -> Browser.Answer { try await page("/bookmarks", member) }

    func call(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ member: MemberID,
        _ body: String = ""
    ) async throws -> Browser.Answer {
        let headers = [("Authorization", "Bearer \(try await site.bearer(member))")]
        return try await Browser(site).send(method, "/api/v1" + path, body: body, headers: headers)
    }

    func count(_ table: SQL<Void> = "bookmark") async throws -> Int {
        try await site.value("SELECT count(*) FROM \(table)" as SQL<Int>)
    }
}
