import PraxisWords
/// What `openapi.json` says about a route: the same values by which the route is read and checked.
package struct APIDescription: Sendable {
    package let summary: String
    package let query: [Parameter]
    package let request: Schema?
    package let response: Schema?
    /// The status code of success.
    package let status: Int
    /// Whether success may also have no content (204).
    package let mayBeEmpty: Bool
    /// Whether the route accepts `Idempotency-Key`.
    package let isOnce: Bool
    /// The media type of a successful response.
    package let mediaType: String
    /// Headers that the route reads.
    package let headers: [Parameter]

    package init(
        _ summary: String,
        query: [Parameter] = [],
        request: Schema? = nil,
        response: Schema? = nil,
        status: Int = 200,
        mayBeEmpty: Bool = false,
        isOnce: Bool = false,
        mediaType: String = "application/json",
        headers: [Parameter] = []
    ) {
        self.summary = summary
        self.query = query
        self.request = request
        self.response = response
        self.status = status
        self.isOnce = isOnce
        self.mediaType = mediaType
        self.headers = headers
        self.mayBeEmpty = mayBeEmpty
    }

    /// A parameter of the query string.
    package struct Parameter: Sendable {
        package let name: String
        package let schema: Schema
        package let isRequired: Bool

        package init(_ name: String, _ schema: Schema, isRequired: Bool = false) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }

        /// `limit` and `cursor` of a list with cursors of this form.
        package static func paging(cursor: Schema = .id) -> [Parameter] {
            [Parameter("limit", .integer(1...100)), Parameter("cursor", cursor)]
        }
    }
}

/// The part of JSON Schema that our API needs.
package indirect enum Schema: Sendable {
    /// Typed text, as accepted by `TypedText`; lengths in Unicode scalars. Any string if there is no range.
    case text(ClosedRange<Int>?)
    /// A string that matches a regular expression as a whole; only expressions that ECMA 262 and Swift interpret alike.
    case spelt(String)
    /// A day, such as `2026-12-15`.
    case day
    /// A day, or a time (RFC 3339).
    case moment
    case choice([String])
    /// A word of an open vocabulary, which the document lists; of answers only, since nothing is checked by it.
    case openChoice(String)
    case whole(ClosedRange<Int>?)
    case truth
    case time
    case list(Schema)
    case nullable(Schema)
    /// Properties in order, and the names of the required ones.
    case object([(name: String, schema: Schema)], required: [String])
    /// A named object, written once under `components`.
    case named(String, Schema)

    package static func string(_ range: ClosedRange<Int>? = nil) -> Schema { .text(range) }
    package static func integer(_ range: ClosedRange<Int>? = nil) -> Schema { .whole(range) }
    /// The decimal digits of a positive number, at most as many as always fit.
    package static let id = Schema.spelt("[1-9][0-9]{0,17}")
    /// The strings that `Slug` accepts.
    package static let slugSpelling = "[a-z0-9][a-z0-9-]{0,59}"
    package static let slug = Schema.spelt(slugSpelling)
    /// The version or revision that a change is based on.
    package static let version = Schema.whole(0...Int(Int32.max))

    /// The fields of an object; empty for any other schema.
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
