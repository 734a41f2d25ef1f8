import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// What may leave of a place by mail: said by its managers and facilitators.
    package static let mailRuleRoutes: [Route] = [
        .memberPage(PlacePaths.mail.ofCommunity) { call in try await call.communityMailAnswer() },
        .form(PlacePaths.mail.ofCommunity) { call in try await call.saveCommunityMail() },
        .memberPage(PlacePaths.mail.ofGroup) { call in try await call.groupMailAnswer() },
        .form(PlacePaths.mail.ofGroup) { call in try await call.saveGroupMail() },
    ]
}

extension Call {
    fileprivate func communityMailAnswer(_ errors: [FieldError] = []) async throws -> Response {
        let view = try await communityView(), id = view.details.line.id
        if let refusal = Policy.refusal(ChangeCommunity.self, view.facts) { throw refusal }
        let rule = try await env.store.read { db in try MailRule.of(id, nil, db) }
        return CommunityMailPageView(call: self, view: view, titlesOnly: rule?.titlesOnly ?? false, errors: errors)
            .response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// A form that says nothing is asked again: it must not let out more by what it leaves away.
    fileprivate func saveCommunityMail() async throws -> Response {
        let line = try await communityView().details.line
        guard let choice = try form()["titlesOnly"] else {
            return try await communityMailAnswer([FieldError("titlesOnly", .missing)])
        }
        try await env.communities[line.id].setMailRule(titlesOnly: choice != "no", as: viewer)
        return .seeOther(PlacePaths(community: line.slug).mail + "?done=saved")
    }

    fileprivate func groupMailAnswer(_ typed: Fields? = nil, _ errors: [FieldError] = []) async throws -> Response {
        let view = try await groupView()
        if let refusal = Policy.refusal(ChangeGroup.self, view.facts) { throw refusal }
        let (community, group) = (view.community.line.id, view.group.id)
        let rule = try await env.store.read { db in try MailRule.of(community, group, db) }
        let detail = view.group.kind.isConfidential ? .something : rule?.detail ?? .full
        let fields = typed ?? Fields([("detail", detail.rawValue), ("neutralName", rule?.neutralName ?? "")])
        return GroupMailPageView(call: self, view: view, fields: fields, errors: errors)
            .response(errors.isEmpty ? .ok : .unprocessableContent)
    }

    fileprivate func saveGroupMail() async throws -> Response {
        let view = try await groupView(), fields = try form()
        if let refusal = Policy.refusal(ChangeGroup.self, view.facts) { throw refusal }
        do {
            let detail: MailDetail =
                view.group.kind.isConfidential ? .something : try fields.required("detail", MailDetail.self)
            let name = try TypedText.line(
                fields.text("neutralName"),
                "neutralName",
                0...Limits.groupNameScalars.upperBound
            )
            let community = env.communities[view.community.line.id]
            try await community.setMailRule(of: view.group.id, detail, neutralName: name, as: viewer)
            return .seeOther(view.mailPath + "?done=saved")
        } catch Denial.input(let errors) {
            return try await groupMailAnswer(fields, errors)
        }
    }
}
