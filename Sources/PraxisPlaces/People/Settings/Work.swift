package import PraxisDomain
package import PraxisStore

/// What a member says of their work; either may be empty.
package struct Work: Equatable, Sendable {
    /// In their own words: "school nurse".
    package let occupation: String
    package let organisation: String

    private init(of occupation: String, _ organisation: String) {
        self.occupation = occupation
        self.organisation = organisation
    }

    /// Nil without a row of `profile`.
    init?(_ occupation: String?, _ organisation: String?) {
        guard let occupation, let organisation else { return nil }
        self.init(of: occupation, organisation)
    }

    /// - Throws: `Denial.input` naming each field that is too long, or holds what is not seen.
    package static func checked(occupation: String, organisation: String) throws(Denial) -> Work {
        var problems: [FieldError] = []
        let range = Limits.workScalars
        let first = problems.collect("") { () throws(Denial) in
            try TypedText.line(occupation, "occupation", range)
        }
        let second = problems.collect("") { () throws(Denial) in
            try TypedText.line(organisation, "organisation", range)
        }
        if !problems.isEmpty { throw .input(problems) }
        return Work(of: first, second)
    }
}

extension Work: RowDecodable {
    static let columns: SQL<Void> = "occupation, organisation"

    package init(_ columns: inout Columns) throws {
        self.init(of: try columns.text(), try columns.text())
    }

    /// Walks the primary key of `profile`.
    package static func of(_ member: MemberID, _ db: DB) throws -> Work {
        try db.first("SELECT \(columns) FROM profile WHERE memberId = \(member)" as SQL<Work>) ?? Work(of: "", "")
    }
}

extension Limits {
    /// Of an occupation, and of the name of an organisation.
    package static let workScalars = 0...80
}
