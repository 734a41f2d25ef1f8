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
    let count: QueueCount?
}

extension Call {
    /// The queue of a community, as far as the viewer decides on it.
    func queuePage(_ list: QueueList) -> Page {
        let queue = words.triage.queue, slug = list.scope.community.slug
        var main: HTML = "\(queueTabs(list))"
        if list.page.lines.isEmpty {
            main += "<p class=\"empty\">\(list.state == .open ? queue.nothingWaits() : queue.nothingDecided())</p>"
        } else {
            if list.state == .open, query["before"] == nil {
                main += """
                    <div class="row">\(button(Paths.queue(slug) + "/next", queue.start(), style: "btn",
                        fields: list.kind.map { [("kind", $0.rawValue)] } ?? []))</div>
                    """
            }
            main += "<div class=\"card\"><ul class=\"threads\">\n\(each: list.page.lines, { queueLine($0, list) })"
            if let next = list.page.next {
                let path = queuePath(slug, list.kind, list.state) { $0 + "before=\(next)" }
                main += "<li class=\"more-line\"><a href=\"\(path)\">\(queue.more())</a></li>\n"
            }
            main += "</ul></div>"
        }
        var page = Page(
            queue.title(["community": list.scope.community.name]),
            main:
                "\(if: list.state == .open, keyOffer(slug))<div id=\"queue\" data-live-queue=\"\(slug)\">\(main)</div>\(keyList(slug))"
        )
        page.crumbs = [.init(list.scope.community.name, Paths.community(slug))]
        page.banner = queueBanner(slug, waiting: list.count?.count ?? 0)
        if let count = list.count { page.lead = "<p class=\"meta\">\(waitingLine(count.count, count.oldest))</p>" }
        page.current = Paths.queue(slug)
        return inQueue(page)
    }

    /// Such as "6 wait for you, the oldest for 2 h".
    func waitingLine(_ count: Int, _ oldest: Timestamp?) -> String {
        guard let oldest, count > 0 else { return words.triage.queue.nothingWaits() }
        return words.triage.queue.waiting(count, "age", words.triage.age(now.since(oldest)))
    }

    private func queuePath(
        _ slug: String,
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

    private func queueTabs(_ list: QueueList) -> HTML {
        let queue = words.triage.queue, slug = list.scope.community.slug
        let states = [(QueueItemState.open, queue.open()), (.decided, queue.decided())]
        let kinds: [(QueueItemKind?, String)] =
            [(nil, queue.allKinds())] + queueKinds.all.map { ($0.kind, $0.label(words)) }
        func item(_ path: String, _ label: String, _ isCurrent: Bool) -> HTML {
            "<li><a href=\"\(path)\"\(if: isCurrent, " aria-current=\"true\"")>\(label)</a></li>"
        }
        return """
            <nav class="tabs" aria-label="\(queue.state())"><ul>\
            \(each: states, { item(queuePath(slug, list.kind, $0.0), $0.1, $0.0 == list.state) })</ul></nav>
            <nav class="tabs pick" aria-label="\(queue.show())"><ul>\
            \(each: kinds, { item(queuePath(slug, $0.0, list.state), $0.1, $0.0 == list.kind) })</ul></nav>

            """
    }

    private func queueLine(_ line: QueueLine, _ list: QueueList) -> HTML {
        let isNarrow = list.scope.isForContactOnly(line)
        let about = isNarrow ? words.triage.queue.escalated() : subject(of: line)
        let text: HTML = "<p class=\"excerpt\">\(line.excerpt)</p>"
        return """
            <li data-item="\(line.id.rawValue)"><h3>\(opener(line, list))</h3><p>\(about)</p>\(if: !isNarrow && !line.excerpt.isEmpty, text)\
            <p class="meta">\(queueTag(line))\(meta(of: line))</p></li>

            """
    }

