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

    /// Whether what `author` posts in a community waits for a moderator: until enough of their posts have been published there.
    ///
    /// One statement along primary keys for members who are not newcomers.
    func holds(_ author: MemberID, in community: CommunityID) throws -> Bool {
        let limit = try first(
            """
            SELECT care.heldPosts FROM communityCare care JOIN newcomer n ON n.communityId = care.communityId
            JOIN membership m ON m.communityId = care.communityId AND m.memberId = n.memberId
            WHERE care.communityId = \(community) AND n.memberId = \(author) AND m.role IN ('guest', 'member')
            """ as SQL<Int>
        )
        guard let limit, limit > 0 else { return false }
        let published = try first(
            """
            SELECT count(*) FROM (SELECT 1 FROM post p JOIN thread t ON t.id = p.threadId
                WHERE p.authorId = \(author) AND t.communityId = \(community) AND p.state = 'published' LIMIT \(limit)) AS counted
            """ as SQL<Int>
        )
        return published ?? 0 < limit
    }
}
