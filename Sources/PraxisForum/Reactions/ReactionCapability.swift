import PraxisCommunity
import PraxisStore
import PraxisWeb

extension Capability {
    /// Reactions to posts: a small fixed set, counted for a post and never for a person.
    static let reactions = Capability(
        "reactions",
        migrations: Migration.reactions,
        acts: [React.self],
        events: EventKind.reactions,
        routes: Route.reactionRoutes + Route.reactionAPI,
        posts: [.reactions]
    )
}

extension PostSlot {
    private static let costOfReaction = 100

    fileprivate static let reactions = PostSlot(fields: ReactionJSON.fields) { posts, db in
        let reactions = try Reactions.load(posts, db)
        return Contents(
            cost: reactions.count * costOfReaction,
            foot: { call, facts in call.reactionFoot(reactions, facts) },
            values: { post, member in ReactionJSON.values(post, reactions, member) }
        )
    }
}
