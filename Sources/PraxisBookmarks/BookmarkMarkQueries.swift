import PraxisDomain
import PraxisStore

/// The posts on a page of a thread that a member has bookmarked.
enum BookmarkMark {
    /// One look for a member without bookmarks; otherwise walks `post`'s unique index on thread and number, then the primary key.
    static func on(_ numbers: ClosedRange<Int>, of thread: ThreadID, _ member: MemberID) -> SQL<PostID> {
        """
        SELECT b.postId FROM post p CROSS JOIN bookmark b
        WHERE p.threadId = \(thread) AND p.number BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
            AND b.memberId = \(member) AND b.postId = p.id
            AND EXISTS (SELECT 1 FROM bookmark WHERE memberId = \(member))
        """
    }
}
