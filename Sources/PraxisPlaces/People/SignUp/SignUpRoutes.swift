import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
package import PraxisWeb
import PraxisWords

extension Route {
    /// E-mail, code, name, password: one thing a page.
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
        .visitorForm(Paths.signUpName) { call in try await call.takeName() },
        .visitorForm(Paths.signUpPassword) { call in try await call.finishSignUp() },
        .beginning(Paths.signUpCode, at: Paths.signUp), .beginning(Paths.signUpName, at: Paths.signUp),
        .beginning(Paths.signUpPassword, at: Paths.signUp),
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

    fileprivate func takeName() async throws -> Response {
        let fields = try form()
        var typed = SignUpForm(fields)
        guard try await Account.provenAddress(typed.proof, for: .signUp, env, at: now) != nil else {
            return expiredSignUp(typed.next)
        }
        do {
            typed.name = try NamePlan.checked(typed.name)
            return NewPasswordPageView(call: self, typed: typed).response()
        } catch Denial.input(let errors) {
            return NamePageView(call: self, typed: typed, errors: errors).response(.unprocessableContent)
        }
    }

    fileprivate func finishSignUp() async throws -> Response {
        let fields = try form()
        let typed = SignUpForm(fields), session = newSession(.browser)
        guard let email = try await Account.provenAddress(typed.proof, for: .signUp, env, at: now) else {
            return expiredSignUp(typed.next)
        }
        do {
            let name = try NamePlan.checked(typed.name)
            let wanted = fields.isTicked("skip") ? "" : fields.text("password")
            let password = wanted.isEmpty ? nil : try PasswordPlan.checked(wanted, notLike: [name, email.text])
            var hash: String?
            if let password { hash = await env.passwords.hash(password) }
            let account = SignUp(
                name: name,
                passwordHash: hash,
                standing: env.settings.signUp == .approval ? .pending : .active,
                language: words.language,
                timeZone: try typed.timeZone.map { try TimeZonePlan.checked($0, orElse: env.settings.timeZone) }
                    ?? env.settings.timeZone,
                goingTo: goal(typed.next)
            )
            guard let entry = try await env.site.finishSignUp(account, proof: typed.proof, session) else {
                return expiredSignUp(typed.next)
            }
            return try await answer(entry, session, thenTo: typed.next)
        } catch Denial.input(let errors) {
            let isName = errors.contains { $0.field == "name" }
            return isName
                ? NamePageView(call: self, typed: typed, errors: errors).response(.unprocessableContent)
                : NewPasswordPageView(call: self, typed: typed, errors: errors).response(.unprocessableContent)
        }
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
