import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the page of a queue lists.
struct QueueList: Sendable {
    let scope: QueueScope
    let page: QueuePage
    let kind: QueueItemKind?
    let state: QueueItemState
    var count: QueueCount?
    /// The one of them that is shown beside the list; nil if absent.
    let shown: QueueItemView?
}

/// The queue of a community, as far as the viewer decides on it.
struct QueuePageView: PageView {
    let call: Call
    let list: QueueList

    private var said: TriageWords.Queue { call.words.triage.queue }

    private var slug: String { list.scope.community.slug }

    /// Made once for all lines.
    private let parts: QueueParts

    init(call: Call, list: QueueList) {
        self.call = call
        self.list = list
        parts = QueueParts(call: call)
    }

    var page: Page {
        let keys = QueueKeys(call: call)
        var page = Page(
            said.title(["community": list.scope.community.name]),
            main:
                "\(if: list.state == .open, keys.offer(slug))<div id=\"queue\" data-live-queue=\"\(slug)\">\(main)</div>\(keys.list(slug))"
        )
        page.crumbs = [.init(list.scope.community.name, Paths.community(slug))]
        page.banner = parts.banner(slug, waiting: list.count?.count ?? 0)
        if let count = list.count {
            page.lead = "<p class=\"meta\">\(parts.waitingLine(count.count, count.oldest))</p>"
        }
        page.lead += PrintedFrom(Paths.queue(slug), call).html
        page.current = Paths.queue(slug)
        if let shown = list.shown {
            page.shape = .columns
            page.aside = .init(said.preview(), QueuePreviewView(call: call, item: shown).html, .onlyBeside)
        }
        return keys.worked(page)
    }

    private var main: HTML {
        var main = tabs
        if list.page.lines.isEmpty {
            main += "<p class=\"empty\">\(list.state == .open ? said.nothingWaits() : said.nothingDecided())</p>"
        } else {
            if list.state == .open, call.query["before"] == nil {
                main += """
                    <div class="row">\(call.button(Paths.nextItem(slug), said.start(), style: "btn",
                        fields: list.kind.map { [("kind", $0.rawValue)] } ?? []))</div>
                    """
            }
            main += "<div class=\"card\"><ul class=\"threads\">\n\(each: list.page.lines, line)"
            if let next = list.page.next {
                let path = path(list.kind, list.state) { $0 + "before=\(next)" }
                main += "<li class=\"more-line\"><a href=\"\(path)\">\(said.more())</a></li>\n"
            }
            main += "</ul></div>"
        }
        return main
    }

    private func path(
        _ kind: QueueItemKind?,
        _ state: QueueItemState,
        _ more: (String) -> String = { $0 }
    ) -> String {
        var parts: [String] = []
        if let kind { parts.append("kind=" + kind.rawValue) }
        if state != .open { parts.append("state=" + state.rawValue) }
        let last = more("")
        if !last.isEmpty { parts.append(last) }
        return Paths.queue(slug) + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }

    var tabs: HTML {
        let states = [(QueueItemState.open, said.open()), (.decided, said.decided())]
        let kinds: [(QueueItemKind?, String)] =
            [(nil, said.allKinds())] + parts.kinds.all.map { ($0.kind, $0.label(call.words)) }
        func item(_ path: String, _ label: String, _ isCurrent: Bool) -> HTML {
            "<li><a href=\"\(path)\"\(if: isCurrent, " aria-current=\"true\"")>\(label)</a></li>"
        }
        return """
            <nav class="tabs" aria-label="\(said.state())"><ul>\
            \(each: states, { item(path(list.kind, $0.0), $0.1, $0.0 == list.state) })</ul></nav>
            <nav class="tabs pick" aria-label="\(said.show())"><ul>\
            \(each: kinds, { item(path($0.0, list.state), $0.1, $0.0 == list.kind) })</ul></nav>

            """
    }

    func line(_ line: QueueLine) -> HTML {
        let isNarrow = list.scope.isForContactOnly(line)
        let about = isNarrow ? said.escalated() : subject(of: line)
        let text: HTML = "<p class=\"excerpt\">\(line.excerpt)</p>"
        return """
            <li data-item="\(line.id.rawValue)"><h3>\(opener(line))</h3><p>\(about)</p>\(if: !isNarrow && !line.excerpt.isEmpty, text)\
            <p class="meta">\(tag(line))\(meta(of: line))</p>\(preview(line))</li>

            """
    }

    /// Shows it beside the list, where there is room: a link, which changes nothing.
    private func preview(_ line: QueueLine) -> HTML {
        let address = path(list.kind, list.state) { _ in
            (call.query["before"].map { "before=" + Fields.encode($0) + "&" } ?? "") + "show=\(line.id)"
        }
        let isShown = list.shown?.line.id == line.id
        return """
            <p class="broad"><a href="\(address)"\(if: isShown, " aria-current=\"true\"")>\(said.preview())\
            <span class="vh"> \(parts.heading(of: line))</span></a></p>
            """
    }

    /// What opens an item: a button that claims it, or a link if there is nothing to claim.
    private func opener(_ line: QueueLine) -> HTML {
        let path = Paths.queueItem(slug, line.id), id = "open-\(line.id)"
        let heading = parts.heading(of: line), holder = line.holder(at: call.now)
        guard line.state == .open, holder == nil || holder?.member == call.viewer.member else {
            return "<a id=\"\(id)\" href=\"\(path)\">\(heading)</a>"
        }
        let attributes: HTML = " id=\"\(id)\" data-href=\"\(path)\""
        return call.button(Paths.claimItem(slug, line.id), heading, attributes: attributes)
    }

    private func subject(of line: QueueLine) -> String {
        guard let thread = line.thread else { return line.member.name }
        return said.by(["name": line.member.name, "title": thread.title, "group": line.group?.name ?? ""])
    }

    private func tag(_ line: QueueLine) -> HTML {
        if let holder = line.holder(at: call.now) {
            let isOwn = holder.member == call.viewer.member
            let text = isOwn ? said.yours() : said.taken(["name": holder.name])
            return "<span class=\"tag\(if: isOwn, " warn")\">\(text)</span> "
        }
        return line.rank == 0 && line.state == .open ? "<span class=\"tag danger\">\(said.urgent())</span> " : HTML()
    }

    private func meta(of line: QueueLine) -> HTML {
        if let decision = line.decision, let end = line.end(parts.kinds) {
            let text = call.words.decided(end, by: decision.by?.name ?? said.nobody())
            return "\(text), \(call.time(decision.at))"
        }
        return parts.waitingSince(line)
    }
}

/// The queues of a member who decides in several communities.
struct QueuesPageView: PageView {
    let call: Call
    let duties: [QueueDuty]

    var page: Page {
        let queue = call.words.triage.queue, parts = QueueParts(call: call)
        let lines = duties.map { duty -> HTML in
            """
            <li><a href="\(Paths.queue(duty.slug))">\(duty.name)</a> \
            <span class="meta">\(parts.waitingLine(duty.count, duty.oldest))</span></li>
            """
        }
        let main: HTML =
            lines.isEmpty
            ? "<p class=\"empty\">\(queue.noQueue())</p>"
            : "<div class=\"card\"><ul class=\"links\">\(lines)</ul></div>"
        var page = Page(queue.all(), main: main)
        page.current = Paths.queues
        return page
    }
}
