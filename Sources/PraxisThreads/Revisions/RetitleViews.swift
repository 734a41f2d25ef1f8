import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The page on which the title of a thread is changed.
struct RetitlePageView: PageView {
    let call: Call
    let id: ThreadID
    let thread: RetitledThread
    let typed: String
    var denial: Denial?

    var page: Page {
        let words = call.words.threads.write, common = call.words.common
        var title = Field("title", words.start.title(), value: typed, errors: denial?.fieldErrors ?? [])
        title.style = "full"
        let nowThere: HTML = "<section class=\"card\"><h2>\(words.edit.nowThere())</h2><p>\(thread.title)</p></section>"
        var page = Page(
            words.change.retitleHeading(),
            main: """
                \(if: denial?.isStale == true, nowThere)
                <form class="card" method="post" action="\(Paths.retitle(id))">\(call.tokenField)
                <input type="hidden" name="version" value="\(thread.version)">\(call.field(title))
                <div class="actions"><button class="btn" data-busy="\(common.saving())">\(common.save())</button>
                <a class="btn alt" href="\(Paths.thread(id))">\(common.cancel())</a></div></form>
                """
        )
        page.crumbs = thread.setting.crumbs
        page.lead = ReadersView(call: call).heading(thread.setting.audience)
        page.banner = Complaint(call: call, denial: denial).html
        return page
    }
}
