import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The form by which a post is reported.
    func reportPage(_ post: ReportedPost, reason: String, note: String, _ errors: [FieldError]) -> Page {
        let report = words.triage.report
        var field = Field("note", report.note(), value: note, errors: errors)
        (field.hint, field.isArea) = (report.noteHint(), true)
        let choices = ReportReason.allCases.map { choice in
            FormChoice(choice, words.triage.name(of: choice), hint: words.triage.hint(on: choice))
        }
        let facts: HTML = """
            <div class="inset\(if: post.isConfidential, " warn")"><p><strong>\(report.whoSees())</strong> \
            \(post.isConfidential ? report.seesConfidential() : report.seesOpen())</p></div>
            """
        var page = Page(
            report.title(),
            main: """
                \(errorSummary(errors, ["note": report.note()]))<section class="card" aria-labelledby="reported-h"><h2 id="reported-h">\(report.post(["name": post.author]))</h2>
                <div class="prose" dir="auto">\(post.html)</div></section>
                <form class="card" method="post" action="\(Paths.postPart(post.id, "report"))">\(tokenField)
                \(radios("reason", report.reason(), choices, chosen: reason, errors))\(self.field(field))\(facts)
                <div class="actions"><button class="btn" data-busy="\(report.sending())">\(report.send())</button>
                <a class="btn alt" href="\(Paths.post(post.id))">\(words.common.cancel())</a></div></form>
                """
        )
        page.crumbs = [
            .init(post.community.name, Paths.community(post.community.slug)),
            .init(post.title, Paths.thread(post.thread)),
        ]
        return page
    }

    /// What happens now, and for whoever is worried about somebody the community's own words at once.
    func reportedPage(_ community: ReportedCommunity, _ reason: ReportReason?) -> Page {
        let report = words.triage.report
        let held: HTML = "<p>\(report.heldNow())</p>"
        let crisis: HTML = """
            <section class="card" aria-labelledby="crisis-h"><h2 id="crisis-h">\(report.crisis())</h2>
            <p class="kept">\(community.crisis.isEmpty ? report.crisisDefault() : community.crisis)</p></section>
            """
        var page = Page(
            report.thanks(),
            main: """
                \(if: reason == .worried, crisis)<div class="card"><p>\(report.whatNow())</p>\(if: reason == .identifiesClient, held)
                \(if: reason == .worried, "<p>\(report.toldAtOnce())</p>" as HTML)
                <div class="actions"><a class="btn alt" href="\(Paths.community(community.slug))">\
                \(report.back(["community": community.name]))</a></div></div>
                """
        )
        page.crumbs = [.init(community.name, Paths.community(community.slug))]
        return page
    }
}
