import HTML
import PraxisCapability
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// The form, and below it the results if there was a query.
struct SearchPageView: PageView {
    let call: Call
    let form: SearchForm
    var request: SearchRequest?
    var found = SearchResults.none

    var page: Page {
        var main = call.errorSummary(form.errors) + SearchFormView(call: call, form: form).html
        if let request, !request.typed.isEmpty || !request.plan.isEmpty { main += results(request) }
        var page = Page(call.words.search.title(), main: main)
        page.lead = PrintedFrom(Paths.search, call).html
        page.current = Paths.search
        return page
    }

    private func results(_ request: SearchRequest) -> HTML {
        guard let newest = found.newest else {
            return """
                <h2>\(request.typed.isEmpty ? call.words.search.nothing() : call.words.search.nothingFor(["query": request.typed]))</h2>
                \(notUnderstood(request))<p class="empty">\(call.words.search.nothingHint())</p>
                """
        }
        let size = SearchResults.perPage, tags = ThreadTags(call: call)
        return """
            <h2>\(heading(request.typed))</h2>\(notUnderstood(request))
            \(if: found.areOfSomeWords, "<p>\(call.words.search.noneHasAll())</p>")
            <div class="card"><ul class="threads">\(each: found.results, { result($0, tags) })</ul></div>
            \(call.pagination(found.offset / size + 1, of: (found.count + size - 1) / size) { number in
                form.path(at: SearchCursor(newest: newest, offset: (number - 1) * size))
            })
            """
    }

    /// What looks like an operator and was looked for as words.
    private func notUnderstood(_ request: SearchRequest) -> HTML {
        let parts = request.plan.notUnderstood.joined(separator: ", ")
        return "\(if: !parts.isEmpty, "<p class=\"inset\">\(call.words.search.notUnderstood(["parts": parts]))</p>")"
    }

    private func heading(_ typed: String) -> String {
        let search = call.words.search
        if found.count > SearchResults.mostCounted {
            return typed.isEmpty ? search.many() : search.manyFor(["query": typed])
        }
        return typed.isEmpty ? search.found(found.count) : search.foundFor(found.count, "query", typed)
    }

    private func result(_ result: SearchResult, _ tags: ThreadTags) -> HTML {
        let search = call.words.search
        let kind = result.number == 1 ? call.env.capabilities.threadKinds[result.kind].name(call.words) : search.post()
        let title =
            result.number == 1
            ? result.title : search.replyIn(["title": result.title, "number": String(result.number)])
        // What names a reply is a sentence of the page's own.
        let titled = result.number == 1 ? call.lang(result.language) : HTML()
        let place = result.group.isCommons ? result.community.name : result.group.name + " · " + result.community.name
        return """
            <li><h3 dir="auto"\(titled)><a href="\(Paths.post(result.post))">\(title)</a></h3><p dir="auto"\(call.lang(result.language))>\(result.snippet)</p>
            <p class="meta">\(tags.confidential(result.isConfidential))\(search.resultBy(["kind": kind, "author": result.author.name, "place": place])), \(call.time(result.createdAt))</p></li>
            """
    }
}

/// The form as it was sent, and how long to wait.
struct TooManySearchesPageView: PageView {
    let call: Call
    let form: SearchForm
    let denial: Denial

    var page: Page {
        let (title, text) = call.words.refusal(denial), form = SearchFormView(call: call, form: form).html
        var page = Page(title, main: "<div class=\"inset warn\"><p>\(text)</p></div>\(form)")
        page.current = Paths.search
        return page
    }
}
