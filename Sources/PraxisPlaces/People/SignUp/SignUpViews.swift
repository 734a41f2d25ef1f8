import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the last step of a sign-up carries.
///
/// Only the proof says whose address it is.
struct SignUpForm {
    var proof: String
    var name = ""
    var work = TypedWork()
    /// As the browser said; nil before the page was sent.
    var timeZone: String?
    var next = Paths.home

    init(proof: String, next: String) { (self.proof, self.next) = (proof, next) }

    init(_ fields: Fields) {
        proof = fields.text("proof")
        name = fields.text("name")
        work = TypedWork(fields)
        next = fields.next
        timeZone = fields["timeZone"]
    }
}

/// The address.
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
                \(rule)<div class="card">\(call.form(
                    Paths.signUp, next: next,
                    call.input(email) + call.submit(said.signIn.sendCode(), busy: said.sending())))</div>
                <p>\(words.haveAccount()) <a href="\(next == Paths.home ? Paths.signIn : Paths.signIn(thenTo: next))">\(call.words.common.signIn())</a></p>
                """
        )
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

/// Who one is: the first of the four steps, with which the account is made.
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
            said.step(1, said.signUp.nameHeading()),
            main: call.form(
                Paths.signUpName,
                hidden: [("proof", typed.proof)],
                next: typed.next,
                """
                \(call.input(name))\(WorkFieldsView(call: call).html(typed.work, errors))\
                \(password)\(zone)\(call.submit(said.signUp.finish(), busy: call.words.common.saving()))
                """
            )
        )
        page.banner = call.errorSummary(errors)
        return page
    }

    private var password: HTML {
        let isWrong = errors.contains { $0.field == "password" }
        return """
            <details\(if: isWrong, " open")><summary>\(said.signUp.choosePassword())</summary><div class="box">\
            <p>\(said.signUp.passwordText())</p>\(PasswordView(call: call).new(said.password(), errors))</div></details>
            """
    }

    /// The browser's own zone if a script can ask for it, else the site's.
    private var zone: HTML {
        """
        <input type="hidden" name="timeZone" value="\(typed.timeZone ?? call.env.settings.timeZone)"\
        \(if: typed.timeZone == nil, " data-zone")>
        """
    }
}
