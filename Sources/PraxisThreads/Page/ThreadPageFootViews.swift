import HTML
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// The foot of a thread page: the composer, or why it is missing.
struct ThreadFootView: Sendable {
    let call: Call
    let shown: ThreadPage

    private var read: ThreadReadWords { call.words.threads.read }

    var html: HTML {
        guard shown.plan.refusal == nil, let reader = shown.reader else { return noReply }
        if !shown.takesReply { return HTML() }
        let answering = reader.answering
        let place = ReplyComposer(
            thread: shown.facts.thread,
            audience: shown.facts.audience,
            replyTo: answering.map { QuotedPost(id: $0.id, author: $0.author, body: $0.body) },
            quote: shown.lacksQuote ? "> " + read.quoteUnavailable() + "\n\n" : quote(answering),
            draft: reader.draft,
            returned: reader.returned
        )
        return ReplyForm(call: call, atFootWith: place).html + ComposerForm.previewTarget
    }

    private func quote(_ post: AnsweredPost?) -> String? {
        guard let post, post.isQuoted else { return nil }
        let attribution = read.wrote(["name": post.author])
        return Composition.quote(post.body, attribution: attribution, of: post.id)
    }

    /// Why the composer is missing, and what would bring it.
    var noReply: HTML {
        let facts = shown.facts, read = read
        let community = Paths.community(facts.community.slug)
        switch shown.plan.door {
        case .signIn:
            let isClosed = facts.state == .closed, common = call.words.common
            let path = Paths.thread(facts.thread, page: shown.snapshot.page)
            let ways: HTML =
                isClosed
                ? "<a class=\"btn alt\" href=\"\(Paths.signIn(thenTo: path))\">\(common.signIn())</a>"
                : signInOrUp(thenTo: path, common.signIn(), common.signUp())
            return inset(isClosed ? call.words.refusal(.closed).text : read.signInToReply(), ways)
        case .community:
            if shown.plan.refusal == .agreement {
                return inset(call.words.errors.agreement(), community, facts.community.name)
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
            if let heldBack = shown.heldBack { return call.heldBackInset(heldBack) }
            return shown.plan.refusal.map { "<div class=\"inset\"><p>\(call.words.refusal($0).text)</p></div>" }
                ?? HTML()
        }
    }

    private func inset(_ text: String, _ path: String, _ label: String) -> HTML {
        inset(text, "<a class=\"btn alt\" href=\"\(path)\">\(label)</a>")
    }

    private func inset(_ text: String, _ ways: HTML) -> HTML {
        "<div class=\"inset\"><p>\(text)</p><div class=\"actions\">\(ways)</div></div>"
    }
}
