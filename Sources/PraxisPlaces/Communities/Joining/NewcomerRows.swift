package import PraxisDomain
package import PraxisStore

extension WriteDB {
    /// Notes that an account was made by signing up, not by an administrator or an import.
    package func markSignedUp(_ member: MemberID) throws {
        try run("INSERT INTO signedUp (memberId) VALUES (\(member)) ON CONFLICT (memberId) DO NOTHING")
    }

    /// Marks a member who joined a community by themselves as a newcomer, if they had signed up themselves: first posts may be held.
    package func markNewcomer(_ member: MemberID, in community: CommunityID) throws {
        try run(
            """
            INSERT INTO newcomer (communityId, memberId)
            SELECT \(community), memberId FROM signedUp WHERE memberId = \(member)
            ON CONFLICT (communityId, memberId) DO NOTHING
            """
        )
    }

    /// Ends the holding of a member's posts in a community: an administrator has put them there, or a manager given them another role.
    func vouch(for member: MemberID, in community: CommunityID) throws {
        try run("DELETE FROM newcomer WHERE communityId = \(community) AND memberId = \(member)")
    }
}
