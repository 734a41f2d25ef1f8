import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// The page on which a post is changed: by an edit, or to remove identifying detail.
    func editPage(_ post: EditedPost, _ kind: PostChange, _ typed: TypedPost, _ denial: Denial?) -> Page {
        let words = words.threads.write
        let isRedaction = kind == .redact
        var main = HTML()
        if isRedaction {
            main += "<div class=\"inset\"><p>\(words.redact.explanation())</p><p>\(words.redact.quotes())</p></div>"
        }
        var typed = typed
        if case .stale = denial {
            main += nowThere(post)
            typed.revision = post.revision
        }
        main += editComposer(post, kind, typed, denial)
        var page = Page(isRedaction ? words.redact.heading() : words.edit.heading(), main: main)
        page.crumbs = crumbs(post.setting)
        return page
    }

    private func nowThere(_ post: EditedPost) -> HTML {
        """
        <section class="card"><h2>\(words.threads.write.edit.nowThere())</h2>\
        <div class="prose" dir="auto">\(HTML(trusted: post.html))</div></section>
        """
    }

    private func editComposer(_ post: EditedPost, _ kind: PostChange, _ typed: TypedPost, _ denial: Denial?) -> HTML {
        let words = words.threads.write
        let isRedaction = kind == .redact, isStale = denial?.isStale == true
        var composer = Composer(
            place: .post(post.id),
            action: (isRedaction ? Paths.redact : Paths.edit)(post.id),
            typed: typed,
            heading: isStale ? words.edit.whatYouTyped() : nil,
            label: isRedaction ? words.redact.body() : words.edit.body(),
            send: isRedaction ? words.redact.send() : isStale ? words.edit.sendOver() : words.edit.send(),
            busy: self.words.common.saving(),
            readers: readersInset(post.setting.audience),
            keepsCopy: false
        )
        composer.cancel = Paths.post(post.id)
        composer.errors = denial?.fieldErrors ?? []
        if isRedaction { composer.above = "<input type=\"hidden\" name=\"act\" value=\"redact\">" }
        return self.composer(composer)
    }
}

extension Denial {
    package var isStale: Bool { if case .stale = self { true } else { false } }
}
