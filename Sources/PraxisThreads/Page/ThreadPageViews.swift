import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
package import PraxisWeb
import PraxisWords

/// A page of a thread with everything that one reader is shown on it.
package struct ThreadPage: Sendable {
    let snapshot: ThreadPageSnapshot
    let plan: ThreadPagePlan
    /// Nil for a visitor.
    let reader: ThreadPageReader?
    /// How many pages the reader is offered.
    let pages: Int
    /// What was just done, above the heading.
    var banner = HTML()
    /// What was just done to one of its posts.
    var done: PostDone?
    /// Whether the reader asked to quote a post that they are not shown.
    var lacksQuote = false
    /// What keeps the reader from writing, if they are silenced.
    var heldBack: Restriction?

    var facts: ThreadPageFacts { snapshot.facts }

    /// Whether the reader is offered a reply; not if only its author sees the thread, unless a draft lies there.
    var takesReply: Bool {
        guard plan.refusal == nil, let reader else { return false }
        return reader.facts.thread?.isShown != false || reader.draft != nil
    }
}

extension ThreadPage {
    /// Community and group, each a link for readers who may open it: who is admitted to one thread may open neither.
    fileprivate var crumbs: [Page.Crumb] {
        let place = reader.map { reader in
            Facts(
                viewer: reader.facts.viewer,
                now: reader.facts.now,
                community: reader.facts.community,
                group: reader.facts.group
            )
        }
        let seesCommunity = place.map { Policy.allows(SeeCommunity.self, $0) } ?? true
        let seesGroup = place.map { Policy.allows(SeeGroup.self, $0) } ?? true
        return [
            .init(facts.community.name, seesCommunity ? Paths.community(facts.community.slug) : nil),
            .init(facts.group.name, seesGroup ? Paths.group(facts.community.slug, facts.group.slug) : nil),
        ]
    }
}

extension Call {
    /// The whole page, ready for its frame.
    package func view(_ page: ThreadPage, _ dates: inout ReadingDates) -> Page {
        let facts = page.facts
        var main = HTML()
        main.reserveCapacity(page.snapshot.cost + 30_000)
        let pages = pagination(page.snapshot.page, of: page.pages) { Paths.thread(facts.thread, page: $0) }
        main += pages
        main += "<div class=\"posts\"><h2 class=\"vh\">\(words.threads.read.posts())</h2>\n"
        main += posts(page, &dates)
        main += "</div>\n"
        main += pages
        main += foot(page)
        if page.plan.belongs { main += unreadNeighbours(facts.thread) }
        var view = Page(facts.title, main: main)
        view.crumbs = page.crumbs
        view.heading = lang(facts.language)
        view.shape = .columns
        view.banner = page.banner
        view.lead = confidentialStrip(facts) + lead(page) + printedFrom(facts)
        view.aside = .init(words.threads.read.about(), aside(page))
        view.current = Paths.communities
        return view
    }

    /// That it is confidential, above all that is said.
    private func confidentialStrip(_ facts: ThreadPageFacts) -> HTML {
        if !facts.group.kind.isConfidential { return HTML() }
        return "<p class=\"strip\">\(ThreadTags(call: self).confidential(true))\(ReadersView(call: self).sentence(facts.audience))</p>"
    }

    /// On paper, where neither the crumbs nor what stands beside the thread are: where it is from, and when.
    private func printedFrom(_ facts: ThreadPageFacts) -> HTML {
        let address = env.settings.baseURL + Paths.thread(facts.thread)
        return """
            <p class="meta print-only">\(facts.community.name) · \(facts.group.name) · \(address) · \
            \(words.threads.read.printed(["day": words.fullDate(now, in: zone)]))</p>
            """
    }

    private func lead(_ page: ThreadPage) -> HTML {
        let snapshot = page.snapshot
        let facts = page.facts
        let read = words.threads.read
        let closed: HTML? = facts.state == .closed ? "<span class=\"tag\">\(read.closed())</span> " : nil
        let answer = facts.answer.map { answer -> HTML in
            let isHere = Paths.page(of: answer.number) == snapshot.page
            return " · <a href=\"\(isHere ? "#p\(answer.id)" : Paths.post(answer.id))\">\(read.whatHelped())</a>"
        }
        let counts =
            facts.posts > 0 ? "\(read.postCount(facts.posts)), \(read.people(facts.people))" : read.onlyYou()
        return """
            <p class="meta">\(ThreadTags(call: self).kind(facts.kind))\(closed)\(counts)\(answer)\
            \(if: page.takesReply, "<span class=\"no-print\"> · <a href=\"#reply\">\(read.writeReply())</a></span>")</p>
            """
    }

    /// The composer, or why there is none.
    private func foot(_ page: ThreadPage) -> HTML {
        guard page.plan.refusal == nil, let reader = page.reader else { return noReply(page) }
        if !page.takesReply { return HTML() }
        let answering = reader.answering
        let place = ReplyComposer(
            thread: page.facts.thread,
            audience: page.facts.audience,
            replyTo: answering.map { QuotedPost(id: $0.id, author: $0.author, body: $0.body) },
            quote: page.lacksQuote ? "> " + words.threads.read.quoteUnavailable() + "\n\n" : quote(answering),
            draft: reader.draft,
            returned: reader.returned
        )
        return ReplyForm(call: self, atFootWith: place).html + ComposerForm.previewTarget
    }

    /// Links to what else is unread; which that is, is looked up when they are followed, so that the page costs no more.
    private func unreadNeighbours(_ thread: ThreadID) -> HTML {
        let read = words.threads.read
        return """
            <nav class="no-print" aria-label="\(read.unreadThreads())"><ul class="across">\
            <li><a href="\(Paths.previousUnread(thread))" rel="prev">\(read.previousUnread())</a></li>\
            <li><a href="\(Paths.nextUnread(thread))" rel="next">\(read.nextUnread())</a></li></ul></nav>
            """
    }

    private func quote(_ post: AnsweredPost?) -> String? {
        guard let post, post.isQuoted else { return nil }
        let attribution = words.threads.read.wrote(["name": post.author])
        return Composition.quote(post.body, attribution: attribution, of: post.id)
    }

    private func noReply(_ page: ThreadPage) -> HTML {
        let (facts, read) = (page.facts, words.threads.read)
        let community = Paths.community(facts.community.slug)
        switch page.plan.door {
        case .signIn:
            let path = Paths.signIn(thenTo: Paths.thread(facts.thread, page: page.snapshot.page))
            return inset(
                facts.state == .closed ? words.refusal(.closed).text : read.signInToReply(),
                path,
                words.common.signIn()
            )
        case .community:
            if page.plan.refusal == .agreement {
                return inset(words.errors.agreement(), community, facts.community.name)
            }
            return inset(
                read.joinToReply(["place": facts.community.name]),
                community,
                read.goTo(["place": facts.community.name])
            )
        case .group:
            return inset(
                read.joinToReply(["place": facts.group.name]),
                Paths.group(facts.community.slug, facts.group.slug),
                read.goTo(["place": facts.group.name])
            )
        case nil:
            if let heldBack = page.heldBack { return heldBackInset(heldBack) }
            return page.plan.refusal.map { "<div class=\"inset\"><p>\(words.refusal($0).text)</p></div>" } ?? HTML()
        }
    }

    private func inset(_ text: String, _ path: String, _ label: String) -> HTML {
        """
        <div class="inset"><p>\(text)</p><div class="actions"><a class="btn alt" href="\(path)">\(label)</a></div></div>
        """
    }

}
