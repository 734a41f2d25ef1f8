package import PraxisCommunity
package import PraxisDomain
import PraxisStore

// Neither journal nor audit log hears of it: these addresses are their member's alone.
extension Site {
    /// Gives the viewer's calendar, or that of one of their groups, another address; the one before ends.
    /// - Throws: `Denial.missing` for a group whose dates the viewer has no address for; `.signedOut`.
    package func renewCalendar(of group: GroupID?, salt: String, as viewer: Viewer) async throws {
        try await command { db in
            let member = try Policy.permitForOwnAccount(viewer).author()
            if let group { _ = try Policy.permit(SubscribeToGroup.self, db.facts(of: group, for: viewer)) }
            try db.setSalt(salt, of: CalendarLink(member: member, group: group))
        }
    }
}

extension WriteDB {
    fileprivate func setSalt(_ salt: String, of link: CalendarLink) throws {
        try run(
            """
            INSERT INTO calendarAddress (memberId, scopeKind, scopeId, salt)
            VALUES (\(link.member), \(link.scope.kind), \(link.scope.id), \(salt))
            ON CONFLICT (memberId, scopeKind, scopeId) DO UPDATE SET salt = excluded.salt
            """
        )
    }

    /// Ends the addresses of the groups that a member has left, so that those of before do nothing either if they come back.
    func endCalendars(of member: MemberID, in community: CommunityID, _ left: GroupID?, at number: JournalNumber) throws
    {
        let groups =
            try left.map { [$0] }
            ?? all("SELECT id FROM \"group\" WHERE communityId = \(community)" as SQL<GroupID>)
        for group in groups { try setSalt("left \(number)", of: CalendarLink(member: member, group: group)) }
    }
}
