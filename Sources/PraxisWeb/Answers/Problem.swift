package import PraxisDomain
import PraxisWords

/// A problem document (RFC 9457): the error, for programs.
package struct Problem: Encodable {
    struct Field: Encodable {
        let field: String
        let message: String
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

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Member.self)
        try members.encode(type, forKey: "type")
        try members.encode(title, forKey: "title")
        try members.encode(status, forKey: "status")
        try members.encode(detail, forKey: "detail")
        try members.encodeIfPresent(errors, forKey: "errors")
        try members.encodeIfPresent(current, forKey: "current")
        try members.encodeIfPresent(now, forKey: "now")
        for (name, detail) in details {
            switch detail {
            case .text(let text): try members.encode(text, forKey: Member(name))
            case .moment(let moment): try members.encode(moment.rfc3339, forKey: Member(name))
            case .person(let id, let who): try members.encode(Person(id, who), forKey: Member(name))
            }
        }
    }

    private struct Member: CodingKey, ExpressibleByStringLiteral {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init(stringLiteral name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Who did something; no id if the account is gone.
    package struct Person: Encodable, Sendable {
        let id: String?
        let name: String

        package init(_ id: MemberID?, _ name: String) { (self.id, self.name) = (id?.description, name) }
    }

    /// Only members that belong to the kind of refusal are present: `errors` for input, `current` and `now` for a stale revision, those
    /// that capabilities add for their own denials.
    static let schema = Schema.named(
        "Problem",
        .object(
            [
                ("type", .string()), ("title", .string()), ("status", .integer()), ("detail", .string()),
                (
                    "errors",
                    .list(.object([("field", .string()), ("message", .string())], required: ["field", "message"]))
                ),
                ("current", .integer()), ("now", .string()),
            ],
            required: ["type", "title", "status", "detail"]
        )
    )

    package static let person = Schema.object([("id", .id), ("name", .string())], required: ["name"])
}
