import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A group as a corpus file has it.
struct ImportedGroup: SingleImportLine {
    static let kind = ImportKind(
        "group",
        or: "category",
        fields: [
            .id, .slug, .name, "community", .description, "position", .kind, "access", "listed", "commons", .language,
            "contact", "edit_days", .createdAt,
        ]
    ) { try ImportedGroup($0) }

    private let source: Int64
    private let community: Int64?
    private let group: NewGroup
    /// Whether it is the commons; nil makes the first open group of its community that.
    private let isCommons: Bool?
    private let created: CorpusTime?

    private init(_ fields: CorpusFields) throws {
        let slug: String = try fields.required(.slug)
        let name = try fields.line(.name, Limits.groupNameScalars)
        var group = NewGroup(slug: Slug(exactly: slug) ?? Slug(from: slug), name: name)
        group.purpose = try fields.text(.description, Limits.purposeScalars)
        group.contact = try fields.text("contact", 0...200)
        group.kind = try fields.word(.kind) ?? .topic
        group.language = try fields.word(.language) ?? .english
        group.position = try fields.optional("position") ?? 0
        group.editDays = try fields.optionalNumber("edit_days", 1...365) ?? Limits.usualEditDays
        let access: String? = try fields.optional("access"), isListed: Bool? = try fields.optional("listed")
        if access == "hidden" {
            (group.access, group.isListed) = (.invite, false)
        } else {
            group.access = try fields.word("access") ?? (group.kind.isConfidential ? .invite : .open)
            group.isListed = isListed ?? true
        }
        self.group = group
        (source, community) = (try fields.required(.id), try fields.optional("community"))
        (isCommons, created) = (try fields.optional("commons"), try fields.time(.createdAt))
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        guard let source = community ?? batch.file.home else { throw BadLine.missing(field: "community") }
        let community: CommunityID = try db.needed(source, "community")
        guard let known: GroupID = try db.imported(self.source) else {
            try add(to: community, batch, db, by: permit)
            return false
        }
        let elsewhere = try db.first(
            "SELECT name FROM \"group\" WHERE id = \(known) AND communityId <> \(community)" as SQL<String>
        )
        if let elsewhere {
            throw ForeignCorpus(type: "group", source: self.source, name: group.name, knownAs: elsewhere)
        }
        return false
    }

    private func add(
        to community: CommunityID,
        _ batch: ImportBatch,
        _ db: WriteDB,
        by permit: borrowing Permit<SystemAct>
    ) throws {
        var group = group
        if isCommons ?? (group.kind == .topic && group.access == .open) {
            let commons = "SELECT 1 FROM \"group\" WHERE communityId = \(community) AND isCommons" as SQL<Int>
            group.isCommons = try db.first(commons) == nil
        }
        try db.keepNumber(of: source, as: Noun.Group.self, in: "group", batch)
        let id = try db.addGroup(group, in: community, by: permit.mandate)
        if let created = created?.resolved(batch.startedAt) {
            try db.run("UPDATE \"group\" SET createdAt = \(created) WHERE id = \(id)")
        }
        try db.keep(source, as: id)
    }
}

/// The same as it is written.
private struct ExportedGroup: ExportLine {
    private let id: GroupID
    private let community: CommunityID
    private let group: NewGroup
    private let slug: String
    private let createdAt: Timestamp

    static let columns: SQL<Void> = """
        g.id, g.communityId, g.slug, g.name, g.purpose, g.contact, g.kind, g.access, g.isListed, g.isCommons,
        g.language, g.position, g.editDays, g.createdAt
        """

    init(_ columns: inout Columns) throws {
        id = try columns.id()
        community = try columns.id()
        slug = try columns.text()
        var group = NewGroup(slug: Slug(from: slug), name: try columns.text())
        (group.purpose, group.contact) = (try columns.text(), try columns.text())
        (group.kind, group.access) = (try columns.word(), try columns.word())
        (group.isListed, group.isCommons) = (try columns.bool(), try columns.bool())
        (group.language, group.position) = (try columns.word(), try columns.int())
        group.editDays = try columns.int()
        (self.group, createdAt) = (group, try columns.time())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.id, id)
        record.append("community", community)
        record.append(.slug, slug)
        record.append(.name, group.name)
        record.append(.description, group.purpose)
        record.append("position", group.position)
        record.append(.kind, group.kind)
        record.append("access", group.access)
        record.append("listed", group.isListed)
        record.append("commons", group.isCommons)
        record.append(.language, group.language)
        record.append("contact", group.contact)
        record.append("edit_days", group.editDays)
        record.append(.createdAt, createdAt)
    }
}

extension [ExportKind] {
    static let groups: Self = [
        ExportKind("group", .groups) { scope in
            """
            SELECT \(ExportedGroup.columns)
            FROM "group" g WHERE \(scope.picks(community: "g.communityId", member: nil)) ORDER BY g.id
            """ as SQL<ExportedGroup>
        },
        ExportKind(
            "membership",
            .parts,
            people: {
                """
                SELECT gm.memberId FROM groupMembership gm JOIN "group" g ON g.id = gm.groupId WHERE g.communityId = \($0)
                """
            }
        ) { scope in
            """
            SELECT \(ExportedMembership.columnsOfGroup)
            FROM groupMembership gm JOIN "group" g ON g.id = gm.groupId
            WHERE \(scope.picks(community: "g.communityId", member: "gm.memberId")) ORDER BY gm.groupId, gm.memberId
            """ as SQL<ExportedMembership>
        },
    ]
}
