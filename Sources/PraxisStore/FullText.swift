import CSQLiteSettings
package import PraxisDomain

/// The full-text index over thread titles and the plain text of posts: all that differs between engines stands in the files of this name.
///
/// FTS5 with external content: the view `searchable` (id, title, plain, thread) is the content, so the text is stored once. `title` is
/// that of the first post; every other one has the title of its thread in `thread`, so that one word may stand there and another in the
/// reply. A post is in the index exactly while its state is `published`. The tokenizer is our own: `Folding` in C.
package enum FullText {
    /// The post that a row of the index is about, to be joined to `post.id`.
    package static let post: SQL<Void> = "postSearch.rowid"

    /// Its thread, to be joined to `thread.id`; needs `places` in the join.
    package static let thread: SQL<Void> = "searchRow.threadId"

    /// The index, to select from.
    ///
    /// It must stand first in a join, so that its hits are what is walked.
    package static let index: SQL<Void> = "postSearch"

    /// Where each post of the index is, to be joined behind `index`.
    ///
    /// `searchRow` is narrow, so that a hit which the reader may not read costs as little as may be. Rows of `post` are as wide as what
    /// was written.
    package static let places: SQL<Void> = " CROSS JOIN searchRow ON searchRow.postId = postSearch.rowid"

    /// bm25 in billionths, a title weighing eight times a body: the smaller, the better.
    ///
    /// Needs `places` in the join. It is our own function: FTS5's runs a statement for each hit to learn how long the post is.
    package static let rank: SQL<Void> = "post_rank(postSearch, searchRow.sizes)"

    /// The rows that hold all of `words`, or some of them, and none of `none`, in a row's own text or in its thread's title, and not in
    /// that title alone.
    ///
    /// A text of several words is a phrase. No character of them is syntax.
    package static func matches(_ words: [String], none: [String] = [], some: Bool = false) -> SQL<Void> {
        let wanted = words.map(term).joined(separator: some ? " OR " : " AND ")
        let expression = none.isEmpty ? wanted : "(\(wanted)) NOT (\(own(none)))"
        return "postSearch MATCH \(expression) AND post_tells(postSearch)"
    }

    /// A post `p` that holds none of these.
    package static func lacks(_ texts: [String]) -> SQL<Void> {
        "p.id NOT IN (SELECT rowid FROM postSearch WHERE postSearch MATCH \(own(texts)))"
    }

    /// The ids of the rows of `table` with these words side by side in their names.
    ///
    /// In a script that parts no words, a name is found by its beginning.
    package static func named(_ name: String, in table: NamedTable) -> SQL<Void> {
        let folded = Folding.folded(name)
        let isUnparted = folded.unicodeScalars.last.map { Folding.folded($0).kind == .single } ?? false
        let words = "\"" + folded.replacing("\"", with: " ") + "\"" + (isUnparted ? " *" : "")
        return switch table {
        case .member: "SELECT rowid FROM memberSearch WHERE memberSearch MATCH \(words)"
        case .group: "SELECT rowid FROM groupSearch WHERE groupSearch MATCH \(words)"
        }
    }

    package enum NamedTable: String { case member, group }

    /// Those of `posts`, of which there must be one: a walk over the hits between them, cheaper than a search for each.
    package static func isAmong(_ posts: [PostID]) -> SQL<Void> {
        """
        postSearch.rowid BETWEEN \(posts.min()) AND \(posts.max()) AND +postSearch.rowid IN (\(list: posts))
        """
    }

    /// About 32 words of the post around the hits, or its first ones; hits stand between `hitStart` and `hitEnd`.
    ///
    /// It is our own function: FTS5's goes through the whole text twice.
    package static func snippet(_ words: [String]) -> SQL<Void> {
        let words = words.joined(separator: " ")
        return "post_snippet(postSearch, 1, \(String(hitStart)), \(String(hitEnd)), '…', 32, \(words))"
    }

    /// Characters of Unicode's private area; the view `searchable` takes them out of what members typed.
    package static let hitStart: Unicode.Scalar = "\u{E000}"
    package static let hitEnd: Unicode.Scalar = "\u{E001}"

    /// Any of these, in a post's own text.
    private static func own(_ texts: [String]) -> String {
        "{title plain} : (" + texts.map(term).joined(separator: " OR ") + ")"
    }

    /// A word or a phrase by its parts ("e", "mail") or, where marks may join them, by its joined words ("email").
    private static func term(_ text: String) -> String {
        let text = withoutHits(text).replacing("\"", with: "\"\"")
        return Folding.joins(text) ? "(\"\(text)\" OR \"\(PRAXIS_JOINED_WORDS)\(text)\")" : "\"\(text)\""
    }

    /// Without what marks hits, as the view `searchable` has it.
    static func withoutHits(_ text: String) -> String {
        // The first byte of both in UTF-8: most texts hold none.
        guard text.utf8.withContiguousStorageIfAvailable({ $0.contains(0xEE) }) ?? true else { return text }
        var scalars = text.unicodeScalars
        scalars.removeAll { $0 == hitStart || $0 == hitEnd }
        return String(scalars)
    }
}
