import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// One item: what it is about with what stands around it, why it is here, what was done about it, and the verbs.
struct QueueItemPageView: PageView {
    let call: Call
    let item: QueueItemView
    let typed: TypedDecision
    let problem: QueueProblem?
    /// Whether it stands beside the list, where no control has a key.
    let isBeside: Bool
    /// The item that was decided before this page was opened, while that can be undone.
    var decided: QueueItemID?
    /// Made once for all that the page draws.
    let parts: QueueParts
    let keys: QueueKeys
    /// See `Call.liveMark`.
    var liveMark: String?

    init(call: Call, item: QueueItemView, typed: TypedDecision, problem: QueueProblem?, isBeside: Bool = false) {
        self.call = call
        self.item = item
        self.typed = typed
        self.problem = problem
        parts = QueueParts(call: call)
        self.isBeside = isBeside
        keys = QueueKeys(call: call, isSilent: isBeside)
    }

    var said: TriageWords.Item { call.words.triage.item }

    var slug: String { item.scope.community.slug }

    var errors: [FieldError] { problem?.errors ?? [] }

    var page: Page {
        var page = Page(
            parts.heading(of: item.line, isNamed: !item.isShut),
            main: """
                <div class="triage"><div class="triage-post"><div id="item" data-live-queue="\(slug)"\(call.liveAfter(liveMark)) data-item="\(item.line.id.rawValue)" \
                data-href="\(Paths.queueItem(slug, item.line.id))">\(standing)</div>
                \(about)</div>
                \(verbs)
                <div class="triage-more">\(history)\(if: !item.isShut, "\(notes)\(timeline)")\
                \(if: keys.areOn, keys.list(slug))</div></div>
                """
        )
        page.crumbs = [
            .init(item.scope.community.name, Paths.community(slug)),
            .init(call.words.triage.queue.link(), Paths.queue(slug)),
        ]
        page.shape = .wide
        page.banner = problem.map(banner) ?? parts.banner(slug, waiting: item.waiting, decided: decided)
        let isOpen = item.line.decision == nil
        page.lead = """
            <p class="meta">\(place)\(if: isOpen, " · \(parts.waitingFor(item.line))")</p>\(reach)\(parts.readers(of: item.line))
            """
        page.current = Paths.queue(slug)
        return keys.worked(page)
    }

    /// Why it is here, the post, and what helps someone whom another member is worried about.
    private var about: HTML { "\(why)\(text)\(help)" }

    var why: HTML { item.isShut ? HTML() : item.why(self) }

    var help: HTML? { item.person.map { CrisisCard(call: call, text: $0.crisis).html } }

    /// How to get hold of them: the first thing that is needed, above all that can be covered.
    var reach: HTML? {
        item.person.map { person in
            let label = said.reach(["name": item.line.member.name])
            return "<p><strong>\(label)</strong> <a href=\"\(person.link)\">\(person.email)</a></p>"
        }
    }

    private var whyHere: String { item.line.decision == nil ? said.whyHere() : said.whyWasHere() }

    var place: String { item.line.group?.name ?? item.scope.community.name }

    private func banner(_ problem: QueueProblem) -> HTML {
        let conflict = call.words.triage.conflict, text: String
        switch problem {
        case .input(let errors):
            return call.errorSummary(errors, ["note": said.note(), "text": said.reason()])
        case .claimed(let name, let until):
            text = conflict.claimedUntil(["name": name, "time": call.moment(until)])
        case .decided(let name, let end, let at):
            text = conflict.at(["what": call.words.decided(end, by: name), "time": call.moment(at)])
        case .stale: text = conflict.changed()
        case .tooLate: text = conflict.tooLate()
        }
        return "<div class=\"errors\" role=\"alert\" tabindex=\"-1\"><p>\(text)</p></div>"
    }

    /// Who has it, or what was decided.
    var standing: HTML {
        let triage = call.words.triage, conflict = triage.conflict
        if let decision = item.line.decision, let end = item.line.end(parts.kinds) {
            let who = decision.by?.name ?? triage.queue.nobody()
            let text = conflict.at(["what": call.words.decided(end, by: who), "time": call.moment(decision.at)])
            return "<div class=\"inset\"><p>\(text)</p></div>"
        }
        guard let holder = item.line.holder(at: call.now) else { return HTML() }
        if holder.member == call.viewer.member {
            return "<div class=\"inset\"><p>\(conflict.yours(["time": call.moment(holder.until)]))</p></div>"
        }
        let text = conflict.claimedUntil(["name": holder.name, "time": call.moment(holder.until)])
        return "<div class=\"inset warn\"><p>\(text)</p></div>"
    }

