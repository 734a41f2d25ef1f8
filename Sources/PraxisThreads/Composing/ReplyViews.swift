import HTML
import Markdown
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What a reply is written to, and from.
struct ReplyComposer: Sendable {
    let thread: ThreadID
    let audience: Audience
    let replyTo: QuotedPost?
    /// Quoted Markdown to begin with.
    let quote: String?
    let draft: SavedDraft?
    /// What a moderator returned and the draft continues.
    var returned: [ReturnedPost] = []
}

/// The form of a reply: at the foot of a thread page, and on a page of its own.
struct ReplyForm: Sendable {
    let call: Call
    let place: ReplyComposer
    let typed: TypedPost
    let errors: [FieldError]
    let isOnOwnPage: Bool

    /// With what was typed.
    init(call: Call, place: ReplyComposer, _ state: ComposeState) {
        (self.call, self.place) = (call, place)
        typed = state.typed
        errors = state.errors
        isOnOwnPage = true
    }

    /// As it stands at the foot of a thread page: with the draft, and what is quoted below it.
    init(call: Call, atFootWith place: ReplyComposer) {
        var typed = TypedPost()
        let draft = place.draft?.body ?? ""
        typed.body = draft + (draft.isEmpty || place.quote == nil ? "" : "\n\n") + (place.quote ?? "")
        typed.revision = place.draft?.revision ?? 0
        typed.replyTo = place.replyTo?.id
        (self.call, self.place) = (call, place)
        self.typed = typed
        errors = []
        isOnOwnPage = false
    }

    var html: HTML { ComposerForm(call: call, composer: composer).html }

    fileprivate var composer: Composer {
        let words = call.words.threads.write.compose
        var composer = Composer(
            place: ReplyTarget(place.thread),
            action: Paths.reply(place.thread),
            typed: typed,
            heading: words.reply(),
            label: words.yourReply(),
            send: words.postReply(),
            busy: words.posting(),
            readers: ReadersBox(strip: ReadersView(call: call).strip(place.audience)),
            keepsCopy: !place.audience.isConfidential
        )
        composer.errors = errors
        composer.above = ReturnedNote(posts: place.returned, words: call.words).html
        if isOnOwnPage { composer.cancel = Paths.thread(place.thread) }
        if let replyTo = place.replyTo {
            composer.above += """
                <p class="context">\(words.inReplyTo(["name": replyTo.author])) <a href="\(Paths.replyToAll(in: place.thread))">\
                \(words.notInReply())</a></p><blockquote class="context">\(Markdown.excerpt(Markdown.render(replyTo.body).plain, scalars: 160))</blockquote>\
                <input type="hidden" name="replyTo" value="\(replyTo.id.rawValue)">
                """
        }
        return composer
    }
}

/// A reply that is not posted yet, with what was typed.
struct ReplyPageView: PageView {
    let call: Call
    let place: ReplyComposer
    let setting: WritingSetting
    var state: ComposeState

    var page: Page {
        let form = ReplyForm(call: call, place: place, state)
        return state.page(call.words.threads.write.compose.replyHeading(), form.composer, at: setting.crumbs, call)
    }
}
