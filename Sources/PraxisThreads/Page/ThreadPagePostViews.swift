import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The posts of a page in order, the reader's own held ones among them, with the rule before the first new one.
struct ThreadPostsView: Sendable {
    let call: Call
    let shown: ThreadPage
    let dates: ReadingDates

    var html: HTML {
        var frames = PostFrameView(words: call.words, snapshot: shown.snapshot, dates: dates)
        let kept = frames.frames(call.env.snapshots).frames
        let foot = PostFoot(call, shown)
        var html = HTML()
        html.reserveCapacity(shown.snapshot.cost + 30_000)
        var own = (shown.reader?.ownHidden ?? [])[...]
        var rule = firstUnread
        for (post, frame) in zip(shown.snapshot.posts, kept) {
            while let held = own.first, held.number < post.number {
                append(held, &frames, foot, to: &html)
                own.removeFirst()
            }
            if post.number == rule {
                html += newRule(post, &frames.dates)
                rule = nil
            }
            append(post, frame, foot, to: &html)
        }
        for held in own { append(held, &frames, foot, to: &html) }
        return html
    }

    /// The number of the first post on the page that is new to the reader.
    private var firstUnread: Int? {
        guard shown.plan.belongs, let reader = shown.reader else { return nil }
        return shown.snapshot.posts.first {
            $0.state == .published && $0.author != reader.facts.viewer.member
                && reader.place.isUnread(number: $0.number, journal: $0.journal)
        }?.number
    }

    /// The rule names the last visit where everything behind it is younger than that.
    private func newRule(_ post: ShownPost, _ dates: inout ReadingDates) -> HTML {
        let read = call.words.threads.read
        let visit = call.lastVisit.flatMap { post.createdAt >= $0 ? $0 : nil }
        let text = visit.map { read.newSince(["moment": dates.moment($0)]) } ?? read.newToYou()
        return "<h2 class=\"new-rule\" id=\"new\" tabindex=\"-1\">\(text)</h2>\n"
    }

    /// One of the reader's own that no one else is shown.
    private func append(_ held: ShownPost, _ frames: inout PostFrameView, _ foot: PostFoot, to html: inout HTML) {
        let decision = shown.reader?.decisions[held.id]
        append(held, frames.frame(held, decision: decision), foot, to: &html)
    }

    private func append(_ post: ShownPost, _ frame: ThreadPageFrames.Frame, _ foot: PostFoot, to html: inout HTML) {
        if let done = shown.done, done.post == post.id {
            html += "<div class=\"post-done\" id=\"done\" tabindex=\"-1\">\(done.banner)</div>\n"
        }
        html += frame.name
        if post.state == .withdrawn { return }
        if post.author == foot.member { html += foot.you }
        html += frame.head
        html += HTML(trusted: post.html)
        html.append(markup: "</div>\n")
        foot.appendSlots(post, to: &html)
        foot.append(post, to: &html)
        html.append(markup: "</article>\n")
    }
}

/// The links and buttons under the posts of one page, with all that they share made once.
private struct PostFoot {
    let member: MemberID?
    let you: HTML
    private let plan: ThreadPagePlan
    /// Whether one of the replies can be marked as the one that helped.
    private let marksAnswer: Bool
    private let page: Int
    private let facts: ThreadPageFacts
    private let words: ThreadReadWords
    private let token: HTML
    private let now: Timestamp
    private let unread: HTML
    private let links: [(address: Address<PostID>, name: String)]
    private let more: HTML
    private let slots: [PostSlot.Foot]
    private let own: [@Sendable (PostSlot.Post) -> OwnPostSlot.Foot]

