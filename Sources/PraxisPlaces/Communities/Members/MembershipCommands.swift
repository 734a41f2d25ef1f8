import PraxisCommunity
package import PraxisDomain
package import PraxisStore

extension WriteDB {
    /// Makes or changes a membership, which counts as having accepted the agreement and answers the member's request to join.
    ///
    /// A new member has read everything so far, and so has one who comes back. `agreed` is the version of the
    /// agreement that was accepted, nil for the one in force; `readFrom` the journal number up to which everything
    /// counts as read, nil for the last one.
    package func setMembership<A: JoiningAct>(
        _ member: MemberID,
        in community: CommunityID,
        _ part: Part,
        agreed: Int? = nil,
        joinedAt: Timestamp? = nil,
        readFrom: JournalNumber? = nil,
        by mandate: borrowing Mandate<A>
    ) throws {
        let readFrom = try readFrom ?? db.journalNumber()
        let version = try agreed ?? agreementInForce(of: community)
        try expireStanding(of: member, in: community)
        let before = try standing(of: member, in: community)
        try run(
            """
            INSERT INTO membership (communityId, memberId, role, standing, until, agreementVersion, joinedAt, readFrom)
            VALUES (\(community), \(member), \(part.role), \(part.standing), \(part.until), \(version), \(joinedAt ?? now), \(readFrom))
            ON CONFLICT (communityId, memberId) DO UPDATE SET role = excluded.role, standing = excluded.standing,
                standingUntil = NULL, standingAfter = 'active', until = excluded.until,
                agreementVersion = \(SQL.larger("membership.agreementVersion", "excluded.agreementVersion")),
                joinedAt = CASE WHEN membership.standing IN ('former', 'pending') THEN excluded.joinedAt
                    ELSE membership.joinedAt END,
                readFrom = CASE WHEN membership.standing IN ('former', 'pending') THEN excluded.readFrom
                    ELSE membership.readFrom END
            """
        )
        if part.role != .guest { try closeRequest(of: member, to: nil, in: community, accepting: true, by: mandate) }
        let isNew = before == nil || before == .former || before == .pending
        let place = Place(community: community)
        // What they wrote before is shown with the role from now on, wherever it is kept.
        let events: [ActEvent<A>] = !isNew ? [.roleChanged] : part.role.isShown ? [.joined, .roleChanged] : [.joined]
        for event in events {
            try record(event, member.subject, in: place, attributedTo: member, by: mandate)
        }
    }

    /// Ends a membership, and with it those of the community's groups and whatever was asked there.
    ///
    /// Leaving does not free a member of a silence or a suspension: they stay out until it ends or they are let in again.
    func endMembership<A: LeavingAct>(
        of member: MemberID,
        in community: CommunityID,
        by mandate: borrowing Mandate<A>
    ) throws {
        try expireStanding(of: member, in: community)
        try run(
            """
            UPDATE membership SET standing = CASE WHEN standing IN ('silenced', 'suspended') THEN 'suspended' ELSE 'former' END, standingAfter = 'former'
            WHERE communityId = \(community) AND memberId = \(member)
            """
        )
        try endGroupMemberships(of: member, in: community)
        let place = Place(community: community)
        // Nobody decided on them.
        try closeRequests(of: member, in: community, by: Permit.system(in: place).mandate)
        try record(.left, member.subject, in: place, by: mandate)
    }

    /// The version of the agreement in force; 0 if absent.
    func agreementInForce(of community: CommunityID) throws -> Int {
        try first("SELECT agreementVersion FROM community WHERE id = \(community)" as SQL<Int>) ?? 0
    }

    /// - Throws: `Denial.input` naming `agreement` if the one in force is not the one accepted.
    func checkAgreement(_ accepted: Int?, of community: CommunityID) throws {
        let inForce = try agreementInForce(of: community)
        guard inForce == 0 || accepted == inForce else { throw Denial.input([FieldError("agreement", .mustAccept)]) }
    }

    /// A community needs a manager who can look after it.
    /// - Throws: `Denial.input` naming `role` if `member` is the only active community manager.
    func checkOtherManager(than member: MemberID, in community: CommunityID) throws {
        let part = try part(of: member, in: community)
        guard part?.role == .manager, part?.standing == .active else { return }
        let other = try first(
            """
            SELECT 1 FROM membership m JOIN member a ON a.id = m.memberId
            WHERE m.communityId = \(community) AND m.role = 'manager' AND \(Visibility.standing(at: now)) = 'active' AND m.memberId <> \(member)
              AND a.standing = 'active' LIMIT 1
            """ as SQL<Int>
        )
        if other == nil { throw Denial.input([FieldError("role", .lastManager)]) }
    }

    package func part(of member: MemberID, in community: CommunityID) throws -> Part? {
        try first(
            """
            SELECT \(PartRow.columnsOfCommunity(at: now)) FROM membership m
            WHERE m.communityId = \(community) AND m.memberId = \(member)
            """ as SQL<PartRow>
        )?.part
    }

    func standing(of member: MemberID, in community: CommunityID) throws -> Standing? {
        try part(of: member, in: community)?.standing
    }
}

extension Role {
    /// Whether it stands beside what its holder wrote.
    var isShown: Bool { self == .facilitator || self == .moderator }
}

/// A membership's role, standing and end.
struct PartRow: RowDecodable {
    let part: Part

    static func columnsOfCommunity(at now: Timestamp) -> SQL<Void> {
        "m.role, \(Visibility.standing(at: now)), m.until"
    }

    static func columnsOfGroup(at now: Timestamp) -> SQL<Void> {
        "gm.role, \(Visibility.groupStanding(at: now)), gm.until"
    }

    init(_ columns: inout Columns) throws {
        part = Part(try columns.word(), try columns.word(), until: columns.optionalTime())
    }
}

/// The agreement of a community, as memberships refer to it.
enum Agreement {
    /// The version of those who belonged before there was an agreement.
    static let belongedBefore = -1
    /// How long a new version asks those who accepted an older one.
    static let askedFor = Span.days(30)
}
