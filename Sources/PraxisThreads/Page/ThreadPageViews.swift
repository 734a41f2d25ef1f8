import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// A page of a thread with everything that one reader is shown on it.
struct ThreadPage: Sendable {
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
    /// The posts of the page that are new to the reader.
    var unread: [ShownPost] {
        guard plan.belongs, let reader else { return [] }
        return snapshot.posts.filter {
            $0.state == .published && $0.author != reader.facts.viewer.member
                && reader.place.isUnread(number: $0.number, journal: $0.journal)
        }
    }

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

/// The page of a thread.
struct ThreadPageView: PageView {
    let call: Call
    let shown: ThreadPage
    let dates: ReadingDates
    /// The live events that it follows while it is open; nil for visitors.
    var live: Page.LiveThread?

    private var read: ThreadReadWords { call.words.threads.read }

    private var facts: ThreadPageFacts { shown.snapshot.facts }

    var page: Page {
        let thread = facts.thread
        var main = HTML()
        main.reserveCapacity(shown.snapshot.cost + shown.snapshot.posts.count * 2_400 + 16_000)
        let facet = shown.snapshot.facets[facts.kind]?.panel(thread, call, shown.reader?.facts)
        var posts = ThreadPostsView(call: call, shown: shown, dates: dates, lead: facet?.lead?.post)
        if let facet {
            main += facet.head
            if let lead = facet.lead { posts.appendLead(lead.heading, to: &main) }
            main += facet.main
        }
        let pages = call.pagination(shown.snapshot.page, of: shown.pages) { Paths.thread(thread, page: $0) }
        main += pages
        main += "<div class=\"posts\"><h2 class=\"vh\">\(read.posts())</h2>\n"
        posts.append(to: &main)
        main += "</div>\n"
        main += pages
        if shown.plan.belongs { main += unreadNeighbours }
        main += ThreadFootView(call: call, shown: shown).html
        var page = Page(facts.title, main: main)
        page.crumbs = shown.crumbs
        page.heading = call.lang(facts.language)
        page.shape = .columns
        page.banner = facet.map { $0.banner + shown.banner } ?? shown.banner
        page.lead =
            lead(facet?.tag, others: facts.posts - (facet?.lead == nil ? 0 : 1)) + readers
            + PrintedFrom(Paths.thread(thread), in: [facts.community.name, facts.group.name], call).html
        page.aside = .init(read.about(), ThreadAsideView(call: call, shown: shown).html)
        page.current = Paths.communities
        page.live = live
        return page
    }

    private var readers: HTML {
        ReadersView(call: call).heading(facts.audience)
    }

    /// `others` is how many posts stand in the discussion.
    private func lead(_ tag: HTML?, others: Int) -> HTML {
        let facts = facts, read = read, tags = ThreadTags(call: call)
        let state = tags.state(facts.state)
        let answer = facts.answer.map { answer -> HTML in
            let isHere = Paths.page(of: answer.number) == shown.snapshot.page
            return " · <a href=\"\(isHere ? "#p\(answer.id)" : Paths.post(answer.id))\">\(read.whatHelped())</a>"
        }
        // What has a panel of its own may name other people there: of its discussion only the posts are counted.
        let people = facts.hasFacet ? "" : ", \(read.people(facts.people))"
        let counts = others > 0 ? "\(read.postCount(others))\(people)" : ""
        // A mark that nothing follows has no point behind it.
        if counts.isEmpty, answer == nil, state == nil, tag?.isEmpty ?? true, !shown.takesReply {
            let kind = call.env.capabilities.threadKinds[facts.kind]
            return kind.tag == .none
                ? HTML() : "<p class=\"meta\">\(kind.icon?.html) <strong>\(kind.name(call.words))</strong></p>"
        }
        let marks = [tags.kind(facts.kind), tag ?? HTML(), state ?? HTML(), "\(counts)"].withPoints
        // Held to what stands before it, so that no line begins with the point.
        let point: HTML = marks.isEmpty && answer == nil ? "" : "\u{a0}· "
        return """
            <p class="meta">\(marks)\(new)\(answer)\
            \(if: shown.takesReply, "<span class=\"no-print\">\(point)<a href=\"#reply\">\(read.writeReply())</a></span>")</p>
            """
    }

    /// Leads to the first new post of the page, and says how many there are unless some are on later pages.
    private var new: HTML {
        let unread = shown.unread.count
        if unread == 0 { return HTML() }
        let text = shown.snapshot.page == shown.pages ? read.newPosts(unread) : read.newToYou()
        return "\u{a0}· <a class=\"no-print\" href=\"#new\">\(text)</a>"
    }

    /// Links to what else is unread; which that is, is looked up when they are followed, so that the page costs no more.
    private var unreadNeighbours: HTML {
        let thread = facts.thread, read = read
        return """
            <nav class="row no-print" aria-label="\(read.unreadThreads())">\
            <a class="btn alt" href="\(Paths.nextUnread(thread))" rel="next">\(read.nextUnread())</a>\
            <a class="btn quiet" href="\(Paths.previousUnread(thread))" rel="prev">\(read.previousUnread())</a></nav>
            """
    }
}
