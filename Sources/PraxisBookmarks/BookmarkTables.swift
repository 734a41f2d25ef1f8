import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension [TableRule] {
    static let bookmarks: Self = [
        TableRule("bookmark", .with(["bookmark"]), .by([Purge.bookmarks.name]))
    ]
}

extension Purge {
    /// Walks `bookmark_of_post`.
    static let bookmarks = Purge(
        "bookmarks of withdrawn posts",
        .withdrawn { post, db in try db.run("DELETE FROM bookmark WHERE postId = \(post)") }
    )
}
