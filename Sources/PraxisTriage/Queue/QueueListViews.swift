import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
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
    /// The item that was decided before this page was opened, while that can be undone.
    var decided: QueueItemID?
    /// See `Call.liveMark`.
    var liveMark: String?
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
            said.title(),
            main:
                "<div id=\"queue\" data-live-queue=\"\(slug)\"\(call.liveAfter(list.liveMark)) data-new=\"\(said.new())\">\(main)</div>\(if: list.state == .open, keys.offer(slug))\(keys.list(slug))"
        )
        page.place = list.scope.community.name
        page.crumbs = [.init(list.scope.community.name, Paths.community(slug))]
        page.banner = parts.banner(slug, waiting: list.count?.count ?? 0, decided: list.decided)
        if let count = list.count {
            page.lead = "<p class=\"meta\">\(parts.waitingLine(count.count, count.oldest))</p>"
        }
        page.lead += parts.readers + PrintedFrom(Paths.queue(slug), call).html
        page.current = Paths.queue(slug)
        if let shown = list.shown {
            page.shape = .halves
            page.aside = .init(said.preview(), QueuePreviewView(call: call, item: shown).html, .onlyBeside)
        }
        return keys.worked(page)
    }

    private var main: HTML {
        if list.page.lines.isEmpty { return tabs + empty }
        let more = list.page.next.map { next -> HTML in
            let path = path(list.kind, list.state) { $0 + "before=\(next)" }
            return "<li class=\"more-line\"><a href=\"\(path)\">\(said.more())</a></li>\n"
        }
        return """
            \(if: list.state == .open && call.query["before"] == nil, start)\(tabs)\
            <div class="card"><ul class="threads matters\(if: list.state != .open, " done")">
            \(each: list.page.lines, line)\(more)</ul></div>
            """
    }

    /// What comes here, and one way on.
    private var empty: HTML {
        let isOpen = list.state == .open
        let way =
            if list.kind != nil {
                (path(nil, list.state), said.showAll())
            } else if isOpen {
                (path(nil, .decided), said.seeDecided())
            } else {
                (path(nil, .open), said.seeWaiting())
            }
        return """
            <p class="empty">\(if: list.kind == nil, "\(isOpen ? said.nothingWaits() : said.nothingDecided()) ")\(said.whatComes())<br>\
            <a class="btn alt" href="\(way.0)">\(way.1)</a></p>
            """
    }

    private var start: HTML {
        """
        <div class="row">\(call.button(Paths.nextItem(slug), said.start(), style: "btn",
            fields: list.kind.map { [("kind", $0.rawValue)] } ?? []))</div>
        """
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

    /// Why it is here, and below that whose it is, where, how old, and who has it.
    func line(_ line: QueueLine) -> HTML {
        let heading = parts.heading(of: line, isNamed: !list.scope.isForContactOnly(line))
        return """
            <li data-item="\(line.id.rawValue)"><h3>\(urgent(line))\(opener(line, heading))</h3>\
            <p class="meta">\(about(line))\(age(of: line))\(end(of: line))</p>\(preview(line, heading))</li>

            """
    }

    private func about(_ line: QueueLine) -> HTML {
        if list.scope.isForContactOnly(line) { return "<span class=\"told\">\(said.escalated())</span>" }
        let group = line.group.map { "<span>\($0.name)</span>" as HTML }
        // The heading of a first post says whose it is.
        return "\(if: line.kind != .held, "<span class=\"whose\">\(whose(line))</span>")\(group)"
    }

    /// Who wrote the post or asks for something, which is not who reported it.
    private func whose(_ line: QueueLine) -> String {
        let name: KeyValuePairs = ["name": line.member.name]
        return line.isAboutPost ? said.postBy(name) : said.askedBy(name)
    }

    /// Shows it beside the list, where there is room: a link, which changes nothing.
    private func preview(_ line: QueueLine, _ heading: String) -> HTML {
        let address = path(list.kind, list.state) { _ in
            (call.query["before"].map { "before=" + Fields.encode($0) + "&" } ?? "") + "show=\(line.id)"
        }
        let isShown = list.shown?.line.id == line.id
        return """
            <p class="broad"><a href="\(address)"\(if: isShown, " aria-current=\"true\"")>\(said.preview())\
            <span class="vh"> \(heading)</span></a></p>
            """
    }

    /// What opens an item: a button that claims it, or a link if there is nothing to claim.
    private func opener(_ line: QueueLine, _ heading: String) -> HTML {
        let path = Paths.queueItem(slug, line.id), id = "open-\(line.id)"
        let holder = line.holder(at: call.now)
        guard line.state == .open, holder == nil || holder?.member == call.viewer.member else {
            return "<a id=\"\(id)\" href=\"\(path)\">\(heading)</a>"
        }
        let attributes: HTML = " id=\"\(id)\" data-href=\"\(path)\""
        return call.button(Paths.claimItem(slug, line.id), heading, attributes: attributes)
    }

    /// Who has it, or how it was decided.
    private func end(of line: QueueLine) -> HTML {
        if let decision = line.decision, let end = line.end(parts.kinds) {
            let text = call.words.decided(end, by: decision.by?.name ?? said.nobody())
            return "<span class=\"told\">\(text), \(call.time(decision.at))</span>"
        }
        guard let holder = line.holder(at: call.now) else { return HTML() }
        let text = holder.member == call.viewer.member ? said.yours() : said.taken(["name": holder.name])
        return "<span class=\"holder\">\(text)</span>"
    }

    private func age(of line: QueueLine) -> HTML {
        line.state == .open ? "<span class=\"age\">\(parts.age(of: line))</span>" : HTML()
    }

    /// Before what opens it; its line has an edge by it.
    private func urgent(_ line: QueueLine) -> HTML {
        line.isUrgent ? "<span class=\"tag danger\">\(said.urgent())</span> " : HTML()
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
            ? "<p class=\"empty\">\(queue.noQueue())<br><a class=\"btn alt\" href=\"\(Paths.communities)\">\(call.words.communities.title())</a></p>"
            : "<div class=\"card\"><ul class=\"links\">\(lines)</ul></div>"
        var page = Page(queue.all(), main: main)
        page.current = Paths.queues
        return page
    }
}
