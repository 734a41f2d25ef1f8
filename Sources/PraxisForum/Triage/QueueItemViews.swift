import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// One item: what it is about with what stands around it, why it is here, what was done about it, and the verbs.
    func queueItemPage(
        _ item: QueueItemView,
        typed: TypedDecision = TypedDecision(),
        problem: QueueProblem? = nil
    ) -> Page {
        let slug = item.scope.community.slug
        var page = Page(
            heading(of: item.line),
            main: """
                <div id="item" data-live-queue="\(slug)" data-item="\(item.line.id.rawValue)">\(standing(item))</div>
                \(why(item))\(text(item))\(history(item))\(timeline(item))\(notes(item, typed, problem?.errors ?? []))\(if: hasQueueKeys, keyList(slug))
                """
        )
        page.crumbs = [
            .init(item.scope.community.name, Paths.community(slug)),
            .init(words.triage.queue.link(), Paths.queue(slug)),
        ]
        page.shape = .columns
        page.banner = problem.map { self.banner($0) } ?? queueBanner(slug, waiting: item.waiting)
        let isOpen = item.line.decision == nil
        let waits: HTML = " · \(words.triage.queue.waitsFor(["age": age(item)]))"
        page.lead = "<p class=\"meta\">\(place(item))\(if: isOpen, waits)</p>"
        page.aside = .init(
            isOpen ? words.triage.item.decide() : words.triage.queue.decided(),
            verbs(item, typed, problem?.errors ?? [])
        )
        page.current = Paths.queue(slug)
        return inQueue(page)
    }

    private func age(_ item: QueueItemView) -> String { words.triage.age(now.since(item.line.createdAt)) }

    private func place(_ item: QueueItemView) -> String { item.line.group?.name ?? item.scope.community.name }

    private func banner(_ problem: QueueProblem) -> HTML {
        let text: String
        switch problem {
        case .input(let errors):
            return errorSummary(errors, ["note": words.triage.item.note(), "text": words.triage.item.reason()])
        case .claimed(let name, let until):
            text = words.triage.conflict.claimedUntil(["name": name, "time": moment(until)])
        case .decided(let name, let action, let at):
            text = words.triage.conflict.at(["what": words.triage.decided(action, by: name), "time": moment(at)])
        case .stale: text = words.triage.conflict.changed()
        case .tooLate: text = words.triage.conflict.tooLate()
        }
        return "<div class=\"errors\" role=\"alert\" tabindex=\"-1\"><p>\(text)</p></div>"
    }

    /// Who has it, or what was decided.
    private func standing(_ item: QueueItemView) -> HTML {
        let conflict = words.triage.conflict
        if let decision = item.line.decision {
            let who = decision.name ?? words.triage.queue.nobody()
            let said = conflict.at([
                "what": words.triage.decided(decision.action, by: who), "time": moment(decision.at),
            ])
            return "<div class=\"inset\"><p>\(said)</p></div>"
        }
        guard let holder = item.line.holder(at: now) else { return HTML() }
        if holder.member == viewer.member {
            return "<div class=\"inset\"><p>\(conflict.yours(["time": moment(holder.until)]))</p></div>"
        }
        let said = conflict.claimedUntil(["name": holder.name, "time": moment(holder.until)])
        return "<div class=\"inset warn\"><p>\(said)</p></div>"
    }

    private func why(_ item: QueueItemView) -> HTML {
        let words = words.triage.item
        switch item.line.kind {
        case .held: return "<div class=\"inset plain\"><p>\(words.whyHeld())</p></div>"
        case .request:
            return """
                <section class="card"><h2>\(words.whyHere())</h2><p>\(words.asks(["name": item.line.member.name]))</p>\
                \(if: !item.requestNote.isEmpty, "<p class=\"kept\">\(item.requestNote)</p>" as HTML)</section>
                """
        case .report:
            return """
                <section class="card"><h2>\(words.whyHere())</h2>\(each: item.reports, { report($0, item) })</section>
                """
        }
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
            \(if: report.isSealed || report.revision != item.post?.revision, asItWas)
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
        return """
            <section class="card"><h2>\(item.line.member.name)</h2><dl class="facts">\
            \(each: facts, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl></section>
            """
    }
}
