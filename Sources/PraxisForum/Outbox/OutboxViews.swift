import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// What became of the site's mail, for whoever looks after it.
    func outboxPage(_ outbox: OutboxPage) -> Page {
        let words = words.outbox
        var page = Page(
            words.title(),
            main: """
                \(if: !outbox.failed.isEmpty, givenUp(outbox.failed))
                <section class="card"><h2 id="log-h">\(words.log())</h2>\(filter(outbox.address))
                \(table(outbox.latest, "log-h", retries: false))</section>
                """
        )
        page.lead = "<p class=\"meta\">\(words.waits(outbox.waiting))</p>"
        page.shape = .wide
        page.crumbs = [Page.Crumb(self.words.common.settings(), Paths.settings)]
        if query["done"] == "retried" { page.banner = banner(words.retried()) }
        return page
    }

    private func givenUp(_ mails: [MailLine]) -> HTML {
        let words = words.outbox
        return """
            <section class="card"><h2 id="failed-h">\(words.givenUp())</h2><p>\(words.givenUpText())</p>
            \(table(mails, "failed-h", retries: true))\(button(Paths.retryMail, words.retryAll(), style: "btn alt"))</section>
            """
    }

    private func filter(_ address: String) -> HTML {
        let words = words.outbox
        return """
            <form class="row inline" method="get" action="\(Paths.outbox)"><div class="field"><label for="to">\(words.address())</label>\
            <input id="to" name="to" type="email" value="\(address)"></div><button class="btn alt">\(words.show())</button></form>
            """
    }

    private func table(_ mails: [MailLine], _ label: StaticString, retries: Bool) -> HTML {
        let words = words.outbox
        if mails.isEmpty { return "<p class=\"empty\">\(self.words.common.nothingHere())</p>" }
        let action: HTML = "<th scope=\"col\"><span class=\"vh\">\(words.action())</span></th>"
        return """
            <div class="scroll" tabindex="0" role="region" aria-labelledby="\(label.description)"><table><thead><tr>\
            <th scope="col">\(words.what())</th><th scope="col">\(words.recipient())</th><th scope="col">\(words.outcome())</th>\
            <th scope="col">\(words.when())</th>\(if: retries, action)</tr></thead><tbody>
            \(each: mails, { row($0, retries: retries) })</tbody></table></div>
            """
    }

    private func row(_ mail: MailLine, retries: Bool) -> HTML {
        let words = words.outbox
        let kind = MailKind(rawValue: mail.kind).map { words.kinds[$0]() } ?? mail.kind
        let retry = button(Paths.retryMail, words.retry(), fields: [("mail", mail.id.description)], about: kind)
        return """
            <tr><td>\(kind)</td><td>\(mail.name ?? words.noMember())</td><td>\(outcome(mail))</td>\
            <td>\(time(mail.endedAt ?? mail.dueAt))</td>\(if: retries, "<td>\(retry)</td>")</tr>

            """
    }

    private func outcome(_ mail: MailLine) -> HTML {
        let words = words.outbox
        let state =
            switch mail.state {
            case .waiting: words.states.waiting()
            case .sent: words.states.sent()
            case .skipped: words.states.skipped()
            case .failed: words.states.failed()
            }
        let tried = mail.attempts > 0 && mail.state != .sent ? " (\(words.tried(mail.attempts)))" : ""
        return "\(state)\(tried)\(if: mail.failure != nil, "<br>\(reason(mail))")"
    }

    /// Why it was not sent, or the mail system's own words.
    private func reason(_ mail: MailLine) -> String {
        let reasons = words.outbox.reasons
        guard mail.state == .skipped, let skip = mail.failure.flatMap(MailSkip.init) else { return mail.failure ?? "" }
        return switch skip {
        case .account: reasons.account()
        case .address: reasons.address()
        case .nothing: reasons.nothing()
        case .kind: reasons.kind()
        }
    }
}
