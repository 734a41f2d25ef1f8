import Hummingbird
import PraxisDomain
import PraxisThreads
package import PraxisWeb

extension Route {
    /// Reacting, as JSON.
    package static let reactionAPI: [Route] = [
        .api(
            .put,
            APIPaths.reaction,
            APIDescription("Reacts to a post: thanks, agree, tried or more; again changes nothing", status: 204)
        ) { try await $0.reactByAPI(true) },
        .api(
            .delete,
            APIPaths.reaction,
            APIDescription("Takes a reaction back; again changes nothing", status: 204)
        ) { try await $0.reactByAPI(false) },
    ]
}

extension Call {
    fileprivate func reactByAPI(_ isOn: Bool) async throws -> Response {
        let post: PostID = try id("post")
        guard let kind = ReactionKind(rawValue: try parameter("kind")) else { throw Denial.missing }
        try await react(kind, to: post, in: PostSpot.of(post, env).community, isOn)
        return .noContent
    }
}
