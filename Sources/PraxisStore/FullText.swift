package import PraxisDomain

/// The full-text index over thread titles and the plain text of posts: all that differs between engines stands in this file.
///
/// FTS5 with external content: the view `searchable` (id, title, plain) is the content, so the text is stored once.
/// A post is in the index exactly while its state is `published`.
package enum FullText {
    /// The post that a row of the index is about, to be joined to `post.id`.
    package static let post: SQL<Void> = "postSearch.rowid"

    /// The index, to select from.
    ///
    /// It must stand first in a join, so that its hits are what is walked.
    package static let index: SQL<Void> = "postSearch"

    /// bm25 in billionths, a title weighing eight times a body: the smaller, the better.
    package static let rank: SQL<Void> = "CAST(bm25(postSearch, 8.0, 1.0) * 1000000000 AS INTEGER)"

    /// The rows that hold all of `all` and none of `none`.
    ///
    /// A text of several words is a phrase. No character of them is syntax.
    package static func matches(all: [String], none: [String] = []) -> SQL<Void> {
        let wanted = all.map(quoted).joined(separator: " AND ")
        let expression = none.isEmpty ? wanted : "(\(wanted)) NOT (\(none.map(quoted).joined(separator: " OR ")))"
        return "postSearch MATCH \(expression)"
    }

    /// A post `p` that holds none of these.
    package static func lacks(_ texts: [String]) -> SQL<Void> {
        let unwanted = texts.map(quoted).joined(separator: " OR ")
        return "p.id NOT IN (SELECT rowid FROM postSearch WHERE postSearch MATCH \(unwanted))"
    }

    /// Those of `posts`, of which there must be one: a walk over the hits between them, cheaper than a search for each.
    package static func isAmong(_ posts: [PostID]) -> SQL<Void> {
        """
        postSearch.rowid BETWEEN \(posts.min()) AND \(posts.max()) AND +postSearch.rowid IN (\(list: posts))
        """
    }

    /// About 32 words of the post around the hits, or its first ones; hits stand between `hitStart` and `hitEnd`.
    package static let snippet: SQL<Void> = "snippet(postSearch, 1, \(String(hitStart)), \(String(hitEnd)), '…', 32)"

    /// Characters of Unicode's private area; the view `searchable` takes them out of what members typed.
    package static let hitStart: Unicode.Scalar = "\u{E000}"
    package static let hitEnd: Unicode.Scalar = "\u{E001}"

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

    /// The index itself, for the migration of the slice that searches.
    package static let schema = """
        CREATE VIRTUAL TABLE postSearch USING fts5 (
            title, plain, content = 'searchable', content_rowid = 'id',
            tokenize = "porter unicode61 remove_diacritics 2"
        )
        """
}

extension WriteDB {
    /// Puts a post into the index when the group of commands commits.
    ///
    /// Its text is read then.
    package func indexForSearch(_ post: PostID) { effects.searchRows.append(post) }

    /// Takes a post out of the index.
    ///
    /// Must come before its text, its title or its state changes.
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
                """
            )
        }
    }

    /// Adds the rows that a whole group of commands left, outside their savepoints: FTS5 flushes at each savepoint.
    func index(_ posts: some Sequence<PostID>) throws {
        for post in posts {
            // Not INSERT … SELECT: that opens a savepoint of its own, at which FTS5 flushes.
            let text = try first("SELECT title, plain FROM searchable WHERE id = \(post)" as SQL<SearchText>)
            guard let text else { continue }
            try run("INSERT INTO postSearch (rowid, title, plain) VALUES (\(post), \(text.title), \(text.plain))")
        }
    }
}

private struct SearchText: RowDecodable {
    let title: String
    let plain: String

    init(_ columns: inout Columns) throws { (title, plain) = (try columns.text(), try columns.text()) }
}
