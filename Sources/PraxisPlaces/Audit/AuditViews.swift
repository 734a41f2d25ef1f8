import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// A log with its filters; each line told in words, the newest first.
struct AuditPageView: PageView {
    let call: Call
    let log: AuditLog
    let found: AuditPage
    var errors: [FieldError] = []

    private var audit: AuditWords { call.words.audit }

    var page: Page {
        let list = found.lines.isEmpty ? empty : table
        var page = Page(
            audit.title(),
            main: """
                <p class="prose">\(explanation)</p>\(filters)\(claims)\(list)\(otherPages)
                """
        )
        page.banner = call.errorSummary(errors)
        page.crumbs = log.crumbs
        page.shape = .wide
        page.place = log.crumbs.last?.name ?? ""
        page.lead = ReadersStrip(.members, "\(readers)", call.words).html
        return log.menu.beside(page)
    }

    private var readers: String {
        if case .site = log.scope { audit.readersSite() } else { audit.readersPlace() }
    }

    private var explanation: String {
        switch log.scope {
        case .site: audit.aboutSite()
        case .community: audit.aboutCommunity()
        case .group: audit.aboutGroup()
        }
    }

    private var isFiltered: Bool { ["act", "person", "from", "to"].contains { !call.query.text($0).isEmpty } }

    /// That nothing was found, with the way back to everything; or what will stand here.
    private var empty: HTML {
        let all: HTML = "<br><a class=\"btn alt\" href=\"\(log.path)\">\(audit.showAll())</a>"
        return "<p class=\"empty\">\(isFiltered ? audit.nothing() : audit.nothingYet())\(if: isFiltered, all)</p>"
    }

    /// Folded on a narrow page, unless one is in use or wrong.
    private var filters: HTML {
        SideFold(audit.filters(), isOpen: isFiltered || !errors.isEmpty, filterForm).html
    }

    private var filterForm: HTML {
        var from = Field("from", audit.from(), value: call.query.text("from"), errors: errors)
        var to = Field("to", audit.to(), value: call.query.text("to"), errors: errors)
        (from.type, to.type) = ("date", "date")
        return """
            <form class="filters" method="get" action="\(log.path)">\(actChoice)\
            \(if: call.query.isTicked("claims"), "<input type=\"hidden\" name=\"claims\" value=\"yes\">")\
            \(call.field(Field("person", audit.person(), value: call.query.text("person"), errors: errors)))\(call.field(from))\(call.field(to))\
            <div><button class="btn alt">\(audit.filter())</button></div></form>
            """
    }

    private var actChoice: HTML {
        let problem = errors.first { $0.field == "act" }?.problem, chosen = call.query.text("act")
        let acts = call.env.capabilities.audits.map { ($0.act.rawValue, call.words.name(of: $0.act)) }.sorted {
            $0.1 < $1.1
        }
        return """
            <div class="field\(if: problem != nil, " bad")"><label for="act">\(audit.act())</label>\
            \(problem.map { "<span class=\"error\">\(call.words.sentence($0, of: "act"))</span>" as HTML })\
            <select id="act" name="act"><option value="">\(audit.anyAct())</option>\
            \(each: acts, { "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }

    /// The link that shows or hides claims; empty if the log is filtered by act.
    private var claims: HTML {
        if !call.query.text("act").isEmpty { return HTML() }
        let areShown = call.query.isTicked("claims")
        let path = call.auditPath(log.path, before: nil, claims: !areShown)
        return """
            <p>\(if: !areShown, "\(audit.claimsHidden()) ")<a href="\(path)">\(areShown ? audit.hideClaims() : audit.showClaims())</a></p>
            """
    }

    var table: HTML {
        let heads = [audit.who(), audit.act(), audit.at()]
        return """
            <div class="card"><table class="log"><caption class="vh">\(audit.title())</caption>\
            <thead><tr>\(each: heads, { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
            <tbody>\(each: found.lines, line)</tbody></table></div>
            """
    }

    /// Who leads, and what they did reads on.
    private func line(_ line: AuditLine) -> HTML {
        let told = line.told(call.words, call.env.capabilities), about = line.person.map { audit.about(["name": $0]) }
        let more = [about, told.details.isEmpty ? nil : told.details].compactMap { $0 }
        let thread = line.thread.map { " · <a href=\"\(Paths.thread($0))\">\(audit.thread())</a>" as HTML }
        return """
            <tr><th scope="row">\(call.words.actor(of: line))</th><td>\(told.act)\
            \(if: !more.isEmpty, "<span class=\"meta\"> · \(more.joined(separator: " · "))</span>")\
            <br><span class="meta">\(place(of: line))\(thread)</span></td><td>\(call.time(line.at))</td></tr>

            """
    }

    /// Where it was; a place's own log does not say its community again.
    private func place(of line: AuditLine) -> String {
        if case .site = log.scope { return call.words.place(of: line) }
        return line.extent == .whole ? line.group?.name ?? audit.community() : call.words.place(of: line)
    }

    private var otherPages: HTML {
        let older = found.next.map { next -> HTML in
            let path = call.auditPath(log.path, before: next)
            return """
                <nav class="pages" aria-label="\(call.words.common.pages())"><ul><li><a href="\(path)" rel="next">\(audit.older())</a></li></ul></nav>
                """
        }
        if found.lines.isEmpty { return HTML() }
        return
            "\(older)<p><a href=\"\(call.auditPath(log.path + ".csv", before: nil, claims: false))\">\(audit.download())</a></p>"
    }
}
