import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The state of the site's mail, for anyone who looks after it.
struct OutboxPageView: PageView {
    let call: Call
    let outbox: OutboxPage

    private var words: OutboxWords { call.words.outbox }

    var page: Page {
        var page = Page(
            words.title(),
            main: """
                \(if: !outbox.failed.isEmpty, givenUp(outbox.failed))
                \(test)
                <section class="card"><h2 id="log-h">\(words.log())</h2><p>\(words.sentHint())</p>\(counts(outbox.counts))</section>
                <section class="card"><h2 id="latest-h">\(words.latest())</h2><p>\(words.discreetHint())</p>
                \(table(outbox.latest, "latest-h", isGivenUp: false))</section>
                """
        )
        let failed = outbox.counts.filter { $0.state == .failed }.reduce(0) { $0 + $1.count }
        page.lead = "<p class=\"meta\">\(words.waits(outbox.waiting)) \(words.failed(failed))</p>"
        page.crumbs = [Page.Crumb(call.words.common.settings(), Paths.settings)]
        switch call.query["done"] {
        case "retried": page.banner = call.banner(words.retried())
        case "tested": page.banner = call.banner(words.tested())
        default: break
        }
        return SettingsMenu(call, at: Paths.outbox).beside(page)
    }

    /// A mail to the reader, and how the last one ended.
    private var test: HTML {
        let last = outbox.test.map { mail in
            "<p>\(words.testLast()) \(call.time(mail.endedAt ?? mail.dueAt)): <strong>\(outcome(mail))</strong></p>"
                as HTML
        }
        let isWaiting = outbox.test?.state == .waiting
        let again: HTML = "<p><a href=\"\(Paths.outbox)?look=again#test\">\(words.testLookAgain())</a></p>"
        return """
            <section class="card" id="test"><h2>\(words.test())</h2><p>\(words.testHint(["address": call.session?.email ?? ""]))</p>\(last)\
            \(if: isWaiting, again)\(call.button(Paths.testMail, words.sendTest(), style: "btn alt"))</section>
            """
    }

    private func givenUp(_ mails: [MailLine]) -> HTML {
        """
        <section class="card"><h2 id="failed-h">\(words.givenUp())</h2><p>\(words.givenUpText())</p>
        \(table(mails, "failed-h", isGivenUp: true))\(call.button(Paths.retryMail, words.retryAll(), style: "btn alt"))</section>
        """
    }

    private func counts(_ counts: [MailCount]) -> HTML {
        if counts.isEmpty { return "<p class=\"empty\">\(call.words.common.nothingHere())</p>" }
        let rows = counts.map { count in
            """
            <tr><td>\(kind(count.kind))</td><td data-label="\(words.outcome())">\(state(count.state))</td>\
            <td data-label="\(words.howMany())">\(count.count)</td></tr>

            """ as HTML
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-labelledby="log-h"><table class="stack"><thead><tr>\
            <th scope="col">\(words.what())</th><th scope="col">\(words.outcome())</th><th scope="col">\(words.howMany())</th>\
            </tr></thead><tbody>
            \(each: rows, { $0 })</tbody></table></div>
            """
    }

    private func table(_ mails: [MailLine], _ label: StaticString, isGivenUp: Bool) -> HTML {
        if mails.isEmpty { return "<p class=\"empty\">\(call.words.common.nothingHere())</p>" }
        let recipient: HTML = "<th scope=\"col\">\(words.recipient())</th>"
        let action: HTML = "<th scope=\"col\"><span class=\"vh\">\(words.action())</span></th>"
        return """
            <div class="scroll" tabindex="0" role="region" aria-labelledby="\(label.description)"><table class="stack"><thead><tr>\
            <th scope="col">\(words.what())</th>\(if: isGivenUp, recipient)<th scope="col">\(words.outcome())</th>\
            <th scope="col">\(words.when())</th>\(if: isGivenUp, action)</tr></thead><tbody>
            \(each: mails, { row($0, isGivenUp: isGivenUp) })</tbody></table></div>
            """
    }

    private func row(_ mail: MailLine, isGivenUp: Bool) -> HTML {
        let kind = kind(mail.kind)
        let retry = call.button(Paths.retryMail, words.retry(), fields: [("mail", mail.id.description)], about: kind)
        let recipient = mail.recipient?.name ?? (mail.isDiscreet ? words.discreet() : words.noMember())
        return """
            <tr><td>\(kind)</td>\(if: isGivenUp, "<td data-label=\"\(words.recipient())\">\(recipient)</td>")\
            <td data-label="\(words.outcome())"><span>\(outcome(mail))</span></td><td data-label="\(words.when())">\(call.time(mail.endedAt ?? mail.dueAt))</td>\(if: isGivenUp, "<td>\(retry)</td>")</tr>

            """
    }

    private func kind(_ kind: String) -> String { call.words.named.mails[kind]?() ?? kind }

    private func state(_ state: MailState) -> String {
        let states = words.states
        return switch state {
        case .waiting: states.waiting()
        case .sent: states.sent()
        case .skipped: states.skipped()
        case .failed: states.failed()
        }
    }

    private func outcome(_ mail: MailLine) -> HTML {
        let tried = mail.attempts > 0 && mail.state != .sent ? " (\(words.tried(mail.attempts)))" : ""
        return "\(state(mail.state))\(tried)\(if: mail.failure != nil, "<br>\(reason(mail))")"
    }

    /// Why it was not sent, or the mail system's own words.
    private func reason(_ mail: MailLine) -> String {
        let reasons = words.reasons
        guard mail.state == .skipped, let skip = mail.failure.flatMap(MailSkip.init) else { return mail.failure ?? "" }
        return switch skip {
        case .account: reasons.account()
        case .address: reasons.address()
        case .nothing: reasons.nothing()
        case .kind: reasons.kind()
        case .unwanted: reasons.unwanted()
        }
    }
}
