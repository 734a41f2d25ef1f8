import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension [TableRule] {
    static let reactions: Self = [
        TableRule("reaction", .with(["reaction"]), .by([Purge.reactions.name]))
    ]
}

extension Purge {
    /// Walks the primary key.
    static let reactions = Purge(
        "reactions to withdrawn posts",
        .withdrawn { post, db in try db.run("DELETE FROM reaction WHERE postId = \(post)") }
    )
}
