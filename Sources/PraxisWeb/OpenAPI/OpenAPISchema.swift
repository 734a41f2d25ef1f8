extension OpenAPI {
    /// A schema as JSON; named ones go to `components`, once.
    static func schema(_ schema: Schema, _ components: inout [String: JSON]) -> JSON {
        switch schema {
        case .text(nil): typed("string", nil)
        case .text(let range?): text(range)
        case .spelt(let expression):
            .object([("type", .text("string")), ("pattern", .text(TextPattern.whole(expression)))])
        case .moment:
            .object([
                ("type", .text("string")),
                ("anyOf", .list(["date", "date-time"].map { .object([("format", .text($0))]) })),
            ])
        case .whole(let range):
            typed("integer", range.map { [("minimum", $0.lowerBound), ("maximum", $0.upperBound)] })
        case .choice(let words): .object([("type", .text("string")), ("enum", .list(words.map(JSON.text)))])
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
                if components[name] == nil {
                    components[name] = .null
                    components[name] = Self.schema(inner, &components)
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
