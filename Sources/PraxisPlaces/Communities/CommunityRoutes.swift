import HTML
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// The pages of communities.
    package static let communityRoutes: [Route] = [
        .page(Paths.communities) { try await $0.communities() },
        .page(Paths.community) { try await $0.community() },
        .page(PlacePaths.about.ofCommunity) { call in
            let view = try await call.communityView()
            let about = AboutCommunityView(call: call, view: view).html
            return CommunityPageView(call: call, view: view, tab: .about, content: about).response()
        },
        .page(Paths.agreement) { try await $0.agreement() },
        .form(Paths.agreement) { call in
            let view = try await call.communityView()
            let version = try call.form().int("agreement")
            try await call.env.communities[view.details.line.id].accept(agreement: version, as: call.viewer)
            return .seeOther(Paths.community(view.details.line.slug) + "?done=agreed")
        },
    ]
}

extension Call {
    /// The community of the address with what the viewer may see of it.
    /// - Throws: `Denial.missing` if the viewer may see nothing of it.
    package func communityView() async throws -> CommunityView {
        let slug = try parameter("community")
        return try await read { try CommunityView.read(slug, $0) }
    }

    fileprivate func communities() async throws -> Response {
        let viewer = viewer, now = now
        let lines = try await read {
            try $0.all(CommunityLine.seen(by: $0.viewer, at: $0.now, after: nil, limit: 1000))
        }
        let addsCommunities = Policy.allows(AddCommunity.self, Facts(viewer: viewer, now: now))
        return CommunitiesPageView(call: self, lines: lines, addsCommunities: addsCommunities).response()
    }

    fileprivate func community() async throws -> Response {
        let view = try await communityView()
        let line = view.details.line
        var content: PlaceSlot.Content?
        if view.rights.readsContent {
            let groups = view.groups.map { $0.facts(view.facts) }
            content = try await contents(of: .init(community: line.slug, facts: view.facts, groups: groups))
        }
        let main = DiscussionsView(call: self, view: view, content: content).html
        var shown = CommunityPageView(call: self, view: view, tab: .discussions, content: main)
        shown.slots = content
        var page = shown.page
        if let content { page.banner += content.banner }
        page.banner += heldBackInset(try await Restriction.own(view.facts, env, at: now))
        return self.page(page)
    }

    fileprivate func agreement() async throws -> Response {
        let view = try await communityView()
        let id = view.details.line.id
        let versions = try await env.store.read { try $0.all(AgreementVersion.all(of: id)) }
        let isAsked = view.rights.belongs && view.details.acceptedVersion < view.details.line.agreementVersion
        return AgreementPageView(call: self, details: view.details, versions: versions, isAsked: isAsked).response()
    }
}
