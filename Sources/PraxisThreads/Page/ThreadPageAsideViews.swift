package import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// What stands beside a thread: who reads it, how to hear from it, how to look after it.
    package func aside(_ page: ThreadPage) -> HTML {
        let read = words.threads.read
        var html: HTML = """
            <section class="card"><h2>\(read.whoReads())</h2><p>\(ReadersView(call: self).sentence(page.facts.audience))</p></section>
            """
        if page.plan.belongs, let reader = page.reader { html += threadFollow(page.facts.thread, reader.follow) }
        return html + facilitating(page) + printing
    }

    /// A button for the script, since the page itself is what is printed.
    private var printing: HTML {
        "<p><button class=\"btn quiet\" type=\"button\" data-print hidden>\(words.threads.read.print())</button></p>"
    }

    private func facilitating(_ page: ThreadPage) -> HTML {
        let facts = page.facts
        let plan = page.plan
        let read = words.threads.read
        let version = [("version", String(facts.version))]
        var items = HTML()
        if plan.pin {
            let (address, label) = facts.isPinned ? (Paths.unpin, read.unpin()) : (Paths.pin, read.pin())
            items += "<li>\(button(address(facts.thread), label, fields: version))</li>"
        }
        if plan.close {
            let isClosed = facts.state == .closed
            let (address, label) = isClosed ? (Paths.reopen, read.reopen()) : (Paths.close, read.close())
            items += "<li>\(button(address(facts.thread), label, fields: version))</li>"
        }
        if plan.retitle {
            items += "<li><a href=\"\(Paths.retitle(facts.thread))\">\(read.retitle())</a></li>"
        }
        if items.isEmpty { return HTML() }
        return "<section class=\"card\"><h2>\(read.lookAfter())</h2><ul class=\"links\">\(items)</ul></section>"
    }
}
