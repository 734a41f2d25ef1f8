import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The settings page as things are or were typed.
struct SettingsForm {
    var name: String
    var language: String
    var timeZone: String
    var work: TypedWork
    let email: String
    let hasPassword: Bool
    let sessions: [SessionLine]
    /// The one that asks.
    let ownSession: SessionID
    /// Where the member is restricted.
    let heldBack: [Restriction]
    /// Those of other capabilities.
    let cards: [HTML]
    let errors: [FieldError]
    /// The current password was not right.
    let isCurrentWrong: Bool
}

/// What members change about themselves.
struct SettingsPageView: PageView {
    let call: Call
    let form: SettingsForm

    private var said: PeopleWords { call.words.people }
    private var words: SettingsWords { said.settings }

    var page: Page {
        var page = Page(
            call.words.common.settings(),
            main: """
                \(HeldBackView(call: call).card(form.heldBack))
                <section class="card"><h2>\(words.you())</h2>\(profileForm)</section>
                \(form.cards)\
                <section class="card" id="password-card"><h2>\(said.password())</h2>\(passwordForm)</section>
                <section class="card" id="sessions"><h2 id="sessions-h">\(words.sessions())</h2>\(sessionTable)</section>
                """
        )
        page.banner = form.isCurrentWrong ? PasswordView(call: call).summary("current") : call.errorSummary(form.errors)
        if let done { page.banner = call.banner(done) + page.banner }
        page.current = Paths.settings
        return SettingsMenu(call, at: Paths.settings).beside(page)
    }

    private var done: String? {
        switch call.query["done"] {
        case "saved": call.words.common.saved()
        case "password": words.donePassword()
        case "session": words.doneSession()
        case "sessions": words.doneSessions()
        default: nil
        }
    }

    private var profileForm: HTML {
        var name = LabelledInput("name", said.name())
        name.value = form.name
        name.autocomplete = "name"
        name.hint = said.nameHint()
        name.sentence = call.sentence("name", form.errors)
        let languages = call.env.settings.languages.map { ($0.rawValue, languageName($0)) }
        return call.form(
            Paths.settings,
            """
            <dl class="facts"><dt>\(said.email())</dt><dd>\(form.email)<br><span class="meta">\(call.words.people.work.emailReaders())</span></dd></dl>\(call.input(name))\
            \(WorkFieldsView(call: call).html(form.work, form.errors))\
            \(call.select("language", words.language(), languages, chosen: form.language, form.errors))\
            \(ZoneSelectView(call: call, chosen: form.timeZone, errors: form.errors).html)\
            \(call.submit(call.words.common.save(), busy: call.words.common.saving()))
            """
        )
    }

    /// A language in its own words.
    private func languageName(_ language: Language) -> String {
        switch language {
        case .english: words.english()
        case .french: words.french()
        }
    }

    private var passwordForm: HTML {
        var current = LabelledInput("current", words.currentPassword())
        (current.type, current.autocomplete) = ("password", "current-password")
        if form.isCurrentWrong { current.sentence = call.words.refusal(.wrongCredentials).text }
        return """
            <p>\(form.hasPassword ? said.endsOthers() : words.noPassword())</p>
            \(call.form(
                Paths.password,
                """
                \(if: form.hasPassword, call.input(current))\(PasswordView(call: call).new(said.newPassword(), form.errors))\
                \(call.submit(
                    form.hasPassword ? words.changePassword() : words.setPassword(),
                    busy: call.words.common.saving(),
                    style: "btn alt"
                ))
                """))
            """
    }

    private var sessionTable: HTML {
        let others = form.sessions.contains { $0.id != form.ownSession }
        return """
            <div class="scroll" tabindex="0" role="region" aria-labelledby="sessions-h"><table class="stack"><thead><tr>\
            <th scope="col">\(words.device())</th><th scope="col">\(words.lastUsed())</th>\
            <th scope="col"><span class="vh">\(words.action())</span></th></tr></thead><tbody>
            \(each: form.sessions, { sessionRow($0, isOwn: $0.id == form.ownSession) })</tbody></table></div>
            \(if: others, call.form(Paths.endOtherSessions, "<button class=\"btn alt\">\(words.endOthers())</button>"))
            """
    }

    private func sessionRow(_ session: SessionLine, isOwn: Bool) -> HTML {
        var device = session.device.isEmpty ? words.unknownDevice() : session.device
        if session.kind == .api { device = words.program(["device": device]) }
        let end = call.button(
            Paths.endSession,
            call.words.common.signOut(),
            fields: [("session", session.id.description)],
            about: device
        )
        return """
            <tr><td>\(isOwn ? words.thisDevice(["device": device]) : device)</td><td data-label="\(words.lastUsed())">\(call.time(session.seenAt))</td>\
            <td>\(if: !isOwn, end)</td></tr>

            """
    }
}
