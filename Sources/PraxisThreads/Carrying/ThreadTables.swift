import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

extension [TableRule] {
    static let threads: Self = [
        TableRule("thread", .with(["thread"]), .never(because: "its posts are there as long as the site")),
        TableRule("post", .with(["post"]), .never(because: "what was withdrawn keeps its number and its place")),
        TableRule(
            "revision",
            .with(["revision"]),
            .never(because: "the history of a post; sealed texts do not travel")
        ),
        TableRule("follow", .with(["follow"]), .never(because: "it is what a member chose")),
        TableRule("groupFollow", .with(["follow"]), .never(because: "it is what a member chose")),
        TableRule(
            "admission",
            .with(["admission"]),
            .when("an administrator ends it; one that is over counts for nothing")
        ),
        TableRule(
            "mention",
            .stays(because: "it is who was told, and an import tells no one"),
            .by([Purge.mentions.name])
        ),
        TableRule(
            "readingPlace",
            .stays(because: "it is kept by numbers of the journal; after an import the last visit says what is new"),
            .never(because: "it is where a member goes on reading")
        ),
        TableRule(
            "withdrawal",
            .stays(because: "it is there for ten minutes"),
            .when("it is undone, or its ten minutes are over")
        ),
        TableRule("draft", .stays(because: "nobody has said it yet"), .by([Purge.drafts.name])),
        TableRule(
            "discardedDraft",
            .stays(because: "it is there for a day, to be put back"),
            .by([Purge.discardedDrafts.name])
        ),
    ]
}

extension Purge {
    static let mentions = Purge(
        "mentions in withdrawn posts",
        .withdrawn { post, db in try db.run("DELETE FROM mention WHERE postId = \(post)") }
    )

    /// Walks `draft_by_age`.
    static let drafts = Purge(
        "old drafts",
        .hourly { db in try db.run("DELETE FROM draft WHERE savedAt < \(db.now - Limits.draftLifetime)") }
    )

    /// Walks `discarded_by_age`.
    static let discardedDrafts = Purge(
        "discarded drafts",
        .hourly { db in
            try db.run("DELETE FROM discardedDraft WHERE discardedAt < \(db.now - DraftLimits.discardedFor)")
        }
    )
}
