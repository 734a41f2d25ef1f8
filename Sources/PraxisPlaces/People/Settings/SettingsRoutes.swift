import HTML
import HTTPTypes
package import Hummingbird
import PraxisCapability
import PraxisCommunity
package import PraxisDomain
import PraxisStore
package import PraxisWeb

extension Route {
    /// What members change about themselves.
    static let settings: [Route] = [
        .memberPage(Paths.settings) { call in try await call.settingsAnswer() },
        .form(Paths.settings) { call in try await call.saveProfile() },
        .form(Paths.appearance) { call in try await call.saveAppearance() },
        .form(Paths.password) { call in try await call.changePassword() },
        .form(Paths.endSession) { call in
            let member = try call.member()
            guard let session = SessionID(try call.form().text("session")) else { throw Denial.missing }
            try await call.env.site.endSession(session, of: member)
            return .seeOther(Paths.settings + "?done=session")
        },
        .form(Paths.endOtherSessions) { call in
            try await call.env.site.endSessions(of: try call.member(), except: call.session?.id)
            return .seeOther(Paths.settings + "?done=sessions")
        },
    ]
}

extension Call {
    /// The settings page: as things are, or as they were typed with what is wrong with them.
    package func settingsAnswer(
        _ typed: Fields? = nil,
        _ errors: [FieldError] = [],
        isCurrentWrong: Bool = false
    ) async throws -> Response {
        guard let session, let account = try await Account.of(session.member, env) else { throw Denial.signedOut }
        var cards: [HTML] = []
        for setting in env.capabilities.settings where setting.isShown(self) {
            cards.append(try await setting.card(self, errors))
        }
        let work = try await env.store.read { try Work.of(session.member, $0) }
        var form = SettingsForm(
            name: session.name,
            language: session.language.rawValue,
            timeZone: session.timeZone,
            work: TypedWork(work),
            email: session.email,
            hasPassword: account.passwordHash != nil,
            sessions: try await SessionLine.all(of: session.member, env, at: now),
            ownSession: session.id,
            heldBack: try await env.store.read { [now] in try Restriction.inForce(on: session.member, $0, at: now) },
            cards: cards,
            errors: errors,
            isCurrentWrong: isCurrentWrong
        )
        if let typed, typed["name"] != nil {
            form.name = typed.text("name")
            form.language = typed.text("language")
            form.timeZone = typed.text("timeZone")
            form.work = TypedWork(typed)
        }
        return SettingsPageView(call: self, form: form)
            .response(errors.isEmpty && !isCurrentWrong ? .ok : .unprocessableContent)
    }

    fileprivate func saveProfile() async throws -> Response {
        let fields = try form(), member = try member()
        do {
            let enabled = env.settings.languages
            guard let language = Language(rawValue: fields.text("language")), enabled.contains(language) else {
                throw Denial.input([FieldError("language", .notAChoice(enabled.map(\.rawValue)))])
            }
            let profile = Profile(
                name: try changedName(fields.text("name")),
                language: language,
                timeZone: try TimeZonePlan.checked(fields.text("timeZone"), orElse: env.settings.timeZone),
                work: try Work.checked(TypedWork(fields))
            )
            try await env.site.changeProfile(of: member, to: profile)
            return .seeOther(Paths.settings + "?done=saved")
        } catch Denial.input(let errors) {
            return try await settingsAnswer(fields, errors)
        }
    }

    fileprivate func saveAppearance() async throws -> Response {
        let fields = try form(), member = try member()
        do {
            guard let theme = try fields.word("theme", Appearance.Theme.self) else {
                throw Denial.input([FieldError("theme", .missing)])
            }
            guard let size = try fields.word("textSize", Appearance.TextSize.self) else {
                throw Denial.input([FieldError("textSize", .missing)])
            }
            try await env.site.setAppearance(Appearance(theme: theme, textSize: size), of: member)
            return .seeOther(Paths.settings + "?done=saved")
        } catch Denial.input(let errors) {
            return try await settingsAnswer(nil, errors)
        }
    }

    /// The name as typed, checked unless it is the one the member has: an import or an administrator may have given
    /// another.
    private func changedName(_ typed: String) throws(Denial) -> String {
        if let name = session?.name, name == typed { return name }
        return try NamePlan.checked(typed)
    }

    fileprivate func changePassword() async throws -> Response {
        let fields = try form()
        guard let session, let account = try await Account.of(session.member, env) else { throw Denial.signedOut }
        do {
            let new = try PasswordPlan.checked(fields.text("password"), notLike: [account.name, account.email.text])
            var current = account.passwordHash
            if let hash = current { current = try await checkPassword(fields.text("current"), hash, of: account.email) }
            let token = env.random.token()
            try await env.site.changePassword(
                of: account.id,
                from: current,
                to: await env.passwords.hash(new),
                keeping: session.id,
                token: token
            )
            tell(account.id, .passwordChanged)
            return entering(NewSession(.browser, token: token, device: ""), thenTo: Paths.settings + "?done=password")
        } catch Denial.input(let errors) {
            return try await settingsAnswer(nil, errors)
        } catch let denial as Denial where denial == .wrongCredentials {
            return try await settingsAnswer(isCurrentWrong: true)
        }
    }
}
