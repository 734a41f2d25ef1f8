import PraxisCapability
import PraxisDomain
import PraxisWeb

/// How many reacted to a post in one way, as the API says it: no names.
struct ReactionJSON: Encodable, Sendable {
    let kind: ReactionKind
    let count: Int
    /// Whether the reader is one of them.
    let mine: Bool

    static let fields: [PostSlot.Field] = [("reactions", .list(schema))]

    private static let schema = Schema.named(
        "Reaction",
        .object(
            [("kind", .word(ReactionKind.self)), ("count", .integer()), ("mine", .truth)],
            required: ["kind", "count", "mine"]
        )
    )

    static func values(_ post: PostID, _ reactions: Reactions, _ member: MemberID?) -> [PostSlot.Value] {
        let all = reactions.to(post).map { kind, by in
            ReactionJSON(kind: kind, count: by.count, mine: by.contains { $0.member == member })
        }
        return [("reactions", all)]
    }
}
