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
        (proof, name, next) = (fields.text("proof"), fields.text("name"), fields.next)
        timeZone = fields["timeZone"]
    }
}

extension Call {
    /// Step 1: the address.
    func signUpPage(_ typed: String, next: String, _ errors: [FieldError] = []) -> Page {
        let words = peopleWords.signUp
        var email = LabelledInput("email", peopleWords.email())
        (email.value, email.type, email.autocomplete) = (typed, "email", "email")
        (email.hint, email.sentence) = (words.emailHint(), sentence("email", errors))
        var page = Page(
            words.emailHeading(),
            main: """
                \(signUpRule)\(form(
                    Paths.signUp, next: next,
                    input(email) + submit(peopleWords.signIn.sendCode(), busy: peopleWords.sending())))
                <p>\(words.haveAccount()) <a href="\(next == Paths.home ? Paths.signIn : Paths.signIn(thenTo: next))">\(self.words.common.signIn())</a></p>
                """
        )
        (page.lead, page.banner, page.current) = (step(1), errorSummary(errors), Paths.signUp)
        return page
    }

    /// Who may sign up, unless anyone may at once.
    private var signUpRule: HTML {
        switch env.settings.signUp {
        case .open: HTML()
        case .domains(let domains):
            "<p>\(peopleWords.signUp.domains(["domains": domains.joined(separator: ", ")]))</p>"
        case .approval: "<p>\(peopleWords.signUp.approval())</p>"
        }
    }

    /// Step 3: the name.
    func namePage(_ typed: SignUpForm, _ errors: [FieldError] = []) -> Page {
        var name = LabelledInput("name", peopleWords.name())
        (name.value, name.autocomplete, name.hint) = (typed.name, "name", peopleWords.nameHint())
        name.sentence = sentence("name", errors)
        var page = Page(
            peopleWords.signUp.nameHeading(),
            main: form(
                Paths.signUpName,
                hidden: [("proof", typed.proof)],
                next: typed.next,
                input(name) + submit(peopleWords.goOn(), busy: words.common.saving())
            )
        )
        (page.lead, page.banner) = (step(3), errorSummary(errors))
        return page
    }

    /// Step 4: a password, if one is wanted, and the time zone: the browser's own if a script can ask for it, else the site's.
    func newPasswordPage(_ typed: SignUpForm, _ errors: [FieldError] = []) -> Page {
        let words = peopleWords.signUp
        let without: HTML = "<button class=\"btn quiet\" name=\"skip\" value=\"1\">\(words.withoutPassword())</button>"
        var page = Page(
            words.passwordHeading(),
            main: """
                <p>\(words.passwordText())</p>
                \(form(
                    Paths.signUpPassword, hidden: [("proof", typed.proof), ("name", typed.name)], next: typed.next,
                    newPassword(peopleWords.password(), errors)
                        + zoneSelect(typed.timeZone ?? env.settings.timeZone, errors, asksBrowser: typed.timeZone == nil)
                        + submit(words.finish(), busy: self.words.common.saving(), beside: without)))
                """
        )
        (page.lead, page.banner) = (step(4), errorSummary(errors))
        return page
    }

    /// The field for a password that is being chosen.
    func newPassword(_ label: String, _ errors: [FieldError]) -> HTML {
        var password = LabelledInput("password", label)
        (password.type, password.autocomplete, password.hint) = ("password", "new-password", peopleWords.passwordHint())
        password.sentence = sentence("password", errors)
        return input(password)
    }

    /// The first step of a reset: the address.
    func resetPage(_ typed: String, next: String, _ errors: [FieldError] = []) -> Page {
        var email = LabelledInput("email", peopleWords.email())
        (email.value, email.type, email.autocomplete) = (typed, "email", "email")
        email.sentence = sentence("email", errors)
        var page = Page(
            peopleWords.reset.heading(),
            main: """
                <p>\(peopleWords.reset.text())</p>
                \(form(Paths.reset, next: next, input(email) + submit(peopleWords.signIn.sendCode(), busy: peopleWords.sending())))
                """
        )
        page.banner = errorSummary(errors)
        return page
    }

    /// The last step of a reset: the new password.
    func resetPasswordPage(_ proof: String, next: String, _ errors: [FieldError] = []) -> Page {
        var page = Page(
            peopleWords.reset.passwordHeading(),
            main: """
                <p>\(peopleWords.endsOthers())</p>
                \(form(
                    Paths.resetPassword, hidden: [("proof", proof)], next: next,
                    newPassword(peopleWords.newPassword(), errors) + submit(words.common.save(), busy: words.common.saving())))
                """
        )
        page.banner = errorSummary(errors)
        return page
    }
}
