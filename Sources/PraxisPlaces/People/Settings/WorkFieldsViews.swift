package import HTML
package import PraxisDomain
package import PraxisWeb
import PraxisWords

/// The fields in which members say what they do, and where they are.
package struct WorkFieldsView {
    private let call: Call

    package init(call: Call) { self.call = call }

    package func html(_ typed: TypedWork, _ errors: [FieldError]) -> HTML {
        let said = call.words.people.work, optional = call.words.common.optional()
        var first = LabelledInput("occupation", "\(said.occupation()) \(optional)")
        first.value = typed.occupation
        first.autocomplete = "organization-title"
        first.hint = said.hint()
        first.sentence = call.sentence("occupation", errors)
        var second = LabelledInput("organisation", "\(said.organisation()) \(optional)")
        second.value = typed.organisation
        second.autocomplete = "organization"
        second.sentence = call.sentence("organisation", errors)
        var third = LabelledInput("region", "\(said.region()) \(optional)")
        third.value = typed.region
        third.autocomplete = "address-level1"
        third.hint = said.regionHint()
        third.sentence = call.sentence("region", errors)
        return """
            <fieldset><legend class="hint">\(said.readers())</legend>\(call.input(first))\(call.input(second))\(call.input(third))</fieldset>
            """
    }
}
