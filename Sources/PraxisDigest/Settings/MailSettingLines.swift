import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// What a member chose to get by mail, for a community, for a group, or for everything.
struct MailSettingLine: SingleImportLine, ExportLine {
    static let kind = ImportKind("mail-setting", fields: [.memberId, .communityId, .groupId, "setting", "value"]) {
        try MailSettingLine($0)
    }

    private let member: Int64
    private let community: Int64?
    private let group: Int64?
    private let key: String
    private let value: String

    private init(_ fields: CorpusFields) throws {
        (member, community) = (try fields.required(.memberId), try fields.optional(.communityId))
        group = try fields.optional(.groupId)
        (key, value) = (try fields.line("setting", 1...60), try fields.line("value", 1...200))
    }

    static let columns: SQL<Void> = """
        s.memberId, CASE WHEN s.scopeKind = 'community' THEN s.scopeId END,
        CASE WHEN s.scopeKind = 'group' THEN s.scopeId END, s.key, s.value
        """

    init(_ columns: inout Columns) throws {
        member = try columns.integer()
        community = columns.optionalInteger()
        group = columns.optionalInteger()
        (key, value) = (try columns.text(), try columns.text())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.memberId, member)
        record.append(.communityId, community)
        record.append(.groupId, group)
        record.append("setting", key)
        record.append("value", value)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let member: MemberID = try db.needed(member, .memberId)
        let added = try db.keepSetting(key, value, of: member, for: scope(of: member, db))
        if added { try db.replanDigest(of: member) }
        return added
    }

    private func scope(of member: MemberID, _ db: WriteDB) throws -> Subject {
        if let group { return try db.needed(group, .groupId, as: Noun.Group.self).subject }
        if let community { return try db.needed(community, .communityId, as: Noun.Community.self).subject }
        return member.subject
    }
}

extension WriteDB {
    /// A setting that was chosen elsewhere; one that was chosen here stays.
    fileprivate func keepSetting(
        _ key: String,
        _ value: String,
        of member: MemberID,
        for scope: Subject
    ) throws -> Bool {
        try run(
            """
            INSERT INTO mailSetting (memberId, key, scopeKind, scopeId, value)
            VALUES (\(member), \(key), \(scope.kind), \(scope.id), \(value))
            ON CONFLICT (memberId, key, scopeKind, scopeId) DO NOTHING
            """
        ) > 0
    }
}

extension ExportKind {
    static let mailSettings = ExportKind("mail-setting", .marks) { scope, people in
        let isThere: SQL<Void> =
            switch scope {
            case .site, .member: "true"
            case .community(let id):
                """
                s.scopeKind = 'member' OR s.scopeKind = 'community' AND s.scopeId = \(id)
                OR s.scopeKind = 'group' AND s.scopeId IN (SELECT id FROM "group" WHERE communityId = \(id))
                """
            }
        return """
            SELECT \(MailSettingLine.columns)
            FROM mailSetting s WHERE s.memberId IN (\(people)) AND (\(isThere))
            ORDER BY s.memberId, s.key, s.scopeKind, s.scopeId
            """ as SQL<MailSettingLine>
    }
}
