import HTML
import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Silencing, suspending and reinstating, in a community and in a group.
    package static let standingRoutes: [Route] = [
        .memberPage(PlacePaths.standing.ofCommunity) { try await $0.showStanding() },
        .form(PlacePaths.standing.ofCommunity) { try await $0.restrict() },
        .form(PlacePaths.standingEnd.ofCommunity) { try await $0.reinstate() },
        .memberPage(PlacePaths.standing.ofGroup) { try await $0.showStanding() },
        .form(PlacePaths.standing.ofGroup) { try await $0.restrict() },
        .form(PlacePaths.standingEnd.ofGroup) { try await $0.reinstate() },
    ]
}

/// Where a member is restricted, as its pages name it.
struct StandingPlace: Sendable {
    let community: CommunityLine
    let group: GroupLine?
    let facts: Facts

    var paths: PlacePaths { PlacePaths(community: community.slug, group: group?.slug) }
    var name: String { group?.name ?? community.name }
}

extension Call {
    private func standingPlace() async throws -> StandingPlace {
        if parameters.get("group") == nil {
            let view = try await communityView()
            return StandingPlace(community: view.details.line, group: nil, facts: view.facts)
        }
        let view = try await groupView()
        return StandingPlace(community: view.community.line, group: view.group, facts: view.facts)
    }

    private func standingView(_ place: StandingPlace) async throws -> StandingView {
        let member: MemberID = try id("member"), now = now
        return try await env.store.read { try StandingView.read(member, place.facts, $0, at: now) }
    }

    fileprivate func showStanding() async throws -> Response {
        let place = try await standingPlace()
        return StandingPageView(call: self, place: place, view: try await standingView(place)).response()
    }

    fileprivate func restrict() async throws -> Response {
        let place = try await standingPlace(), form = try form(), view = try await standingView(place)
        do {
            _ = try await env.communities[place.community.id].restrict(
                view.member.id,
                in: place.group?.id,
                try NewRestriction(form),
                as: viewer
            )
            return .seeOther(place.paths.standing(of: view.member.id) + "?done=held")
        } catch Denial.input(let errors) {
            return StandingPageView(call: self, place: place, view: view, typed: form, errors: errors)
                .response(.unprocessableContent)
        } catch Denial.stale {
            let fresh = try await standingView(place)
            return StandingPageView(call: self, place: place, view: fresh, typed: form, isStale: true)
                .response(.conflict)
        }
    }

    fileprivate func reinstate() async throws -> Response {
        let place = try await standingPlace(), view = try await standingView(place)
        try await env.communities[place.community.id].reinstate(view.member.id, in: place.group?.id, as: viewer)
        return .seeOther(place.paths.standing(of: view.member.id) + "?done=lifted")
    }
}

extension NewRestriction {
    /// What the form holds.
    /// - Throws: `Denial.input` naming every field that is not as it should be.
    fileprivate init(_ form: Fields) throws(Denial) {
        var problems: [FieldError] = []
        let kind = problems.collect(.silenced) { () throws(Denial) in try form.required("kind", RestrictionKind.self) }
        let days = problems.collect(nil) { () throws(Denial) -> Int? in
            if form.text("days") == "no-end" { return nil }
            guard let days = try form.int("days") else { throw .input([FieldError("days", .missing)]) }
            guard StandingPlan.days.contains(days) else {
                throw .input([FieldError("days", .notAChoice(StandingPlan.days.map { String($0) }))])
            }
            return days
        }
        let reason = problems.collect("") { () throws(Denial) in
            try TypedText.checked(form.text("text"), "text", StandingPlan.reasonScalars)
        }
        let privateReason = problems.collect("") { () throws(Denial) in
            try TypedText.checked(form.text("note"), "note", StandingPlan.privateReasonScalars)
        }
        if !problems.isEmpty { throw .input(problems) }
        self.init(kind, days: days, reason: reason)
        self.privateReason = privateReason
        replaces = RestrictionID(form.text("replaces"))
    }
}
