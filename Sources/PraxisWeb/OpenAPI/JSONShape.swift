/// What the API shows of a thing: each field once, with what the document says of it and what stands in it.
///
///     struct DecisionJSON: JSONObject {
///         let id: String
///         let state: String
///
///         static let shape = JSONShape<Self>("Decision", [
///             .field("id", .id, \.id), .field("state", .choice(["accepted", "declined"]), \.state),
///         ])
///     }
package struct JSONShape<Value>: Sendable {
    package struct Field: Sendable {
        fileprivate let name: String
        fileprivate let schema: Schema
        fileprivate let isRequired: Bool
        fileprivate let encode: @Sendable (Value, inout KeyedEncodingContainer<JSONKey>) throws -> Void
    }

    /// What requests and other schemas refer to.
    package let schema: Schema
    private let fields: [Field]

    package init(_ fields: [Field]) { (self.fields, schema) = (fields, Self.object(fields)) }

    /// With a name the document has its schema once, and refers to it.
    package init(_ name: String, _ fields: [Field]) {
        (self.fields, schema) = (fields, .named(name, Self.object(fields)))
    }

    private static func object(_ fields: [Field]) -> Schema {
        .object(fields.map { ($0.name, $0.schema) }, required: fields.filter(\.isRequired).map(\.name))
    }

    /// The same fields for another shape, whose values each have one of these among what they say.
    package func fields<Whole>(of part: @escaping @Sendable (Whole) -> Value) -> [JSONShape<Whole>.Field] {
        fields.map { field in
            JSONShape<Whole>.Field(name: field.name, schema: field.schema, isRequired: field.isRequired) {
                try field.encode(part($0), &$1)
            }
        }
    }

    /// Encodes all fields of a value.
    package func encode(_ value: Value, to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONKey.self)
        for field in fields { try field.encode(value, &container) }
    }
}

extension JSONShape.Field {
    /// A field that every such object has.
    package static func field<Content: Encodable & SendableMetatype>(
        _ name: String,
        _ schema: Schema,
        _ content: @escaping @Sendable (Value) -> Content
    ) -> Self {
        Self(name: name, schema: schema, isRequired: true) { try $1.encode(content($0), forKey: JSONKey(name)) }
    }

    /// A field that every such object has, and that is null where there is no content.
    package static func nullable<Content: Encodable & SendableMetatype>(
        _ name: String,
        _ schema: Schema,
        _ content: @escaping @Sendable (Value) -> Content?
    ) -> Self {
        Self(name: name, schema: .nullable(schema), isRequired: true) {
            try $1.encode(content($0), forKey: JSONKey(name))
        }
    }

    /// A field that an object without such content does not have.
    package static func optional<Content: Encodable & SendableMetatype>(
        _ name: String,
        _ schema: Schema,
        _ content: @escaping @Sendable (Value) -> Content?
    ) -> Self {
        Self(name: name, schema: schema, isRequired: false) {
            try $1.encodeIfPresent(content($0), forKey: JSONKey(name))
        }
    }
}

/// What is encoded as its shape says.
package protocol JSONObject: Encodable, Sendable {
    static var shape: JSONShape<Self> { get }
}

extension JSONObject {
    package static var schema: Schema { shape.schema }

    package func encode(to encoder: any Encoder) throws { try Self.shape.encode(self, to: encoder) }
}

/// The name of a field.
package struct JSONKey: CodingKey {
    package let stringValue: String
    package var intValue: Int? { nil }

    package init(_ name: String) { stringValue = name }
    package init?(stringValue: String) { self.stringValue = stringValue }
    package init?(intValue: Int) { nil }
}
