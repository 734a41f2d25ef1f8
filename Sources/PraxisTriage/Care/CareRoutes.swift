import HTML
import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
package import PraxisWeb

extension Route {
    /// How a community looks after its people: what is held, who the safeguarding contact is, words for a crisis.
    package static let careRoutes: [Route] = [
        .memberPage(Paths.care) { try await $0.care() },
        .form(Paths.care) { try await $0.changeCare() },
    ]
}

extension Call {
    fileprivate func care(
        typed: Fields? = nil,
        _ errors: [FieldError] = [],
        isStale: Bool = false,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let view = try await communityView(), now = now
        if let refusal = Policy.refusal(ChangeCommunity.self, view.facts) { throw refusal }
        let line = view.details.line
        let named = String((typed?.text("find") ?? "").prefix(Limits.nameScalars.upperBound))
        let chosen = typed?["contact"].flatMap { MemberID($0) }
        let (care, people) = try await env.store.read { db in
            guard let care = try db.first(Care.of(line.id)) else { throw Denial.missing }
            let all = PossibleContact.all(in: line.id, besides: chosen ?? care.contact, named: named, at: now)
            return (care, try db.all(all))
        }
        let fields =
            typed
            ?? Fields([
                ("heldPosts", String(care.heldPosts)), ("contact", care.contact?.description ?? ""),
                ("text", care.crisis), ("version", String(care.version)),
            ])
        let shown = CarePageView(
            call: self,
            view: view,
            care: care,
            people: people,
            typed: fields,
            errors: errors,
            isStale: isStale
        )
        return shown.response(status)
    }

    fileprivate func changeCare() async throws -> Response {
        let view = try await communityView(), form = try form()
        if let refusal = Policy.refusal(ChangeCommunity.self, view.facts) { throw refusal }
        if form.isTicked("look") { return try await care(typed: form) }
        do {
            let change = try CareChange(
                heldPosts: try form.int("heldPosts") ?? 0,
                contact: form["contact"].flatMap { MemberID($0) },
                crisis: form.text("text"),
                version: try form.int("version") ?? 0
            )
            try await env.communities[view.details.line.id].change(change, as: viewer)
            return .seeOther(Paths.care(view.details.line.slug) + "?done=changed")
        } catch Denial.input(let errors) {
            return try await care(typed: form, errors, status: .unprocessableContent)
        } catch Denial.stale {
            return try await care(typed: form, isStale: true, status: .conflict)
        }
    }
}
