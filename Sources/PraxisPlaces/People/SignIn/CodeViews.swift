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
    func codePage(
        _ purpose: CodePurpose,
        _ email: String,
        next: String,
        kept: KeptForm? = nil,
        _ errors: [FieldError] = []
    ) -> Page {
        let words = peopleWords.code, paths = purpose.paths
        var code = LabelledInput("code", words.label())
        (code.isCode, code.autocomplete, code.sentence) = (true, "one-time-code", sentence("code", errors))
        let sent = purpose == .signUp ? words.sent(["email": email]) : words.sentIfKnown(["email": email])
        let main: HTML = """
            <p>\(sent) \(words.lasts(Int(Limits.codeLifetime.wholeSeconds / 60)))</p>
            \(form(
                paths.check, hidden: [("email", email)], next: next, kept: kept,
                input(code) + submit(peopleWords.goOn(), busy: words.checking())))
            <div class="row">\(form(
                paths.ask, hidden: [("email", email)], next: next, kept: kept,
                "<button class=\"btn quiet\" data-busy=\"\(peopleWords.sending())\">\(words.another())</button>"))\
            \(otherAddress(purpose, next, kept))</div>
            """
        var page = Page(words.heading(), main: main)
        if purpose == .signUp { page.lead = step(2) }
        page.banner = errorSummary(errors)
        return page
    }

    /// Back to where the address is asked for.
    private func otherAddress(_ purpose: CodePurpose, _ next: String, _ kept: KeptForm?) -> HTML {
        let label = peopleWords.code.change(), begin = purpose.paths.begin
        if kept != nil {
            return form(Paths.signInAgain, next: next, kept: kept, "<button class=\"btn quiet\">\(label)</button>")
        }
        let path = next == Paths.home ? begin : begin + "?next=" + Fields.encode(next)
        return "<a class=\"btn quiet\" href=\"\(path)\">\(label)</a>"
    }

    /// How far a sign-up has come.
    func step(_ number: Int) -> HTML {
        "<p class=\"meta\">\(peopleWords.signUp.step(["number": String(number), "count": "4"]))</p>"
    }
}
