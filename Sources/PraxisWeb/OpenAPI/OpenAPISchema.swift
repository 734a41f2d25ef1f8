extension OpenAPI {
    package typealias SchemaField = (name: String, schema: Schema)

    /// What targets above add to a named object.
    package struct AddedFields: Sendable {
        let fields: [SchemaField]
        /// Whether every such object has them.
        let areRequired: Bool

        package init(_ fields: [SchemaField], areRequired: Bool) {
            (self.fields, self.areRequired) = (fields, areRequired)
        }
    }

    /// The named schemas of a document, and what is added to them.
    struct Components {
        var schemas: [String: JSON] = [:]
        fileprivate let vocabularies: [String: [String]]
        private let additions: [String: AddedFields]

        init(_ additions: [String: AddedFields] = [:], _ vocabularies: [String: [String]] = [:]) {
            (self.additions, self.vocabularies) = (additions, vocabularies)
        }

        /// The schema with the fields that are added to its name.
        func whole(_ schema: Schema, named name: String) -> Schema {
            guard let added = additions[name], case .object(let fields, let required) = schema else { return schema }
            return .object(
                fields + added.fields,
                required: required + (added.areRequired ? added.fields.map(\.name) : [])
            )
        }
    }

    /// A schema as JSON; named ones go to `components`, once.
    static func schema(_ schema: Schema, _ components: inout Components) -> JSON {
        switch schema {
        case .text(nil): typed("string", nil)
        case .text(let range?): text(range)
        case .spelt(let expression):
            .object([("type", .text("string")), ("pattern", .text(TextPattern.whole(expression)))])
        case .day: .object([("type", .text("string")), ("format", .text("date"))])
        case .moment:
            .object([
                ("type", .text("string")),
                ("anyOf", .list(["date", "date-time"].map { .object([("format", .text($0))]) })),
            ])
        case .whole(let range):
            typed("integer", range.map { [("minimum", $0.lowerBound), ("maximum", $0.upperBound)] })
        case .choice(let words): .object([("type", .text("string")), ("enum", .list(words.map(JSON.text)))])
        case .openChoice(let name): Self.schema(.choice(components.vocabularies[name] ?? []), &components)
        case .truth: typed("boolean", nil)
        case .time: .object([("type", .text("string")), ("format", .text("date-time"))])
        case .list(let item): .object([("type", .text("array")), ("items", Self.schema(item, &components))])
        case .nullable(let inner): .object([("anyOf", .list([Self.schema(inner, &components), typed("null", nil)]))])
        case .object(let properties, let required):
            .object([
                ("type", .text("object")),
                ("properties", .object(properties.map { ($0.name, Self.schema($0.schema, &components)) })),
                ("required", .list(required.map(JSON.text))),
            ])
        case .named(let name, let inner):
            {
                if components.schemas[name] == nil {
                    components.schemas[name] = .null
                    components.schemas[name] = Self.schema(components.whole(inner, named: name), &components)
                }
                return .object([("$ref", .text("#/components/schemas/\(name)"))])
            }()
        }
    }

    private static func text(_ range: ClosedRange<Int>) -> JSON {
        .object([
            ("type", .text("string")), ("minLength", .whole(range.lowerBound)), ("maxLength", .whole(range.upperBound)),
            ("pattern", .text(TextPattern.seen(atLeast: range.lowerBound))),
        ])
    }

    private static func typed(_ type: String, _ bounds: [(String, Int)]?) -> JSON {
        .object([("type", .text(type))] + (bounds ?? []).map { ($0.0, .whole($0.1)) })
    }
}
