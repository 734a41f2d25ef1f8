import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Joining and leaving a community, and links that invite.
    package static let joinRoutes: [Route] = [
        .page(Paths.joinCommunity) { call in
            JoinPageView(call: call, view: try await call.communityView()).response()
        },
        .form(Paths.joinCommunity) { try await $0.joinCommunity() },
        .form(PlacePaths.withdrawal.ofCommunity) { call in
            let line = try await call.communityView().details.line
            let asked = try await call.env.communities[line.id].withdrawRequest(to: nil, as: call.viewer)
            return .seeOther(Paths.community(line.slug) + (asked ? "?done=withdrawn" : ""))
        },
        .memberPage(Paths.leaveCommunity) { call in
            call.leaveCommunityPage(try await call.communityView()).response()
        },
        .form(Paths.leaveCommunity) { try await $0.leaveCommunity() },
        .page(Paths.invitation, caching: .never) { try await $0.invitation() },
        .form(Paths.invitation) { try await $0.redeem() },
    ]
}

extension Call {
    fileprivate func joinCommunity() async throws -> Response {
        let view = try await communityView(), form = try form()
        let line = view.details.line
        do {
            let version = try form.int("agreement")
            let admission = try await env.communities[line.id].join(
                agreeing: version,
                note: form.text("note"),
                as: viewer
            )
            return .seeOther(Paths.community(line.slug) + (admission == .joined ? "?done=joined" : "?done=asked"))
        } catch Denial.input(let errors) {
            return JoinPageView(call: self, view: view, typed: form, errors: errors).response(.unprocessableContent)
        }
    }

    fileprivate func leaveCommunityPage(_ view: CommunityView, _ errors: [FieldError] = []) -> LeavePageView {
        let line = view.details.line
        return LeavePageView(
            call: self,
            title: words.communities.leaveTitle(["name": line.name]),
            text: words.communities.leaveText(),
            action: Paths.leaveCommunity(line.slug),
            stay: Paths.community(line.slug),
            crumbs: communityCrumbs(line),
            readers: ReadersStrip(of: line.visibility, words),
            errors: errors
        )
    }

    fileprivate func leaveCommunity() async throws -> Response {
        let view = try await communityView()
        do {
            try await env.communities[view.details.line.id].leave(as: viewer)
            return .seeOther(Paths.communities + "?done=left")
        } catch Denial.input(let errors) {
            return leaveCommunityPage(view, errors).response(.unprocessableContent)
        }
    }

    private func invitationView(_ token: String) async throws -> InvitationView {
        try await read { try InvitationView.read(token, $0) }
    }

    fileprivate func invitation() async throws -> Response {
        let token = try parameter("token")
        do {
            return InvitationPageView(call: self, invitation: try await invitationView(token), token: token).response()
        } catch Denial.missing {
            return DeadInvitationPageView(call: self).response(.notFound)
        }
    }

    fileprivate func redeem() async throws -> Response {
        let token = try parameter("token")
        do {
            let view = try await invitationView(token)
            let line = view.community.line
            do {
                let version = try form().int("agreement")
                let group = try await env.communities[line.id].redeem(token, agreeing: version, as: viewer)
                let home = group == nil ? Paths.community(line.slug) : Paths.group(line.slug, view.group?.slug ?? "")
                return .seeOther(home + "?done=joined")
            } catch Denial.input(let errors) {
                return InvitationPageView(call: self, invitation: view, token: token, errors: errors)
                    .response(.unprocessableContent)
            }
        } catch Denial.missing {
            return DeadInvitationPageView(call: self).response(.notFound)
        }
    }
}
