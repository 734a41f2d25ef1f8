import HTML
import PraxisCommunity
import PraxisDomain
import PraxisOutbox
import PraxisPlaces
import PraxisSite
import PraxisWeb
import PraxisWords

/// What is to be done on a new site, each step with whether it is done.
struct SetupPageView: PageView {
    let call: Call
    let state: SetupState
    /// Of the link that opened the page; nil for a site administrator who came without it.
    var token: String?

    private var said: SetupWords { call.words.setup }

    var page: Page {
        var page = Page(
            said.title(),
            main: """
                <section class="card"><h2>\(said.done(state.done))</h2><ol class="tasks">\(administrator)\(site)\(mail)\(community)\(people)</ol></section>
                \(if: token == nil, finish)
                <section class="card"><h2>\(said.configuration())</h2><p>\(said.configurationText())</p>\(facts)</section>
                """
        )
        page.lead = "<p class=\"lead\">\(said.lead())</p>"
        return page
    }

    private var administrator: HTML {
        let path = state.hasAdministrator ? Paths.settings : token.map { Paths.firstAdministrator($0) }
        return step(said.administrator(), said.administratorHint(), path, isDone: state.hasAdministrator)
    }

    private var site: HTML {
        step(said.site(), said.siteHint(), open(Paths.siteSettings), isDone: state.saysWhoRunsIt)
    }

    private var mail: HTML {
        var row = StepRow(call.words.setup, said.mail(), said.mailHint(), to: open(Paths.outbox))
        switch state.testMail {
        case .failed: row.tag = "<span class=\"tag danger\">\(call.words.outbox.states.failed())</span>"
        case .waiting: row.tag = "<span class=\"tag info\">\(call.words.outbox.states.waiting())</span>"
        case .sent: row.isDone = true
        case .skipped, nil: break
        }
        return row.html
    }

    private var community: HTML {
        let path = state.community.map { Paths.community($0) } ?? Paths.newCommunity
        return step(said.community(), said.communityHint(), open(path), isDone: state.community != nil)
    }

    private var people: HTML {
        let path = state.community.map { PlacePaths(community: $0).members + "#invite" }
        return step(said.people(), said.peopleHint(), path.flatMap(open), isDone: state.hasInvited)
    }

    /// Nothing but the first step can be opened before there is an administrator to open it.
    private func open(_ path: String) -> String? { state.hasAdministrator ? path : nil }

    private func step(_ name: String, _ hint: String, _ path: String?, isDone: Bool) -> HTML {
        var row = StepRow(said, name, hint, to: path)
        row.isDone = isDone
        return row.html
    }

    private var finish: HTML {
        """
        <section class="card"><h2>\(said.finish())</h2><p>\(said.finishText())</p>\
        \(call.button(Paths.finishSetup, said.finish(), style: "btn alt"))</section>
        """
    }

    private var facts: HTML {
        let settings = call.env.settings
        let languages = settings.languages.map(\.rawValue).joined(separator: ", ")
        return """
            <dl class="facts"><dt>\(said.siteName())</dt><dd>\(settings.name)</dd><dt>\(said.address())</dt><dd>\(settings.baseURL)</dd>\
            <dt>\(said.languages())</dt><dd>\(languages)</dd><dt>\(said.zone())</dt><dd>\(settings.timeZone)</dd>\
            <dt>\(said.sender())</dt><dd>\(settings.mailFrom)</dd></dl>
            """
    }
}

/// The form that makes the first account.
struct FirstAdministratorPageView: PageView {
    let call: Call
    let typed: Fields
    var errors: [FieldError] = []

    private var said: SetupWords { call.words.setup }

    var page: Page {
        var page = Page(
            said.administrator(),
            main: call.form(
                call.here,
                """
                <div class="card">\(call.field(name))\(call.field(email))\(call.field(password))\
                \(call.submit(said.create(), busy: call.words.common.saving()))</div>
                """
            )
        )
        page.lead = "<p class=\"lead\">\(said.administratorLead())</p>"
        page.banner = call.errorSummary(errors)
        return page
    }

    private var name: Field {
        var field = Field("name", said.name(), value: typed.text("name"), errors: errors)
        field.autocomplete = "name"
        return field
    }

    private var email: Field {
        var field = Field("email", said.email(), value: typed.text("email"), errors: errors)
        (field.type, field.autocomplete) = ("email", "email")
        return field
    }

    private var password: Field {
        var field = Field("password", said.password(), value: "", errors: errors)
        field.type = "password"
        field.autocomplete = "new-password"
        field.hint = said.passwordHint()
        return field
    }
}
