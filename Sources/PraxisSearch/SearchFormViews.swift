import HTML
import PraxisCapability
import PraxisDomain
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

/// The form of a search: what is looked for above what was found, by what it is narrowed beside both.
///
/// On a telephone that is folded away, so that what was found begins on the first screen; where it is in use it says so and is
/// open, and the page of the answer begins at what was found.
struct SearchFormView {
    let call: Call
    let form: SearchForm

    /// The element in which the form and `results` stand.
    func beside(_ results: HTML) -> HTML {
        let search = call.words.search, count = form.filterCount
        var query = form.field("q", search.query())
        query.type = "search"
        query.style = "full"
        let fold = SideFold(
            count == 0 ? search.narrow() : search.narrowed(count),
            isOpen: count > 0 || form.hasBadFilter,
            "<h2 class=\"small broad\">\(count == 0 ? search.narrow() : search.narrowed(count))</h2>\(narrowing)\(tipList)"
        )
        return """
            <div class="beside"><form method="get" action="\(Paths.search)#\(SearchPageView.resultsID)" role="search">
            <div class="ask">\(call.field(query))<button class="btn">\(search.button())</button></div>
            <div class="side"><div class="card">\(fold.html)</div></div></form>
            <div>\(results)</div></div>
            """
    }

    /// The same words without any filter.
    private var clear: HTML {
        if form.filterCount == 0 { return HTML() }
        let path = Paths.search + "?q=" + Fields.encode(form.typed.text("q"))
        return "<a class=\"btn quiet\" href=\"\(path)\">\(call.words.search.clear())</a>"
    }

    private var tipList: HTML {
        """
        <details><summary>\(call.words.search.tips())</summary><ul>\(each: tips, { "<li>\($0)</li>" as HTML })</ul></details>
        """
    }

    private var tips: [String] {
        [call.words.search.tipPhrase(), call.words.search.tipWithout()]
            + form.fields.compactMap { $0.operation?.tip }.sorted { $0.position < $1.position }.map {
                $0.sentence(call.words)
            }
    }

    private var narrowing: HTML {
        let search = call.words.search
        return """
            \(each: form.fields, control)
            \(choice(form.field("sort", search.sort()), nil, [(SearchSort.best.rawValue, search.best()), (SearchSort.newest.rawValue, search.newest())]))
            <div class="actions"><button class="btn alt">\(search.apply())</button>\(clear)</div>
            """
    }

    private func control(_ search: SearchField) -> HTML {
        var input = form.field(search.name, search.label(call.words))
        switch search.control {
        case .text: return call.field(input)
        case .day:
            input.type = "date"
            return call.field(input)
        case .choice(let any, let isKeptWhenEmpty, _):
            let options = form.options[search].map { (value: $0.value, label: $0.label(call.words)) }
            let isKept = options.isEmpty && isKeptWhenEmpty
            return "\(isKept ? kept(input) : choice(input, any(call.words), options))\n"
        }
    }

    private func kept(_ field: Field) -> HTML {
        "\(if: !field.value.isEmpty, "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">")"
    }

    /// A choice of one; `any` is the choice of none.
    private func choice(_ field: Field, _ any: String?, _ options: [(value: String, label: String)]) -> HTML {
        let all = (any.map { [("", $0)] } ?? []) + options
        let error = field.problem.map { call.words.sentence($0, of: field.name) }
        return """
            <div class="field\(if: error != nil, " bad")"><label for="\(field.name)">\(field.label)</label>\
            \(if: error != nil, "<span class=\"error\" id=\"\(field.name)-error\">\(error)</span>")\
            <select id="\(field.name)" name="\(field.name)"\
            \(if: error != nil, " aria-invalid=\"true\" aria-describedby=\"\(field.name)-error\"")>\
            \(each: all, { "<option value=\"\($0.0)\"\(if: $0.0 == field.value, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }
}
