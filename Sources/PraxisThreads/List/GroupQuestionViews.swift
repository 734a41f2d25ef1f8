import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

extension PlaceSlot {
    /// The open questions of a group, beside it.
    static let questions = PlaceSlot { call, spot in
        var content = Content()
        guard let group = spot.facts.group?.id, let slug = spot.groupSlug else { return content }
        let shown = GroupQuestionsView.shown
        let questions = try await call.read { try GroupQuestion.open(in: group, $0, limit: shown + 1) }
        let place = [("community", spot.communitySlug), ("group", slug)]
        content.add(GroupQuestionsView(call: call, questions: questions, place: place).html, at: 30)
        return content
    }
}

/// The newest open questions of a group, with the way to all of them if there are more.
private struct GroupQuestionsView {
    static let shown = 3

    let call: Call
    /// One more than is shown, if there are more.
    let questions: [GroupQuestion]
    /// The group, as the search names it.
    let place: [(String, String)]

    private var read: ThreadReadWords { call.words.threads.read }

    /// Nothing if no question is open.
    var html: HTML {
        if questions.isEmpty { return HTML() }
        return """
            <section class="card"><h2>\(read.openQuestions())</h2><ul class="links">\
            \(each: questions.prefix(Self.shown), line)</ul>\
            \(if: questions.count > Self.shown, "<p><a href=\"\(all)\">\(read.allOpenQuestions())</a></p>")</section>

            """
    }

    private func line(_ question: GroupQuestion) -> HTML {
        let asked = read.asked(["day": call.words.day(question.askedAt, in: call.zone, now: call.now)])
        let posts = question.posts > 1 ? read.postCount(question.posts) : read.noReply()
        return """
            <li><a dir="auto" href="\(Paths.thread(question.thread))"\(call.lang(question.language))>\(question.title)</a>\
            <p class="meta">\(asked) · \(posts)</p></li>
            """
    }

    /// The search that finds them.
    private var all: String {
        let kind = ("kind", ThreadKind.question.rawValue), state = ("status", ThreadState.open.rawValue)
        let fields = place + [kind, state, ("sort", "newest")]
        return Paths.search + "?" + fields.map { $0.0 + "=" + Fields.encode($0.1) }.joined(separator: "&")
    }
}
