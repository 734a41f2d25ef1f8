import HTML
import PraxisCapability
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Call {
    /// What's new, over all of a member's communities.
    func homePage(_ home: Home) -> Page {
        let news = home.news
        var page = Page(lastVisit == nil ? words.home.title() : words.home.titleSince(), main: HTML())
        (page.current, page.banner) = (Paths.home, homeBanner(home))
        if news.communities.isEmpty && news.quiet.isEmpty {
            page.title = words.home.title()
            page.lead = "<p class=\"lead\">\(words.home.noCommunity())</p>"
            page.main = """
                <div class="card"><p class="empty">\(words.home.noCommunityHint())</p>\
                <a class="btn" href="\(Paths.communities)">\(words.home.seeCommunities())</a></div>
                """
            if home.waiting.contains(where: { $0.isOfSite && !$0.lines(self).isEmpty }) { page.main += waiting(home) }
            return page
        }
        page.lead = "<p class=\"meta\">\(sinceLine)\(newsLine(news))</p>"
        if !news.communities.isEmpty {
            page.main += """
                <div class="row"><a class="btn" href="\(Paths.everythingNew)">\(words.home.readInOrder())</a>\
                \(caughtUpForm(news.upTo, style: "btn alt"))</div>
                """
        }
        // First what waits: on a phone it stands above the news, on a wide page beside them.
        page.main += """
            <div class="beside">\(waiting(home))<div>\(each: news.communities, communitySection)\(quietSection(news.quiet))</div></div>
            """
        page.shape = .wide
        return page
    }

    /// The form that counts everything up to `upTo` as read.
    func caughtUpForm(_ upTo: JournalNumber, style: StaticString) -> HTML {
        """
        <form method="post" action="\(Paths.caughtUp)">\(tokenField)<input type="hidden" name="upTo" value="\(upTo.rawValue)">\
        <button class="\(style.description)" data-busy="\(words.common.saving())">\(words.home.caughtUp())</button></form>
        """
    }

    private func homeBanner(_ home: Home) -> HTML {
        switch query["done"] {
        case "caught-up":
            banner(
                words.home.nowCaughtUp(),
                undo: home.canUndo ? button(Paths.undoCaughtUp, words.home.undoCaughtUp()) : HTML()
            )
        case "undone": banner(words.home.undone())
        case "all-read": banner(words.home.noOtherUnread())
        case "too-late": banner(words.home.undoTooLate(), style: "warn")
        default: HTML()
        }
    }

    private var sinceLine: HTML {
        guard let lastVisit else { return HTML() }
        return "\(words.home.lastHere(["moment": moment(lastVisit)])) "
    }

    private func newsLine(_ news: News) -> String {
        let some = news.communities.count, all = some + news.quiet.count
        if some == 0 { return words.home.nothingNew() }
        let posts = words.home.newPosts(news.newPosts)
        if all == 1 { return words.home.newInOne(["posts": posts]) }
        if some == all { return words.home.newInAll(["posts": posts]) }
        return words.home.newInSome(["posts": posts, "some": String(some), "all": String(all)])
    }

    private func communitySection(_ news: CommunityNews) -> HTML {
        """
        <section class="card" aria-labelledby="c\(news.id.rawValue)"><h2 class="head-link" id="c\(news.id.rawValue)">\
        <a href="\(Paths.community(news.slug))">\(news.name)</a></h2>
        <ul class="threads">\(each: news.threads, threadLine)\
        \(if: news.moreThreads > 0, "<li class=\"more-line\"><a href=\"\(Paths.community(news.slug))\">\(words.home.andMore(news.moreThreads))</a></li>")\
        </ul></section>
        """
    }

    private func threadLine(_ thread: NewsThread) -> HTML {
        """
        <li class="unread"><h3 dir="auto"\(lang(thread.language))><a href="\(Paths.firstNew(thread.id, after: thread.firstNew - 1))">\(thread.title)</a></h3>
        <p class="meta"><span class="tag new">\(words.home.new(thread.newPosts))</span> \(confidentialTag(thread.isConfidential))\(stateTag(thread))\
        \(words.home.latestFrom(["author": thread.lastAuthor])), \(time(thread.lastPostAt)) · \(words.home.posts(thread.postCount))</p></li>
        """
    }

    /// At most one word about a thread's state or kind.
    private func stateTag(_ thread: NewsThread) -> HTML {
        let kind = words.threads.oneOfKind[thread.kind]()
        switch (thread.state, thread.kind) {
        case (.closed, _): return "<span class=\"tag\">\(words.threads.closed())</span> "
        case (.answered, _): return "<span class=\"tag ok\">\(words.threads.answered())</span> "
        case (.open, .notice): return "<span class=\"tag info\">\(kind)</span> "
        case (.open, .question), (.open, .story): return "<span class=\"tag\">\(kind)</span> "
        case (.open, .discussion): return HTML()
        }
    }

    private func quietSection(_ communities: [QuietCommunity]) -> HTML {
        if communities.isEmpty { return HTML() }
        return """
            <section class="card" aria-labelledby="quiet"><h2 id="quiet">\(words.home.quiet())</h2><ul class="links">\
            \(each: communities, quietLine)</ul></section>
            """
    }

    private func quietLine(_ community: QuietCommunity) -> HTML {
        let last = community.lastPostAt.map { words.home.lastPost(["day": words.day($0, in: zone, now: now)]) }
        return """
            <li><a href="\(Paths.community(community.slug))">\(community.name)</a> \
            <span class="meta">\(last ?? words.home.noPostYet())</span></li>
            """
    }

    /// What concerns the member alone; empty if nothing does.
    private func waiting(_ home: Home) -> HTML {
        let say = words.home, news = home.news
        var lines: [HomeSlot.Line] = news.forMe.map { post in
            let names: KeyValuePairs = ["author": post.author, "title": post.title]
            return (Paths.post(post.id), post.isMention ? say.mentionedYou(names) : say.answeredYou(names))
        }
        let more = news.forMeCount - news.forMe.count
        if more > 0 { lines.append((Paths.everythingNew, say.moreForYou(more))) }
        lines += home.waiting.flatMap { $0.lines(self) }
        if lines.isEmpty { return HTML() }
        return """
            <section class="card side" aria-labelledby="waiting"><h2 id="waiting">\(say.waiting())</h2>\
            <ul class="links">\(each: lines, { "<li><a href=\"\($0.path)\">\($0.text)</a></li>" as HTML })</ul></section>
            """
    }
}