    func asked(_ note: String) -> HTML {
        """
        <section class="card"><h2>\(whyHere)</h2><p>\(said.asks(["name": item.line.member.name]))</p>\
        \(if: !note.isEmpty, "<p class=\"kept\">\(note)</p>" as HTML)</section>
        """
    }

    var reported: HTML {
        """
        <section class="card"><h2>\(whyHere)</h2>\(each: item.reports, report)</section>
        """
    }

    private func report(_ report: ItemReport) -> HTML {
        let who = said.reportedBy(["name": report.reporter, "reason": call.words.triage.name(of: report.reason)])
        let asItWas: HTML = """
            <details><summary>\(said.asItWas())</summary><div class="box"><p class="kept">\
            \(report.isSealed ? said.sealed() : report.body)</p></div></details>
            """
        return """
            <p><strong>\(who)</strong> <span class="meta">\(call.time(report.at))</span></p>\
            \(if: !report.note.isEmpty, "<p class=\"kept\">\(report.note)</p>" as HTML)\
            \(if: report.isSealed || report.revision != item.post?.revision || item.post?.state == .withdrawn, asItWas)
            """
    }

    var text: HTML {
        guard let post = item.post else { return HTML() }
        let isLinked = item.readsThread && post.state == .published
        let heading: HTML =
            item.isForContactOnly
            ? "\(said.onlyThisPost())"
            : isLinked ? "<a href=\"\(Paths.post(post.id))\">\(post.title)</a>" : "\(post.title)"
        let before: HTML = """
            <details><summary>\(said.before(item.context.count))</summary>\(each: item.context, contextPost)</details>
            """
        return """
            <h2 dir="auto">\(heading)</h2>\(if: item.isForContactOnly, "<p class=\"meta\">\(said.lookIsRecorded())</p>" as HTML)\
            <div class="posts"><article class="post" id="p\(post.id.rawValue)" aria-labelledby="p\(post.id.rawValue)-h">
            <header class="post-head">\(face(post.author.name, post.author.id))<div class="who">\
            <h3 id="p\(post.id.rawValue)-h"><bdi>\(post.author.name)</bdi></h3>
            <p class="meta">\(call.time(post.createdAt))</p></div></header>\(state(of: post))
            <div class="prose" dir="auto">\(post.html)</div></article></div>
            \(if: !item.context.isEmpty, before)
            """
    }

    private func contextPost(_ post: ContextPost) -> HTML {
        """
        <article class="box"><p class="meta"><strong>\(post.author.name)</strong>, \(call.time(post.createdAt))</p>\
        <div class="prose" dir="auto">\(post.html)</div></article>
        """
    }

    private func state(of post: ItemPost) -> HTML {
        let text: String? =
            switch post.state {
            case .published: nil
            case .held: said.isHeld()
            case .hidden: said.isHidden()
            case .withdrawn: said.isWithdrawn()
            }
        return text.map { "<p class=\"meta\"><span class=\"tag warn\">\($0)</span></p>" as HTML } ?? HTML()
    }

    var history: HTML {
        guard let history = item.history else { return HTML() }
        let more = history.hasMore ? "+" : ""
        let facts = [
            (said.joined(), call.words.day(history.joinedAt, in: call.zone, now: call.now)),
            (said.posts(), String(history.posts) + more),
            (said.threads(), String(history.threads) + more), (said.removedBefore(), String(history.removed)),
            (said.keptBefore(), String(history.kept)),
        ]
        let lines = facts.map { "<li>\(said.fact(["label": $0.0, "value": $0.1]))</li>" as HTML }
        let name = item.line.member.name
        let restrict: HTML? = item.standing.map { path in
            "<p class=\"head-link\"><a href=\"\(path)\">\(call.words.standing.title(["name": name]))</a></p>"
        }
        return "<section class=\"card\"><h2>\(name)</h2><ul>\(lines)</ul>\(restrict)</section>"
    }
}
