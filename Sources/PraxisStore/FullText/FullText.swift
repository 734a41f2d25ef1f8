import CSQLiteSettings
package import PraxisDomain

/// The full-text index over thread titles and the plain text of posts: everything engine-specific is in the files named `FullText…`.
///
/// FTS5 with external content: the view `searchable` (id, title, plain, thread) is the content, so the text is stored once. `title` is
/// set for a thread's first post; every other post has its thread's title in `thread`, so that a query can match one word there and
/// another in the reply. A post is indexed exactly while its state is `published`. The tokenizer is our own: `Folding` in C.
package enum FullText {
    /// The post of an index row, to be joined to `post.id`.
    package static let post: SQL<Void> = "postSearch.rowid"

    /// Its thread, to be joined to `thread.id`; needs `places` in the join.
    package static let thread: SQL<Void> = "searchRow.threadId"

    /// The index, as the table to select from.
    ///
    /// It must come first in a join, so that the query iterates over its hits.
    package static let index: SQL<Void> = "postSearch"

    /// The thread of each indexed post, to be joined after `index`.
    ///
    /// `searchRow` is narrow, so that a hit the reader may not read costs as little as possible. Rows of `post` are as wide as the text of
    /// the post.
    package static let places: SQL<Void> = " CROSS JOIN searchRow ON searchRow.postId = postSearch.rowid"

    /// bm25 in billionths, a title weighing eight times a body: smaller is better.
    ///
    /// Needs `places` in the join. It is our own function: FTS5's runs a statement for each hit to look up the post's length.
    package static let rank: SQL<Void> = "post_rank(postSearch, searchRow.sizes)"

    /// Rows that contain all of `words` (with `some`, any of them) and none of `none`, in their own text or their thread's title, but not
    /// in that title alone.
    ///
    /// A text of several words is a phrase. None of its characters are treated as syntax.
    package static func matches(_ words: [String], none: [String] = [], some: Bool = false) -> SQL<Void> {
        let wanted = words.map(term).joined(separator: some ? " OR " : " AND ")
        let expression = none.isEmpty ? wanted : "(\(wanted)) NOT (\(own(none)))"
        return "postSearch MATCH \(expression) AND post_tells(postSearch)"
    }

    /// A post `p` that contains none of these.
    package static func lacks(_ texts: [String]) -> SQL<Void> {
        "p.id NOT IN (SELECT rowid FROM postSearch WHERE postSearch MATCH \(own(texts)))"
    }

    /// The ids of the rows of `table` whose names contain these words next to each other.
    ///
    /// The last word matches as a prefix if `begins` says so, and always in a script without word separators.
    package static func named(_ name: String, in table: NamedTable, begins: Bool = false) -> SQL<Void> {
        let folded = Folding.folded(name)
        let isUnparted = folded.unicodeScalars.last.map { Folding.folded($0).kind == .single } ?? false
        let words = "\"" + folded.replacing("\"", with: " ") + "\"" + (begins || isUnparted ? " *" : "")
        return switch table {
        case .member: "SELECT rowid FROM memberSearch WHERE memberSearch MATCH \(words)"
        case .group: "SELECT rowid FROM groupSearch WHERE groupSearch MATCH \(words)"
        }
    }

    package enum NamedTable: String { case member, group }

    /// Restricts hits to `posts`, which must not be empty: scans the hits between the lowest and the highest id, which is cheaper than one
    /// search each.
    package static func isAmong(_ posts: [PostID]) -> SQL<Void> {
        """
        postSearch.rowid BETWEEN \(posts.min()) AND \(posts.max()) AND +postSearch.rowid IN (\(list: posts))
        """
    }

    /// About 32 words of the post around the hits, or its first words; hits are enclosed in `hitStart` and `hitEnd`.
    ///
    /// It is our own function: FTS5's goes through the whole text twice.
    package static func snippet(_ words: [String]) -> SQL<Void> {
        let words = words.joined(separator: " ")
        return "post_snippet(postSearch, 1, \(String(hitStart)), \(String(hitEnd)), '…', 32, \(words))"
    }

    /// Characters of Unicode's private use area; the view `searchable` removes them from what members typed.
    package static let hitStart: Unicode.Scalar = "\u{E000}"
    package static let hitEnd: Unicode.Scalar = "\u{E001}"

    /// Any of these, in the post's own text.
    private static func own(_ texts: [String]) -> String {
        "{title plain} : (" + texts.map(term).joined(separator: " OR ") + ")"
    }

    /// A word or a phrase by its parts ("e", "mail") or, where marks may join them, by the joined word ("email").
    private static func term(_ text: String) -> String {
        let text = withoutHits(text).replacing("\"", with: "\"\"")
        return Folding.joins(text) ? "(\"\(text)\" OR \"\(PRAXIS_JOINED_WORDS)\(text)\")" : "\"\(text)\""
    }

    /// The text without hit markers, as in the view `searchable`.
    static func withoutHits(_ text: String) -> String {
        // The first byte of both in UTF-8: most texts do not contain it.
        guard text.utf8.withContiguousStorageIfAvailable({ $0.contains(0xEE) }) ?? true else { return text }
        var scalars = text.unicodeScalars
        scalars.removeAll { $0 == hitStart || $0 == hitEnd }
        return String(scalars)
    }
}
