/// How a member hears from a thread: its own setting wins, else its group's, else the digest.
///
/// `Unread.level` is the same in SQL.
package struct FollowPlan: Equatable, Sendable {
    /// Where the level comes from, so that a page and a mail can say why.
    package enum Source: Equatable, Sendable { case thread, group, standard }

    package let level: FollowLevel
    package let source: Source

    package init(thread: FollowLevel?, group: FollowLevel?) {
        if let thread {
            (level, source) = (thread, .thread)
        } else if let group {
            (level, source) = (group, .group)
        } else {
            (level, source) = (.digest, .standard)
        }
    }
}
