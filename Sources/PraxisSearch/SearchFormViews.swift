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

/// The form of a search, with its fields and tips folded away.
struct SearchFormView {
    let call: Call
    let form: SearchForm

    /// The query and its button; what narrows it is folded away, so that what was found begins on the first screen of a telephone.
    var html: HTML {
        let search = call.words.search, count = form.filterCount
        var query = form.field("q", search.query())
        (query.type, query.style) = ("search", "full")
        let summary = count == 0 ? search.narrow() : search.narrowed(count)
        return """
            <form method="get" action="\(Paths.search)" role="search">
            <div class="filters"><div class="wide">\(call.field(query))</div><div><button class="btn">\(search.button())</button></div></div>
            <details\(if: form.hasBadFilter, " open")><summary>\(summary)</summary>\(narrowing)</details>
            <details><summary>\(search.tips())</summary><ul>\(each: tips, { "<li>\($0)</li>" as HTML })</ul></details></form>
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
            <div class="filters">
            \(each: form.fields, control)
            \(choice(form.field("sort", search.sort()), nil, [(SearchSort.best.rawValue, search.best()), (SearchSort.newest.rawValue, search.newest())]))
            </div>
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
