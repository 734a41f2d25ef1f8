import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The sign-in page as it was left: what was typed, and what was wrong with it.
struct SignInForm {
    var next = Paths.home
    /// What is sent again once they are signed in.
    var kept: KeptForm?
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
        // Neither of these pages would bring a kept form back.
        let isKeeping = form.kept != nil
        let main: HTML = """
            \(if: isKeeping, "<div class=\"inset\"><p>\(words.keeping())</p></div>")\
            <div class="two"><section class="card" aria-labelledby="code-h"><h2 id="code-h">\(words.byCode())</h2>\
            \(codeCard(form))</section>
            <section class="card" aria-labelledby="pass-h"><h2 id="pass-h">\(words.byPassword())</h2>\(passwordCard(form))\
            \(if: !isKeeping, "<p><a href=\"\(Paths.reset)\">\(words.forgotten())</a></p>")</section></div>
            \(if: !isKeeping, "<p>\(words.noAccount()) <a href=\"\(toSignUp)\">\(self.words.common.signUp())</a></p>")
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
            kept: form.kept,
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
            kept: form.kept,
            input(email) + input(password)
                + submit(words.common.signIn(), busy: peopleWords.signIn.signingIn(), style: "btn alt")
        )
    }

    /// After signing in: what was typed before, and the button that sends it.
    ///
    /// What was to be posted says again where that is and who reads it, and can be kept as a draft instead.
    func sendNowPage(_ kept: KeptForm, _ setting: WritingSetting?) -> Page {
        let words = peopleWords.signIn
        let destination = setting.map { setting -> HTML in
            "<p class=\"meta\">\(setting.community.name) · \(setting.group.name)\(setting.thread.map { " · " + $0.title })</p>\(readersInset(setting.audience))"
        }
        let instead: HTML =
            kept.isForDrafts
            ? """
             <button class="btn alt" formaction="\(Paths.drafts)">\(words.saveInstead())</button> \
            <button class="btn quiet danger" formaction="\(Paths.discardDraft)">\(words.doNotSend())</button>
            """
            : " <a class=\"btn alt\" href=\"\(Paths.home)\">\(words.doNotSend())</a>"
        return Page(
            words.sendNowTitle(),
            main: "<p>\(words.sendNowText())</p>\(destination)\(sendingAgain(kept, orElse: instead))"
        )
    }

    /// The account is there, and a site administrator has yet to approve it.
    func waitingPage(_ kept: KeptForm?) -> Page {
        let text: HTML = "<p>\(peopleWords.signIn.waitingText())</p>"
        return Page(peopleWords.signIn.waitingTitle(), main: text + (kept.map(shown) ?? HTML()))
    }

    /// The account is suspended or was given up.
    func barredPage(_ kept: KeptForm?) -> Page {
        let text: HTML = "<p>\(peopleWords.signIn.barredText())</p>"
        return Page(peopleWords.signIn.barredTitle(), main: text + (kept.map(shown) ?? HTML()))
    }
}
