import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the forms with a password have in common.
struct PasswordView {
    let call: Call

    /// The field for a password that is being chosen.
    func new(_ label: String, _ errors: [FieldError]) -> HTML {
        var password = LabelledInput("password", label)
        (password.type, password.autocomplete) = ("password", "new-password")
        password.hint = call.words.people.passwordHint()
        password.sentence = call.sentence("password", errors)
        return call.input(password)
    }

    /// The summary of one error that is no fault of a field alone: a password that does not hold.
    func summary(_ id: String) -> HTML {
        """
        <div class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">\(call.words.errors.heading())</h2>
        <ul><li><a href="#\(id)">\(call.words.refusal(.wrongCredentials).text)</a></li></ul></div>
        """
    }
}
