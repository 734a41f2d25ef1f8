import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisSite
import PraxisStore
import PraxisWeb
import PraxisWords

extension Route {
    /// Setting up a site that has just been started for the first time.
    static let setup: [Route] = [
        .page(Paths.setupLink, caching: .never) { call in
            SetupPageView(call: call, state: try await call.openedSetup(), token: try call.parameter("token"))
                .response()
        },
        .page(Paths.firstAdministrator, caching: .never) { call in
            if try await call.openedSetup().hasAdministrator { throw Denial.missing }
            return FirstAdministratorPageView(call: call, typed: Fields()).response()
        },
        .visitorForm(Paths.firstAdministrator) { try await $0.addFirstAdministrator() },
        .memberPage(Paths.setup) { call in
            SetupPageView(call: call, state: try await call.unfinishedSetup()).response()
        },
        .form(Paths.finishSetup) { call in
            try await call.env.site.finishSetup(as: call.viewer)
            return .seeOther(Paths.home)
        },
    ]
}

extension Call {
    /// What the token of the address opens; wrong ones count as failed sign-ins of this network address.
    /// - Throws: `Denial.missing` if it opens nothing, `.tooMany`.
    fileprivate func openedSetup() async throws -> SetupState {
        let token = try parameter("token"), now = now
        let tries = Limiter.Key("failed sign-ins", address)
        try env.limiter.use(tries, Rate.failedSignInsPerAddress)
        let state = try await env.store.read { try SetupState.opened(by: token, $0, at: now) }
        env.limiter.giveBack(tries, Rate.failedSignInsPerAddress)
        return state
    }

    /// - Throws: `Denial.missing` once it is finished, and for anyone but site administrators.
    fileprivate func unfinishedSetup() async throws -> SetupState {
        guard Policy.allows(ChangeSite.self, Facts(viewer: viewer, now: now)),
            let state = try await env.store.read({ try SetupState.unfinished($0) })
        else { throw Denial.missing }
        return state
    }

    fileprivate func addFirstAdministrator() async throws -> Response {
        if try await openedSetup().hasAdministrator { throw Denial.missing }
        let token = try parameter("token"), session = newSession(.browser), form = try form()
        do {
            let member = try await firstAdministrator(form)
            let entry = try await env.site.addFirstAdministrator(member, token: token, session)
            return try await answer(entry, session, thenTo: Paths.setup)
        } catch Denial.input(let errors) {
            return FirstAdministratorPageView(call: self, typed: form, errors: errors).response(.unprocessableContent)
        }
    }

    /// - Throws: `Denial.input` naming every field that is not as it should be.
    private func firstAdministrator(_ form: Fields) async throws -> NewMember {
        var problems: [FieldError] = []
        let name = problems.collect("") { () throws(Denial) in try NamePlan.checked(form.text("name")) }
        let email = problems.collect(nil) { () throws(Denial) -> EmailAddress? in try form.address() }
        let password = problems.collect("") { () throws(Denial) in
            try PasswordPlan.checked(form.text("password"), notLike: [name, form.text("email")])
        }
        guard let email, problems.isEmpty else { throw Denial.input(problems) }
        var member = NewMember(email: email, name: name)
        member.passwordHash = await env.passwords.hash(password)
        (member.language, member.timeZone) = (words.language, env.settings.timeZone)
        return member
    }
}
