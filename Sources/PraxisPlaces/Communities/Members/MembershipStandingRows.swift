import PraxisCommunity
package import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Restricts a member of the community; what they were before comes again by itself at `until`.
    func restrictStanding(
        _ member: MemberID,
        in community: CommunityID,
        _ kind: RestrictionKind,
        until: Timestamp?
    ) throws {
        try expireStanding(of: member, in: community)
        try run(
            """
            UPDATE membership SET standing = \(kind), standingUntil = \(until),
                standingAfter = CASE WHEN standing IN ('active', 'lapsed') THEN standing ELSE standingAfter END
            WHERE communityId = \(community) AND memberId = \(member)
            """
        )
    }

    /// Lets a member of the community go on as before.
    func reinstateStanding(of member: MemberID, in community: CommunityID) throws {
        try run(
            """
            UPDATE membership SET standing = standingAfter, standingUntil = NULL
            WHERE communityId = \(community) AND memberId = \(member) AND standing IN ('silenced', 'suspended')
            """
        )
    }

    /// Writes down that a silence or a suspension whose time has passed has ended.
    func expireStanding(of member: MemberID, in community: CommunityID) throws {
        try run(
            """
            UPDATE membership SET standing = standingAfter, standingUntil = NULL
            WHERE communityId = \(community) AND memberId = \(member) AND standingUntil <= \(now)
            """
        )
    }
}

extension WriteDB {
    /// Notes when the standing of an imported membership ends, and what it is then.
    func keepStanding(_ held: ImportedPart.Held, of member: MemberID, in community: CommunityID) throws {
        try run(
            """
            UPDATE membership SET standingUntil = \(held.standingUntil), standingAfter = \(held.standingAfter)
            WHERE communityId = \(community) AND memberId = \(member)
            """
        )
    }
}

extension WriteDB {
    /// Has what was posted in a community up to `floor` count as read.
    package func advanceFloor(of member: MemberID, in community: CommunityID, to floor: JournalNumber) throws {
        try run(
            """
            UPDATE membership SET readFrom = \(SQL.larger("readFrom", "\(floor)"))
            WHERE communityId = \(community) AND memberId = \(member)
            """
        )
    }
}
