import HTTPTypes
package import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisCrypto
package import PraxisDomain
import PraxisStore
package import PraxisWeb
import PraxisWords

// What signing in, signing up and resetting share: asking for a code and typing it in.
extension Fields {
    /// The address in the field `email`.
    /// - Throws: `Denial.input`.
    package func address() throws(Denial) -> EmailAddress {
        let typed = text("email")
        guard !typed.isEmpty else { throw .input([FieldError("email", .missing)]) }
        guard let address = EmailAddress(pasted: typed) else { throw .input([FieldError("email", .notAnAddress)]) }
        return address
    }

    /// Where to go on afterwards: a place on this site.
    package var next: String { Paths.own(self["next"]) }

    /// What is to be sent again once its sender is signed in.
    var kept: KeptForm? { self[KeptForm.name].flatMap(KeptForm.init(packed:)) }
}

extension Call {
    package func newSession(_ kind: Session.Kind) -> NewSession {
        NewSession(kind, token: env.random.token(), device: DevicePlan.summary(head.headerFields[.userAgent]))
    }

    /// The answer that starts a session in this browser.
    func entering(_ session: NewSession, thenTo path: String) -> Response {
        var response = Response.seeOther(path)
        let cookie = Cookies.set(Cookies.session(env.settings), session.token, env.settings)
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }

    /// The answer to an account that was proven: its session, or the page that says why it has none.
    package func answer(
        _ entry: Entry,
        _ session: NewSession,
        thenTo path: String,
        sending kept: KeptForm? = nil
    ) async throws -> Response {
        switch entry {
        case .entered:
            if let kept { return try await offering(kept, session) }
            return entering(session, thenTo: path)
        case .waiting: return WaitingPageView(call: self, kept: kept, next: path).response()
        case .barred: return BarredPageView(call: self, kept: kept).response(.forbidden)
        }
    }

    /// The answer that starts a session and shows what was typed before it, with a token of that session.
    private func offering(_ kept: KeptForm, _ session: NewSession) async throws -> Response {
        let hash = SHA256.hash(session.token), now = now
        let living = try await env.store.read { try Session.living(hash, .browser, $0, at: now) }
        var response = entering(session, thenTo: Paths.home)
        guard let living else { return response }
        let call = asked(in: living), cookies = response.headers[values: .setCookie]
        var content: KeptFormPart.Content?
        for part in env.capabilities.keptForms where content == nil { content = try await part.describe(call, kept) }
        response = SendNowPageView(call: call, kept: kept, content: content).response()
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }

    /// Makes a code and has it mailed, the same for every address: its owner is looked up after the answer.
    /// - Throws: `Denial.tooMany`.
    func sendCode(_ purpose: CodePurpose, to email: EmailAddress) async throws {
        try env.limiter.use(.init("code mails from", address), Rate.codeMailsPerAddress)
        try env.limiter.use(.init("code mails to", email.text), Rate.codeMailsPerAccount)
        let code = env.random.digits(Limits.codeDigits)
        try await env.site.issue(SealedCode(code, for: email, purpose, key: env.store.siteKey))
        env.jobs.add { [env, dictionaries, words] in
            let account = try await Account.with(email, env)
            guard purpose.reaches(account?.standing) else { return }
            let words = account.flatMap { dictionaries[$0.language] } ?? words
            let mail = AccountMail.code(code, purpose, isKnown: account != nil)
            if let message = mail.message(to: email, words, env) { try await env.send(message) }
        }
    }

    /// Tells the member by mail, in their own language, after the answer.
    func tell(_ member: MemberID, _ mail: AccountMail) {
        env.jobs.add { [env, dictionaries, words] in
            guard let account = try await Account.of(member, env) else { return }
            let message = mail.message(to: account.email, dictionaries[account.language] ?? words, env)
            if let message { try await env.send(message) }
        }
    }

    /// Reads the form of a code page and tries the code.
    ///
    /// Wrong ones count as failed sign-ins of this network address.
    /// - Throws: `Denial.input` with what is wrong with the code.
    func tryCode(
        _ purpose: CodePurpose,
        _ attempt: (SealedCode) async throws -> CodeOutcome
    ) async throws -> CodeOutcome {
        let fields = try form()
        let email = try fields.address()
        let digits = CodePlan.digits(in: fields.text("code"))
        guard !digits.isEmpty else { throw Denial.input([FieldError("code", .missing)]) }
        let key = Limiter.Key("failed sign-ins", address)
        try env.limiter.use(key, Rate.failedSignInsPerAddress)
        let outcome = try await attempt(SealedCode(digits, for: email, purpose, key: env.store.siteKey))
        if case .refused(let problem) = outcome { throw Denial.input([FieldError("code", problem)]) }
        env.limiter.giveBack(key, Rate.failedSignInsPerAddress)
        return outcome
    }

    /// Tries the code of a form; one that does not hold gives the same page again.
    func codeStep(
        _ purpose: CodePurpose,
        _ attempt: (SealedCode) async throws -> CodeOutcome,
        then: (CodeOutcome) async throws -> Response
    ) async throws -> Response {
        do {
            return try await then(try await tryCode(purpose, attempt))
        } catch Denial.input(let errors) {
            let fields = try form()
            let email = fields.text("email"), kept = fields.kept
            return CodePageView(
                call: self,
                purpose: purpose,
                email: email,
                next: fields.next,
                kept: kept,
                errors: errors
            )
            .response(.unprocessableContent)
        }
    }
}

extension CodePurpose {
    /// Whether the mailbox of an account in that standing, or of none, gets a mail.
    fileprivate func reaches(_ standing: Standing?) -> Bool {
        switch self {
        case .signUp: true
        case .signIn: standing == .active || standing == .pending
        case .reset: standing == .active
        }
    }
}
