import HTML
import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Who belongs to a community, who asks to, and who is invited.
    package static let communityPeopleRoutes: [Route] = [
        .page("/c/{community}/members") { try await $0.communityPeople() },
        .form("/c/{community}/members/{member}") { try await $0.setCommunityPart() },
        Route(.post, "/c/{community}/invitations", proof: .form, caching: .never, needsMember: true) {
            try await $0.inviteToCommunity()
        },
        .form("/c/{community}/invitations/{invitation}/revoke") { call in
            let view = try await call.communityView()
            let invitation: InvitationID = try call.id("invitation")
            try await call.env.communities[view.details.line.id].revoke(invitation, to: nil, as: call.viewer)
            return .seeOther(Paths.members(view.details.line.slug) + "?done=revoked")
        },
        .form("/requests/{request}/accept") { try await $0.decideRequest(accepting: true) },
        .form("/requests/{request}/decline") { try await $0.decideRequest(accepting: false) },
    ]
}

extension Call {
    /// The number of the page in the address: 1 for anything else.
    var peoplePage: Int { query["page"].flatMap(Int.init).map { min(max(1, $0), 1_000_000) } ?? 1 }

    fileprivate func communityPeople(
        newLink: String? = nil,
        _ errors: [FieldError] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let view = try await communityView()
        if let refusal = Policy.refusal(.seeMembers, view.facts) { throw refusal }
        let model = try await communityPeople(view, newLink: newLink, errors)
        var page = communityPage(view, tab: .people, people(model))
        page.banner = page.banner + errorSummary(errors)
        return self.page(page, status: status)
    }

    private func communityPeople(
        _ view: CommunityView,
        newLink: String?,
        _ errors: [FieldError]
    ) async throws -> PeoplePage {
        let id = view.details.line.id, rights = view.rights, viewer = viewer, now = now, number = peoplePage
        let paths = PlacePaths(community: view.details.line.slug)
        return try await env.store.read { db in
            var model = PeoplePage(
                paths: paths,
                people: try db.all(PlaceMember.of(id, whoeverTheyAre: rights.setsRoles, page: number, at: now)),
                count: try db.first(PlaceMember.count(id, whoeverTheyAre: rights.setsRoles, at: now)) ?? 0,
                page: number
            )
            (model.newLink, model.errors) = (newLink, errors)
            if rights.decides {
                let all = try JoinRequest.decidable(in: id, by: viewer, after: nil, db, at: now)
                model.requests = all.filter { $0.group == nil }
            }
            if rights.invites { model.invitations = try db.all(OpenInvitation.to(id, nil, at: now)) }
            if rights.setsRoles {
                model.roles = Role.allCases
                model.standings = [.active, .lapsed, .silenced, .suspended, .former]
            }
            return model
        }
    }

    fileprivate func setCommunityPart() async throws -> Response {
        let view = try await communityView(), form = try form()
        do {
            guard let role = try form.word("role", Role.self) else {
                throw Denial.input([FieldError("role", .missing)])
            }
            let standing = try form.word("standing", Standing.self) ?? .active
            try await env.communities[view.details.line.id].setPart(
                of: try id("member"),
                role: role,
                standing: standing,
                as: viewer
            )
            return .seeOther(Paths.members(view.details.line.slug) + "?done=changed")
        } catch Denial.input(let errors) {
            return try await communityPeople(errors, status: .unprocessableContent)
        }
    }

    fileprivate func inviteToCommunity() async throws -> Response {
        let view = try await communityView(), token = env.random.token()
        do {
            let uses = try form().int("uses") ?? 1
            _ = try await env.communities[view.details.line.id].invite(to: nil, token: token, uses: uses, as: viewer)
            return try await communityPeople(newLink: env.settings.baseURL + Paths.invitation(token))
        } catch Denial.input(let errors) {
            return try await communityPeople(errors, status: .unprocessableContent)
        }
    }

    fileprivate func decideRequest(accepting: Bool) async throws -> Response {
        let request: PraxisDomain.RequestID = try id("request")
        let community = try await env.store.read { try JoinRequest.community(of: request, $0) }
        let group = try await env.communities[community].decide(request, accepting: accepting, as: viewer)
        let viewer = viewer, now = now
        let paths = try await env.store.read { try PlacePaths.of(community, group, for: viewer, $0, at: now) }
        return .seeOther(paths.members + (accepting ? "?done=accepted" : "?done=declined"))
    }
}

extension PlacePaths {
    /// The addresses of a place that the viewer has just done something in.
    static func of(
        _ community: CommunityID,
        _ group: GroupID?,
        for viewer: Viewer,
        _ db: DB,
        at now: Timestamp
    ) throws -> PlacePaths {
        let details = try db.first(CommunityDetails.of(community, for: viewer))
        let line = try group.flatMap { try db.first(GroupLine.one($0, for: viewer)) }
        return PlacePaths(community: details?.line.slug ?? "", group: line?.slug)
    }
}
