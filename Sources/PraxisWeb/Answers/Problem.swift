package import PraxisDomain
import PraxisWords

/// A problem document (RFC 9457): the error, for programs.
package struct Problem: JSONObject {
    struct Field: JSONObject {
        let field: String
        let message: String

        static let shape = JSONShape<Field>([
            .field("field", .string(), \.field), .field("message", .string(), \.message),
        ])
    }

    let type: String
    let title: String
    let status: Int
    let detail: String
    let errors: [Field]?
    var current: Int?
    var now: String?
    /// What a capability adds to a denial of its own, by member.
    var details: [String: OwnDenial.Detail] = [:]

    /// Only members that belong to the kind of refusal are present: `errors` for input, `current` and `now` for a stale revision, those
    /// that capabilities add for their own denials.
    package static let shape = JSONShape<Problem>(
        "Problem",
        [
            .field("type", .string(), \.type),
            .field("title", .string(), \.title),
            .field("status", .integer(), \.status),
            .field("detail", .string(), \.detail),
            .optional("errors", .list(Field.schema), \.errors),
            .optional("current", .integer(), \.current),
            .optional("now", .string(), \.now),
        ]
    )

    package func encode(to encoder: any Encoder) throws {
        try Self.shape.encode(self, to: encoder)
        var rest = encoder.container(keyedBy: JSONKey.self)
        for (name, detail) in details {
            switch detail {
            case .text(let text): try rest.encode(text, forKey: JSONKey(name))
            case .moment(let moment): try rest.encode(moment.rfc3339, forKey: JSONKey(name))
            case .person(let id, let who): try rest.encode(Person(id, who), forKey: JSONKey(name))
            }
        }
    }

    /// Who did something; no id if the account is gone.
    package struct Person: JSONObject {
        let id: String?
        let name: String

        package static let shape = JSONShape<Person>([.optional("id", .id, \.id), .field("name", .string(), \.name)])

        package init(_ id: MemberID?, _ name: String) { (self.id, self.name) = (id?.description, name) }
    }
}
