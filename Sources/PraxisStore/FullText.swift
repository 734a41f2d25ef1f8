package import PraxisDomain

/// The full-text index over thread titles and the plain text of posts: all that differs between engines stands in this file.
///
/// FTS5 with external content: the view `searchable` (id, title, plain) is the content, so the text is stored once.
/// A post is in the index exactly while its state is `published`.
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
    ///
    /// It is our own function: FTS5's goes through the whole text twice.
    package static let snippet: SQL<Void> =
        "post_snippet(postSearch, 1, \(String(hitStart)), \(String(hitEnd)), '…', 32)"

    /// Characters of Unicode's private area; the view `searchable` takes them out of what members typed.
    package static let hitStart: Unicode.Scalar = "\u{E000}"
    package static let hitEnd: Unicode.Scalar = "\u{E001}"

    private static func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

    /// What is looked up for each hit, for a migration of the slice that searches; filled from the index where there is one.
    package static let placesSchema = """
        CREATE TABLE searchRow ( -- what is in the index, narrow
            postId INTEGER PRIMARY KEY REFERENCES post (id),
            threadId INTEGER NOT NULL,
            sizes BLOB NOT NULL -- how many words title and text have, as FTS5 keeps it
        ) STRICT;
        INSERT INTO searchRow (postId, threadId, sizes)
            SELECT d.id, p.threadId, d.sz FROM postSearch_docsize d JOIN post p ON p.id = d.id ORDER BY d.id;
        """

    /// The index itself, for the migration of the slice that searches.
    package static let schema = """
        CREATE VIRTUAL TABLE postSearch USING fts5 (
            title, plain, content = 'searchable', content_rowid = 'id',
            tokenize = "porter unicode61 remove_diacritics 2"
        )
        """

    /// How many parts of the index of one size may lie side by side, for a migration of the slice that searches.
    ///
    /// That many are merged at once inside whichever commit adds the last of them: with FTS5's own 16 it was some seconds after an
    /// import of a million posts.
    package static let mergesSchema = "INSERT INTO postSearch (postSearch, rank) VALUES ('crisismerge', 32)"
}

extension FullText {
    /// From so many rows on, what is written at once is left unmerged with the rest of the index.
    fileprivate static let manyRows = 500

    /// As the view `searchable` has it.
    fileprivate static func withoutHits(_ text: String) -> String {
        // The first byte of both in UTF-8: most texts hold none.
        guard text.utf8.withContiguousStorageIfAvailable({ $0.contains(0xEE) }) ?? true else { return text }
        var scalars = text.unicodeScalars
        scalars.removeAll { $0 == hitStart || $0 == hitEnd }
        return String(scalars)
    }
}

/// A post that waits to be put into the index.
struct SearchRow {
    let post: PostID
    /// Read when it is put there, unless it is known.
    fileprivate let text: SearchText?
}

extension WriteDB {
    /// Puts a post into the index when the group of commands commits.
    ///
    /// Its text is read then.
    package func indexForSearch(_ post: PostID) { effects.searchRows.append(SearchRow(post: post, text: nil)) }

    /// The same for a post that has just been written: `title` is its thread's where it is the first, and else empty.
    package func indexForSearch(_ post: PostID, title: String, plain: String) {
        let text = SearchText(title: title, plain: FullText.withoutHits(plain))
        effects.searchRows.append(SearchRow(post: post, text: text))
    }

    /// Takes a post out of the index.
    ///
    /// Must come before its text, its title or its state changes.
    package func removeFromSearch(_ post: PostID) throws {
        if let own = effects.searchRows.firstIndex(where: { $0.post == post }) {
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
            try run("DELETE FROM searchRow WHERE postId = \(post)")
        }
    }

    /// Adds the rows that a whole group of commands left, outside their savepoints: FTS5 flushes at each savepoint.
    func index(_ rows: [SearchRow]) throws {
        if rows.count >= FullText.manyRows { return try withoutMerging { try add(rows) } }
        try add(rows)
    }

    private func add(_ rows: [SearchRow]) throws {
        let texts = try rows.compactMap { row in try (row.text ?? text(of: row.post)).map { (row.post, $0) } }
        // Not INSERT … SELECT: that opens a savepoint of its own, at which FTS5 flushes.
        try run(each: texts) { post, text in
            "INSERT INTO postSearch (rowid, title, plain) VALUES (\(post), \(text.title), \(text.plain))"
        }
        try run(each: texts) { post, _ in
            """
            INSERT INTO searchRow (postId, threadId, sizes) VALUES (\(post), (SELECT threadId FROM post WHERE id = \(post)),
                (SELECT sz FROM postSearch_docsize WHERE id = \(post)))
            """
        }
    }

    private func text(of post: PostID) throws -> SearchText? {
        try first("SELECT title, plain FROM searchable WHERE id = \(post)" as SQL<SearchText>)
    }

    /// Merging a part of the index into the rest with each group costs as much as writing it.
    ///
    /// Many rows wait for that, until 32 such parts lie side by side or for `mergeSearch`, and make one part each time: FTS5 flushes at
    /// 1 MiB of words else. It keeps the settings in the file, so they are put back in the same transaction, after the savepoint at which FTS5
    /// flushes what it has.
    private func withoutMerging(_ body: () throws -> Void) throws {
        try setFullText("automerge", 0)
        try setFullText("hashsize", 16 << 20)
        try body()
        try run("SAVEPOINT flush")
        try run("RELEASE flush")
        try setFullText("hashsize", 1 << 20)
        try setFullText("automerge", 4)
    }

    /// Merges parts of the index that lie side by side, so many pages of 4 kB at the most or a few more: done bit by bit after many rows
    /// were written, so that no commit of somebody else has all of it to do.
    /// - Returns: whether there may be more to merge.
    package func mergeSearch(pages: Int) throws -> Bool {
        let before = try changes()
        try setFullText("merge", pages)
        // One change is the command itself.
        return try changes() - before >= 2
    }

    private func changes() throws -> Int { try first("SELECT total_changes()" as SQL<Int>) ?? 0 }

    private func setFullText(_ option: String, _ value: Int) throws {
        try run("INSERT INTO postSearch (postSearch, rank) VALUES (\(option), \(value))")
    }
}

private struct SearchText: RowDecodable {
    let title: String
    let plain: String

    init(title: String, plain: String) { (self.title, self.plain) = (title, plain) }

    init(_ columns: inout Columns) throws { (title, plain) = (try columns.text(), try columns.text()) }
}
