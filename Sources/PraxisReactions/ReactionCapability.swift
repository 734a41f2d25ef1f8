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
        acts: [React.self, TakeReactionBack.self],
        events: EventKind.reactions,
        routes: Route.reactionRoutes + Route.reactionAPI,
        digest: [.reactions],
        posts: [.reactions],
        parts: [StyleSample.reactions],
        words: [
            WordFile(
                ReactionWords.self,
                english: PackageResources.reactions_en_json,
                french: PackageResources.reactions_fr_json
            )
        ],
        pages: [.style(PackageResources.reactions_css)],
        imports: [ReactionLine.kind],
        exports: [.reactions],
        purges: [.reactions],
        tables: .reactions
    )
}

extension PostSlot {
    fileprivate static let reactions = PostSlot(fields: ReactionJSON.fields) { posts, db in
        Contents(try Reactions.load(posts, db))
    }
}

extension PostSlot.Contents {
    private static let costOfReaction = 100

    init(_ reactions: Reactions) {
        self.init(
            cost: reactions.count * Self.costOfReaction,
            foot: { call, facts in ReactionFootView(call: call, reactions: reactions, facts: facts).append },
            values: { post, member in ReactionJSON.values(post, reactions, member) }
        )
    }
}

extension DigestSection {
    /// How many people reacted to the posts of the digest's reader.
    fileprivate static let reactions = DigestSection(
        isReason: { try ReactionNews.load($0) != nil },
        load: { scope in
            try ReactionNews.load(scope).map { news in
                let mail = { @Sendable in ReactionNewsMail(news: news, drawing: $0) }
                return Contents(
                    places: news.posts.map(\.place),
                    face: { mail($0).face },
                    parts: { drawing, _ in mail(drawing).parts },
                    page: { mail($0).page }
                )
            }
        }
    )
}
