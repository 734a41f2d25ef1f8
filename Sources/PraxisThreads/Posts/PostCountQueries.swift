package import PraxisStore

/// How many posts a thread is said to have.
package enum PostCount {
    /// Those of thread `t` that all readers see, if only as withdrawn.
    ///
    /// What is held or hidden is counted along `post_unshown`.
    package static let shown: SQL<Void> = """
        t.postCount - (SELECT count(*) FROM post h WHERE h.threadId = t.id AND h.state IN ('held', 'hidden'))
        """
}
