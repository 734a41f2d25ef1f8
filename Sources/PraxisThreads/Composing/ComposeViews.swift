import HTML
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// A form in which a post is written: a reply, a new thread, an edit.
struct Composer: Sendable {
    let place: any DraftTarget
    let action: String
    var typed: TypedPost
    /// The heading of the form; nil if the page's own says it.
    var heading: String?
    let label: String
    let send: String
    let busy: String
    /// Who can read it.
    let readers: ReadersBox
    /// Whether this device may keep a copy until it is sent; not of what is confidential.
    let keepsCopy: Bool
    /// What stands above the text: the group and its readers, the kind, the title, what it answers.
    var above = HTML()
    /// What stands below it.
    var below = HTML()
    /// Where one goes without sending it, on a page that holds nothing else.
    var cancel: String?
    var errors: [FieldError] = []

    /// Whether a page holds nothing else, so that the help stands beside it where there is room.
    var isOnOwnPage: Bool { cancel != nil || !typed.occasion.isEmpty }
}

/// Draws that form.
struct ComposerForm: Sendable {
    let call: Call
    let composer: Composer

    /// Where the script puts a preview.
    static let previewTarget: HTML =
        "<section class=\"card\" data-preview-target tabindex=\"-1\" aria-labelledby=\"preview-h\" hidden></section>"

    private var words: ThreadWriteWords { call.words.threads.write }

