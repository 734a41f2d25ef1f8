import PraxisCapability
import PraxisDomain
import PraxisWeb

/// How many reacted to a post in one way, as the API says it: no names.
struct ReactionJSON: JSONObject {
    let kind: ReactionKind
    let count: Int
    /// Whether the reader is one of them.
    let mine: Bool

    static let fields: [PostSlot.Field] = [("reactions", .list(schema))]

    static let shape = JSONShape<ReactionJSON>(
        "Reaction",
        [
            .field("kind", .word(ReactionKind.self), \.kind),
            .field("count", .integer(), \.count),
            .field("mine", .truth, \.mine),
        ]
    )

    static func values(_ post: PostID, _ reactions: Reactions, _ member: MemberID?) -> [PostSlot.Value] {
        let all = reactions.to(post).map { kind, by in
            ReactionJSON(kind: kind, count: by.count, mine: by.contains { $0.member == member })
        }
        return [("reactions", all)]
    }
}
