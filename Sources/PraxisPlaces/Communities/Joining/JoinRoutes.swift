import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Joining and leaving a community, and links that invite.
    package static let joinRoutes: [Route] = [
        .page("/c/{community}/join") { call in
            call.page(call.joinPage(try await call.communityView(), typed: Fields(), []))
        },
        .form("/c/{community}/join") { try await $0.joinCommunity() },
        .form("/c/{community}/join/withdraw") { call in
            let line = try await call.communityView().details.line
            let asked = try await call.env.communities[line.id].withdrawRequest(to: nil, as: call.viewer)
            return .seeOther(Paths.community(line.slug) + (asked ? "?done=withdrawn" : ""))
        },
        .memberPage("/c/{community}/leave") { call in
            call.page(call.leaveCommunityPage(try await call.communityView(), []))
        },
        .form("/c/{community}/leave") { try await $0.leaveCommunity() },
        .page("/i/{token}", caching: .never) { try await $0.invitation() },
        .form("/i/{token}") { try await $0.redeem() },
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
            return page(joinPage(view, typed: form, errors), status: .unprocessableContent)
        }
    }

    fileprivate func leaveCommunityPage(_ view: CommunityView, _ errors: [FieldError]) -> Page {
        let line = view.details.line
        var page = leavePage(
            words.communities.leaveTitle(["name": line.name]),
            words.communities.leaveText(),
            action: Paths.leaveCommunity(line.slug),
            stay: Paths.community(line.slug),
            errors
        )
        page.crumbs = communityCrumbs(line)
        return page
    }

    fileprivate func leaveCommunity() async throws -> Response {
        let view = try await communityView()
        do {
            try await env.communities[view.details.line.id].leave(as: viewer)
            return .seeOther(Paths.communities + "?done=left")
        } catch Denial.input(let errors) {
            return page(leaveCommunityPage(view, errors), status: .unprocessableContent)
        }
    }

    private func invitationView(_ token: String) async throws -> InvitationView {
        try await read { try InvitationView.read(token, $0) }
    }

    fileprivate func invitation() async throws -> Response {
        let token = try parameter("token")
        do {
            return page(invitationPage(try await invitationView(token), token: token, []))
        } catch Denial.missing {
            return page(deadInvitationPage(), status: .notFound)
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
                return page(invitationPage(view, token: token, errors), status: .unprocessableContent)
            }
        } catch Denial.missing {
            return page(deadInvitationPage(), status: .notFound)
        }
    }
}
