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
        let words = words.draft, readers = ReadersView(call: call), tags = ThreadTags(call: call)
        let list: HTML =
            drafts.isEmpty
            ? "<p class=\"empty\">\(words.none())</p>"
            : "<div class=\"card\"><ul class=\"threads\">\(each: drafts, { draftLine($0, readers, tags) })</ul></div>"
        var page = Page(call.words.common.drafts(), main: list)
        if !discarded.isEmpty {
            page.main += """
                <section class="card"><h2>\(words.discarded())</h2><ul class="threads">\(each: discarded, discardedLine)</ul></section>
                """
        }
        page.lead = "<p class=\"meta\">\(words.howLong())</p>"
        page.banner = WrittenBanner(call: call).html
        page.current = Paths.drafts
        return page
    }

    private func draftLine(_ listed: ListedDraft, _ readers: ReadersView, _ tags: ThreadTags) -> HTML {
        let words = words.draft
        let draft = listed.draft
        let what = listed.placeName.map { listed.place.heading(call.words, $0) } ?? words.closedPlace()
        let heading: HTML =
            listed.placeName == nil ? "\(what)" : "<a href=\"\(Paths.composer(of: listed.place))\">\(what)</a>"
        let discard = call.button(
            Paths.discardDraft,
            words.discard(),
            style: "btn quiet danger",
            fields: [("place", draft.place)],
            about: what
        )
        // What has been closed to its author is still theirs to copy.
        let text =
            listed.placeName == nil ? draft.body : Markdown.excerpt(Markdown.render(draft.body).plain, scalars: 200)
        return """
            <li><h3>\(heading)</h3>\(destination(listed, readers, tags))\(ReturnedNote(posts: listed.returned, words: call.words).html)\(if: !draft.title.isEmpty, "<p dir=\"auto\"><strong>\(draft.title)</strong></p>")\
            <p dir="auto"\(if: listed.placeName == nil, " class=\"kept\"")>\(text)</p>
            <p class="meta">\(words.saved()) \(call.time(draft.savedAt))</p>\(discard)</li>

            """
    }

    /// Where it will be posted, as what, in answer to whom, and who will read it.
    private func destination(_ listed: ListedDraft, _ readers: ReadersView, _ tags: ThreadTags) -> HTML {
        guard let setting = listed.setting else { return HTML() }
        let isReply = setting.thread != nil
        let place = setting.community.name + (isReply ? " · " + setting.group.name : "")
        let answers = listed.answers.map { words.compose.inReplyTo(["name": $0]) }
        return """
            <p class="meta">\(tags.confidential(setting.audience.isConfidential))\
            \(if: !isReply, tags.kind(listed.draft.kind))\(place)\(answers.map { " · " + $0 })</p>\
            <p class="meta">\(words.compose.readersInShort(readers.sentence(setting.audience), setting.audience))</p>
            """
    }

    private func discardedLine(_ discarded: DiscardedDraft) -> HTML {
        let words = words.draft, draft = discarded.draft
        let text = Markdown.excerpt(Markdown.render(draft.body).plain, scalars: 200)
        let restore = call.button(
            Paths.restoreDraft,
            words.restore(),
            fields: [("draft", discarded.id.description)],
            about: draft.title.isEmpty ? String(text.prefix(60)) : draft.title
        )
        return """
            <li>\(if: !draft.title.isEmpty, "<p><strong>\(draft.title)</strong></p>")<p>\(text)</p>
            <p class="meta">\(words.discardedAt()) \(call.time(draft.savedAt))</p>\(restore)</li>

            """
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

extension ComposeWords {
    /// Who reads it, on one line: a sentence of its own if that is anyone.
    fileprivate func readersInShort(_ sentence: String, _ audience: Audience) -> String {
        audience.isPublic ? sentence : whoReads() + " " + sentence
    }
}
