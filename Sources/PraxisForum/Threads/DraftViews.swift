import HTML
import Markdown
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The page on which a draft of that place is gone on with.
    func draftPath(_ place: WritingPlace) -> String {
        switch place {
        case .thread(let id): Paths.thread(id)
        case .group(let community, let group): Paths.newThread(community, group: group)
        case .post(let id): Paths.postPart(id, "edit")
        }
    }

    func draftsPage(_ drafts: [ListedDraft]) -> Page {
        let words = words.threads.write.draft
        let list: HTML =
            drafts.isEmpty
            ? "<p class=\"empty\">\(words.none())</p>"
            : "<div class=\"card\"><ul class=\"threads\">\(each: drafts, { draftLine($0) })</ul></div>"
        var page = Page(self.words.common.drafts(), main: list)
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
            listed.placeName == nil ? "\(what)" : "<a href=\"\(draftPath(listed.place))#reply\">\(what)</a>"
        let discard = button(
            Paths.drafts + "/discard",
            words.discard(),
            style: "btn quiet danger",
            fields: [("place", draft.place)],
            about: what
        )
        // What is closed to its author meanwhile is still theirs to copy.
        let text =
            listed.placeName == nil ? draft.body : Markdown.excerpt(Markdown.render(draft.body).plain, scalars: 200)
        return """
            <li><h3>\(heading)</h3>\(if: !draft.title.isEmpty, "<p dir=\"auto\"><strong>\(draft.title)</strong></p>")\
            <p dir="auto"\(if: listed.placeName == nil, " class=\"kept\"")>\(text)</p>
            <p class="meta">\(words.saved()) \(time(draft.savedAt))</p>\(discard)</li>

            """
    }
}

extension DraftWords {
    fileprivate func place(_ place: WritingPlace, _ name: String) -> String {
        if case .group = place { newIn(["name": name]) } else { replyTo(["title": name]) }
    }
}
