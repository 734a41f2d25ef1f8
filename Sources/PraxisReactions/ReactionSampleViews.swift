import HTML
import PraxisCapability
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// Posts with reactions of others and of the reader, and one without any.
    static let reactions = StyleSample("reactions", { $0.reactions.title() }) { call, texts in
        PostSample(call: call, texts: texts, thread: -2).html { posts in
            let reader = call.viewer.member ?? MemberID(rawValue: 0)
            let given = [
                Reaction(post: posts[0], kind: .thanks, member: reader, name: call.session?.name ?? ""),
                Reaction(post: posts[0], kind: .thanks, member: .init(rawValue: -2), name: texts.names[1]),
                Reaction(post: posts[0], kind: .tried, member: .init(rawValue: -3), name: texts.names[2]),
            ]
            return PostSlot.Contents(Reactions(given))
        }
    }
}
