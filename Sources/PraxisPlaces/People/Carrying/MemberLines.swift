import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// An account as a corpus file has it: never with a password, which nobody can take along.
struct ImportedMember: SingleImportLine {
    static let kind = ImportKind(
        "member",
        fields: [
            .id, "display_name", "email", "joined_at", "last_visit", "time_zone", .language, "standing", "site_admin",
            "occupation", "organisation", "region",
        ],
        // Names are `display_name`, and sign-in is by address.
        ignoring: ["username"]
    ) { try ImportedMember($0) }

    private let source: Int64
    private let member: NewMember
    private let joined: CorpusTime?
    private let lastVisit: CorpusTime?
    private let work: Work

    private init(_ fields: CorpusFields) throws {
        let address: String = try fields.required("email")
        guard let email = EmailAddress(address) else {
            throw BadLine.wrong(field: "email", expected: "an email address")
        }
        var member = NewMember(
            email: email,
            name: try fields.checked("display_name", expecting: Self.namesExpected) { raw throws(Denial) in
                try NamePlan.checked(raw)
            }
        )
        member.language = try fields.word(.language) ?? .english
        if let zone: String = try fields.optional("time_zone") {
            guard Zones.named(zone) != nil else {
                throw BadLine.wrong(field: "time_zone", expected: "a name of the time zone database")
            }
            member.timeZone = zone
        }
        member.standing = try fields.word("standing", [.pending, .active, .suspended, .former]) ?? .active
        member.isSiteAdministrator = try fields.optional("site_admin")
        self.member = member
        work = try Self.work(fields)
        source = try fields.required(.id)
        (joined, lastVisit) = (try fields.time("joined_at"), try fields.time("last_visit"))
    }

    /// An account that has the address already is the same person, and is left as it is.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        guard try db.imported(source, as: Noun.Member.self) == nil else { return false }
        if let known = try db.account(at: member.email) {
            try db.keep(source, as: known)
            return false
        }
        var member = member
        member.joinedAt = joined?.resolved(batch.startedAt)
        try db.keepNumber(of: source, as: Noun.Member.self, in: "member", batch)
        let id = try db.addMember(member, by: permit)
        try db.setWork(work, of: id)
        if let lastVisit = lastVisit?.resolved(batch.startedAt) {
            try db.run("UPDATE member SET seenAt = \(lastVisit), visitedAt = \(lastVisit) WHERE id = \(id)")
        }
        try db.keep(source, as: id)
        return false
    }
}

/// The same as it is written.
private struct ExportedMember: ExportLine {
    private let id: MemberID
    private let name: String
    private let email: String
    private let joinedAt: Timestamp
    private let seenAt: Timestamp?
    private let timeZone: String
    private let language: Language
    private let standing: Standing
    private let isSiteAdministrator: Bool
    private let occupation: String?
    private let organisation: String?
    private let region: String?

    static let columns: SQL<Void> = """
        m.id, m.name, m.email, m.joinedAt, m.seenAt, m.timeZone, m.language, m.standing, m.isSiteAdministrator,
        w.occupation, w.organisation, w.region
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        name = try columns.text()
        email = try columns.text()
        (joinedAt, seenAt) = (try columns.time(), columns.optionalTime())
        (timeZone, language) = (try columns.text(), try columns.word())
        (standing, isSiteAdministrator) = (try columns.word(), try columns.bool())
        (occupation, organisation) = (columns.optionalText(), columns.optionalText())
        region = columns.optionalText()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.id, id)
        record.append("display_name", name)
        record.append("email", email)
        record.append("joined_at", joinedAt)
        record.append("last_visit", seenAt)
        record.append("time_zone", timeZone)
        record.append(.language, language)
        if standing != .active { record.append("standing", standing) }
        if let occupation, !occupation.isEmpty { record.append("occupation", occupation) }
        if let organisation, !organisation.isEmpty { record.append("organisation", organisation) }
        if let region, !region.isEmpty { record.append("region", region) }
        // Rights over a whole site do not travel with one of its communities.
        if scope == .site, isSiteAdministrator { record.append("site_admin", true) }
    }
}

extension ImportedMember {
    private static func work(_ fields: CorpusFields) throws -> Work {
        let typed = TypedWork(
            occupation: try fields.optionalLine("occupation", Limits.workScalars) ?? "",
            organisation: try fields.optionalLine("organisation", Limits.workScalars) ?? "",
            region: try fields.optionalLine("region", Limits.regionScalars) ?? ""
        )
        return try Work.checked(typed)
    }
}

extension [ExportKind] {
    static let people: Self = [
        ExportKind("member", .people) { _, people in
            """
            SELECT \(ExportedMember.columns)
            FROM member m LEFT JOIN profile w ON w.memberId = m.id WHERE m.id IN (\(people)) ORDER BY m.id
            """ as SQL<ExportedMember>
        }
    ]
}

extension ImportedMember {
    private static let namesExpected: [(FieldError.Problem, String)] = [
        (.nameHoldsALink, "a name without a web or email address"),
        (.nameLooksLikeAnother, "a name in the letters of one alphabet"),
    ]
}
