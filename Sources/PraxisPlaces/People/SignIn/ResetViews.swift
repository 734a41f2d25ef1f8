import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The first step of a reset: the address.
struct ResetPageView: PageView {
    let call: Call
    var typed = ""
    let next: String
    var errors: [FieldError] = []

    private var said: PeopleWords { call.words.people }

    var page: Page {
        var email = LabelledInput("email", said.email())
        email.value = typed
        email.type = "email"
        email.autocomplete = "email"
        email.sentence = call.sentence("email", errors)
        var page = Page(
            said.reset.heading(),
            main: """
                <p>\(said.reset.text())</p>
                <div class="card">\(call.form(Paths.reset, next: next, call.input(email) + call.submit(said.signIn.sendCode(), busy: said.sending())))</div>
                """
        )
        page.banner = call.errorSummary(errors)
        return page
    }
}

/// The last step of a reset: the new password.
struct ResetPasswordPageView: PageView {
    let call: Call
    let proof: String
    let next: String
    var errors: [FieldError] = []

    private var said: PeopleWords { call.words.people }

    var page: Page {
        var page = Page(
            said.reset.passwordHeading(),
            main: """
                <p>\(said.endsOthers())</p>
                <div class="card">\(call.form(
                    Paths.resetPassword, hidden: [("proof", proof)], next: next,
                    PasswordView(call: call).new(said.newPassword(), errors) + call.submit(call.words.common.save(), busy: call.words.common.saving())))</div>
                """
        )
        page.banner = call.errorSummary(errors)
        return page
    }
}
