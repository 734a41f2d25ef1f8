import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The sign-in page as it was left: what was typed, and what was wrong with it.
struct SignInForm {
    var next = Paths.home
    /// What is sent again once they are signed in.
    var kept: KeptForm?
    var email = ""
    var errors: [FieldError] = []
    /// The password did not hold.
    var isWrong = false
}

extension Call {
    func signInPage(_ form: SignInForm) -> Page {
        var page = Page(words.common.signIn(), main: signingIn(form))
        page.banner = form.isWrong ? passwordSummary("password") : errorSummary(form.errors)
        page.current = Paths.signIn
        return page
    }

    /// What a reader who is not signed in meets at an address that shows them nothing: the same for what is hidden and what is missing.
    func signInToSeePage() -> Page {
        var page = Page(
            words.door.seeTitle(),
            main: "<p>\(words.door.seeText())</p>\(signingIn(SignInForm(next: here)))"
        )
        page.current = Paths.signIn
        return page
    }

    /// One address, for password and code alike, and the ways on for anyone who cannot sign in yet.
    private func signingIn(_ form: SignInForm) -> HTML {
        let words = peopleWords.signIn
        let isHome = form.next == Paths.home
        let toSignUp = isHome ? Paths.signUp : Paths.signUp(thenTo: form.next)
        let toReset = isHome ? Paths.reset : Paths.reset(thenTo: form.next)
        // None of these pages would bring a kept form back.
        let isKeeping = form.kept != nil
        return """
            \(if: isKeeping, "<div class=\"inset\"><p>\(words.keeping())</p></div>")\
            <div class="card">\(signInForm(form))</div>\
            \(if: !isKeeping, """
                <p><a href="\(toReset)">\(words.forgotten())</a></p>
                <p>\(words.noAccount()) <a href="\(toSignUp)">\(self.words.common.signUp())</a></p>
                """)
            """
    }

    /// Enter in either field takes the first button, which mails a code if no password was typed.
    private func signInForm(_ form: SignInForm) -> HTML {
        var email = LabelledInput("email", peopleWords.email()),
            password = LabelledInput("password", peopleWords.password())
        (email.value, email.type, email.autocomplete) = (form.email, "email", "username")
        email.sentence = sentence("email", form.errors)
        (password.type, password.autocomplete) = ("password", "current-password")
        password.hint = words.door.passwordHint()
        if form.isWrong { password.sentence = words.refusal(.wrongCredentials).text }
        let code: HTML = """
            <button class="btn alt" formaction="\(Paths.signInCode)" data-busy="\(peopleWords.sending())">\
            \(peopleWords.signIn.sendCode())</button>
            """
        return self.form(
            Paths.signIn,
            next: form.next,
            kept: form.kept,
            input(email) + input(password)
                + submit(words.common.signIn(), busy: peopleWords.signIn.signingIn(), beside: code)
        )
    }

    /// After signing in: what was typed before, and the button that sends it.
    ///
    /// The capability that the form belongs to says where it goes, and what can be done instead.
    func sendNowPage(_ kept: KeptForm, _ content: KeptFormPart.Content?) -> Page {
        let words = peopleWords.signIn
        let instead = content?.instead ?? " <a class=\"btn alt\" href=\"\(Paths.home)\">\(words.doNotSend())</a>"
        return Page(
            words.sendNowTitle(),
            main: "<p>\(words.sendNowText())</p>\(content?.place)\(sendingAgain(kept, orElse: instead))"
        )
    }

    /// The account is there, and a site administrator has yet to approve it.
    ///
    /// Where they were going is said in full, to be kept: an invitation's address is stored nowhere.
    func waitingPage(_ kept: KeptForm?, next: String) -> Page {
        let address = env.settings.baseURL + next
        let link: HTML = """
            <p>\(words.door.afterApproval())</p><p><a href="\(next)">\(address)</a></p>
            """
        let text: HTML = "<p>\(peopleWords.signIn.waitingText())</p>\(if: next != Paths.home, link)"
        return Page(peopleWords.signIn.waitingTitle(), main: text + (kept.map(shown) ?? HTML()))
    }

    /// The account is suspended or was given up.
    func barredPage(_ kept: KeptForm?) -> Page {
        let text: HTML = "<p>\(peopleWords.signIn.barredText())</p>"
        return Page(peopleWords.signIn.barredTitle(), main: text + (kept.map(shown) ?? HTML()))
    }
}
