package import HTML
import HTTPTypes
package import Hummingbird
package import PraxisDomain
package import PraxisWeb
import PraxisWords

extension WritingSetting {
    /// Where one is: the community, the group and, when there is one, the thread.
    var crumbs: [Page.Crumb] {
        var crumbs = [
            Page.Crumb(community.name, Paths.community(community.slug)),
            Page.Crumb(group.name, Paths.group(community.slug, group.slug)),
        ]
        if let thread { crumbs.append(Page.Crumb(thread.title, Paths.thread(thread.id))) }
        return crumbs
    }
}

extension ComposeState {
    /// The page of a composer with this text in it, with how to format it beside; `above` stands between what is said of it and the form.
    func page(
        _ title: String,
        _ composer: Composer,
        above: HTML = HTML(),
        at crumbs: [Page.Crumb],
        _ call: Call
    ) -> Page {
        let form = ComposerForm(call: call, composer: composer).html
        var page = page(title, above + form, at: crumbs, call)
        page.shape = .columns
        page.aside = ComposerForm.aside(call.words.threads.write.compose)
        return page
    }

    /// The page of a form with this text in it, with what is said of the text around the form.
    package func page(_ title: String, _ form: HTML, at crumbs: [Page.Crumb], _ call: Call) -> Page {
        var main = kept
        if let preview { main += preview }
        main += form
        if preview == nil { main += ComposerForm.previewTarget }
        var page = Page(title, main: main)
        page.crumbs = crumbs
        page.banner =
            found.isEmpty
            ? Complaint(call: call, denial: denial).html
            : IdentityBanner(found: found, words: call.words.threads.write.identity).html
        return page
    }
}

/// What stands above a form that is shown again: what is wrong, or how long to wait.
struct Complaint: Sendable {
    let call: Call
    let denial: Denial?

    var html: HTML {
        switch denial {
        case .input(let errors): return call.errorSummary(errors)
        case .stale:
            let refusal = call.words.refusal(denial ?? .missing)
            return """
                <div class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">\(refusal.title)</h2>\
                <ul><li><a href="#body">\(refusal.text)</a></li></ul></div>
                """
        case .some(let denial):
            return "<div class=\"inset warn\" role=\"alert\"><p>\(call.words.refusal(denial).text)</p></div>"
        case nil: return HTML()
        }
    }
}

extension PageView {
    /// The page with what was typed, under the status of the refusal.
    package func response(after denial: Denial?) -> Response {
        var response = response(denial?.status ?? .ok)
        if case .tooMany(let wait) = denial { response.headers[.retryAfter] = String(wait.wholeSeconds) }
        return response
    }
}
