import HTML
import Markdown
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The form in which a draft of that place is gone on with, which may say what was done.
    func draftPath(_ place: DraftTarget, done: String? = nil) -> String {
        let path =
            switch place {
            case .thread(let id): Paths.thread(id)
            case .group(let community, let group): Paths.newThread(community, group: group)
            case .community(let community): Paths.newThread(community)
            case .post(let id): Paths.edit(id)
            }
        return path + (done.map { (path.contains("?") ? "&" : "?") + "done=" + $0 } ?? "") + "#reply"
    }

    func draftsPage(_ drafts: [ListedDraft], _ discarded: [DiscardedDraft]) -> Page {
        let words = words.threads.write.draft
        let list: HTML =
            drafts.isEmpty
            ? "<p class=\"empty\">\(words.none())</p>"
            : "<div class=\"card\"><ul class=\"threads\">\(each: drafts, { draftLine($0) })</ul></div>"
        var page = Page(self.words.common.drafts(), main: list)
        if !discarded.isEmpty {
            page.main += """
                <section class="card"><h2>\(words.discarded())</h2><ul class="threads">\(each: discarded, discardedLine)</ul></section>
                """
        }
        page.lead = "<p class=\"meta\">\(words.howLong())</p>"
        page.banner = writtenBanner()
        page.current = Paths.drafts
        return page
    }

    private func draftLine(_ listed: ListedDraft) -> HTML {
        let words = words.threads.write.draft
        let draft = listed.draft
        let what = listed.placeName.map { words.place(listed.place, $0) } ?? words.closedPlace()
        let heading: HTML =
            listed.placeName == nil ? "\(what)" : "<a href=\"\(draftPath(listed.place))\">\(what)</a>"
        let discard = button(
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
            <li><h3>\(heading)</h3>\(destination(listed))\(returnedNote(listed.returned))\(if: !draft.title.isEmpty, "<p dir=\"auto\"><strong>\(draft.title)</strong></p>")\
            <p dir="auto"\(if: listed.placeName == nil, " class=\"kept\"")>\(text)</p>
            <p class="meta">\(words.saved()) \(time(draft.savedAt))</p>\(discard)</li>

            """
    }

    /// Where it will be posted, as what, in answer to whom, and who will read it.
    private func destination(_ listed: ListedDraft) -> HTML {
        guard let setting = listed.setting else { return HTML() }
        let isReply = setting.thread != nil
        let place = setting.community.name + (isReply ? " · " + setting.group.name : "")
        let answers = listed.answers.map { words.threads.write.compose.inReplyTo(["name": $0]) }
        return """
            <p class="meta">\(confidentialTag(setting.audience.isConfidential))\
            \(if: !isReply, kindTag(listed.draft.kind))\(place)\(answers.map { " · " + $0 })</p>\
            <p class="meta">\(words.threads.write.compose.readersInShort(sentence(setting.audience), setting.audience))</p>
            """
    }

    /// That a moderator returned what a draft continues, and why; empty if none did.
    func returnedNote(_ posts: [ReturnedPost]) -> HTML {
        let reasons = posts.map { words.threads.stock.reason($0.stock, $0.reason) }.filter { !$0.isEmpty }
        if posts.isEmpty { return HTML() }
        return """
            <div class="inset warn"><p>\(words.threads.write.draft.returned())</p>\
            \(each: reasons, { "<p>\(words.common.because(["reason": $0]))</p>" as HTML })</div>
            """
    }

    private func discardedLine(_ discarded: DiscardedDraft) -> HTML {
        let words = words.threads.write.draft, draft = discarded.draft
        let text = Markdown.excerpt(Markdown.render(draft.body).plain, scalars: 200)
        let restore = button(
            Paths.restoreDraft,
            words.restore(),
            fields: [("draft", discarded.id.description)],
            about: draft.title.isEmpty ? String(text.prefix(60)) : draft.title
        )
        return """
            <li>\(if: !draft.title.isEmpty, "<p><strong>\(draft.title)</strong></p>")<p>\(text)</p>
            <p class="meta">\(words.discardedAt()) \(time(draft.savedAt))</p>\(restore)</li>

            """
    }
}

extension ComposeWords {
    /// Who reads it, on one line: a sentence of its own if that is anyone.
    fileprivate func readersInShort(_ sentence: String, _ audience: Audience) -> String {
        audience.isPublic ? sentence : whoReads() + " " + sentence
    }
}

extension DraftWords {
    fileprivate func place(_ place: DraftTarget, _ name: String) -> String {
        switch place {
        case .group: newIn(["name": name])
        case .community: newUnplaced(["name": name])
        case .thread, .post: replyTo(["title": name])
        }
    }
}
