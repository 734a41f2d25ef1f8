import PraxisCommunity
package import PraxisDomain
package import PraxisStore

extension WriteDB {
    /// Makes or changes a membership, which counts as having accepted the agreement. A new one has read everything so far.
    /// - Parameter readFrom: the journal number up to which everything counts as read; nothing means now.
    package func setMembership(
        _ member: MemberID, in community: CommunityID, _ part: Part, joinedAt: Timestamp? = nil, readFrom: JournalNumber? = nil,
        by actor: MemberID? = nil
    ) throws {
        let place = try readFrom ?? db.journalNumber()
        let agreed = try first("SELECT agreementVersion FROM community WHERE id = \(community)" as SQL<Int>) ?? 0
        let isNew = try first(
            "SELECT 1 FROM membership WHERE communityId = \(community) AND memberId = \(member)" as SQL<Int>) == nil
        try run(
            """
            INSERT INTO membership (communityId, memberId, role, standing, until, agreementVersion, joinedAt, readFrom)
            VALUES (\(community), \(member), \(part.role), \(part.standing), \(part.until), \(agreed), \(joinedAt ?? now), \(place))
            ON CONFLICT (communityId, memberId) DO UPDATE SET role = excluded.role, standing = excluded.standing,
                until = excluded.until, agreementVersion = max(agreementVersion, excluded.agreementVersion)
            """)
        try journal(
            isNew ? .joined : .roleChanged, community: community, subject: member.rawValue, actor: actor ?? member)
    }

    /// Makes or changes a membership of a group.
    package func setGroupMembership(
        _ member: MemberID, of group: GroupID, in community: CommunityID, _ part: Part, joinedAt: Timestamp? = nil,
        readFrom: JournalNumber? = nil, by actor: MemberID? = nil
    ) throws {
        let place = try readFrom ?? db.journalNumber()
        let isNew = try first("SELECT 1 FROM groupMembership WHERE groupId = \(group) AND memberId = \(member)" as SQL<Int>) == nil
        try run(
            """
            INSERT INTO groupMembership (groupId, memberId, role, standing, until, joinedAt, readFrom)
            VALUES (\(group), \(member), \(part.role), \(part.standing), \(part.until), \(joinedAt ?? now), \(place))
            ON CONFLICT (groupId, memberId) DO UPDATE SET role = excluded.role, standing = excluded.standing, until = excluded.until
            """)
        try journal(
            isNew ? .joined : .roleChanged, community: community, group: group, subject: member.rawValue, actor: actor ?? member)
    }
}
