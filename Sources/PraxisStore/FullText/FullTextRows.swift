package import PraxisDomain

extension FullText {
    /// From this many rows on, a group's rows are left unmerged with the rest of the index.
    fileprivate static let manyRows = 500
}

/// A post waiting to be indexed.
struct SearchRow {
    let post: PostID
    /// Read when the post is indexed, unless already known.
    fileprivate let text: SearchText?
}

extension WriteDB {
    /// Indexes a post when the group of commands commits.
    ///
    /// Its text is read then.
    package func indexForSearch(_ post: PostID) { effects.searchRows.append(SearchRow(post: post, text: nil)) }

    /// The same for a post just written, given its number in its thread and the thread's title.
    package func indexForSearch(_ post: PostID, number: Int, of title: String, plain: String) {
        let isFirst = number == 1, plain = FullText.withoutHits(plain)
        let text = SearchText(title: isFirst ? title : "", plain: plain, thread: isFirst ? "" : title)
        effects.searchRows.append(SearchRow(post: post, text: text))
    }

    /// Removes a post from the index.
    ///
    /// Must be called before its text, title or state changes.
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

    /// Indexes the rows collected by a whole group of commands, outside their savepoints: FTS5 flushes at each savepoint.
    func index(_ rows: [SearchRow]) throws {
        if rows.count >= FullText.manyRows { return try withoutMerging { try add(rows) } }
        try add(rows)
    }

    private func add(_ rows: [SearchRow]) throws {
        let texts = try rows.compactMap { row in try (row.text ?? text(of: row.post)).map { (row.post, $0) } }
        // Not INSERT … SELECT: that opens its own savepoint, at which FTS5 flushes.
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
        try first("SELECT \(SearchText.columns) FROM searchable WHERE id = \(post)" as SQL<SearchText>)
    }

    /// Runs `body` without automerge, since merging with each group costs as much as writing it.
    ///
    /// Large batches are merged later, once 32 segments exist or by `mergeSearch`, and each makes a single segment: FTS5 would otherwise
    /// flush at 1 MiB of words. FTS5 stores these settings in the file, so they are restored in the same transaction, after the savepoint
    /// at which FTS5 flushes its buffer.
    private func withoutMerging(_ body: () throws -> Void) throws {
        try setFullText("automerge", 0)
        try setFullText("hashsize", 16 << 20)
        try body()
        try run("SAVEPOINT flush")
        try run("RELEASE flush")
        try setFullText("hashsize", 1 << 20)
        try setFullText("automerge", 4)
    }

    /// Merges index segments, at most `pages` pages of 4 kB or a few more: done in steps after many rows were written, so that no one
    /// else's commit has to do it all.
    /// - Returns: whether there may be more to merge.
    package func mergeSearch(pages: Int) throws -> Bool {
        let before = try changes()
        try setFullText("merge", pages)
        // One change is the merge command itself.
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
        self.title = title
        self.plain = plain
        self.thread = thread
    }

    static let columns: SQL<Void> = "title, plain, thread"

    init(_ columns: inout Columns) throws {
        title = try columns.text()
        plain = try columns.text()
        thread = try columns.text()
    }
}
