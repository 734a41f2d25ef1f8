import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A silence or a suspension with its reasons; what it has made of the member's standing is in the membership.
struct RestrictionLine: SingleImportLine, ExportLine {
    static let kind = ImportKind(
        "restriction",
        fields: [
            .id, .communityId, .groupId, .memberId, .kind, "reason", "private_reason", "actor_id", .createdAt, "until",
            "lifted_at", "lifted_by",
        ]
    ) { try RestrictionLine($0) }

    private let source: Int64
    private let community: Int64
    private let group: Int64?
    private let member: Int64
    private let kind: RestrictionKind
    private let reason: String
    private let privateReason: String
    private let actor: Int64
    private let at: CorpusTime
    private let until: CorpusTime?
    private let liftedAt: CorpusTime?
    private let liftedBy: Int64?

    private init(_ fields: CorpusFields) throws {
        (source, community) = (try fields.required(.id), try fields.required(.communityId))
        (group, member) = (try fields.optional(.groupId), try fields.required(.memberId))
        guard let kind: RestrictionKind = try fields.word(.kind) else { throw BadLine.missing(field: "kind") }
        self.kind = kind
        reason = try fields.text("reason", StandingPlan.reasonScalars)
        privateReason = try fields.text("private_reason", StandingPlan.privateReasonScalars)
        (actor, at) = (try fields.required("actor_id"), try fields.requiredTime(.createdAt))
        (until, liftedAt) = (try fields.time("until"), try fields.time("lifted_at"))
        liftedBy = try fields.optional("lifted_by")
    }

    static let columns: SQL<Void> = """
        r.id, r.communityId, r.groupId, r.memberId, r.kind, r.reason, r.privateReason, r.actorId, r.at, r.until,
        r.liftedAt, r.liftedBy
        """

    init(_ columns: inout Columns) throws {
        source = try columns.integer()
        community = try columns.integer()
        group = columns.optionalInteger()
        (member, kind) = (try columns.integer(), try columns.word())
        (reason, privateReason) = (try columns.text(), try columns.text())
        (actor, at) = (try columns.integer(), .moment(try columns.time()))
        until = columns.optionalTime().map { .moment($0) }
        liftedAt = columns.optionalTime().map { .moment($0) }
        liftedBy = columns.optionalInteger()
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.id, source)
        record.append(.communityId, community)
        record.append(.groupId, group)
        record.append(.memberId, member)
        record.append(.kind, kind)
        record.append("reason", reason)
        if !privateReason.isEmpty { record.append("private_reason", privateReason) }
        record.append("actor_id", actor)
        record.append(.createdAt, at)
        record.append("until", until)
        record.append("lifted_at", liftedAt)
        record.append("lifted_by", liftedBy)
    }

    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        guard try db.imported(source, as: Noun.Restriction.self) == nil else { return false }
        let community: CommunityID = try db.needed(community, .communityId)
        let group: GroupID? = try group.map { try db.needed($0, .groupId) }
        let member: MemberID = try db.needed(member, .memberId), actor: MemberID = try db.needed(actor, "actor_id")
        let liftedBy: MemberID? = try liftedBy.map { try db.needed($0, "lifted_by") }
        let now = batch.startedAt
        try db.keepNumber(of: source, as: Noun.Restriction.self, in: "restriction", batch)
        let id: RestrictionID = try db.insert(
            """
            INSERT INTO restriction (communityId, groupId, memberId, kind, reason, privateReason, actorId, at, until, liftedAt, liftedBy)
            VALUES (\(community), \(group), \(member), \(kind), \(reason), \(privateReason), \(actor), \(at.resolved(now)),
                    \(until?.resolved(now)), \(liftedAt?.resolved(now)), \(liftedBy)) RETURNING id
            """
        )
        try db.keep(source, as: id)
        return false
    }
}

extension ExportKind {
    static let restrictions = ExportKind(
        "restriction",
        .marks,
        people: {
            """
            SELECT memberId FROM restriction WHERE communityId = \($0)
            UNION SELECT actorId FROM restriction WHERE communityId = \($0)
            UNION SELECT liftedBy FROM restriction WHERE communityId = \($0) AND liftedBy IS NOT NULL
            """
        }
    ) { scope in
        // The reasons are the words of those who decided, not of the member.
        """
        SELECT \(RestrictionLine.columns)
        FROM restriction r WHERE \(scope.picks(community: "r.communityId", member: nil)) ORDER BY r.id
        """ as SQL<RestrictionLine>
    }
}
