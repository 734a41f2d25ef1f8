import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
package import PraxisWeb

extension Route {
    package static let signIn: [Route] = [
        .page(Paths.signIn, caching: .never) { call in
            let next = Paths.own(call.query["next"])
            if call.session != nil { return .seeOther(next) }
            return SignInPageView(call: call, form: SignInForm(next: next)).response()
        },
        .visitorForm(Paths.signIn) { call in try await call.signInByPassword() },
        .visitorForm(Paths.signInCode) { call in try await call.askForSignInCode() },
        .visitorForm(Paths.signInCodeCheck) { call in
            let session = call.newSession(.browser), form = try call.form()
            return try await call.codeStep(.signIn) { code in
                try await call.env.site.signIn(by: code, session)
            } then: { outcome in
                guard case .account(let entry) = outcome else { return .seeOther(Paths.signIn) }
                return try await call.answer(entry, session, thenTo: form.next, sending: form.kept)
            }
        },
        .visitorForm(Paths.signInAgain) { call in
            SignInPageView(call: call, form: SignInForm(kept: try call.form().kept)).response()
        },
        .beginning(Paths.signInAgain, at: Paths.signIn),
        .beginning(Paths.signInCode, at: Paths.signIn), .beginning(Paths.signInCodeCheck, at: Paths.signIn),
        .form(Paths.signOut) { call in
            if let session = call.session { try await call.env.site.endSession(session.id, of: session.member) }
            var response = Response.seeOther(Paths.home)
            let cookie = Cookies.clear(Cookies.session(call.env.settings), call.env.settings)
            response.headers.append(HTTPField(name: .setCookie, value: cookie))
            return response
        },
    ]

    /// A step that was asked for by its address leads back to where its form begins.
    static func beginning(_ step: String, at start: String) -> Route {
        .page(step, caching: .never) { _ in .seeOther(start) }
    }
}

extension Call {
    /// With an empty password it is a code that is asked for.
    fileprivate func signInByPassword() async throws -> Response {
        let fields = try form()
        if fields.text("password").isEmpty { return try await askForSignInCode() }
        let session = newSession(.browser)
        do {
            let entry = try await signIn(fields.text("email"), fields.text("password"), session)
            return try await answer(entry, session, thenTo: fields.next, sending: fields.kept)
        } catch let denial as Denial where denial == .wrongCredentials {
            let again = SignInForm(
                next: fields.next,
                kept: fields.kept,
                email: fields.text("email"),
                isWrong: true
            )
            return SignInPageView(call: self, form: again).response(.unprocessableContent)
        }
    }

    fileprivate func askForSignInCode() async throws -> Response {
        let fields = try form()
        do {
            let email = try fields.address()
            try await sendCode(.signIn, to: email)
            return CodePageView(call: self, purpose: .signIn, email: email.text, next: fields.next, kept: fields.kept)
                .response()
        } catch Denial.input(let errors) {
            let again = SignInForm(
                next: fields.next,
                kept: fields.kept,
                email: fields.text("email"),
                errors: errors
            )
            return SignInPageView(call: self, form: again).response(.unprocessableContent)
        }
    }

    /// Signs in a member who knows the password.
    ///
    /// Unknown addresses cost as many tries and as long as known ones.
    ///
    /// Tries are counted before the hash, so that concurrent ones cannot pass the limit; a right one takes its own back.
    /// - Throws: `Denial.wrongCredentials`, or `.tooMany`: the owner can still have a code mailed.
    package func signIn(_ typed: String, _ password: String, _ session: NewSession) async throws -> Entry {
        let failures = Limiter.Key("failed sign-ins", address)
        try env.limiter.use(failures, Rate.failedSignInsPerAddress)
        guard let email = EmailAddress(pasted: typed), password.utf8.count <= Limits.passwordBytes.upperBound else {
            throw Denial.wrongCredentials
        }
        let account = try await Account.with(email, env)
        try await checkPassword(password, account?.passwordHash, of: email)
        guard let account else { throw Denial.wrongCredentials }
        env.limiter.giveBack(failures, Rate.failedSignInsPerAddress)
        return try await env.site.signIn(account.id, session)
    }

    /// Compares the password that an account has with one that was typed; the same for no account.
    /// - Returns: the hash that is stored now: a new one if the old had been made at another cost.
    /// - Throws: `Denial.wrongCredentials` or `.tooMany`.
    @discardableResult
    func checkPassword(_ typed: String, _ hash: String?, of email: EmailAddress) async throws -> String {
        let hashed = Limiter.Key("hashed sign-ins", email.text)
        try env.limiter.use(hashed, Rate.hashedSignInsPerAccount)
        let password = PasswordPlan.prepared(typed)
        guard await env.passwords.verify(password, hash), let hash else { throw Denial.wrongCredentials }
        env.limiter.forget(hashed, Rate.hashedSignInsPerAccount)
        guard env.passwords.needsRehash(hash) else { return hash }
        let new = await env.passwords.hash(password)
        try await env.site.rehash(email, from: hash, to: new)
        return new
    }
}
