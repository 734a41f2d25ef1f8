package import HTML
import PraxisDomain
package import PraxisWeb
import PraxisWords

/// An input of a form whose id may differ from its name, with a sentence of its own beside it.
package struct LabelledInput {
    let id: String
    let name: String
    let label: String
    var hint = ""
    var value = ""
    var type: StaticString = "text"
    var autocomplete: StaticString = "off"
    /// What is wrong with it.
    var sentence: String?
    var isCode = false

    init(_ name: String, id: String? = nil, _ label: String) {
        self.name = name
        self.id = id ?? name
        self.label = label
    }
}

extension Call {
    /// A form with its token and other hidden fields; `next` is left out if it leads home anyway.
    package func form(
        _ action: String,
        hidden: [(String, String)] = [],
        next: String = Paths.home,
        kept: KeptForm? = nil,
        _ content: HTML
    ) -> HTML {
        let fields = hidden + (next == Paths.home ? [] : [("next", next)])
        return """
            <form method="post" action="\(action)">\(tokenField)\
            \(each: fields, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML })\(carrying(kept))\(content)</form>
            """
    }

    /// The button that sends a form, in its row.
    package func submit(
        _ label: String,
        busy: String,
        style: StaticString = "btn",
        beside: HTML = HTML()
    ) -> HTML {
        """
        <div class="actions"><button class="\(style.description)" data-busy="\(busy)">\(label)</button>\(beside)</div>
        """
    }

    package func input(_ input: LabelledInput) -> HTML {
        let hintID = input.hint.isEmpty ? nil : "\(input.id)-hint",
            errorID = input.sentence == nil ? nil : "\(input.id)-error"
        let described = [hintID, errorID].compactMap { $0 }.joined(separator: " ")
        return """
            <div class="field\(if: errorID != nil, " bad")"><label for="\(input.id)">\(input.label)</label>\
            \(hintID.map { "<span class=\"hint\" id=\"\($0)\">\(input.hint)</span>" as HTML })\
            \(errorID.map { "<span class=\"error\" id=\"\($0)\">\(input.sentence)</span>" as HTML })\
            <input id="\(input.id)" name="\(input.name)" type="\(input.type.description)" value="\(input.value)"\
             autocomplete="\(input.autocomplete.description)"\
            \(if: input.isCode, " class=\"code\" inputmode=\"numeric\" pattern=\"[0-9 ]*\" maxlength=\"12\"")\
            \(if: errorID != nil, " aria-invalid=\"true\"")\(if: !described.isEmpty, " aria-describedby=\"\(described)\"")></div>
            """
    }
}
