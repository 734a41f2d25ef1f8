package import HTML
package import PraxisDomain
import PraxisWords

/// A choice of a vocabulary as a form offers it.
package struct FormChoice {
    package let value: String
    package let label: String
    package var hint = ""

    package init(value: String, _ label: String, hint: String) {
        self.value = value
        self.label = label
        self.hint = hint
    }

    package init(_ value: some RawRepresentable<String>, _ label: String, hint: String = "") {
        self.init(value: value.rawValue, label, hint: hint)
    }
}

extension Call {
    /// One of several words, each with what it means.
    package func radios(
        _ name: String,
        _ legend: String,
        hint: String = "",
        _ choices: [FormChoice],
        chosen: String,
        _ errors: [FieldError]
    ) -> HTML {
        let sentence = sentence(name, errors)
        return """
            <fieldset id="\(name)"\(if: sentence != nil, " class=\"bad\"")><legend>\(legend)</legend>\
            \(if: !hint.isEmpty, "<span class=\"hint\">\(hint)</span>")\
            \(sentence.map { "<span class=\"error\">\($0)</span>" as HTML })\
            \(each: choices, { radio(name, $0, isChosen: $0.value == chosen) })</fieldset>
            """
    }

    private func radio(_ name: String, _ choice: FormChoice, isChosen: Bool) -> HTML {
        """
        <label class="choice"><input type="radio" name="\(name)" value="\(choice.value)"\(if: isChosen, " checked")> \(choice.label)\
        \(if: !choice.hint.isEmpty, " <span class=\"hint\">\(choice.hint)</span>")</label>
        """
    }

    /// A list to choose one of, as pairs of what is sent and what is shown.
    package func select(
        _ name: String,
        _ label: String,
        hint: String = "",
        _ choices: [(String, String)],
        chosen: String,
        _ errors: [FieldError]
    ) -> HTML {
        let sentence = sentence(name, errors)
        let described = [hint.isEmpty ? nil : name + "-hint", sentence.map { _ in name + "-error" }].compactMap { $0 }
        return """
            <div class="field\(if: sentence != nil, " bad")"><label for="\(name)">\(label)</label>\
            \(if: !hint.isEmpty, "<span class=\"hint\" id=\"\(name)-hint\">\(hint)</span>")\
            \(sentence.map { "<span class=\"error\" id=\"\(name)-error\">\($0)</span>" as HTML })\
            <select id="\(name)" name="\(name)"\(if: sentence != nil, " aria-invalid=\"true\"")\
            \(if: !described.isEmpty, " aria-describedby=\"\(described.joined(separator: " "))\"")>\
            \(each: choices, { "<option value=\"\($0.0)\"\(if: $0.0 == chosen, " selected")>\($0.1)</option>" as HTML })</select></div>
            """
    }

    /// What is wrong with the field of that id.
    package func sentence(_ id: String, _ errors: [FieldError]) -> String? {
        errors.first { $0.field == id }.map { words.sentence($0.problem, of: id) }
    }

    /// Says that what a form changes was saved by someone else in the meantime.
    package var staleSummary: HTML {
        """
        <div class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">\(words.errors.staleTitle())</h2>\
        <p>\(words.errors.staleText())</p></div>
        """
    }
}
