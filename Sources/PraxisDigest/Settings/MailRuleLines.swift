import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// How much of a community or of a group mails may show.
struct MailRuleLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "mail-rule",
        fields: [.communityId, "titles_only", .groupId, "detail", "neutral_name"]
    ) {
        try MailRuleLine($0)
    }

    private enum Rule {
        case community(Int64, titlesOnly: Bool)
        case group(Int64, MailDetail, neutralName: String)
    }

    private let rule: Rule

    private init(_ fields: CorpusFields) throws {
        if let group: Int64 = try fields.optional(.groupId) {
            guard let detail: MailDetail = try fields.word("detail") else { throw BadLine.missing(field: "detail") }
            rule = .group(
                group,
                detail,
                neutralName: try fields.text("neutral_name", 0...Limits.groupNameScalars.upperBound)
            )
        } else {
            rule = .community(try fields.required(.communityId), titlesOnly: try fields.required("titles_only"))
        }
    }

    static let columnsOfCommunity: SQL<Void> = "r.communityId, r.titlesOnly"

    static let columnsOfGroup: SQL<Void> = "NULL, NULL, r.groupId, r.content, r.neutralName"

    init(_ columns: inout Columns) throws {
        let community = columns.optionalInteger(), titlesOnly = columns.optionalInteger()
        if let community {
            rule = .community(community, titlesOnly: titlesOnly == 1)
        } else {
            rule = .group(try columns.integer(), try columns.word(), neutralName: try columns.text())
        }
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        switch rule {
        case .community(let id, let titlesOnly):
            record.append(.communityId, id)
            record.append("titles_only", titlesOnly)
        case .group(let id, let detail, let neutralName):
            record.append(.groupId, id)
            record.append("detail", detail)
            record.append("neutral_name", neutralName)
        }
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        switch rule {
        case .community(let source, let titlesOnly):
            let community: CommunityID = try db.needed(source, .communityId)
            return try db.run(
                """
                INSERT INTO communityMailRule (communityId, titlesOnly) VALUES (\(community), \(titlesOnly))
                ON CONFLICT (communityId) DO NOTHING
                """
            ) > 0
        case .group(let source, let detail, let neutralName):
            let group: GroupID = try db.needed(source, .groupId)
            return try db.run(
                """
                INSERT INTO groupMailRule (groupId, content, neutralName) VALUES (\(group), \(detail), \(neutralName))
                ON CONFLICT (groupId) DO NOTHING
                """
            ) > 0
        }
    }
}

extension ExportKind {
    static let communityMailRules = ExportKind("mail-rule", .rules) { scope in
        """
        SELECT \(MailRuleLine.columnsOfCommunity) FROM communityMailRule r
        WHERE \(scope.picks(community: "r.communityId", member: nil)) ORDER BY r.communityId
        """ as SQL<MailRuleLine>
    }

    static let groupMailRules = ExportKind("mail-rule", .rules) { scope in
        """
        SELECT \(MailRuleLine.columnsOfGroup) FROM groupMailRule r JOIN "group" g ON g.id = r.groupId
        WHERE \(scope.picks(community: "g.communityId", member: nil)) ORDER BY r.groupId
        """ as SQL<MailRuleLine>
    }
}
