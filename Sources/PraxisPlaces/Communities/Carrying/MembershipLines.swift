import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// A membership of a community or, with `group_id`, of one of its groups, as a corpus file has it.
struct ImportedMembership: SingleImportLine {
    static let kind = ImportKind(
        "membership",
        fields: [
            .memberId, .communityId, .groupId, "role", "joined_at", "standing", "until", "agreement", "standing_until",
            "standing_after",
        ]
    ) { try ImportedMembership($0) }

    private let member: Int64
    private let community: Int64
    private let group: Int64?
    private let part: ImportedPart
    /// Nil counts as having accepted the agreement that is in force.
    private let agreed: Int?

    private init(_ fields: CorpusFields) throws {
        (member, community) = (try fields.required(.memberId), try fields.required(.communityId))
        group = try fields.optional(.groupId)
        part = try ImportedPart(fields)
        agreed = try fields.optionalNumber("agreement", Agreement.belongedBefore...1_000_000)
        if group != nil, part.role == .moderator || part.role == .manager {
            throw BadLine.wrong(field: "role", expected: "guest, member or facilitator in a group")
        }
    }

    /// Joining counts nothing as read; roles and standings that were changed since the last import stay.
    func take(_ batch: ImportBatch, _ db: WriteDB, by permit: borrowing Permit<SystemAct>) throws -> Bool {
        let member: MemberID = try db.needed(member, .memberId)
        let community: CommunityID = try db.needed(community, .communityId)
        let unread = JournalNumber(rawValue: 0), joined = part.joined?.resolved(batch.startedAt)
        let held = part.resolved(batch.startedAt)
        if let source = group {
            let group: GroupID = try db.needed(source, .groupId)
            if try db.groupPart(of: member, in: group) != nil { return false }
            try db.setGroupMembership(
                member,
                of: group,
                in: community,
                held.part,
                joinedAt: joined,
                readFrom: unread,
                by: permit.mandate
            )
            try db.keepStanding(held, of: member, in: group)
        } else {
            if try db.part(of: member, in: community) != nil { return false }
            try db.setMembership(
                member,
                in: community,
                held.part,
                agreed: agreed,
                joinedAt: joined,
                readFrom: unread,
                by: permit.mandate
            )
            try db.keepStanding(held, of: member, in: community)
        }
        return false
    }
}

/// Role, standing and their ends, as a corpus file has them.
struct ImportedPart: Sendable {
    /// The same once durations have become times.
    struct Held: Sendable {
        let part: Part
        let standingUntil: Timestamp?
        let standingAfter: Standing
    }

    let role: Role
    let joined: CorpusTime?
    private let standing: Standing
    private let until: CorpusTime?
    private let standingUntil: CorpusTime?
    private let standingAfter: Standing

    fileprivate init(_ fields: CorpusFields) throws {
        (role, standing) = (try fields.word("role") ?? .member, try fields.word("standing") ?? .active)
        (joined, until) = (try fields.time("joined_at"), try fields.time("until"))
        standingUntil = try fields.time("standing_until")
        standingAfter = try fields.word("standing_after", [.active, .lapsed, .former]) ?? .active
        if standingUntil != nil, standing != .silenced, standing != .suspended {
            throw BadLine.wrong(field: "standing_until", expected: "left out for who is neither silenced nor suspended")
        }
    }

    func resolved(_ now: Timestamp) -> Held {
        Held(
            part: Part(role, standing, until: until?.resolved(now)),
            standingUntil: standingUntil?.resolved(now),
            standingAfter: standingAfter
        )
    }
}

/// A membership as it is written, of a community or of a group.
struct ExportedMembership: ExportLine {
    private let member: MemberID
    private let community: CommunityID
    private let group: GroupID?
    private let part: Part
    private let joinedAt: Timestamp
    private let standingUntil: Timestamp?
    private let standingAfter: Standing
    private let agreed: Int64?

    static let columnsOfCommunity: SQL<Void> = """
        m.memberId, m.communityId, NULL, m.role, m.standing, m.until, m.joinedAt, m.standingUntil, m.standingAfter,
        m.agreementVersion
        """

    static let columnsOfGroup: SQL<Void> = """
        gm.memberId, g.communityId, gm.groupId, gm.role, gm.standing, gm.until, gm.joinedAt, gm.standingUntil,
        gm.standingAfter, NULL
        """

    init(_ columns: inout Columns) throws {
        member = try columns.id()
        community = try columns.id()
        group = columns.optionalID()
        part = Part(try columns.word(), try columns.word(), until: columns.optionalTime())
        (joinedAt, standingUntil) = (try columns.time(), columns.optionalTime())
        (standingAfter, agreed) = (try columns.word(), columns.optionalInteger())
    }

    func write(_ scope: ExportScope, to record: inout CorpusRecord) {
        record.append(.memberId, member)
        record.append(.communityId, community)
        record.append(.groupId, group)
        record.append("role", part.role)
        record.append("joined_at", joinedAt)
        if part.standing != .active { record.append("standing", part.standing) }
        record.append("until", part.until)
        record.append("agreement", agreed)
        record.append("standing_until", standingUntil)
        if standingAfter != .active { record.append("standing_after", standingAfter) }
    }
}

extension ExportKind {
    static let memberships = ExportKind(
        "membership",
        .parts,
        people: { "SELECT memberId FROM membership WHERE communityId = \($0)" }
    ) {
        scope in
        """
        SELECT \(ExportedMembership.columnsOfCommunity)
        FROM membership m WHERE \(scope.picks(community: "m.communityId", member: "m.memberId"))
        ORDER BY m.communityId, m.memberId
        """ as SQL<ExportedMembership>
    }
}
