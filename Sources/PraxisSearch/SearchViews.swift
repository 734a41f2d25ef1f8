import HTML
import PraxisCapability
import PraxisDomain
import PraxisThreads
import PraxisWeb
import PraxisWords

/// The form of a search as it is shown again: what was typed, by what it can be narrowed, what was wrong.
struct SearchForm: Sendable {
    let typed: Fields
    /// In the order of the form.
    let fields: [SearchField]
    let options: SearchOptions
    let errors: [FieldError]

    init(_ typed: Fields, _ fields: [SearchField], _ options: SearchOptions, _ errors: [FieldError]) {
        self.typed = typed
        self.fields = fields.sorted { $0.position < $1.position }
        (self.options, self.errors) = (options, errors)
    }

    private var filters: [String] { fields.map(\.name) + ["sort"] }

    /// How many of the fields beside the query are filled in; the default order does not count.
    var filterCount: Int {
        filters.count { !typed.text($0).isEmpty && !($0 == "sort" && typed.text($0) == SearchSort.best.rawValue) }
    }

    /// Whether one of them is not as it should be.
    var hasBadFilter: Bool { errors.contains { filters.contains($0.field) } }

    func field(_ name: String, _ label: String) -> Field { Field(name, label, value: typed.text(name), errors: errors) }

    /// A link to the same search at another place of its list.
    func path(at cursor: SearchCursor) -> String {
        let kept = typed.pairs.filter { $0.name != "cursor" && !$0.value.isEmpty } + [("cursor", cursor.description)]
        return Paths.search + "?"
            + kept.map { Fields.encode($0.name) + "=" + Fields.encode($0.value) }.joined(separator: "&")
    }
}

extension Call {
    /// The form, and below it the results if there was a query.
    func searchPage(_ form: SearchForm, _ request: SearchRequest?, _ found: SearchResults) -> Page {
        var main = errorSummary(form.errors) + filters(form)
        if let request, !request.typed.isEmpty || !request.plan.isEmpty { main += results(form, request, found) }
        var page = Page(words.search.title(), main: main)
        page.current = Paths.search
        return page
    }

    /// The form as it was sent, and how long to wait.
    func tooManySearchesPage(_ form: SearchForm, _ denial: Denial) -> Page {
        let (title, text) = words.refusal(denial)
        var page = Page(title, main: "<div class=\"inset warn\"><p>\(text)</p></div>\(filters(form))")
        page.current = Paths.search
        return page
    }

    /// The query and its button; what narrows it is folded away, so that what was found begins on the first screen of a telephone.
    private func filters(_ form: SearchForm) -> HTML {
        let search = words.search, count = form.filterCount
        var query = form.field("q", search.query())
        (query.type, query.style) = ("search", "full")
        let summary = count == 0 ? search.narrow() : search.narrowed(count)
        return """
            <form method="get" action="\(Paths.search)" role="search">
            <div class="filters"><div class="wide">\(field(query))</div><div><button class="btn">\(search.button())</button></div></div>
            <details\(if: form.hasBadFilter, " open")><summary>\(summary)</summary>\(narrowing(form))</details>
            <details><summary>\(search.tips())</summary><ul>\(each: tips(form), { "<li>\($0)</li>" as HTML })</ul></details></form>
            """
    }

    private func tips(_ form: SearchForm) -> [String] {
        [words.search.tipPhrase(), words.search.tipWithout()]
            + form.fields.compactMap { $0.operation?.tip }.sorted { $0.position < $1.position }.map {
                $0.sentence(words)
            }
    }

    private func narrowing(_ form: SearchForm) -> HTML {
        let search = words.search
        return """
            <div class="filters">
            \(each: form.fields, { control($0, form) })
            \(choice(form.field("sort", search.sort()), nil, [(SearchSort.best.rawValue, search.best()), (SearchSort.newest.rawValue, search.newest())]))
            </div>
            """
    }

