import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A version of a community's agreement, the one in force or an earlier one that members accepted.
struct AgreementLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("agreement", fields: [.communityId, "version", .authorId, .createdAt, .body]) {
        try AgreementLine($0)
    }

    private let community: Int64
    private let version: Int
    private let author: Int64?
    private let at: CorpusTime
    private let body: String

    private init(_ fields: CorpusFields) throws {
        (community, author) = (try fields.required(.communityId), try fields.optional(.authorId))
        version = try fields.number("version", 1...1_000_000)
        at = try fields.requiredTime(.createdAt)
        body = try fields.text(.body, 1...Limits.agreementScalars.upperBound)
    }

    static let columns: SQL<Void> = "a.communityId, a.version, a.authorId, a.at, a.body"

    init(_ columns: inout Columns) throws {
        community = try columns.integer()
        version = try columns.int()
        author = columns.optionalInteger()
        (at, body) = (.moment(try columns.time()), try columns.text())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.communityId, community)
        record.append("version", version)
        record.append(.authorId, author)
        record.append(.createdAt, at)
        record.append(.body, body)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let community: CommunityID = try db.needed(community, .communityId)
        let author: MemberID? = try author.map { try db.needed($0, .authorId) }
        return try db.keepAgreement(version, body, of: community, by: author, at: at.resolved(batch.startedAt))
    }
}

extension ExportKind {
    static let agreements = ExportKind(
        "agreement",
        .communities,
        people: { "SELECT authorId FROM agreement WHERE communityId = \($0) AND authorId IS NOT NULL" }
    ) { scope in
        """
        SELECT \(AgreementLine.columns) FROM agreement a
        WHERE \(scope.picks(community: "a.communityId", member: nil)) ORDER BY a.communityId, a.version
        """ as SQL<AgreementLine>
    }
}
