import PraxisWords
/// What `openapi.json` says of a route: the same values that the route reads and writes by.
package struct APIDescription: Sendable {
    package let summary: String
    package let query: [Parameter]
    package let request: Schema?
    package let response: Schema?
    /// The status of success.
    package let status: Int
    /// Whether the route takes `Idempotency-Key`.
    package let isOnce: Bool
    /// The media type of success.
    package let mediaType: String
    /// Headers that the route reads.
    package let headers: [Parameter]

    package init(
        _ summary: String,
        query: [Parameter] = [],
        request: Schema? = nil,
        response: Schema? = nil,
        status: Int = 200,
        isOnce: Bool = false,
        mediaType: String = "application/json",
        headers: [Parameter] = []
    ) {
        (self.summary, self.query, self.request) = (summary, query, request)
        (self.response, self.status, self.isOnce) = (response, status, isOnce)
        (self.mediaType, self.headers) = (mediaType, headers)
    }

    /// A parameter of the query string.
    package struct Parameter: Sendable {
        package let name: String
        package let schema: Schema
        package let isRequired: Bool

        package init(_ name: String, _ schema: Schema, isRequired: Bool = false) {
            (self.name, self.schema, self.isRequired) = (name, schema, isRequired)
        }

        /// `limit` and `cursor` of every list.
        package static let paging = [
            Parameter("limit", .integer(1...100)), Parameter("cursor", .string()),
        ]
    }
}

/// The part of JSON Schema that our API needs.
package indirect enum Schema: Sendable {
    /// Lengths in Unicode scalars.
    case text(ClosedRange<Int>?)
    case choice([String])
    case whole(ClosedRange<Int>?)
    case truth
    case time
    case list(Schema)
    case nullable(Schema)
    /// Properties in order, and the names of those that must be there.
    case object([(name: String, schema: Schema)], required: [String])
    /// A named object, written once under `components`.
    case named(String, Schema)

    package static func string(_ range: ClosedRange<Int>? = nil) -> Schema { .text(range) }
    package static func integer(_ range: ClosedRange<Int>? = nil) -> Schema { .whole(range) }
    package static let id = Schema.text(nil)

    /// The fields of an object; empty for anything else.
    package var propertyNames: [String] {
        guard case .object(let properties, _) = self else { return [] }
        return properties.map(\.name)
    }

    /// The words of a vocabulary.
    package static func word<Word: RawRepresentable<String> & CaseIterable>(_ word: Word.Type) -> Schema {
        .choice(Word.allCases.map(\.rawValue))
    }

    /// A page of a list: `items` and `next`.
    package static func page(of item: Schema) -> Schema {
        .object([("items", .list(item)), ("next", .nullable(.string()))], required: ["items", "next"])
    }
}
