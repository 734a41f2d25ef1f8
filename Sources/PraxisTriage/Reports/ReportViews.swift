import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The form by which a post is reported.
struct ReportPageView: PageView {
    let call: Call
    let post: ReportedPost
    var reason = ""
    var note = ""
    var errors: [FieldError] = []

    var page: Page {
        let words = call.words, report = words.triage.report
        var field = Field("note", report.note(), value: note, errors: errors)
        (field.hint, field.isArea) = (report.noteHint(), true)
        let choices = ReportReason.allCases.map { choice in
            FormChoice(choice, words.triage.name(of: choice), hint: words.triage.hint(on: choice))
        }
        let readers: HTML = """
            <strong>\(report.whoSees())</strong> \(post.isConfidential ? report.seesConfidential() : report.seesOpen())
            """
        var page = Page(
            report.title(),
            main: """
                <section class="card" aria-labelledby="reported-h"><h2 id="reported-h">\(report.post(["name": post.author]))</h2>
                <div class="prose" dir="auto">\(post.html)</div>\(if: post.isLong, "<details class=\"whole no-print\"><summary>\(report.whole())</summary></details>")</section>
                <form class="card" method="post" action="\(Paths.report(post.id))">\(call.tokenField)
                \(call.radios("reason", report.reason(), choices, chosen: reason, errors))\(call.field(field))
                \(ReadersStrip(.members, readers, words).html)<div class="actions"><button class="btn" data-busy="\(report.sending())">\(report.send())</button>
                <a class="btn alt" href="\(Paths.post(post.id))">\(words.common.cancel())</a></div></form>
                """
        )
        page.banner = call.errorSummary(errors, ["note": report.note()])
        page.crumbs = [
            .init(post.community.name, Paths.community(post.community.slug)),
            .init(post.title, Paths.thread(post.thread)),
        ]
        return page
    }
}

/// What happens now; to anyone who is worried about a person, first of all who can help at once.
struct ReportedPageView: PageView {
    let call: Call
    let sent: SentReport

    private var report: TriageWords.Report { call.words.triage.report }

    var page: Page {
        let isWorry = sent.reason == .worried
        let held: HTML = "<p>\(report.heldNow())</p>"
        let isHeld = sent.reason == .identifiesClient && sent.isOutOfSight
        var page = Page(
            report.thanks(),
            main: """
                \(if: isWorry, CrisisCard(call: call, text: sent.crisis).html)<div class="card">\(if: isWorry, whoKnows)\
                <p>\(isWorry ? report.whatNowWorried() : report.whatNow())</p>\(if: isHeld, held)
                <div class="actions">\(wayBack)</div></div>
                """
        )
        page.crumbs = [.init(sent.community.name, Paths.community(sent.community.slug))]
        return page
    }

    /// Who was told that someone is worried, and who is next.
    private var whoKnows: HTML {
        if sent.told == 0 { return "<p><strong>\(report.nobodyTold())</strong></p>" }
        return "<p>\(report.toldAtOnce())\(if: sent.comesToContact, " \(report.contactNext())")</p>"
    }

    private var wayBack: HTML {
        let community = sent.community
        let thread = sent.isPostRead ? Paths.post(sent.post) : sent.isThreadRead ? Paths.thread(sent.thread) : nil
        let back: HTML? = thread.map { "<a class=\"btn\" href=\"\($0)\">\(report.backToThread())</a>" }
        return """
            \(back) <a class="btn alt" href="\(Paths.community(community.slug))">\(report.back(["community": community.name]))</a>
            """
    }
}

/// Whom to call, in the community's own words or the usual ones; numbers can be called from the page.
struct CrisisCard {
    let call: Call
    /// The community's own words; empty if it has none.
    let text: String

    var html: HTML {
        let report = call.words.triage.report
        let pieces = PhonePlan.pieces(of: text.isEmpty ? report.crisisDefault() : text)
        return """
            <section class="card" aria-labelledby="crisis-h"><h2 id="crisis-h">\(report.crisis())</h2>
            <p class="kept">\(each: pieces, phone)</p></section>
            """
    }

    private func phone(_ piece: PhonePlan.Piece) -> HTML {
        switch piece {
        case .text(let text): "\(text)"
        case .phone(let text, let number): "<a href=\"tel:\(number)\">\(text)</a>"
        }
    }
}
