package import PraxisStore

/// What a field adds to the statement of a search: on the thread `t`, on the `place` by whose rights the reader reads it, and on the post `p`.
package struct SearchCondition: Sendable {
    package let sql: SQL<Void>
    /// Whether it names `p`: rows of `post` are as wide as their text, and are read only for such a condition.
    package let isAboutPosts: Bool
    /// The same of a row of `post` alone, its columns unqualified, if an index leads to such posts: where a query has no words, they are
    /// gone through instead of the newest posts of the site.
    package let index: SQL<Void>?

    private init(_ sql: SQL<Void>, isAboutPosts: Bool, index: SQL<Void>? = nil) {
        self.sql = sql
        self.isAboutPosts = isAboutPosts
        self.index = index
    }

    /// A condition on `t` and `place`.
    package static func thread(_ sql: SQL<Void>, index: SQL<Void>? = nil) -> SearchCondition {
        SearchCondition(sql, isAboutPosts: false, index: index)
    }

    /// A condition that names `p`.
    package static func post(_ sql: SQL<Void>, index: SQL<Void>? = nil) -> SearchCondition {
        SearchCondition(sql, isAboutPosts: true, index: index)
    }
}
