package import Foundation
package import PraxisDomain
package import PraxisWeb
package import PraxisWords

/// By what a search is narrowed: one declaration for the field of its form, the parameter of its API and the operator of its query.
package struct SearchField: Sendable {
    /// Of the form's field, of the parameter, and of the operator if there is one.
    package let name: String
    /// Where the form has it: fields stand in ascending order.
    package let position: Int
    /// What the parameter can be, as `openapi.json` describes it.
    package let schema: Schema
    package let label: @Sendable (Words) -> String
    package let control: SearchControl
    /// What the field or the parameter asks for; never called with an empty text.
    package let read: @Sendable (String, TimeZone) -> Reading
    /// Nil if the query has no word for it.
    package let operation: Operation?

    package init(
        _ name: String,
        at position: Int,
        _ schema: Schema,
        _ label: @escaping @Sendable (Words) -> String,
        _ control: SearchControl,
        operation: Operation? = nil,
        read: @escaping @Sendable (String, TimeZone) -> Reading
    ) {
        self.name = name
        self.position = position
        self.schema = schema
        self.label = label
        self.control = control
        self.operation = operation
        self.read = read
    }

    /// What a text in the field means.
    package enum Reading: Sendable {
        case condition(SearchCondition)
        /// It narrows nothing.
        case nothing
        case problem(FieldError.Problem)
    }

    /// The field as an operator of the query: its name, a colon and a value.
    package struct Operation: Sendable {
        fileprivate let aliases: [String]
        /// Whether a minus before it finds everything else.
        package let canExclude: Bool
        package let tip: Tip?
        /// Returns nil if the value does not fit: then the term is looked for as words.
        package let read: @Sendable (String, TimeZone) -> SearchCondition?

        package init(
            aliases: [String] = [],
            canExclude: Bool = true,
            tip: Tip? = nil,
            read: @escaping @Sendable (String, TimeZone) -> SearchCondition?
        ) {
            (self.aliases, self.canExclude) = (aliases, canExclude)
            (self.tip, self.read) = (tip, read)
        }
    }

    /// One of the hints below the form.
    package struct Tip: Sendable {
        /// Orders the hints.
        package let position: Int
        package let sentence: @Sendable (Words) -> String

        package init(_ position: Int, _ sentence: @escaping @Sendable (Words) -> String) {
            (self.position, self.sentence) = (position, sentence)
        }
    }

    /// The names by which a query calls it.
    package var operators: [String] { operation.map { [name] + $0.aliases } ?? [] }

    /// Whether a text holds anything that the full-text index knows: a letter or a digit.
    package static func isSearchable(_ text: String) -> Bool {
        text.unicodeScalars.contains(where: Folding.isSearchable)
    }
}

extension SearchField {
    /// A choice of one word out of a fixed list, as a field, a parameter and an operator that takes a minus.
    package static func choice(
        _ name: String,
        aliases: [String] = [],
        at position: Int,
        _ label: @escaping @Sendable (Words) -> String,
        any: @escaping @Sendable (Words) -> String,
        _ options: [SearchOption],
        tip: Tip? = nil,
        condition: @escaping @Sendable (String) -> SearchCondition
    ) -> SearchField {
        let values = options.map(\.value)
        return SearchField(
            name,
            at: position,
            .choice(values),
            label,
            .choice(any: any) { _, _ in options },
            operation: Operation(aliases: aliases, tip: tip) { text, _ in
                let value = text.lowercased()
                return values.contains(value) ? condition(value) : nil
            },
            read: { text, _ in values.contains(text) ? .condition(condition(text)) : .problem(.notAChoice(values)) }
        )
    }
}
