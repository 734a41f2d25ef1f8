package import PraxisDomain

extension FullText {
    /// From so many rows on, what is written at once is left unmerged with the rest of the index.
    fileprivate static let manyRows = 500
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

    /// The same for a post that has just been written as the one with this number in a thread of this title.
    package func indexForSearch(_ post: PostID, number: Int, of title: String, plain: String) {
        let isFirst = number == 1, plain = FullText.withoutHits(plain)
        let text = SearchText(title: isFirst ? title : "", plain: plain, thread: isFirst ? "" : title)
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
                INSERT INTO postSearch (postSearch, rowid, title, plain, thread)
                SELECT 'delete', id, title, plain, thread FROM searchable WHERE id = \(post)
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
            """
            INSERT INTO postSearch (rowid, title, plain, thread)
            VALUES (\(post), \(text.title), \(text.plain), \(text.thread))
            """
        }
        try run(each: texts) { post, _ in
            """
            INSERT INTO searchRow (postId, threadId, sizes) VALUES (\(post), (SELECT threadId FROM post WHERE id = \(post)),
                (SELECT sz FROM postSearch_docsize WHERE id = \(post)))
            """
        }
    }

    private func text(of post: PostID) throws -> SearchText? {
        try first("SELECT title, plain, thread FROM searchable WHERE id = \(post)" as SQL<SearchText>)
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
    let thread: String

    init(title: String, plain: String, thread: String) {
        (self.title, self.plain, self.thread) = (title, plain, thread)
    }

    init(_ columns: inout Columns) throws {
        (title, plain, thread) = (try columns.text(), try columns.text(), try columns.text())
    }
}
