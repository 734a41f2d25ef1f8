import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Communities, memberships and requests as JSON.
    package static let communityAPI: [Route] = [
        .api(
            .get,
            APIPaths.communities,
            needsMember: false,
            APIDescription(
                "The communities I may see",
                query: APIDescription.Parameter.paging(),
                response: .page(of: CommunityJSON.schema)
            )
        ) { try await $0.communitiesJSON() },
        .api(
            .get,
            APIPaths.community,
            needsMember: false,
            APIDescription("A community", response: CommunityJSON.schema)
        ) { try .json(CommunityJSON(try await $0.communityOfAPI().details, at: $0.now)) },
        .api(
            .post,
            APIPaths.membership,
            APIDescription(
                "Join, or ask to",
                request: JoinBody.schema,
                response: MembershipJSON.schema,
                status: 201,
                isOnce: true
            )
        ) { try await $0.joinByAPI() },
        .api(.delete, APIPaths.membership, APIDescription("Leave", status: 204)) { call in
            let id = try await call.communityOfAPI().details.line.id
            try await call.env.communities[id].leave(as: call.viewer)
            return .noContent
        },
        .api(
            .get,
            APIPaths.requests,
            APIDescription(
                "Who asks to join, as far as I decide on it",
                query: APIDescription.Parameter.paging(),
                response: .page(of: RequestJSON.schema)
            )
        ) { try await $0.requestsJSON() },
        .api(
            .post,
            APIPaths.acceptRequest,
            APIDescription("Accept a request", response: DecisionJSON.schema, isOnce: true)
        ) {
            try await $0.decideByAPI(accepting: true)
        },
        .api(
            .post,
            APIPaths.declineRequest,
            APIDescription("Decline a request", response: DecisionJSON.schema, isOnce: true)
        ) {
            try await $0.decideByAPI(accepting: false)
        },
    ]
}

private enum JoinBody {
    /// The version that is accepted, needed if the community has an agreement.
    static let agreement = BodyField<Int?>.int("agreement", 1...Int(Int32.max))
    static let note = BodyField<String?>.text("note", Limits.noteScalars)
    static let schema = Schema.body(agreement, note)
}

extension Call {
    /// The community that the address names by `slug`.
    func communityOfAPI() async throws -> CommunityView {
        let slug = try parameter("slug")
        return try await read { try CommunityView.read(slug, $0) }
    }

    /// The id in `cursor`.
    private func cursor<Entity>(_ entity: Entity.Type) -> ID<Entity>? { query["cursor"].flatMap { ID<Entity>($0) } }

    fileprivate func communitiesJSON() async throws -> Response {
        let limit = try limit(), cursor = cursor(Noun.Community.self), now = now
        let lines = try await read {
            try $0.all(CommunityLine.seen(by: $0.viewer, at: $0.now, after: cursor, limit: limit + 1))
        }
        let items = lines.prefix(limit).map { CommunityJSON($0, at: now) }
        let next = lines.count > limit ? lines[limit - 1].id.description : nil
        return try .json(ItemPage(items, next: next))
    }

    fileprivate func joinByAPI() async throws -> Response {
        let line = try await communityOfAPI().details.line, body = try json()
        try await noteOnceKey()
        let admission = try await env.communities[line.id].join(
            agreeing: try body[JoinBody.agreement],
            note: try body[JoinBody.note] ?? "",
            as: viewer
        )
        let role = try await communityOfAPI().details.line.role(at: now)
        return try .json(
            MembershipJSON(community: line.slug, group: nil, role: role, admission: admission),
            status: .created
        )
    }

    fileprivate func requestsJSON() async throws -> Response {
        let limit = try limit(), cursor = cursor(Noun.Request.self)
        let id = try await communityOfAPI().details.line.id
        let requests = try await read { try JoinRequest.decidable(in: id, after: cursor, $0) }
        let next = requests.count > limit ? requests[limit - 1].id.description : nil
        return try .json(ItemPage(requests.prefix(limit).map(RequestJSON.init), next: next))
    }

    fileprivate func decideByAPI(accepting: Bool) async throws -> Response {
        let request: PraxisDomain.RequestID = try id("request")
        try await noteOnceKey()
        let community = try await env.store.read { try JoinRequest.community(of: request, $0) }
        _ = try await env.communities[community].decide(request, accepting: accepting, as: viewer)
        return try .json(DecisionJSON(id: request.description, state: accepting ? "accepted" : "declined"))
    }
}