    var html: HTML {
        let drafts: HTML =
            composer.place.ofDrafts == nil
            ? "" : " data-draft=\"\(Paths.drafts)\"\(if: !composer.keepsCopy, " data-keep=\"server\"")"
        let key = composer.typed.key.isEmpty ? call.env.random.token() : composer.typed.key
        return """
            <form class="card compose" id="reply" method="post" action="\(composer.action)"\(drafts) data-preview \
            data-owner="\(call.viewer.member?.rawValue ?? 0)">\(call.tokenField)\
            <input type="hidden" name="key" value="\(key)"><input type="hidden" name="place" value="\(composer.place.text)">\
            <input type="hidden" name="revision" value="\(composer.typed.revision ?? 0)">\
            \(composer.typed.over.map { "<input type=\"hidden\" name=\"over\" value=\"\($0)\">" as HTML })
            \(if: !composer.typed.told.isEmpty, "<input type=\"hidden\" name=\"told\" value=\"\(composer.typed.told)\">")\
            \(if: !composer.typed.occasion.isEmpty, occasion)\(composer.heading.map { "<h2 id=\"reply-h\">\($0)</h2>" as HTML })\(composer.place.ofDrafts == nil ? HTML() : draftOffer)
            \(draftSaved)\(composer.above)\(bodyField)\(formattingHelp)\(composer.below)\(composer.readers.html)\(actions)
            </form>
            """
    }

    private var occasion: HTML {
        """
        <input type="hidden" name="occasion" value="\(composer.typed.occasion)">\
        <input type="hidden" name="then" value="\(composer.typed.then)">
        """
    }

    private var draftOffer: HTML {
        let words = words.draft
        return """
            <div class="banner warn" data-draft-offer hidden><p>\(words.onDevice())</p>
            <button class="btn quiet" type="button" data-draft-take>\(words.putBack())</button> \
            <button class="btn quiet" type="button" data-draft-drop>\(words.dropIt())</button></div>
            """
    }

    private var bodyField: HTML {
        let words = words.compose
        let problem = composer.errors.first { $0.field == "body" }?.problem
        let error = problem.map {
            "<span class=\"error\" id=\"body-error\">\(call.words.sentence($0, of: "body"))</span>" as HTML
        }
        return """
            <div class="field\(if: problem != nil, " bad")"><label\(if: composer.heading != nil, " class=\"vh\"") for="body">\
            \(composer.label)</label>\(error)\(toolbar)
            <textarea class="tall" id="body" name="body" dir="auto" data-limit="\(Limits.postScalars.upperBound)" \
            data-names="\(Paths.mentionable)" data-names-label="\(words.mentionable())"\
            \(if: problem != nil, " aria-invalid=\"true\"") aria-describedby="\(if: problem != nil, "body-error ")body-help">
            \(composer.typed.body)</textarea>
            <p class="count" role="status" data-count data-count-text="\(words.charactersLeft.text)" \
            data-over-text="\(words.charactersOver.text)" hidden></p></div>
            """
    }

    private var toolbar: HTML {
        let words = words.compose
        let plain = [("list", words.list()), ("numbers", words.numbers())]
        let button = { (kind: String, label: String) -> HTML in
            "<button class=\"btn alt\" type=\"button\" data-md=\"\(kind)\">\(label)</button>"
        }
        return """
            <template data-toolbar><div class="toolbar" role="toolbar" aria-label="\(words.formatting())">
            <button class="btn alt" type="button" data-md="bold" data-sample="\(words.boldSample())">\(words.bold())</button>
            \(each: plain, { button($0.0, $0.1) })
            \(button("link", words.link()))\(button("quote", words.quote()))\(button("heading", words.headingMark()))</div>\(linkBox)</template>
            """
    }

    /// Where the script asks for a link; its fields have no name, so they are never sent.
    private var linkBox: HTML {
        let words = words.compose
        return """
            <div class="inset plain" data-link hidden><div class="field"><label for="link-text">\(words.linkText())</label>\
            <input type="text" id="link-text" dir="auto" autocomplete="off"></div><div class="field">\
            <label for="link-address">\(words.linkAddress())</label>\
            <input type="text" id="link-address" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"></div>\
            <button class="btn alt" type="button" data-link-add>\(words.addLink())</button> \
            <button class="btn quiet" type="button" data-link-close>\(call.words.common.cancel())</button></div>
            """
    }

    private var formattingHelp: HTML {
        """
        <details\(if: composer.isOnOwnPage, " class=\"narrow\"")><summary>\(words.compose.howToFormat())</summary>\
        <div class="box">\(Self.tips(words.compose, "body-help"))</div></details>
        """
    }

    /// The four that posts need, and what there is besides, folded.
    private static func tips(_ words: ComposeWords, _ id: StaticString) -> HTML {
        let some = words.sampleWords()
        let examples = [
            (words.bold(), "**\(some)**"), (words.list(), "- \(some)"), (words.link(), "[\(some)](https://…)"),
            (words.quote(), "> \(some)"),
        ]
        return """
            <dl class="formats" id="\(id.description)">\(each: examples, { "<dt>\($0)</dt><dd><code>\($1)</code></dd>" as HTML })</dl>\
            <details><summary>\(words.moreHelp())</summary><p>\(words.moreFormats())</p><p>\(words.mentionHelp())</p></details>
            """
    }

    /// What stands beside a form on a page of its own: how to format it.
    static func aside(_ words: ComposeWords) -> Page.Aside {
        .init(
            words.howToFormat(),
            """
            <section class="card"><h2>\(words.howToFormat())</h2>\(tips(words, "format-help"))</section>
            """,
            .onlyBeside
        )
    }

    /// That the draft is saved, where the page comes to rest after the button was pressed.
    private var draftSaved: HTML {
        call.query["done"] == "draft-saved" ? call.banner(words.done.draftSaved()) : HTML()
    }

    private var actions: HTML {
        let save: HTML = """
            <button class="btn quiet" name="save" value="1" formaction="\(Paths.drafts)" data-busy="\(call.words.common.saving())">\
            \(words.draft.save())</button>
            """
        let status: HTML = "<p data-draft-status role=\"status\" data-failed=\"\(words.draft.failed())\"></p>"
        let savesDrafts = composer.place.ofDrafts != nil
        let cancel = composer.cancel.map {
            "<a class=\"btn quiet\" href=\"\($0)\">\(call.words.common.cancel())</a>" as HTML
        }
        return """
            <div class="actions"><button class="btn" data-send data-busy="\(composer.busy)">\
            \(composer.typed.told.isEmpty ? composer.send : words.identity.sendAnyway())</button>
            <button class="btn alt" name="preview" value="1" formaction="\(Paths.preview)" data-busy="\(words.compose.previewing())">\
            \(words.compose.preview())</button>
            \(if: savesDrafts, save)\(cancel)</div>\(if: savesDrafts, status)
            """
    }
}