    private func control(_ search: SearchField, _ form: SearchForm) -> HTML {
        var input = form.field(search.name, search.label(words))
        switch search.control {
        case .text: return field(input)
        case .day:
            input.type = "date"
            return field(input)
        case .choice(let any, let isKeptWhenEmpty, _):
            let options = form.options[search].map { (value: $0.value, label: $0.label(words)) }
            let isKept = options.isEmpty && isKeptWhenEmpty
            return "\(isKept ? kept(input) : choice(input, any(words), options))\n"
        }
    }

    private func kept(_ field: Field) -> HTML {
        "\(if: !field.value.isEmpty, "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">")"
    }

    /// A choice of one; `any` is the choice of none.
    private func choice(_ field: Field, _ any: String?, _ options: [(value: String, label: String)]) -> HTML {
        let all = (any.map { [("", $0)] } ?? []) + options
        let error = field.problem.map { words.sentence($0, of: field.name) }
        return """
            <div class="field\(if: error != nil, " bad")"><label for="\(field.name)">\(field.label)</label>\
            \(if: error != nil, "<span class=\"error\" id=\"\(field.name)-error\">\(error)</span>")\
            <select id="\(field.name)" name="\(field.name)"\
            \(if: error != nil, " aria-invalid=\"true\" aria-describedby=\"\(field.name)-error\"")>\
            \(each: all, { "<option value=\"\($0.0)\"\(if: $0.0 == field.value, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }

    private func results(_ form: SearchForm, _ request: SearchRequest, _ found: SearchResults) -> HTML {
        guard let newest = found.newest else {
            return """
                <h2>\(request.typed.isEmpty ? words.search.nothing() : words.search.nothingFor(["query": request.typed]))</h2>
                \(notUnderstood(request))<p class="empty">\(words.search.nothingHint())</p>
                """
        }
        let size = SearchResults.perPage
        return """
            <h2>\(heading(request.typed, found))</h2>\(notUnderstood(request))
            \(if: found.areOfSomeWords, "<p>\(words.search.noneHasAll())</p>")
            <div class="card"><ul class="threads">\(each: found.results, result)</ul></div>
            \(pagination(found.offset / size + 1, of: (found.count + size - 1) / size) { number in
                form.path(at: SearchCursor(newest: newest, offset: (number - 1) * size))
            })
            """
    }

    /// What looks like an operator and was looked for as words.
    private func notUnderstood(_ request: SearchRequest) -> HTML {
        let parts = request.plan.notUnderstood.joined(separator: ", ")
        return "\(if: !parts.isEmpty, "<p class=\"inset\">\(words.search.notUnderstood(["parts": parts]))</p>")"
    }

    private func heading(_ typed: String, _ found: SearchResults) -> String {
        let search = words.search
        if found.count > SearchResults.mostCounted {
            return typed.isEmpty ? search.many() : search.manyFor(["query": typed])
        }
        return typed.isEmpty ? search.found(found.count) : search.foundFor(found.count, "query", typed)
    }

    private func result(_ result: SearchResult) -> HTML {
        let search = words.search
        let kind = result.number == 1 ? words.threads.oneOfKind[result.kind]() : search.post()
        let title =
            result.number == 1
            ? result.title : search.replyIn(["title": result.title, "number": String(result.number)])
        // What names a reply is a sentence of the page's own.
        let titled = result.number == 1 ? lang(result.language) : HTML()
        let place = result.group.isCommons ? result.community.name : result.group.name + " · " + result.community.name
        return """
            <li><h3 dir="auto"\(titled)><a href="\(Paths.post(result.post))">\(title)</a></h3><p dir="auto"\(lang(result.language))>\(result.snippet)</p>
            <p class="meta">\(confidentialTag(result.isConfidential))\(search.resultBy(["kind": kind, "author": result.author.name, "place": place])), \(time(result.createdAt))</p></li>
            """
    }
}
