import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The sign-in page as it was left: what was typed, and what was wrong with it.
struct SignInForm {
    var next = Paths.home
    var codeEmail = ""
    var email = ""
    /// About the card that mails a code.
    var errors: [FieldError] = []
    /// The password did not hold.
    var isWrong = false
}

extension Call {
    func signInPage(_ form: SignInForm) -> Page {
        let words = peopleWords.signIn
        let toSignUp = form.next == Paths.home ? Paths.signUp : Paths.signUp(thenTo: form.next)
        let main: HTML = """
            <div class="two"><section class="card" aria-labelledby="code-h"><h2 id="code-h">\(words.byCode())</h2>\
            \(codeCard(form))</section>
            <section class="card" aria-labelledby="pass-h"><h2 id="pass-h">\(words.byPassword())</h2>\(passwordCard(form))\
            <p><a href="\(Paths.reset)">\(words.forgotten())</a></p></section></div>
            <p>\(words.noAccount()) <a href="\(toSignUp)">\(self.words.common.signUp())</a></p>
            """
        var page = Page(self.words.common.signIn(), main: main)
        page.banner = form.isWrong ? passwordSummary("password") : errorSummary(form.errors)
        page.current = Paths.signIn
        return page
    }

    private func codeCard(_ form: SignInForm) -> HTML {
        var email = LabelledInput("email", id: "code-email", peopleWords.email())
        (email.value, email.type, email.autocomplete) = (form.codeEmail, "email", "email")
        email.sentence = sentence("code-email", form.errors)
        return self.form(
            Paths.signInCode,
            next: form.next,
            input(email) + submit(peopleWords.signIn.sendCode(), busy: peopleWords.sending())
        )
    }

    private func passwordCard(_ form: SignInForm) -> HTML {
        var email = LabelledInput("email", peopleWords.email()),
            password = LabelledInput("password", peopleWords.password())
        (email.value, email.type, email.autocomplete) = (form.email, "email", "username")
        (password.type, password.autocomplete) = ("password", "current-password")
        if form.isWrong { password.sentence = words.errors.wrongCredentials() }
        return self.form(
            Paths.signIn,
            next: form.next,
            input(email) + input(password)
                + submit(words.common.signIn(), busy: peopleWords.signIn.signingIn(), style: "btn alt")
        )
    }

    /// The account is there, and a site administrator has yet to approve it.
    var waitingPage: Page {
        Page(peopleWords.signIn.waitingTitle(), main: "<p>\(peopleWords.signIn.waitingText())</p>")
    }

    /// The account is suspended or was given up.
    var barredPage: Page {
        Page(peopleWords.signIn.barredTitle(), main: "<p>\(peopleWords.signIn.barredText())</p>")
    }
}