    /// What opens an item: a button that claims it, or a link if there is nothing to claim.
    private func opener(_ line: QueueLine, _ list: QueueList) -> HTML {
        let slug = list.scope.community.slug, path = Paths.queueItem(slug, line.id), id = "open-\(line.id)"
        let holder = line.holder(at: now)
        guard line.state == .open, holder == nil || holder?.member == viewer.member else {
            return "<a id=\"\(id)\" href=\"\(path)\">\(heading(of: line))</a>"
        }
        let attributes: HTML = " id=\"\(id)\" data-href=\"\(path)\""
        return button(Paths.queueItemPart(slug, line.id, "claim"), heading(of: line), attributes: attributes)
    }

    /// "Report: a client could be identified".
    func heading(of line: QueueLine) -> String { queueKinds[line.kind].heading(words, line) }

    var queueKinds: QueueKinds { env.capabilities.queueKinds }

    private func subject(of line: QueueLine) -> String {
        guard let thread = line.thread else { return line.member.name }
        return words.triage.queue.by(["name": line.member.name, "title": thread.title, "group": line.group?.name ?? ""])
    }

    private func queueTag(_ line: QueueLine) -> HTML {
        let queue = words.triage.queue
        if let holder = line.holder(at: now) {
            let text = holder.member == viewer.member ? queue.yours() : queue.taken(["name": holder.name])
            return "<span class=\"tag\(if: holder.member == viewer.member, " warn")\">\(text)</span> "
        }
        return line.rank == 0 && line.state == .open ? "<span class=\"tag danger\">\(queue.urgent())</span> " : HTML()
    }

    private func meta(of line: QueueLine) -> HTML {
        if let decision = line.decision, let end = line.end(queueKinds) {
            let said = words.triage.decided(end, by: decision.by?.name ?? words.triage.queue.nobody())
            return "\(said), \(time(decision.at))"
        }
        return waitingSince(line)
    }

    /// Since when an item is waiting, and how long that is.
    func waitingSince(_ line: QueueLine) -> HTML {
        let age = words.triage.age(now.since(line.createdAt))
        let said = words.triage.queue.waitingSince(["time": moment(line.createdAt), "age": age])
        return "<time datetime=\"\(line.createdAt.rfc3339)\">\(said)</time>"
    }

    /// What was just done, with how many are left and its undoing.
    func queueBanner(_ slug: String, waiting: Int) -> HTML {
        let item = words.triage.item
        let undone = query["item"].flatMap { QueueItemID($0) }
        guard let word = query["done"] else { return HTML() }
        if let end = QueueEnd(rawValue: word), let undone {
            let said = "\(words.triage.done(end)) \(item.left(waiting))"
            let path = Paths.queueItemPart(slug, undone, "undo")
            let undo = button(path, words.common.undo(), mark: mark(.undo), attributes: shortcut(.undo))
            return banner(said, undo: undo, id: "said")
        }
        let sentences = [
            "undone": item.undone(), "noted": item.noted(), "passed-on": item.passedOn(), "skipped": item.skipped(),
            "keys-on": words.triage.keys.isOn(["key": QueueKey.list.rawValue]), "keys-off": words.triage.keys.isOff(),
        ]
        return sentences[word].map { banner($0, id: "said") } ?? HTML()
    }
}

extension Call {
    /// The queues of a member who decides in several communities.
    func queuesPage(_ duties: [QueueDuty]) -> Page {
        let lines = duties.map { duty -> HTML in
            """
            <li><a href="\(Paths.queue(duty.slug))">\(duty.name)</a> \
            <span class="meta">\(waitingLine(duty.count, duty.oldest))</span></li>
            """
        }
        let queue = words.triage.queue
        let main: HTML =
            lines.isEmpty
            ? "<p class=\"empty\">\(queue.noQueue())</p>"
            : "<div class=\"card\"><ul class=\"links\">\(lines)</ul></div>"
        var page = Page(queue.all(), main: main)
        page.current = Paths.queues
        return page
    }
}
