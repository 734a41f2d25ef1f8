import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
package import PraxisWeb
import PraxisWords

extension Route {
    /// E-mail, code, and who one is, which is the first of the four steps that newcomers are led through.
    ///
    /// Between the last steps goes a proof token, never the address.
    package static let signUp: [Route] = [
        .page(Paths.signUp, caching: .never) { call in
            let next = Paths.own(call.query["next"])
            if call.session != nil { return .seeOther(next) }
            return SignUpPageView(call: call, next: next).response()
        },
        .visitorForm(Paths.signUp) { call in try await call.askForSignUpCode() },
        .visitorForm(Paths.signUpCode) { call in
            let session = call.newSession(.browser), proof = call.env.random.token(), next = try call.form().next
            return try await call.codeStep(.signUp) { code in
                try await call.env.site.proveForSignUp(code, proof: proof, session)
            } then: { outcome in
                if case .account(let entry) = outcome { return try await call.answer(entry, session, thenTo: next) }
                return NamePageView(call: call, typed: SignUpForm(proof: proof, next: next)).response()
            }
        },
        .visitorForm(Paths.signUpName) { call in try await call.finishSignUp() },
        .beginning(Paths.signUpCode, at: Paths.signUp), .beginning(Paths.signUpName, at: Paths.signUp),
    ]
}

extension Call {
    fileprivate func askForSignUpCode() async throws -> Response {
        let fields = try form()
        do {
            let email = try fields.address()
            guard admits(email) else { throw Denial.input([FieldError("email", .addressNotAdmitted)]) }
            try await sendCode(.signUp, to: email)
            return CodePageView(call: self, purpose: .signUp, email: email.text, next: fields.next).response()
        } catch Denial.input(let errors) {
            return SignUpPageView(call: self, typed: fields.text("email"), next: fields.next, errors: errors)
                .response(.unprocessableContent)
        }
    }

    /// Whether addresses of that domain may sign up.
    ///
    /// Asked before anything is looked up, so that it tells nothing of accounts.
    private func admits(_ email: EmailAddress) -> Bool {
        guard case .domains(let domains) = env.settings.signUp else { return true }
        return domains.contains { $0.lowercased() == email.domain }
    }

    fileprivate func finishSignUp() async throws -> Response {
        let fields = try form()
        let typed = SignUpForm(fields), session = newSession(.browser)
        guard let email = try await Account.provenAddress(typed.proof, for: .signUp, env, at: now) else {
            return expiredSignUp(typed.next)
        }
        do {
            let account = try await account(typed, password: fields.text("password"), email)
            guard let entry = try await env.site.finishSignUp(account, proof: typed.proof, session) else {
                return expiredSignUp(typed.next)
            }
            return try await answer(entry, session, thenTo: start(typed.next, entry))
        } catch Denial.input(let errors) {
            return NamePageView(call: self, typed: typed, errors: errors).response(.unprocessableContent)
        }
    }

    /// - Throws: `Denial.input` naming every field that is not as it should be.
    private func account(_ typed: SignUpForm, password: String, _ email: EmailAddress) async throws -> SignUp {
        var problems: [FieldError] = []
        let name = problems.collect("") { () throws(Denial) in try NamePlan.checked(typed.name) }
        let work = problems.collect(nil) { () throws(Denial) -> Work? in
            try Work.checked(typed.work)
        }
        let wanted = problems.collect(nil) { () throws(Denial) -> String? in
            password.isEmpty ? nil : try PasswordPlan.checked(password, notLike: [name, email.text])
        }
        guard let work, problems.isEmpty else { throw Denial.input(problems) }
        var hash: String?
        if let wanted { hash = await env.passwords.hash(wanted) }
        // The browser's word; what the site does not know of, the third step asks for.
        let zone = typed.timeZone.flatMap { Zones.named($0) == nil ? nil : $0 }
        return SignUp(
            name: name,
            work: work,
            passwordHash: hash,
            standing: env.settings.signUp == .approval ? .pending : .active,
            language: words.language,
            timeZone: zone ?? env.settings.timeZone,
            goingTo: goal(typed.next)
        )
    }

    /// Where the new member goes first: through the steps that lead on to `path`, or there at once where no capability brings any.
    private func start(_ path: String, _ entry: Entry) -> String {
        guard case .entered = entry, let steps = env.capabilities.parts(of: NewcomerSteps.self).first else {
            return path
        }
        return steps.path(path)
    }

    /// What is kept of a path until the account is decided: of an invitation only that it was one, since its link is a secret that is kept
    /// nowhere but as a hash.
    private func goal(_ path: String) -> String? {
        let invitation = Paths.invitation("")
        if path.hasPrefix(invitation) { return invitation }
        return path == Paths.home || path.utf8.count > 500 ? nil : path
    }

    private func expiredSignUp(_ next: String) -> Response {
        SignUpPageView(call: self, next: next, errors: [FieldError("email", .expired)])
            .response(.unprocessableContent)
    }
}
