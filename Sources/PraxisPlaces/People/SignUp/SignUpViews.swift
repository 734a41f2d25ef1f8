import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the last steps of a sign-up carry from page to page.
///
/// Only the proof says whose address it is.
struct SignUpForm {
    var proof: String
    var name = ""
    /// As chosen on the last page; nil before it.
    var timeZone: String?
    var next = Paths.home

    init(proof: String, next: String) { (self.proof, self.next) = (proof, next) }

    init(_ fields: Fields) {
        proof = fields.text("proof")
        name = fields.text("name")
        next = fields.next
        timeZone = fields["timeZone"]
    }
}

/// Step 1: the address.
struct SignUpPageView: PageView {
    let call: Call
    var typed = ""
    let next: String
    var errors: [FieldError] = []

    private var said: PeopleWords { call.words.people }

    var page: Page {
        let words = said.signUp
        var email = LabelledInput("email", said.email())
        email.value = typed
        email.type = "email"
        email.autocomplete = "email"
        (email.hint, email.sentence) = (words.emailHint(), call.sentence("email", errors))
        var page = Page(
            words.emailHeading(),
            main: """
                \(rule)\(call.form(
                    Paths.signUp, next: next,
                    call.input(email) + call.submit(said.signIn.sendCode(), busy: said.sending())))
                <p>\(words.haveAccount()) <a href="\(next == Paths.home ? Paths.signIn : Paths.signIn(thenTo: next))">\(call.words.common.signIn())</a></p>
                """
        )
        page.lead = said.step(1)
        page.banner = call.errorSummary(errors)
        page.current = Paths.signUp
        return page
    }

    /// Who may sign up, unless anyone may at once.
    private var rule: HTML {
        switch call.env.settings.signUp {
        case .open: HTML()
        case .domains(let domains):
            "<p>\(said.signUp.domains(["domains": domains.joined(separator: ", ")]))</p>"
        case .approval: "<p>\(said.signUp.approval())</p>"
        }
    }
}

/// Step 3: the name.
struct NamePageView: PageView {
    let call: Call
    let typed: SignUpForm
    var errors: [FieldError] = []

    private var said: PeopleWords { call.words.people }

    var page: Page {
        var name = LabelledInput("name", said.name())
        name.value = typed.name
        name.autocomplete = "name"
        name.hint = said.nameHint()
        name.sentence = call.sentence("name", errors)
        var page = Page(
            said.signUp.nameHeading(),
            main: call.form(
                Paths.signUpName,
                hidden: [("proof", typed.proof)],
                next: typed.next,
                call.input(name) + call.submit(said.goOn(), busy: call.words.common.saving())
            )
        )
        (page.lead, page.banner) = (said.step(3), call.errorSummary(errors))
        return page
    }
}

/// Step 4: a password, if one is wanted, and the time zone: the browser's own if a script can ask for it, else the site's.
struct NewPasswordPageView: PageView {
    let call: Call
    let typed: SignUpForm
    var errors: [FieldError] = []

    private var said: PeopleWords { call.words.people }

    var page: Page {
        let words = said.signUp
        let without: HTML = "<button class=\"btn quiet\" name=\"skip\" value=\"1\">\(words.withoutPassword())</button>"
        let zone = ZoneSelectView(
            call: call,
            chosen: typed.timeZone ?? call.env.settings.timeZone,
            errors: errors,
            asksBrowser: typed.timeZone == nil
        )
        var page = Page(
            words.passwordHeading(),
            main: """
                <p>\(words.passwordText())</p>
                \(call.form(
                    Paths.signUpPassword, hidden: [("proof", typed.proof), ("name", typed.name)], next: typed.next,
                    PasswordView(call: call).new(said.password(), errors)
                        + zone.html
                        + call.submit(words.finish(), busy: call.words.common.saving(), beside: without)))
                """
        )
        (page.lead, page.banner) = (said.step(4), call.errorSummary(errors))
        return page
    }
}
