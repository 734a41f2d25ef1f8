import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// A log with its filters; each line told in words, the newest first.
    func auditPage(_ log: AuditLog, _ page: AuditPage, _ errors: [FieldError]) -> Page {
        let audit = words.audit
        let list: HTML = page.lines.isEmpty ? "<p class=\"empty\">\(audit.nothing())</p>" : table(page.lines)
        var made = Page(
            audit.title(),
            main: """
                \(errorSummary(errors))<p>\(explanation(log.scope))</p>\(filters(log, errors))\(claims(log))\(list)\(auditPages(log, page))
                """
        )
        made.crumbs = log.crumbs
        made.place = log.crumbs.last?.name ?? ""
        return made
    }

    private func explanation(_ scope: AuditScope) -> String {
        switch scope {
        case .site: words.audit.aboutSite()
        case .community: words.audit.aboutCommunity()
        case .group: words.audit.aboutGroup()
        }
    }

    private func filters(_ log: AuditLog, _ errors: [FieldError]) -> HTML {
        let audit = words.audit
        var from = Field("from", audit.from(), value: query.text("from"), errors: errors)
        var to = Field("to", audit.to(), value: query.text("to"), errors: errors)
        (from.type, to.type) = ("date", "date")
        return """
            <form class="filters" method="get" action="\(log.path)">\(actChoice(errors))\
            \(if: query.isTicked("claims"), "<input type=\"hidden\" name=\"claims\" value=\"yes\">")\
            \(field(Field("person", audit.person(), value: query.text("person"), errors: errors)))\(field(from))\(field(to))\
            <div><button class="btn alt">\(audit.filter())</button></div></form>
            """
    }

    private func actChoice(_ errors: [FieldError]) -> HTML {
        let audit = words.audit, problem = errors.first { $0.field == "act" }?.problem, chosen = query.text("act")
        let acts = env.capabilities.audits.map { ($0.act.rawValue, words.name(of: $0.act)) }.sorted { $0.1 < $1.1 }
        return """
            <div class="field\(if: problem != nil, " bad")"><label for="act">\(audit.act())</label>\
            \(problem.map { "<span class=\"error\">\(words.sentence($0, of: "act"))</span>" as HTML })\
            <select id="act" name="act"><option value="">\(audit.anyAct())</option>\
            \(each: acts, { "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }

    /// The link that shows or hides claims; empty if the log is filtered by act.
    private func claims(_ log: AuditLog) -> HTML {
        if !query.text("act").isEmpty { return HTML() }
        let audit = words.audit, areShown = query.isTicked("claims")
        let path = auditPath(log.path, before: nil, claims: !areShown)
        return """
            <p>\(if: !areShown, "\(audit.claimsHidden()) ")<a href="\(path)">\(areShown ? audit.hideClaims() : audit.showClaims())</a></p>
            """
    }

    private func table(_ lines: [AuditLine]) -> HTML {
        let audit = words.audit, heads = [audit.who(), audit.act(), audit.place(), audit.at()]
        return """
            <div class="card"><table class="log"><caption class="vh">\(audit.title())</caption>\
            <thead><tr>\(each: heads, { "<th scope=\"col\">\($0)</th>" as HTML })</tr></thead>
            <tbody>\(each: lines, auditLine)</tbody></table></div>
            """
    }

    /// Who leads, and what they did reads on.
    private func auditLine(_ line: AuditLine) -> HTML {
        let told = line.told(words, env.capabilities), about = line.person.map { words.audit.about(["name": $0]) }
        let more = [about, told.details.isEmpty ? nil : told.details].compactMap { $0 }
        let thread = line.thread.map { " · <a href=\"\(Paths.thread($0))\">\(words.audit.thread())</a>" as HTML }
        return """
            <tr><th scope="row">\(words.actor(of: line))</th><td>\(told.act)\
            \(if: !more.isEmpty, "<span class=\"meta\"> \(more.joined(separator: " · "))</span>")</td>\
            <td>\(words.place(of: line))\(thread)</td><td>\(time(line.at))</td></tr>

            """
    }

    private func auditPages(_ log: AuditLog, _ page: AuditPage) -> HTML {
        let audit = words.audit
        let older = page.next.map { next -> HTML in
            let path = auditPath(log.path, before: next)
            return """
                <nav class="pages" aria-label="\(words.common.pages())"><ul><li><a href="\(path)" rel="next">\(audit.older())</a></li></ul></nav>
                """
        }
        if page.lines.isEmpty { return HTML() }
        return
            "\(older)<p><a href=\"\(auditPath(log.path + ".csv", before: nil, claims: false))\">\(audit.download())</a></p>"
    }
}