    init(_ call: Call, _ page: ThreadPage) {
        member = page.reader?.facts.viewer.member
        plan = page.plan
        facts = page.facts
        self.page = page.snapshot.page
        marksAnswer = plan.markAnswered && call.env.capabilities.threadKinds[facts.kind].awaitsAnswer
        (words, now) = (call.words.threads.read, call.now)
        slots = page.snapshot.slots.map { $0.foot(call, page.reader?.facts) }
        own = page.reader?.slots.map { $0(call) } ?? []
        token = page.reader == nil ? HTML() : call.tokenField
        you = " \(words.you())"
        links = Self.links(call, page.reader?.facts)
        unread = "\(token)<button class=\"btn quiet\">\(words.markUnread())</button></form></li>"
        // The space keeps the link before it and the summary apart when a page is read without its layout.
        more = """
             <details class="more"><summary>\(call.words.common.more())<span class="vh"> \(words.moreAbout())</span></summary>\
            <ul class="menu-list">
            """
    }

    /// What capabilities offer to do with the posts of others in a thread; nothing to visitors.
    private static func links(_ call: Call, _ facts: Facts?) -> [(address: Address<PostID>, name: String)] {
        guard let facts else { return [] }
        return call.env.capabilities.postLinks.filter { Policy.allows($0.act, facts) }
            .map { ($0.address, $0.name(call.words)) }
    }

    /// Appends what capabilities say of a published post.
    func appendSlots(_ post: ShownPost, to html: inout HTML) {
        guard post.state == .published else { return }
        for slot in slots { html += slot(post.inSlots) }
    }

    /// Appends nothing for visitors; for posts that no one else is shown yet, only what their author may do with them.
    func append(_ post: ShownPost, to html: inout HTML) {
        guard member != nil else { return }
        let own = post.state == .published ? own.map { $0(post.inSlots) } : []
        let entries = entries(post, own)
        let replies = plan.refusal == nil && post.state == .published
        if entries.isEmpty && !replies { return }
        html.append(markup: "<footer class=\"post-foot\">")
        if replies {
            html += """
                <a href="\(Paths.composer(facts.thread, page: page, answering: post.id))">\(words.reply())<span class="vh"> \
                \(words.replyTo(["name": post.name]))</span></a>
                """
        }
        for foot in own { html += foot.beside }
        if !entries.isEmpty {
            html += more
            html += entries
            html.append(markup: "</ul></details>")
        }
        html.append(markup: "</footer>\n")
    }

    private func entries(_ post: ShownPost, _ own: [OwnPostSlot.Foot]) -> HTML {
        let isOwn = post.author == member
        let rights = isOwn ? plan.own : plan.others
        let isShown = post.state == .published
        var html = HTML()
        html.reserveCapacity(800)
        if plan.refusal == nil && isShown {
            let path = Paths.composer(facts.thread, page: page, answering: post.id, quoting: true)
            html += "<li><a href=\"\(path)\">\(words.quote())</a></li>"
        }
        if plan.belongs && isShown {
            html += "<li><form method=\"post\" action=\"\(Paths.unread(post.id))\">"
            html += unread
        }
        for foot in own { html += foot.menu }
        if isShown, marksAnswer, post.number > 1 {
            let label = facts.answer?.id == post.id ? words.notHelpful() : words.markHelped()
            html += form(post, Paths.helped, label)
        }
        if rights.edit, EditPlan.isOpen(post.createdAt, facts.editDays, at: now) {
            html += link(post, Paths.edit, words.edit())
        }
        if post.editedAt != nil { html += link(post, Paths.history, words.history()) }
        if rights.redact { html += link(post, Paths.redact, words.redact()) }
        if !isOwn, isShown { for offered in links { html += link(post, offered.address, offered.name) } }
        if rights.withdraw { html += form(post, Paths.withdraw, words.withdraw(), style: "btn quiet danger") }
        return html
    }

    private func link(_ post: ShownPost, _ address: Address<PostID>, _ label: String) -> HTML {
        "<li><a href=\"\(address(post.id))\">\(label)</a></li>"
    }

    private func form(_ post: ShownPost, _ address: Address<PostID>, _ label: String, style: String = "btn quiet") -> HTML {
        """
        <li><form method="post" action="\(address(post.id))">\(token)\
        <button class="\(style)">\(label)</button></form></li>
        """
    }
}

extension ShownPost {
    fileprivate var inSlots: PostSlot.Post { .init(id: id, number: number, author: author, name: name) }
}
