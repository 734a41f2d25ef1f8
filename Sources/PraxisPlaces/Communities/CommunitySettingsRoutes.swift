import Hummingbird
import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

extension Route {
    /// Adding a community and changing what it is.
    package static let communitySettingsRoutes: [Route] = [
        .memberPage(Paths.newCommunity) { call in
            try call.checkAddsCommunities()
            return NewCommunityPageView(call: call, typed: call.usualCommunity).response()
        },
        .form(Paths.newCommunity) { try await $0.addCommunity() },
        .memberPage(Paths.communitySettings) { call in
            let view = try await call.communityView()
            if let refusal = Policy.refusal(ChangeCommunity.self, view.facts) { throw refusal }
            return CommunitySettingsPageView(call: call, view: view, typed: Fields(view.details)).response()
        },
        .form(Paths.communitySettings) { try await $0.changeCommunity() },
    ]
}

extension Fields {
    /// The settings of a community as its form shows them.
    fileprivate init(_ details: CommunityDetails) {
        let line = details.line
        self.init([
            ("name", line.name), ("domain", line.domain), ("region", line.region),
            ("visibility", line.visibility.rawValue), ("joining", line.joining.rawValue),
            ("language", line.language.rawValue),
            ("agreement", details.agreement?.body ?? ""),
        ])
    }
}

extension Call {
    fileprivate var usualCommunity: Fields {
        Fields([
            ("visibility", CommunityVisibility.members.rawValue), ("joining", Joining.request.rawValue),
            ("language", env.settings.language.rawValue),
        ])
    }

    fileprivate func checkAddsCommunities() throws(Denial) {
        if let refusal = Policy.refusal(AddCommunity.self, Facts(viewer: viewer, now: now)) { throw refusal }
    }

    fileprivate func addCommunity() async throws -> Response {
        try checkAddsCommunities()
        let form = try form()
        do {
            let change = try CommunityChange(form, version: 0)
            var community = NewCommunity(slug: Slug(from: change.name), name: change.name)
            (community.domain, community.region) = (change.domain, change.region)
            community.visibility = change.visibility
            community.joining = change.joining
            (community.language, community.agreement) = (change.language, change.agreement)
            community.commonsName = words.communities.commons()
            let made = try await env.site.addCommunity(community, as: viewer, once: try formOnceKey(form))
            let paths = try await read { try PlacePaths.of(made, nil, $0) }
            return .seeOther(paths.home)
        } catch Denial.input(let errors) {
            return NewCommunityPageView(call: self, typed: form, errors: errors).response(.unprocessableContent)
        }
    }

    fileprivate func changeCommunity() async throws -> Response {
        let view = try await communityView(), form = try form()
        if let refusal = Policy.refusal(ChangeCommunity.self, view.facts) { throw refusal }
        do {
            let change = try CommunityChange(form, version: try form.int("version") ?? 0)
            try await env.communities[view.details.line.id].change(change, as: viewer)
            return .seeOther(Paths.communitySettings(view.details.line.slug) + "?done=changed")
        } catch Denial.input(let errors) {
            return CommunitySettingsPageView(call: self, view: view, typed: form, errors: errors)
                .response(.unprocessableContent)
        } catch Denial.stale {
            let fresh = try await communityView()
            return CommunitySettingsPageView(call: self, view: fresh, typed: form, isStale: true)
                .response(.conflict)
        }
    }
}

extension CommunityChange {
    /// What a settings form holds.
    /// - Throws: `Denial.input` naming every field that is not as it should be.
    fileprivate init(_ form: Fields, version: Int) throws(Denial) {
        var problems: [FieldError] = []
        let name = problems.collect("") { () throws(Denial) in
            try TypedText.line(form.text("name"), "name", Limits.groupNameScalars)
        }
        let domain = problems.collect("") { () throws(Denial) in
            try TypedText.checked(form.text("domain"), "domain", Limits.purposeScalars)
        }
        let region = problems.collect("") { () throws(Denial) in
            try TypedText.line(form.text("region"), "region", Limits.regionScalars)
        }
        let agreement = problems.collect("") { () throws(Denial) in
            try TypedText.checked(form.text("agreement"), "agreement", Limits.agreementScalars)
        }
        let visibility = problems.collect(.members) { () throws(Denial) in
            try form.required("visibility", CommunityVisibility.self)
        }
        let joining = problems.collect(.request) { () throws(Denial) in try form.required("joining", Joining.self) }
        let language = problems.collect(.english) { () throws(Denial) in try form.required("language", Language.self) }
        if !problems.isEmpty { throw .input(problems) }
        self.init(
            name: name,
            domain: domain,
            region: region,
            visibility: visibility,
            joining: joining,
            language: language,
            agreement: agreement,
            version: version
        )
    }
}

extension Fields {
    /// A word of a vocabulary that must be there.
    package func required<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ word: Word.Type
    ) throws(Denial) -> Word {
        guard let value = try self.word(name, word) else { throw .input([FieldError(name, .missing)]) }
        return value
    }
}
