import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The posts of a page in order, the reader's own held ones among them, with the rule before the first new one.
struct ThreadPostsView {
    private let call: Call
    private let shown: ThreadPage
    /// One that stands above the others; nil without one on this page.
    private let lead: ShownPost?
    private var frames: PostFrameView
    private let kept: [ThreadPageFrames.Frame]
    private let foot: PostFoot

    init(call: Call, shown: ThreadPage, dates: ReadingDates, lead: PostID? = nil) {
        (self.call, self.shown) = (call, shown)
        self.lead = lead.flatMap { lead in shown.snapshot.posts.first { $0.id == lead } }
        frames = PostFrameView(
            words: call.words,
            roles: call.env.capabilities.postRoles,
            snapshot: shown.snapshot,
            dates: dates
        )
        kept = frames.frames(call.env.snapshots).frames
        foot = PostFoot(call, shown)
    }

    /// The one that stands above the others, under that heading.
    func appendLead(_ heading: String, to html: inout HTML) {
        for (post, frame) in zip(shown.snapshot.posts, kept) where post.id == lead?.id {
            html += "<h2>\(heading)</h2>\n<div class=\"posts\">"
            append(post, frame, to: &html)
            html.append(markup: "</div>\n")
        }
    }

    /// Appends the others to the page, which is large: another buffer for them alone would cost a copy.
    mutating func append(to html: inout HTML) {
        html += foot.form
        var own = (shown.reader?.ownHidden ?? [])[...]
        var rule = firstUnread
        for (post, frame) in zip(shown.snapshot.posts, kept) where post.id != lead?.id {
            while let held = own.first, held.number < post.number {
                append(held, to: &html)
                own.removeFirst()
            }
            if post.number == rule {
                html += newRule(post, &frames.dates)
                rule = nil
            }
            append(post, frame, to: &html)
        }
        for held in own { append(held, to: &html) }
    }

    /// The number of the first post on the page that is new to the reader.
    private var firstUnread: Int? { shown.unread.first { $0.id != lead?.id }?.number }

    /// The rule names the last visit where everything behind it is younger than that.
    private func newRule(_ post: ShownPost, _ dates: inout ReadingDates) -> HTML {
        let read = call.words.threads.read
        let visit = call.lastVisit.flatMap { post.createdAt >= $0 ? $0 : nil }
        let text = visit.map { read.newSince(["moment": dates.moment($0)]) } ?? read.newToYou()
        return "<h2 class=\"new-rule\" id=\"new\" tabindex=\"-1\">\(text)</h2>\n"
    }

    /// One of the reader's own that no one else is shown.
    private mutating func append(_ held: ShownPost, to html: inout HTML) {
        let decision = shown.reader?.decisions[held.id]
        append(held, frames.frame(held, decision: decision), to: &html)
    }

    private func append(_ post: ShownPost, _ frame: ThreadPageFrames.Frame, to html: inout HTML) {
        if let done = shown.done, done.post == post.id {
            html += "<div class=\"post-done\" id=\"done\" tabindex=\"-1\">\(done.banner)</div>\n"
        }
        html += frame.name
        if post.state == .withdrawn { return }
        if post.author == foot.member { html += foot.you }
        html += frame.head
        html += HTML(trusted: post.html)
        html.append(markup: "</div>\n")
        foot.append(post, frame, to: &html)
        html.append(markup: "</article>\n")
    }
}
