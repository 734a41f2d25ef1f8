import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What stands beside a thread: how to hear from it, how to look after it.
struct ThreadAsideView: Sendable {
    let call: Call
    let shown: ThreadPage

    private var read: ThreadReadWords { call.words.threads.read }

    var html: HTML {
        var html = HTML()
        if shown.plan.belongs, let reader = shown.reader {
            html += FollowCard(call: call).ofThread(shown.facts.thread, reader.follow)
        }
        return html + facilitating + printing
    }

    /// A button for the script, since the page itself is what is printed.
    private var printing: HTML {
        "<p><button class=\"btn quiet\" type=\"button\" data-print hidden>\(read.print())</button></p>"
    }

    private var facilitating: HTML {
        let facts = shown.facts, plan = shown.plan, read = read
        let version = [("version", String(facts.version))]
        var items = HTML()
        if plan.pin {
            let (address, label) = facts.isPinned ? (Paths.unpin, read.unpin()) : (Paths.pin, read.pin())
            items += "<li>\(call.button(address(facts.thread), label, fields: version))</li>"
        }
        if plan.close {
            let isClosed = facts.state == .closed
            let (address, label) = isClosed ? (Paths.reopen, read.reopen()) : (Paths.close, read.close())
            items += "<li>\(call.button(address(facts.thread), label, fields: version))</li>"
        }
        if plan.retitle {
            items += "<li><a href=\"\(Paths.retitle(facts.thread))\">\(read.retitle())</a></li>"
        }
        if items.isEmpty { return HTML() }
        return "<section class=\"card\"><h2>\(read.lookAfter())</h2><ul class=\"links\">\(items)</ul></section>"
    }
}
