import PraxisCommunity
import PraxisDomain
import PraxisStore

/// How many posts are new to a member in a group.
struct GroupNews: RowDecodable, Sendable {
    let group: GroupID
    let count: Int

    private static let columns: SQL<Void> = "o.groupId, count(*)"

    init(_ columns: inout Columns) throws { (group, count) = (try columns.id(), try columns.int()) }

    /// The groups of a community with anything new, all in one statement.
    ///
    /// Walks what `Unread.places` walks, and `post_unread` for each thread that may hold something unread.
    static func all(in community: CommunityID, for viewer: Viewer, at now: Timestamp) -> SQL<GroupNews> {
        """
        WITH \(Unread.places(viewer, at: now))
        SELECT \(columns) FROM followed o CROSS JOIN post p
        WHERE o.communityId = \(community) AND p.threadId = o.threadId AND \(Unread.isUnread(viewer, in: .everything))
        GROUP BY o.groupId
        """
    }
}
