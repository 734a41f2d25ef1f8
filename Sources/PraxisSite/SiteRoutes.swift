import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

extension Route {
    /// What the site says of itself, to everyone, and where its administrators say it.
    static let site: [Route] = [
        .page(Paths.help) { try await $0.sitePage(.help) },
        .page(Paths.privacy) { try await $0.sitePage(.privacy) },
        .page(Paths.accessibility) { try await $0.sitePage(.accessibility) },
        .page(Paths.contact) { try await $0.contact() },
        .memberPage(Paths.siteSettings) { call in
            let profile = try await call.siteProfile()
            return SiteSettingsPageView(call: call, profile: profile, typed: call.fields(of: profile)).response()
        },
        .form(Paths.siteSettings) { try await $0.changeSite() },
    ]
}

extension Call {
    fileprivate func sitePage(_ kind: SiteText.Kind) async throws -> Response {
        SitePageView(call: self, kind: kind, profile: try await read { try SiteProfile.load($0.db) }).response()
    }

    /// - Throws: `Denial.missing` for visitors of a site that does not say how to reach anyone.
    fileprivate func contact() async throws -> Response {
        let profile = try await read { try SiteProfile.load($0.db) }
        let hasContact = profile.hasContact(in: [words.language] + env.settings.languages)
        if !hasContact, session == nil { throw Denial.missing }
        let communities = hasContact ? [] : try await read { try $0.all(ContactCommunity.all($0)) }
        return ContactPageView(call: self, profile: profile, communities: hasContact ? nil : communities).response()
    }

    /// - Throws: the policy's `Denial` for anyone who may not change it.
    fileprivate func siteProfile() async throws -> SiteProfile {
        try await read { reading in
            if let refusal = Policy.refusal(ChangeSite.self, try Access.site(reading)) { throw refusal }
            return try SiteProfile.load(reading.db)
        }
    }

    fileprivate func fields(of profile: SiteProfile) -> Fields {
        let texts = env.settings.languages.flatMap { language in
            SiteText.Kind.allCases.map { (SiteText.field($0, language), profile.typed($0, language)) }
        }
        return Fields([("email", profile.email), ("version", String(profile.version))] + texts)
    }

    fileprivate func changeSite() async throws -> Response {
        let profile = try await siteProfile(), form = try form()
        do {
            let change = try SiteChange(form, in: env.settings.languages)
            try await env.site.changeSite(change, as: viewer)
            return .seeOther(Paths.siteSettings + "?done=changed")
        } catch Denial.input(let errors) {
            return SiteSettingsPageView(call: self, profile: profile, typed: form, errors: errors)
                .response(.unprocessableContent)
        } catch Denial.stale {
            let fresh = try await siteProfile()
            return SiteSettingsPageView(call: self, profile: fresh, typed: form, isStale: true).response(.conflict)
        }
    }
}

extension SiteChange {
    /// What the form holds.
    /// - Throws: `Denial.input` naming every field that is not as it should be.
    fileprivate init(_ form: Fields, in languages: [Language]) throws(Denial) {
        var problems: [FieldError] = []
        version = problems.collect(0) { () throws(Denial) in try form.int("version") ?? 0 }
        email = problems.collect("") { () throws(Denial) in
            let typed = form.text("email")
            if TypedText.normalised(typed).isEmpty { return "" }
            guard let address = EmailAddress(pasted: typed) else {
                throw .input([FieldError("email", .notAnAddress)])
            }
            return address.text
        }
        for language in languages {
            for kind in SiteText.Kind.allCases {
                let field = SiteText.field(kind, language)
                let body = problems.collect("") { () throws(Denial) in
                    kind == .organisation
                        ? try TypedText.line(form.text(field), field, kind.length)
                        : try TypedText.checked(form.text(field), field, kind.length)
                }
                texts.append(Text(kind: kind, language: language, body: body))
            }
        }
        if !problems.isEmpty { throw .input(problems) }
    }
}
