import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
package import PraxisWeb

extension Route {
    /// A new password for members who have forgotten theirs: e-mail, code, password.
    package static let reset: [Route] = [
        .page(Paths.reset, caching: .never) { call in
            call.session == nil
                ? ResetPageView(call: call, next: Paths.own(call.query["next"])).response() : .seeOther(Paths.settings)
        },
        .visitorForm(Paths.reset) { call in
            let fields = try call.form()
            do {
                let email = try fields.address()
                try await call.sendCode(.reset, to: email)
                return CodePageView(call: call, purpose: .reset, email: email.text, next: fields.next).response()
            } catch Denial.input(let errors) {
                return ResetPageView(call: call, typed: fields.text("email"), next: fields.next, errors: errors)
                    .response(.unprocessableContent)
            }
        },
        .visitorForm(Paths.resetCode) { call in
            let proof = call.env.random.token(), session = call.newSession(.browser), next = try call.form().next
            return try await call.codeStep(.reset) { code in
                try await call.env.site.proveForReset(code, proof: proof)
            } then: { outcome in
                if case .account(let entry) = outcome {
                    return try await call.answer(entry, session, thenTo: next)
                }
                return ResetPasswordPageView(call: call, proof: proof, next: next).response()
            }
        },
        .visitorForm(Paths.resetPassword) { call in try await call.resetPassword() },
        .beginning(Paths.resetCode, at: Paths.reset), .beginning(Paths.resetPassword, at: Paths.reset),
    ]
}

extension Call {
    fileprivate func resetPassword() async throws -> Response {
        let fields = try form()
        let proof = fields.text("proof"), session = newSession(.browser)
        guard let email = try await Account.provenAddress(proof, for: .reset, env, at: now),
            let account = try await Account.with(email, env)
        else { return expiredReset(fields.next) }
        do {
            let password = try PasswordPlan.checked(fields.text("password"), notLike: [account.name, email.text])
            let hash = await env.passwords.hash(password)
            guard let entry = try await env.site.resetPassword(to: hash, proof: proof, session) else {
                return expiredReset(fields.next)
            }
            tell(account.id, .passwordChanged)
            return try await answer(entry, session, thenTo: fields.next)
        } catch Denial.input(let errors) {
            return ResetPasswordPageView(call: self, proof: proof, next: fields.next, errors: errors)
                .response(.unprocessableContent)
        }
    }

    private func expiredReset(_ next: String) -> Response {
        ResetPageView(call: self, next: next, errors: [FieldError("email", .expired)])
            .response(.unprocessableContent)
    }
}
