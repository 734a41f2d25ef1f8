package import PraxisCapability
import PraxisCommunity
import PraxisStore
import PraxisWeb
import PraxisWords

extension Capability {
    /// Reactions to posts: a small fixed set, counted for a post and never for a person.
    package static let reactions = Capability(
        "reactions",
        migrations: Migration.reactions,
        acts: [React.self],
        events: EventKind.reactions,
        routes: Route.reactionRoutes + Route.reactionAPI,
        posts: [.reactions],
        words: [WordFile(ReactionWords.self, english: PackageResources.en_json, french: PackageResources.fr_json)],
        pages: [.style(PackageResources.reactions_css)]
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
