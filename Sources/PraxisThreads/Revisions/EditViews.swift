import HTML
import PraxisCapability
import PraxisDomain
import PraxisWeb
import PraxisWords

/// The page on which a post is changed: by an edit, or to remove identifying detail.
struct EditPageView: PageView {
    let call: Call
    let post: EditedPost
    let kind: PostChange
    private(set) var state: ComposeState

    init(call: Call, post: EditedPost, kind: PostChange, _ state: ComposeState) {
        self.call = call
        self.post = post
        self.kind = kind
        self.state = state
        if isStale { self.state.typed.revision = post.revision }
    }

    private var words: ThreadWriteWords { call.words.threads.write }

    private var isRedaction: Bool { kind == .redact }

    /// What a text is called that others correct, too; nil for the reader's own post.
    private var shared: String? {
        let roles = call.env.capabilities.postRoles
        return roles.correction(of: post.role) == nil ? nil : roles[post.role]?.name(call.words)
    }

    private var isStale: Bool { state.denial?.isStale == true }

    var page: Page {
        let above: HTML = """
            \(if: isRedaction, "<div class=\"inset warn\"><p>\(words.redact.explanation())</p><p>\(words.redact.quotes(["mark": words.redact.mark()]))</p></div>")\
            \(if: !isRedaction && shared != nil, "<p class=\"meta\">\(words.edit.shared())</p>")\(if: isStale, nowThere)
            """
        let edit = shared.map { words.edit.headingOf(["what": $0]) } ?? words.edit.heading()
        let title = isRedaction ? words.redact.heading() : edit
        return state.page(title, composer, above: above, at: post.setting.crumbs, call)
    }

    private var nowThere: HTML {
        """
        <section class="card"><h2>\(words.edit.nowThere())</h2>\
        <div class="prose" dir="auto">\(HTML(trusted: post.html))</div></section>
        """
    }

    private var composer: Composer {
        var composer = Composer(
            place: EditTarget(post.id),
            action: (isRedaction ? Paths.redact : Paths.edit)(post.id),
            typed: state.typed,
            heading: isStale ? words.edit.whatYouTyped() : nil,
            label: isRedaction ? words.redact.body() : shared ?? words.edit.body(),
            send: isRedaction ? words.redact.send() : isStale ? words.edit.sendOver() : words.edit.send(),
            busy: call.words.common.saving(),
            readers: ReadersBox(strip: ReadersView(call: call).strip(post.setting.audience)),
            keepsCopy: false
        )
        composer.cancel = Paths.post(post.id)
        composer.errors = state.errors
        if isRedaction { composer.above += "<input type=\"hidden\" name=\"act\" value=\"redact\">" }
        return composer
    }
}

extension Denial {
    package var isStale: Bool { if case .stale = self { true } else { false } }
}
