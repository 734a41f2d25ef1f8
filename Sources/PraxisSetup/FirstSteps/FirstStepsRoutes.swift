import HTML
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension PlaceSlot {
    /// The list of what to do next in a new community, for those who manage it.
    static let firstSteps = PlaceSlot { call, spot in
        var content = Content()
        guard spot.groupSlug == nil, let community = spot.facts.place.community,
            Policy.allows(ChangeCommunity.self, spot.facts),
            let steps = try await call.read({ try FirstSteps.open(community, $0) })
        else { return content }
        content.action = FirstStepsView(call: call, slug: spot.communitySlug, steps: steps).html
        return content
    }
}

extension Route {
    static let firstSteps: [Route] = [
        .form(PlacePaths.modelAgreement.ofCommunity) { try await $0.takeModelAgreement() },
        .form(PlacePaths.closeFirstSteps.ofCommunity) { call in
            let line = try await call.managed().details.line
            try await call.env.communities[line.id].closeFirstSteps(as: call.viewer)
            return .seeOther(Paths.community(line.slug))
        },
    ]
}

extension Call {
    /// - Throws: the policy's `Denial` for anyone who does not manage the community.
    fileprivate func managed() async throws -> CommunityView {
        let view = try await communityView()
        if let refusal = Policy.refusal(ChangeCommunity.self, view.facts) { throw refusal }
        return view
    }

    /// Gives a community without an agreement the model, in its own language, and leads to where it is edited.
    fileprivate func takeModelAgreement() async throws -> Response {
        let details = try await managed().details, line = details.line
        guard details.agreement == nil else { return .seeOther(Paths.communitySettings(line.slug)) }
        let model = (dictionaries[line.language] ?? words).setup.modelAgreement.joined(separator: "\n\n")
        let change = CommunityChange(of: details, agreement: model)
        try await env.communities[line.id].change(change, as: viewer)
        return .seeOther(Paths.communitySettings(line.slug) + "?done=changed#agreement")
    }
}
