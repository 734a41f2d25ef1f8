import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
package import PraxisWeb

extension Route {
    /// Reacting to a post, and taking it back.
    package static let reactionRoutes: [Route] = [
        .form(Paths.react) { try await $0.react(true) },
        .form(Paths.unreact) { try await $0.react(false) },
    ]
}

extension Call {
    fileprivate func react(_ isOn: Bool) async throws -> Response {
        guard let kind = try form().word("reaction", ReactionKind.self) else {
            throw Denial.input([FieldError("reaction", .missing)])
        }
        let post: PostID = try id("post"), spot = try await PostSpot.of(post, env)
        try await react(kind, to: post, in: spot.community, isOn)
        return .seeOther(Paths.post(post, in: spot.thread, number: spot.number))
    }

    /// Adds the viewer's reaction or takes it back.
    func react(_ kind: ReactionKind, to post: PostID, in community: CommunityID, _ isOn: Bool) async throws {
        let community = env.communities[community]
        if !isOn { return try await community.unreact(kind, to: post, as: viewer) }
        try await community.react(kind, to: post, as: viewer, limiter: env.limiter)
    }
}
