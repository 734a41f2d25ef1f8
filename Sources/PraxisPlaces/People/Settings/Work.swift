package import PraxisDomain
package import PraxisStore

/// What a member says of their work and of where they are; each may be empty.
package struct Work: Equatable, Sendable {
    /// In their own words: "school nurse".
    package let occupation: String
    package let organisation: String
    /// In their own words: "Wales".
    package let region: String

    private init(of occupation: String, _ organisation: String, _ region: String) {
        self.occupation = occupation
        self.organisation = organisation
        self.region = region
    }

    /// Nil without a row of `profile`.
    init?(_ occupation: String?, _ organisation: String?, _ region: String?) {
        guard let occupation, let organisation, let region else { return nil }
        self.init(of: occupation, organisation, region)
    }

    /// - Throws: `Denial.input` naming each field that is too long, or holds what is not seen.
    package static func checked(_ typed: TypedWork) throws(Denial) -> Work {
        var problems: [FieldError] = []
        let occupation = problems.collect("") { () throws(Denial) in
            try TypedText.line(typed.occupation, "occupation", Limits.workScalars)
        }
        let organisation = problems.collect("") { () throws(Denial) in
            try TypedText.line(typed.organisation, "organisation", Limits.workScalars)
        }
        let region = problems.collect("") { () throws(Denial) in
            try TypedText.line(typed.region, "region", Limits.regionScalars)
        }
        if !problems.isEmpty { throw .input(problems) }
        return Work(of: occupation, organisation, region)
    }

    package var isEmpty: Bool { occupation.isEmpty && organisation.isEmpty && region.isEmpty }
}

extension Work: RowDecodable {
    static let columns: SQL<Void> = "occupation, organisation, region"

    package init(_ columns: inout Columns) throws {
        self.init(of: try columns.text(), try columns.text(), try columns.text())
    }

    /// Walks the primary key of `profile`.
    package static func of(_ member: MemberID, _ db: DB) throws -> Work {
        try db.first("SELECT \(columns) FROM profile WHERE memberId = \(member)" as SQL<Work>) ?? Work(of: "", "", "")
    }
}

extension Limits {
    /// Of an occupation, and of the name of an organisation.
    package static let workScalars = 0...80
    /// Of where a member is, and of where the people of a community are.
    package static let regionScalars = 0...80
}
