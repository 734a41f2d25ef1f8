import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

private struct CodePaths {
    /// The first page of the steps.
    let begin: String
    /// Where it sends the address.
    let ask: String
    /// Where the code goes.
    let check: String
}

extension CodePurpose {
    fileprivate var paths: CodePaths {
        switch self {
        case .signIn: CodePaths(begin: Paths.signIn, ask: Paths.signInCode, check: Paths.signInCodeCheck)
        case .signUp: CodePaths(begin: Paths.signUp, ask: Paths.signUp, check: Paths.signUpCode)
        case .reset: CodePaths(begin: Paths.reset, ask: Paths.reset, check: Paths.resetCode)
        }
    }
}

/// Where the mailed code is typed: the same page whether or not a mail is on its way.
struct CodePageView: PageView {
    let call: Call
    let purpose: CodePurpose
    let email: String
    let next: String
    var kept: KeptForm?
    var errors: [FieldError] = []

    private var said: PeopleWords { call.words.people }

    var page: Page {
        let words = said.code, paths = purpose.paths
        var code = LabelledInput("code", words.label())
        code.isCode = true
        code.autocomplete = "one-time-code"
        code.sentence = call.sentence("code", errors)
        let sent = purpose == .signUp ? words.sent(["email": email]) : words.sentIfKnown(["email": email])
        let main: HTML = """
            <p>\(sent) \(words.lasts(Int(Limits.codeLifetime.wholeSeconds / 60)))</p>
            <div class="card">\(call.form(
                paths.check, hidden: [("email", email)], next: next, kept: kept,
                call.input(code) + call.submit(said.goOn(), busy: words.checking())))</div>
            <div class="row">\(call.form(
                paths.ask, hidden: [("email", email)], next: next, kept: kept,
                "<button class=\"btn quiet\" data-busy=\"\(said.sending())\">\(words.another())</button>"))\
            \(otherAddress)</div>
            """
        var page = Page(words.heading(), main: main)
        page.banner = call.errorSummary(errors)
        return page
    }

    /// Back to where the address is asked for.
    private var otherAddress: HTML {
        let label = said.code.change(), begin = purpose.paths.begin
        if kept != nil {
            return call.form(Paths.signInAgain, next: next, kept: kept, "<button class=\"btn quiet\">\(label)</button>")
        }
        let path = next == Paths.home ? begin : begin + "?next=" + Fields.encode(next)
        return "<a class=\"btn quiet\" href=\"\(path)\">\(label)</a>"
    }
}

extension PeopleWords {
    /// The heading of one of the steps that newcomers are led through.
    package func step(_ number: Int, _ title: String) -> String {
        signUp.step(["number": String(number), "count": "4", "title": title])
    }
}
