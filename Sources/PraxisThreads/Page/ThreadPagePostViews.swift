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
    /// A post whose text stands above all of them, and what is shown in its place.
    var above: (post: PostID, instead: HTML)?

    /// Appends them to the page, which is large: another buffer for them alone would cost a copy.
    func append(to html: inout HTML) {
        var frames = PostFrameView(
            words: call.words,
            roles: call.env.capabilities.postRoles,
            snapshot: shown.snapshot,
            dates: dates
        )
        let kept = frames.frames(call.env.snapshots).frames
        let foot = PostFoot(call, shown)
        html += foot.form
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
    }

    /// The number of the first post on the page that is new to the reader.
    private var firstUnread: Int? { shown.unread.first?.number }

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
        if let above, above.post == post.id { html += above.instead } else { html += HTML(trusted: post.html) }
        html.append(markup: "</div>\n")
        foot.append(post, frame, to: &html)
        html.append(markup: "</article>\n")
    }
}
