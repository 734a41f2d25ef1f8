package import PraxisDomain

/// The full-text index over thread titles and the plain text of posts: all that differs between engines stands in this file.
///
/// FTS5 with external content: the view `searchable` (id, title, plain) is the content, so the text is stored once.
/// A post is in the index exactly while its state is `published`.
package enum FullText {
    /// The post that a row of the index is about, to be joined to `post.id`.
    package static let post: SQL<Void> = "postSearch.rowid"

    /// bm25 weighs a title eight times a body.
    package static let rank: SQL<Void> = "bm25(postSearch, 8.0, 1.0)"

    /// The rows that match. `expression` is FTS5's own syntax, made by the search slice.
    package static func matches(_ expression: String) -> SQL<Void> { "postSearch MATCH \(expression)" }

    /// About 32 words around the first hit, hits between U+E000 and U+E001, to be escaped and then marked.
    package static let snippet: SQL<Void> = "snippet(postSearch, -1, '\u{E000}', '\u{E001}', '…', 32)"

    /// The index itself, for the migration of the slice that searches.
    package static let schema = """
        CREATE VIRTUAL TABLE postSearch USING fts5 (
            title, plain, content = 'searchable', content_rowid = 'id',
            tokenize = "porter unicode61 remove_diacritics 2"
        )
        """
}

extension WriteDB {
    /// Puts a post into the index when the group of commands commits. Its text is read then.
    package func indexForSearch(_ post: PostID) { effects.searchRows.append(post) }

    /// Takes a post out of the index. Must come before its text, its title or its state changes.
    package func removeFromSearch(_ post: PostID) throws {
        if let own = effects.searchRows.firstIndex(of: post) {
            effects.searchRows.remove(at: own)
        } else if effects.waitingInGroup.contains(post) {
            effects.cancelledSearchRows.append(post)
        } else {
            try run(
                """
                INSERT INTO postSearch (postSearch, rowid, title, plain)
                SELECT 'delete', id, title, plain FROM searchable WHERE id = \(post)
                """)
        }
    }

    /// Adds the rows that a whole group of commands left, outside their savepoints: FTS5 flushes at each savepoint.
    func index(_ posts: some Sequence<PostID>) throws {
        for post in posts {
            try run(
                """
                INSERT INTO postSearch (rowid, title, plain) SELECT id, title, plain FROM searchable WHERE id = \(post)
                """)
        }
    }
}
