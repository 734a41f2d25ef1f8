import HTML
import HTTPTypes
import Hummingbird
import PraxisDomain
import PraxisWeb
import PraxisWords

extension Call {
    /// Where one is: the community, the group and, when there is one, the thread.
    func crumbs(_ setting: WritingSetting) -> [Page.Crumb] {
        var crumbs = [
            Page.Crumb(setting.community.name, Paths.community(setting.community.slug)),
            Page.Crumb(setting.group.name, Paths.group(setting.community.slug, setting.group.slug)),
        ]
        if let thread = setting.thread { crumbs.append(Page.Crumb(thread.title, Paths.thread(thread.id))) }
        return crumbs
    }

    /// What stands above a composer that is shown again: what is wrong, or how long to wait.
    func complaint(_ denial: Denial?) -> HTML {
        switch denial {
        case .input(let errors): return errorSummary(errors)
        case .stale:
            let refusal = words.refusal(denial ?? .missing)
            return """
                <div class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">\(refusal.title)</h2>\
                <ul><li><a href="#body">\(refusal.text)</a></li></ul></div>
                """
        case .some(let denial):
            return "<div class=\"inset warn\" role=\"alert\"><p>\(words.refusal(denial).text)</p></div>"
        case nil: return HTML()
        }
    }

    /// A page with a composer that holds what was typed, under the status of the refusal.
    func composePage(_ page: Page, _ denial: Denial?) -> Response {
        var page = page
        page.banner = complaint(denial)
        var response = self.page(page, status: denial?.status ?? .ok)
        if case .tooMany(let wait) = denial { response.headers[.retryAfter] = String(wait.wholeSeconds) }
        return response
    }
}

extension Denial {
    /// Whether the same text can be sent again from the same form, after a change or a while.
    var leavesComposer: Bool {
        switch self {
        case .input, .tooMany, .stale: true
        default: false
        }
    }

    /// What is wrong with which field.
    var fieldErrors: [FieldError] {
        if case .input(let errors) = self { errors } else { [] }
    }
}
