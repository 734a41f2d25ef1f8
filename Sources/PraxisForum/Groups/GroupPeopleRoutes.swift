import HTML
import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Who has joined a group, who asks to, and who is invited.
    package static let groupPeopleRoutes: [Route] = [
        .page("/c/{community}/g/{group}/members") { try await $0.groupPeople() },
        .form("/c/{community}/g/{group}/members/{member}") { try await $0.setGroupPart() },
        Route(.post, "/c/{community}/g/{group}/invitations", proof: .form, caching: .never, needsMember: true) {
            try await $0.inviteToGroup()
        },
        .form("/c/{community}/g/{group}/invitations/{invitation}/revoke") { call in
            let view = try await call.groupView()
            let invitation: InvitationID = try call.id("invitation")
            try await call.env.communities[view.community.line.id].revoke(
                invitation,
                to: view.group.id,
                as: call.viewer
            )
            let paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
            return .seeOther(paths.members + "?done=revoked")
        },
    ]
}

extension Call {
    fileprivate func groupPeople(
        newLink: String? = nil,
        _ errors: [FieldError] = [],
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let view = try await groupView()
        guard view.rights.seesMembers else { throw viewer.member == nil ? Denial.signedOut : .notAllowed }
        let model = try await groupPeople(view, newLink: newLink, errors)
        var page = Page(words.groups.members(), main: people(model))
        page.crumbs = groupCrumbs(view)
        page.banner = placeBanner() + errorSummary(errors)
        return self.page(page, status: status)
    }

    private func groupPeople(_ view: GroupView, newLink: String?, _ errors: [FieldError]) async throws -> PeoplePage {
        let id = view.group.id, community = view.community.line.id, rights = view.rights, number = peoplePage
        let viewer = viewer, now = now
        let paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
        return try await env.store.read { db in
            var model = PeoplePage(
                paths: paths,
                people: try db.all(PlaceMember.of(id, whoeverTheyAre: rights.setsRoles, page: number, at: now)),
                count: try db.first(PlaceMember.count(id, whoeverTheyAre: rights.setsRoles, at: now)) ?? 0,
                page: number
            )
            (model.newLink, model.errors) = (newLink, errors)
            if rights.decides {
                let all = try JoinRequest.decidable(in: community, by: viewer, after: nil, db, at: now)
                model.requests = all.filter { $0.group == id }
            }
            if rights.invites { model.invitations = try db.all(OpenInvitation.to(community, id, at: now)) }
            if rights.setsRoles {
                model.roles = [.guest, .member, .facilitator]
                model.standings = [.active, .silenced, .suspended, .former]
            }
            return model
        }
    }

    fileprivate func setGroupPart() async throws -> Response {
        let view = try await groupView(), form = try form()
        do {
            let roles: [Role] = [.guest, .member, .facilitator]
            guard let role = try form.word("role", Role.self), roles.contains(role) else {
                throw Denial.input([FieldError("role", .notAChoice(roles.map(\.rawValue)))])
            }
            let standing = try form.word("standing", Standing.self) ?? .active
            try await env.communities[view.community.line.id].setPart(
                of: try id("member"),
                in: view.group.id,
                role: role,
                standing: standing,
                as: viewer
            )
            let paths = PlacePaths(community: view.community.line.slug, group: view.group.slug)
            // Whoever has just taken themselves out may not see the members any more.
            let isSelf = try id("member", Noun.Member.self) == viewer.member && standing == .former
            return .seeOther((isSelf ? Paths.community(view.community.line.slug) : paths.members) + "?done=changed")
        } catch Denial.input(let errors) {
            return try await groupPeople(errors, status: .unprocessableContent)
        }
    }

    fileprivate func inviteToGroup() async throws -> Response {
        let view = try await groupView(), token = env.random.token()
        do {
            let uses = try form().int("uses") ?? 1
            _ = try await env.communities[view.community.line.id].invite(
                to: view.group.id,
                token: token,
                uses: uses,
                as: viewer
            )
            return try await groupPeople(newLink: env.settings.baseURL + Paths.invitation(token))
        } catch Denial.input(let errors) {
            return try await groupPeople(errors, status: .unprocessableContent)
        }
    }
}
