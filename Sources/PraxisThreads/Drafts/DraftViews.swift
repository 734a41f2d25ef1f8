import HTML
import Markdown
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What a member was writing, and what of it they have discarded.
struct DraftsPageView: PageView {
    let call: Call
    let drafts: [ListedDraft]
    let discarded: [DiscardedDraft]

    private var words: ThreadWriteWords { call.words.threads.write }

    var page: Page {
        let words = words.draft
        var page = Page(call.words.common.drafts(), main: list)
        if !discarded.isEmpty {
            page.main += """
                <section class="card"><h2>\(words.discarded())</h2><ul class="threads">\(lines(discarded, discardedLine))</ul></section>
                """
        }
        page.lead = """
            <p class="meta">\(words.howLong())</p>\(ReadersStrip(.own, "\(words.readers())", call.words).html)
            """
        page.banner = call.query["done"] == "draft-discarded" ? discardedBanner : WrittenBanner(call: call).html
        page.current = Paths.drafts
        return page
    }

    /// What has not been discarded.
    var list: HTML {
        if drafts.isEmpty { return "<p class=\"empty\">\(words.draft.none())</p>" }
        let readers = ReadersView(call: call), tags = ThreadTags(call: call)
        return "<div class=\"card\"><ul class=\"threads\">\(lines(drafts) { draftLine($0, readers, tags) })</ul></div>"
    }

    /// That a draft was discarded, while it can be put back.
    private var discardedBanner: HTML {
        let id = call.query["draft"].flatMap { DiscardedDraftID($0) }
        guard let id, discarded.contains(where: { $0.id == id }) else { return HTML() }
        let undo = call.button(Paths.restoreDraft, call.words.common.undo(), fields: [("draft", id.description)])
        return call.banner(self.words.done.draftDiscarded(), undo: undo)
    }

    /// Lines with when each was saved.
    private func lines<Draft>(_ drafts: [Draft], _ line: (Draft) -> (line: ListLine, savedAt: Timestamp)) -> HTML {
        var dates = ReadingDates(call)
        return drafts.reduce(into: HTML()) { html, draft in
            var (shown, savedAt) = line(draft)
            shown.at = dates.listed(savedAt)
            html += shown.html(call.words)
        }
    }

    private func draftLine(
        _ listed: ListedDraft,
        _ readers: ReadersView,
        _ tags: ThreadTags
    ) -> (line: ListLine, savedAt: Timestamp) {
        let words = words.draft, draft = listed.draft, isOpen = listed.placeName != nil
        let what = listed.placeName.map { listed.place.heading(call.words, $0) } ?? words.closedPlace()
        let discard = call.button(
            Paths.discardDraft,
            words.discard(),
            style: "btn quiet danger",
            fields: [("place", draft.place)],
            about: what
        )
        // What has been closed to its author is still theirs to copy.
        let text = isOpen ? Markdown.excerpt(Markdown.render(draft.body).plain, scalars: 200) : draft.body
        var line = ListLine(what, isOpen ? Paths.composer(of: listed.place) : nil)
        line.over = over(listed, tags)
        line.below = """
            \(ReturnedNote(posts: listed.returned, words: call.words).html)\
            \(if: !draft.title.isEmpty, "<p dir=\"auto\"><strong>\(draft.title)</strong></p>")\
            <p dir="auto" class="\(isOpen ? "excerpt" : "kept")">\(text)</p>\(reach(listed, readers))\(discard)
            """
        line.spokenBeforeAt = words.saved()
        return (line, draft.savedAt)
    }

    /// Where it will be posted, as what, and in answer to whom.
    private func over(_ listed: ListedDraft, _ tags: ThreadTags) -> [HTML] {
        guard let setting = listed.setting else { return [] }
        let isReply = setting.thread != nil
        let answers = listed.answers.map { words.compose.inReplyTo(["name": $0]) }
        return [
            tags.readers(setting.audience.isConfidential ? .confidential : .all),
            isReply ? HTML() : tags.kind(listed.draft.kind),
            "\(setting.community.name)", "\(isReply ? setting.group.name : "")", "\(answers)",
        ]
    }

    /// Who will read it once it is posted.
    private func reach(_ listed: ListedDraft, _ readers: ReadersView) -> HTML {
        guard let audience = listed.setting?.audience else { return HTML() }
        return "<p class=\"meta\">\(words.draft.oncePosted(["readers": readers.sentence(audience)]))</p>"
    }

    private func discardedLine(_ discarded: DiscardedDraft) -> (line: ListLine, savedAt: Timestamp) {
        let words = words.draft, draft = discarded.draft
        let text = Markdown.excerpt(Markdown.render(draft.body).plain, scalars: 200)
        let restore = call.button(
            Paths.restoreDraft,
            words.restore(),
            fields: [("draft", discarded.id.description)],
            about: draft.title.isEmpty ? String(text.prefix(60)) : draft.title
        )
        var line = ListLine(draft.title.isEmpty ? String(text.prefix(60)) : draft.title, nil)
        line.below = "<p class=\"excerpt\" dir=\"auto\">\(text)</p>\(restore)"
        line.spokenBeforeAt = words.discardedAt()
        return (line, draft.savedAt)
    }
}

/// That a moderator returned what a draft continues, and why; empty if none did.
struct ReturnedNote: Sendable {
    let posts: [ReturnedPost]
    let words: Words

    var html: HTML {
        if posts.isEmpty { return HTML() }
        let reasons = posts.map { words.threads.stock.reason($0.stock, $0.reason) }.filter { !$0.isEmpty }
        return """
            <div class="inset warn"><p>\(words.threads.write.draft.returned())</p>\
            \(each: reasons, { "<p>\(words.common.because(["reason": $0]))</p>" as HTML })</div>
            """
    }
}
