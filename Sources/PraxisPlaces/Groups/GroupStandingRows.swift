import PraxisCommunity
import PraxisDomain
import PraxisStore

extension WriteDB {
    /// Restricts a member of a group; what they were before comes again by itself at `until`.
    ///
    /// A member who writes in an open group without having joined it has not joined it afterwards either.
    func restrictStanding(_ member: MemberID, in group: GroupID, _ kind: RestrictionKind, until: Timestamp?) throws {
        try expireStanding(of: member, in: group)
        try run(
            """
            INSERT INTO groupMembership (groupId, memberId, role, standing, standingUntil, standingAfter, joinedAt, readFrom)
            VALUES (\(group), \(member), \(Role.member), \(kind), \(until), 'former', \(now), 0)
            ON CONFLICT (groupId, memberId) DO UPDATE SET standing = excluded.standing, standingUntil = excluded.standingUntil,
                standingAfter = CASE WHEN groupMembership.standing IN ('active', 'lapsed', 'former') THEN groupMembership.standing
                    ELSE groupMembership.standingAfter END
            """
        )
    }

    /// Lets a member of a group go on as before.
    func reinstateStanding(of member: MemberID, in group: GroupID) throws {
        try run(
            """
            UPDATE groupMembership SET standing = standingAfter, standingUntil = NULL
            WHERE groupId = \(group) AND memberId = \(member) AND standing IN ('silenced', 'suspended')
            """
        )
    }

    /// Writes down that a silence or a suspension whose time has passed has ended.
    func expireStanding(of member: MemberID, in group: GroupID) throws {
        try run(
            """
            UPDATE groupMembership SET standing = standingAfter, standingUntil = NULL
            WHERE groupId = \(group) AND memberId = \(member) AND standingUntil <= \(now)
            """
        )
    }

    /// Removes from a group that was closed those who were silenced in it while it was open and have never joined it.
    func dropSilencedStrangers(of group: GroupID) throws {
        try run(
            """
            UPDATE groupMembership SET standing = 'former', standingUntil = NULL
            WHERE groupId = \(group) AND standing = 'silenced' AND standingAfter = 'former'
            """
        )
    }
}

extension WriteDB {
    /// Notes when the standing of an imported membership ends, and what it is then.
    func keepStanding(_ held: ImportedPart.Held, of member: MemberID, in group: GroupID) throws {
        try run(
            """
            UPDATE groupMembership SET standingUntil = \(held.standingUntil), standingAfter = \(held.standingAfter)
            WHERE groupId = \(group) AND memberId = \(member)
            """
        )
    }
}
