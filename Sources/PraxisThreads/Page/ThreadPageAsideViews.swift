import HTML
import PraxisCapability
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
        return html + joining + facilitating + links + printing
    }

    /// For readers who cannot write here: where they are, and what would let them; on a narrow page both stand above and below the posts.
    private var joining: HTML {
        guard shown.plan.door != nil else { return HTML() }
        let facts = shown.facts
        let group: HTML =
            shown.plan.door == .group
            ? HTML()
            : """
            <p><a href="\(Paths.group(facts.community.slug, facts.group.slug))">\(read.aboutGroup())</a></p>
            """
        return """
            <section class="card broad"><h2 class="small">\(facts.group.name)</h2>\
            \(if: shown.plan.door != .signIn, ThreadFootView(call: call, shown: shown).noReply)\(group)</section>
            """
    }

    /// A button for the script, since the page itself is what is printed.
    private var printing: HTML {
        "<p><button class=\"btn quiet\" type=\"button\" data-print hidden>\(read.print())</button></p>"
    }

    /// What other capabilities offer to do with the discussion.
    private var links: HTML {
        guard let facts = shown.reader?.facts else { return HTML() }
        let links = call.env.capabilities.threadLinks.filter {
            $0.except != shown.facts.kind && Policy.allows($0.act, facts)
        }
        return
            "\(each: links, { "<p><a href=\"\($0.address(shown.facts.thread))\">\($0.name(call.words))</a></p>" as HTML })"
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
