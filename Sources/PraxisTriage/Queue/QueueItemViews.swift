import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension Call {
    /// One item: what it is about with what stands around it, why it is here, what was done about it, and the verbs.
    func queueItemPage(
        _ item: QueueItemView,
        typed: TypedDecision = TypedDecision(),
        problem: QueueProblem? = nil
    ) -> Page {
        let slug = item.scope.community.slug, errors = problem?.errors ?? []
        let person: HTML? = item.person.map { crisis($0.crisis) }
        var page = Page(
            heading(of: item.line),
            main: """
                <div class="triage"><div class="triage-post"><div id="item" data-live-queue="\(slug)" data-item="\(item.line.id.rawValue)" \
                data-href="\(Paths.queueItem(slug, item.line.id))">\(standing(item))</div>
                \(if: !item.isShut, item.why(self, item))\(text(item))</div>
                \(verbs(item, typed, errors))
                <div class="triage-more">\(person)\(history(item))\(if: !item.isShut, "\(notes(item, typed, errors))\(timeline(item))")\
                \(if: hasQueueKeys, keyList(slug))</div></div>
                """
        )
        page.crumbs = [
            .init(item.scope.community.name, Paths.community(slug)),
            .init(words.triage.queue.link(), Paths.queue(slug)),
        ]
        page.shape = .wide
        page.banner = problem.map { self.banner($0) } ?? queueBanner(slug, waiting: item.waiting)
        let isOpen = item.line.decision == nil
        page.lead = "<p class=\"meta\">\(place(item))\(if: isOpen, " · \(waitingSince(item.line))")</p>"
        page.current = Paths.queue(slug)
        return inQueue(page)
    }

    private func place(_ item: QueueItemView) -> String { item.line.group?.name ?? item.scope.community.name }

    private func banner(_ problem: QueueProblem) -> HTML {
        let text: String
        switch problem {
        case .input(let errors):
            return errorSummary(errors, ["note": words.triage.item.note(), "text": words.triage.item.reason()])
        case .claimed(let name, let until):
            text = words.triage.conflict.claimedUntil(["name": name, "time": moment(until)])
        case .decided(let name, let end, let at):
            text = words.triage.conflict.at(["what": words.triage.decided(end, by: name), "time": moment(at)])
        case .stale: text = words.triage.conflict.changed()
        case .tooLate: text = words.triage.conflict.tooLate()
        }
        return "<div class=\"errors\" role=\"alert\" tabindex=\"-1\"><p>\(text)</p></div>"
    }

    /// Who has it, or what was decided.
    func standing(_ item: QueueItemView) -> HTML {
        let conflict = words.triage.conflict
        if let decision = item.line.decision, let end = item.line.end(queueKinds) {
            let who = decision.by?.name ?? words.triage.queue.nobody()
            let said = conflict.at(["what": words.triage.decided(end, by: who), "time": moment(decision.at)])
            return "<div class=\"inset\"><p>\(said)</p></div>"
        }
        guard let holder = item.line.holder(at: now) else { return HTML() }
        if holder.member == viewer.member {
            return "<div class=\"inset\"><p>\(conflict.yours(["time": moment(holder.until)]))</p></div>"
        }
        let said = conflict.claimedUntil(["name": holder.name, "time": moment(holder.until)])
        return "<div class=\"inset warn\"><p>\(said)</p></div>"
    }

    func whyAsked(_ item: QueueItemView, _ note: String) -> HTML {
        let words = words.triage.item
        return """
            <section class="card"><h2>\(words.whyHere())</h2><p>\(words.asks(["name": item.line.member.name]))</p>\
            \(if: !note.isEmpty, "<p class=\"kept\">\(note)</p>" as HTML)</section>
            """
    }

    func whyReported(_ item: QueueItemView) -> HTML {
        """
        <section class="card"><h2>\(words.triage.item.whyHere())</h2>\(each: item.reports, { report($0, item) })\
        \(item.person.map { reach(item.line.member.name, $0) })</section>
        """
    }

    private func reach(_ name: String, _ person: WorriedAbout) -> HTML {
        "<p><strong>\(words.triage.item.reach(["name": name]))</strong> <a href=\"\(person.link)\">\(person.email)</a></p>"
    }

    private func report(_ report: ItemReport, _ item: QueueItemView) -> HTML {
        let words = words.triage.item
        let who = words.reportedBy(["name": report.reporter, "reason": self.words.triage.name(of: report.reason)])
        let asItWas: HTML = """
            <details><summary>\(words.asItWas())</summary><div class="box"><p class="kept">\
            \(report.isSealed ? words.sealed() : report.body)</p></div></details>
            """
        return """
            <p><strong>\(who)</strong> <span class="meta">\(time(report.at))</span></p>\
            \(if: !report.note.isEmpty, "<p class=\"kept\">\(report.note)</p>" as HTML)\
            \(if: report.isSealed || report.revision != item.post?.revision || item.post?.state == .withdrawn, asItWas)
            """
    }

    private func text(_ item: QueueItemView) -> HTML {
        guard let post = item.post else { return HTML() }
        let words = words.triage.item
        let isLinked = item.readsThread && post.state == .published
        let heading: HTML =
            item.isForContactOnly
            ? "\(words.onlyThisPost())"
            : isLinked ? "<a href=\"\(Paths.post(post.id))\">\(post.title)</a>" : "\(post.title)"
        let before: HTML = """
            <details><summary>\(words.before(item.context.count))</summary>\(each: item.context, contextPost)</details>
            """
        return """
            <h2 dir="auto">\(heading)</h2>\(if: item.isForContactOnly, "<p class=\"meta\">\(words.lookIsRecorded())</p>" as HTML)\
            \(if: !item.context.isEmpty, before)
            <div class="posts"><article class="post" id="p\(post.id.rawValue)" aria-labelledby="p\(post.id.rawValue)-h">
            <header class="post-head">\(face(post.author.name, post.author.id))<div class="who">\
            <h3 id="p\(post.id.rawValue)-h"><bdi>\(post.author.name)</bdi></h3>
            <p class="meta">\(time(post.createdAt))</p></div></header>\(state(of: post))
            <div class="prose" dir="auto">\(post.html)</div></article></div>
            """
    }

    private func contextPost(_ post: ContextPost) -> HTML {
        """
        <article class="box"><p class="meta"><strong>\(post.author.name)</strong>, \(time(post.createdAt))</p>\
        <div class="prose" dir="auto">\(post.html)</div></article>
        """
    }

    private func state(of post: ItemPost) -> HTML {
        let words = words.triage.item
        let text: String? =
            switch post.state {
            case .published: nil
            case .held: words.isHeld()
            case .hidden: words.isHidden()
            case .withdrawn: words.isWithdrawn()
            }
        return text.map { "<p class=\"meta\"><span class=\"tag warn\">\($0)</span></p>" as HTML } ?? HTML()
    }

    private func history(_ item: QueueItemView) -> HTML {
        guard let history = item.history else { return HTML() }
        let words = words.triage.item
        let facts = [
            (words.joined(), self.words.day(history.joinedAt, in: zone, now: now)),
            (words.posts(), String(history.posts)),
            (words.threads(), String(history.threads)), (words.removedBefore(), String(history.removed)),
            (words.keptBefore(), String(history.kept)),
        ]
        let line = facts.map { words.fact(["label": $0.0, "value": $0.1]) }.joined(separator: " · ")
        let name = item.line.member.name
        let restrict: HTML? = item.standing.map { path in
            "<p class=\"head-link\"><a href=\"\(path)\">\(self.words.standing.title(["name": name]))</a></p>"
        }
        return "<section class=\"card\"><h2>\(name)</h2><p>\(line)</p>\(restrict)</section>"
    }
}
