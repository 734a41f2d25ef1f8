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

/// The sign-in page.
struct SignInPageView: PageView {
    let call: Call
    let form: SignInForm

    var page: Page {
        var page = Page(call.words.common.signIn(), main: SignInFormView(call: call, form: form).html)
        page.banner = form.isWrong ? PasswordView(call: call).summary("password") : call.errorSummary(form.errors)
        page.current = Paths.signIn
        return page
    }
}

/// What a reader who is not signed in meets at an address that shows them nothing: the same for what is hidden and what is missing.
struct SignInToSeePageView: PageView {
    let call: Call

    var page: Page {
        let form = SignInFormView(call: call, form: SignInForm(next: call.here))
        var page = Page(
            call.words.door.seeTitle(),
            main: "<p>\(call.words.door.seeText())</p>\(form.html)"
        )
        page.current = Paths.signIn
        return page
    }
}

/// The form for signing in.
private struct SignInFormView {
    let call: Call
    let form: SignInForm

    private var said: PeopleWords { call.words.people }

    /// One address, for password and code alike, and the ways on for anyone who cannot sign in yet.
    var html: HTML {
        let words = said.signIn
        let isHome = form.next == Paths.home
        let toSignUp = isHome ? Paths.signUp : Paths.signUp(thenTo: form.next)
        let toReset = isHome ? Paths.reset : Paths.reset(thenTo: form.next)
        // None of these pages would bring a kept form back.
        let isKeeping = form.kept != nil
        return """
            \(if: isKeeping, "<div class=\"inset\"><p>\(words.keeping())</p></div>")\
            <div class="card">\(fields)</div>\
            \(if: !isKeeping, """
                <p><a href="\(toReset)">\(words.forgotten())</a></p>
                <p>\(words.noAccount()) <a href="\(toSignUp)">\(call.words.common.signUp())</a></p>
                """)
            """
    }

    /// Enter in either field takes the first button, which mails a code if no password was typed.
    private var fields: HTML {
        var email = LabelledInput("email", said.email()),
            password = LabelledInput("password", said.password())
        email.value = form.email
        email.type = "email"
        email.autocomplete = "username"
        email.sentence = call.sentence("email", form.errors)
        (password.type, password.autocomplete) = ("password", "current-password")
        if form.isWrong { password.sentence = call.words.refusal(.wrongCredentials).text }
        let code: HTML = """
            <button class="btn alt" formaction="\(Paths.signInCode)" data-busy="\(said.sending())">\
            \(said.signIn.sendCode())</button>
            """
        return call.form(
            Paths.signIn,
            next: form.next,
            kept: form.kept,
            call.input(email) + call.input(password)
                + call.submit(call.words.common.signIn(), busy: said.signIn.signingIn(), beside: code)
        )
    }
}

/// After signing in: what was typed before, and the button that sends it.
///
/// The capability that the form belongs to says where it goes, and what can be done instead.
struct SendNowPageView: PageView {
    let call: Call
    let kept: KeptForm
    let content: KeptFormPart.Content?

    var page: Page {
        let words = call.words.people.signIn
        let instead = content?.instead ?? " <a class=\"btn alt\" href=\"\(Paths.home)\">\(words.doNotSend())</a>"
        return Page(
            words.sendNowTitle(),
            main: "<p>\(words.sendNowText())</p>\(content?.place)\(call.sendingAgain(kept, orElse: instead))"
        )
    }
}

/// The account is there, and a site administrator has yet to approve it.
///
/// Where they were going is said in full, to be kept: an invitation's address is stored nowhere.
struct WaitingPageView: PageView {
    let call: Call
    let kept: KeptForm?
    let next: String

    var page: Page {
        let said = call.words.people.signIn
        let address = call.env.settings.baseURL + next
        let link: HTML = """
            <p>\(call.words.door.afterApproval())</p><p><a href="\(next)">\(address)</a></p>
            """
        let text: HTML = "<p>\(said.waitingText())</p><p>\(said.waitingNext())</p>\(if: next != Paths.home, link)"
        return Page(said.waitingTitle(), main: text + (kept.map(call.shown) ?? HTML()))
    }
}

/// The account is suspended or was given up.
struct BarredPageView: PageView {
    let call: Call
    let kept: KeptForm?

    var page: Page {
        let said = call.words.people.signIn
        let text: HTML = "<p>\(said.barredText())</p>"
        return Page(said.barredTitle(), main: text + (kept.map(call.shown) ?? HTML()))
    }
}
