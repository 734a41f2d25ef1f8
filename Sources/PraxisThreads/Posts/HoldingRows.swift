import PraxisDomain
import PraxisStore

extension WriteDB {
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
