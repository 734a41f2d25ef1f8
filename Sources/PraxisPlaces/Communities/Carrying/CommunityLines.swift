import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A community as a corpus file has it.
struct ImportedCommunity: SingleImportLine {
    static let kind = ImportKind(
        "community",
        or: "forum",
        fields: [
            .id, .slug, .name, .description, "region", "visibility", "joining", .language, "agreement", .createdAt,
        ]
    ) { try ImportedCommunity($0) }

    private let source: Int64
    private let community: NewCommunity
    private let created: CorpusTime?

    private init(_ fields: CorpusFields) throws {
        let slug: String = try fields.required(.slug)
        let name = try fields.line(.name, Limits.groupNameScalars)
        var community = NewCommunity(slug: Slug(exactly: slug) ?? Slug(from: slug), name: name)
        community.domain = try fields.text(.description, Limits.purposeScalars)
        community.region = try fields.optionalLine("region", Limits.regionScalars) ?? ""
        community.visibility = try fields.word("visibility") ?? .members
        community.joining = try fields.word("joining") ?? .request
        community.language = try fields.word(.language) ?? .english
        community.agreement = try fields.text("agreement", Limits.agreementScalars)
        self.community = community
        (source, created) = (try fields.required(.id), try fields.time(.createdAt))
    }

    func describe(_ file: inout ImportedFile) { if file.home == nil { file.home = source } }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        guard let known: CommunityID = try db.imported(source) else {
            try add(batch, db, by: permit)
            return false
        }
        let other = try db.first(
            "SELECT name FROM community WHERE id = \(known) AND slug <> \(community.slug.text) AND name <> \(community.name)"
                as SQL<String>
        )
        if let other { throw ForeignCorpus(type: "community", source: source, name: community.name, knownAs: other) }
        return false
    }

    private func add(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws {
        try db.keepNumber(of: source, as: Noun.Community.self, in: "community", batch)
        let id = try db.addCommunity(community, by: permit.mandate)
        if let created = created?.resolved(batch.startedAt) {
            try db.run("UPDATE community SET createdAt = \(created) WHERE id = \(id)")
        }
        try db.keep(source, as: id)
    }
}

/// A community as it is written.
private struct ExportedCommunity: ExportLine {
    private let id: CommunityID
    private let slug: String
    private let name: String
    private let domain: String
    private let region: String
    private let visibility: CommunityVisibility
    private let joining: Joining
    private let language: Language
    private let createdAt: Timestamp

    static let columns: SQL<Void> =
        "c.id, c.slug, c.name, c.domain, c.region, c.visibility, c.joining, c.language, c.createdAt"

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        slug = try columns.text()
        name = try columns.text()
        domain = try columns.text()
        region = try columns.text()
        visibility = try columns.word()
        joining = try columns.word()
        language = try columns.word()
        createdAt = try columns.time()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.id, id)
        record.append(.slug, slug)
        record.append(.name, name)
        record.append(.description, domain)
        if !region.isEmpty { record.append("region", region) }
        record.append("visibility", visibility)
        record.append("joining", joining)
        record.append(.language, language)
        record.append(.createdAt, createdAt)
    }
}

extension ExportKind {
    static let communities = ExportKind("community", .communities) { scope in
        """
        SELECT \(ExportedCommunity.columns)
        FROM community c WHERE \(scope.picks(community: "c.id", member: nil)) ORDER BY c.id
        """ as SQL<ExportedCommunity>
    }
}
