import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

/// What's new, over all of a member's communities.
struct HomePageView: PageView {
    let call: Call
    let home: Home
    /// Made once for all lines.
    private let tags: ThreadTags
    private let lines: ThreadListLineView
    /// What newcomers are shown.
    private let guides: [HomeGuide.Content]

    init(call: Call, home: Home) {
        self.call = call
        self.home = home
        tags = ThreadTags(call: call)
        lines = ThreadListLineView(call: call)
        guides = home.guides.map { $0(call) }
    }

    private var said: HomeWords { call.words.home }
    private var news: News { home.news }

    var page: Page {
        var page = Page(call.lastVisit == nil ? said.title() : said.titleSince(), main: HTML())
        (page.current, page.banner) = (Paths.home, "\(banner)\(each: guides, \.banner)")
        if news.communities.isEmpty && news.quiet.isEmpty {
            page.title = said.title()
            page.lead = "<p class=\"lead\">\(said.noCommunity())</p>"
            // What there is to do for the site comes first.
            let runs = home.waiting.contains { $0.isOfSite && !$0.lines(call).isEmpty }
            page.main = """
                \(each: guides, \.main)\(if: runs, waiting)<div class="card"><p class="empty">\(said.noCommunityHint())</p>\
                <a class="btn\(if: runs, " alt")" href="\(Paths.communities)">\(said.seeCommunities())</a></div>
                """
            return page
        }
        page.lead = "<p class=\"meta\">\(sinceLine)\(newsLine)</p>"
        for guide in guides { page.main += guide.main }
        if !news.communities.isEmpty {
            page.lead += """
                <div class="row"><a class="btn" href="\(Paths.everythingNew)">\(said.readInOrder())</a>\
                \(CaughtUpForm(call: call, upTo: news.upTo, style: "btn alt").html)</div>
                """
        }
        page.main += "\(each: news.communities, communitySection)\(quietSection)"
        let groups = HomeGroupsView(call: call, groups: home.groups, newPosts: news.newInGroups)
        let beside = waiting + groups.html
        page.shape = beside.bytes.isEmpty ? .wide : .columns
        page.aside = .init(said.waiting(), beside, .first)
        return page
    }

    /// What the form before this page did, while it is so: the address can be opened again at any time.
    private var banner: HTML {
        let hasNews = !news.communities.isEmpty
        return switch call.query["done"] {
        case "caught-up" where home.canUndo:
            call.banner(
                hasNews ? said.shownIsRead() : said.nowCaughtUp(),
                undo: call.button(Paths.undoCaughtUp, said.undoCaughtUp())
            )
        case "undone" where hasNews && !home.canUndo: call.banner(said.undone())
        case "all-read" where !hasNews: call.banner(said.noOtherUnread())
        case "too-late" where !home.canUndo: call.banner(said.undoTooLate(), style: "warn")
        default: HTML()
        }
    }

    private var sinceLine: HTML {
        guard let lastVisit = call.lastVisit else { return HTML() }
        return "\(said.lastHere(["moment": call.moment(lastVisit)])) "
    }

    private var newsLine: String {
        let some = news.communities.count, all = some + news.quiet.count
        if some == 0 { return said.nothingNew() }
        let posts = said.newPosts(news.newPosts)
        if all == 1 { return said.newInOne(["posts": posts]) }
        if some == all { return said.newInAll(["posts": posts]) }
        return said.newInSome(["posts": posts, "some": String(some), "all": String(all)])
    }

    private func communitySection(_ news: CommunityNews) -> HTML {
        """
        <section class="card" aria-labelledby="c\(news.id.rawValue)"><div class="row"><h2 class="head-link" id="c\(news.id.rawValue)">\
        <a href="\(Paths.community(news.slug))">\(news.name)</a></h2>\(howMuch(news))</div>
        <p class="meta">\(news.visibility.icon.html) \(call.words.name(of: news.visibility))</p><ul class="threads">\(threadLines(news.threads))</ul></section>
        """
    }

    /// Leads to all of them where the card does not show them all.
    private func howMuch(_ news: CommunityNews) -> HTML {
        if news.moreThreads == 0 { return "<span class=\"tag new\">\(said.newHere(news.newPosts))</span>" }
        let new = ThreadFilter.new.rawValue
        return """
            <a href="\(Paths.community(news.slug))?filter=\(new)">\(said.allNewHere(news.newPosts))\
            <span class="vh"> \(said.inPlace(["name": news.name]))</span></a>
            """
    }

    private func threadLines(_ threads: [NewsThread]) -> HTML {
        var lines = lines
        return threads.reduce(into: HTML()) { html, thread in html += lines.html(line(thread)) }
    }

    private func line(_ thread: NewsThread) -> ThreadListLine {
        var line = ThreadListLine(
            thread.id,
            title: thread.title,
            language: thread.language,
            posts: thread.postCount,
            author: thread.lastAuthor,
            at: thread.lastPostAt
        )
        line.new = (thread.newPosts, thread.firstNew)
        line.people = thread.people
        let state = tags.state(thread.state) ?? tags.kind(thread.kind)
        line.over = [tags.readers(thread.readers), state, "\(thread.group.name)"]
        return line
    }

    private var quietSection: HTML {
        if news.quiet.isEmpty { return HTML() }
        return """
            <section class="card" aria-labelledby="quiet"><h2 id="quiet">\(news.communities.isEmpty ? call.words.communities.yours() : said.quiet())</h2><ul class="links">\
            \(each: news.quiet, quietLine)</ul></section>
            """
    }

    private func quietLine(_ community: QuietCommunity) -> HTML {
        let last = community.lastPostAt.map { said.lastPost(["day": call.words.day($0, in: call.zone, now: call.now)]) }
        return """
            <li><a href="\(Paths.community(community.slug))">\(community.name)</a> \
            <span class="meta">\(last ?? said.noPostYet())</span></li>
            """
    }

    /// What concerns the member alone; empty if nothing does.
    private var waiting: HTML {
        var lines: [HomeSlot.Line] = news.forMe.map { post in
            let names: KeyValuePairs = ["author": post.author, "title": post.title]
            return (Paths.post(post.id), post.isMention ? said.mentionedYou(names) : said.answeredYou(names))
        }
        let more = news.forMeCount - news.forMe.count
        if more > 0 { lines.append((Paths.everythingNew, said.moreForYou(more))) }
        lines += home.waiting.flatMap { $0.lines(call) }
        if lines.isEmpty { return HTML() }
        return """
            <section class="card" aria-labelledby="waiting"><h2 id="waiting">\(said.waiting())</h2>\
            <ul class="links">\(each: lines, { "<li><a href=\"\($0.path)\">\($0.text)</a></li>" as HTML })</ul></section>
            """
    }
}

/// The form that counts everything up to `upTo` as read.
struct CaughtUpForm {
    let call: Call
    let upTo: JournalNumber
    let style: StaticString

    var html: HTML {
        """
        <form method="post" action="\(Paths.caughtUp)">\(call.tokenField)<input type="hidden" name="upTo" value="\(upTo.rawValue)">\
        <button class="\(style.description)" data-busy="\(call.words.common.saving())">\(call.words.home.caughtUp())</button></form>
        """
    }
}
