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

    /// Where what was found begins.
    static let resultsID = "results"

    var page: Page {
        let isSearch = request.map { !$0.typed.isEmpty || !$0.plan.isEmpty } ?? false
        let found: HTML = if isSearch { results } else { HTML() }
        var page = Page(call.words.search.title(), main: SearchFormView(call: call, form: form).beside(found))
        page.banner = call.errorSummary(form.errors)
        page.shape = .wide
        page.lead = PrintedFrom(Paths.search, call).html
        page.current = Paths.search
        return page
    }

    /// What was found, below its heading; empty for a page that nothing was asked of.
    var results: HTML {
        guard let request else { return HTML() }
        guard let newest = found.newest else {
            return """
                <h2 id="\(Self.resultsID)">\(request.typed.isEmpty ? call.words.search.nothing() : call.words.search.nothingFor(["query": request.typed]))</h2>
                \(notUnderstood(request))<p class="empty">\(form.filterCount == 0 ? call.words.search.nothingHint() : call.words.search.nothingFiltered())</p>
                """
        }
        let size = SearchResults.perPage, tags = ThreadTags(call: call)
        var dates = ReadingDates(call)
        let lines = found.results.reduce(into: HTML()) { $0 += line($1, tags, &dates).html(call.words) }
        return """
            <h2 id="\(Self.resultsID)">\(heading(request.typed))</h2>\(notUnderstood(request))
            \(if: found.areOfSomeWords, "<p>\(call.words.search.noneHasAll())</p>")
            <div class="card"><ul class="threads">\(lines)</ul></div>
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

    private func line(_ result: SearchResult, _ tags: ThreadTags, _ dates: inout ReadingDates) -> ListLine {
        let isFirst = result.number == 1
        let reply = call.words.search.replyIn(["title": result.title, "number": String(result.number)])
        var line = ListLine(isFirst ? result.title : reply, Paths.post(result.post))
        // What names a reply is a sentence of the page's own.
        line.language = isFirst ? result.language : nil
        let place = result.group.isCommons ? result.community.name : result.group.name + " · " + result.community.name
        line.over = [tags.readers(result.readers), isFirst ? tags.kind(result.kind) : HTML(), "\(place)"]
        line.below = "<p class=\"excerpt\" dir=\"auto\"\(call.lang(result.language))>\(result.snippet)</p>"
        line.people = [result.author]
        line.at = dates.listed(result.createdAt)
        line.by = result.author.name
        return line
    }
}

/// The form as it was sent, and how long to wait.
struct TooManySearchesPageView: PageView {
    let call: Call
    let form: SearchForm
    let denial: Denial

    var page: Page {
        let (title, text) = call.words.refusal(denial), form = SearchFormView(call: call, form: form)
        var page = Page(title, main: "<div class=\"inset warn\"><p>\(text)</p></div>\(form.beside(HTML()))")
        page.shape = .wide
        page.current = Paths.search
        return page
    }
}
