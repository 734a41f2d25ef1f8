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

extension Call {
    func settingsPage(_ form: SettingsForm) -> Page {
        let words = peopleWords.settings
        var page = Page(
            self.words.common.settings(),
            main: """
                \(each: links(in: .ownSettings), { "<p><a href=\"\($0.path)\">\($0.name)</a></p>" as HTML })
                \(heldBackCard(form.heldBack))
                <section class="card"><h2>\(words.you())</h2>\(profileForm(form))</section>
                \(form.cards)\
                <section class="card"><h2>\(peopleWords.password())</h2>\(passwordForm(form))</section>
                <section class="card"><h2 id="sessions-h">\(words.sessions())</h2>\(sessionTable(form))</section>
                """
        )
        page.banner = form.isCurrentWrong ? passwordSummary("current") : errorSummary(form.errors)
        if let done = settingsDone { page.banner = banner(done) + page.banner }
        page.current = Paths.settings
        let duties = links(in: .siteDuties)
        if !duties.isEmpty {
            page.shape = .columns
            page.aside = .init(
                words.siteDuties(),
                """
                <section class="card"><h2>\(words.siteDuties())</h2><ul class="links">\
                \(each: duties, { "<li><a href=\"\($0.path)\">\($0.name)</a></li>" as HTML })</ul></section>
                """
            )
        }
        return page
    }

    private var settingsDone: String? {
        switch query["done"] {
        case "saved": words.common.saved()
        case "password": peopleWords.settings.donePassword()
        case "session": peopleWords.settings.doneSession()
        case "sessions": peopleWords.settings.doneSessions()
        default: nil
        }
    }

    private func profileForm(_ form: SettingsForm) -> HTML {
        let words = peopleWords.settings
        var name = LabelledInput("name", peopleWords.name())
        (name.value, name.autocomplete, name.hint) = (form.name, "name", peopleWords.nameHint())
        name.sentence = sentence("name", form.errors)
        let languages = env.settings.languages.map { ($0.rawValue, languageName($0)) }
        return self.form(
            Paths.settings,
            """
            <dl class="facts"><dt>\(peopleWords.email())</dt><dd>\(form.email)</dd></dl>\(input(name))\
            \(select("language", words.language(), languages, chosen: form.language, form.errors))\
            \(zoneSelect(form.timeZone, form.errors))\
            \(submit(self.words.common.save(), busy: self.words.common.saving()))
            """
        )
    }

    /// A language in its own words.
    private func languageName(_ language: Language) -> String {
        switch language {
        case .english: peopleWords.settings.english()
        case .french: peopleWords.settings.french()
        }
    }

    private func passwordForm(_ form: SettingsForm) -> HTML {
        let words = peopleWords.settings
        var current = LabelledInput("current", words.currentPassword())
        (current.type, current.autocomplete) = ("password", "current-password")
        if form.isCurrentWrong { current.sentence = self.words.refusal(.wrongCredentials).text }
        return """
            <p>\(form.hasPassword ? peopleWords.endsOthers() : words.noPassword())</p>
            \(self.form(
                Paths.password,
                """
                \(if: form.hasPassword, input(current))\(newPassword(peopleWords.newPassword(), form.errors))\
                \(submit(
                    form.hasPassword ? words.changePassword() : words.setPassword(),
                    busy: self.words.common.saving(),
                    style: "btn alt"
                ))
                """))
            """
    }

    private func sessionTable(_ form: SettingsForm) -> HTML {
        let words = peopleWords.settings
        let others = form.sessions.contains { $0.id != form.ownSession }
        return """
            <div class="scroll" tabindex="0" role="region" aria-labelledby="sessions-h"><table><thead><tr>\
            <th scope="col">\(words.device())</th><th scope="col">\(words.lastUsed())</th>\
            <th scope="col"><span class="vh">\(words.action())</span></th></tr></thead><tbody>
            \(each: form.sessions, { sessionRow($0, isOwn: $0.id == form.ownSession) })</tbody></table></div>
            \(if: others, self.form(Paths.endOtherSessions, "<button class=\"btn alt\">\(words.endOthers())</button>"))
            """
    }

    private func sessionRow(_ session: SessionLine, isOwn: Bool) -> HTML {
        let words = peopleWords.settings
        var device = session.device.isEmpty ? words.unknownDevice() : session.device
        if session.kind == .api { device = words.program(["device": device]) }
        let end = button(
            Paths.endSession,
            self.words.common.signOut(),
            fields: [("session", session.id.description)],
            about: device
        )
        return """
            <tr><td>\(isOwn ? words.thisDevice(["device": device]) : device)</td><td>\(time(session.seenAt))</td>\
            <td>\(if: !isOwn, end)</td></tr>

            """
    }
}
