import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension CodePurpose {
    /// Where the first page of the steps is, where it sends the address, and where the code goes.
    fileprivate var paths: (begin: String, ask: String, check: String) {
        switch self {
        case .signIn: (Paths.signIn, Paths.signInCode, Paths.signInCodeCheck)
        case .signUp: (Paths.signUp, Paths.signUp, Paths.signUpCode)
        case .reset: (Paths.reset, Paths.reset, Paths.resetCode)
        }
    }
}

extension Call {
    /// Where the mailed code is typed: the same page whether or not a mail is on its way.
    func codePage(_ purpose: CodePurpose, _ email: String, next: String, _ errors: [FieldError] = []) -> Page {
        let words = peopleWords.code, paths = purpose.paths
        var code = LabelledInput("code", words.label())
        (code.isCode, code.autocomplete, code.sentence) = (true, "one-time-code", sentence("code", errors))
        let sent = purpose == .signUp ? words.sent(["email": email]) : words.sentIfKnown(["email": email])
        let begin = next == Paths.home || purpose == .reset ? paths.begin : paths.begin + "?next=" + Fields.encode(next)
        let main: HTML = """
            <p>\(sent) \(words.lasts(Int(Limits.codeLifetime.wholeSeconds / 60)))</p>
            \(form(
                paths.check, hidden: [("email", email)], next: next,
                input(code) + submit(peopleWords.goOn(), busy: words.checking())))
            <div class="row">\(form(
                paths.ask, hidden: [("email", email)], next: next,
                "<button class=\"btn quiet\" data-busy=\"\(peopleWords.sending())\">\(words.another())</button>"))\
            <a class="btn quiet" href="\(begin)">\(words.change())</a></div>
            """
        var page = Page(words.heading(), main: main)
        if purpose == .signUp { page.lead = step(2) }
        page.banner = errorSummary(errors)
        return page
    }

    /// How far a sign-up has come.
    func step(_ number: Int) -> HTML {
        "<p class=\"meta\">\(peopleWords.signUp.step(["number": String(number), "count": "4"]))</p>"
    }
}
