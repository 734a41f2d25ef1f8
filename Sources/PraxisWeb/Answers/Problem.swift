package import PraxisDomain

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
    var claimedBy: Person?
    /// RFC 3339.
    var claimedUntil: String?
    var decidedBy: Person?
    var decidedAt: String?
    var action: String?

    /// Who did something; no id if the account is gone.
    package struct Person: Encodable, Sendable {
        let id: String?
        let name: String

        package init(_ id: MemberID?, _ name: String) { (self.id, self.name) = (id?.description, name) }
    }

    /// Only members that belong to the kind of refusal are present: `errors` for input, `current` and `now` for a stale revision, the
    /// others for a queue item that someone else is working on or has decided.
    static let schema = Schema.named(
        "Problem",
        .object(
            [
                ("type", .string()), ("title", .string()), ("status", .integer()), ("detail", .string()),
                (
                    "errors",
                    .list(.object([("field", .string()), ("message", .string())], required: ["field", "message"]))
                ),
                ("current", .integer()), ("now", .string()), ("claimedBy", person), ("claimedUntil", .time),
                ("decidedBy", person), ("decidedAt", .time), ("action", .string()),
            ],
            required: ["type", "title", "status", "detail"]
        )
    )

    package static let person = Schema.object([("id", .id), ("name", .string())], required: ["name"])
}
