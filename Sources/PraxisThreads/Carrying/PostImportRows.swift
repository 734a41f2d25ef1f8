import Markdown
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore

extension WriteDB {
    /// Appends many posts at once: what `appendPost` keeps true (number, hash, counts, journal entry, search row) holds for each,
    /// with the lookups done once for all and each thread's counts written once.
    func takePosts(
        _ posts: [(number: Int, line: ImportedPost)],
        _ batch: ImportBatch,
        _ outcome: inout ImportOutcome,
        by permit: borrowing Permit<SystemAct>
    ) throws {
        var world = try ImportedReferences(posts.map(\.line), self)
        let last = try db.journalNumber(), known: PostID = try db.highestKey(of: "post")
        var numbers = ImportNumbers(journal: last.rawValue, post: known.rawValue, keepsPosts: batch.keepsNumbers)
        var rows: [ImportedRow] = []
        rows.reserveCapacity(posts.count)
        for (number, post) in posts where world.posts[post.source] == nil {
            do throws(BadLine) {
                rows.append(try world.append(post, &numbers, batch))
            } catch {
                outcome.refused.append(RefusedLine(number, error))
            }
        }
        guard !rows.isEmpty else { return }
        outcome.posts += rows.count
        try write(rows)
        try write(world.threads.values.filter(\.hasGrown))
        let areAnyHeld = rows.contains { $0.post.state == .held }
        try recordPosts(.posted, areHeld: false, after: known, by: permit)
        if areAnyHeld { try recordPosts(.held, areHeld: true, after: known, by: permit) }
        for row in rows where row.post.isAnswer {
            try run("UPDATE thread SET answerId = \(row.id) WHERE id = \(row.thread)")
        }
        try record(.imported, nil, by: permit)
    }

    private func write(_ rows: [ImportedRow]) throws {
        try run(each: rows) { row in
            let text = row.post.text
            let hash = PostHash.of(
                author: row.author,
                thread: row.thread,
                number: row.number,
                role: row.post.role,
                createdAt: row.at,
                body: text.body
            )
            return """
                INSERT INTO post (id, threadId, number, role, authorId, replyToId, state, createdAt, editedAt, withdrawnAt, revision, journal, renderer, hash,
                    html, plain, body)
                VALUES (\(row.id), \(row.thread), \(row.number), \(row.post.role), \(row.author), \(row.replyTo), \(row.post.state),
                        \(row.at), \(row.editedAt), \(row.withdrawnAt), \(row.post.revision), \(row.entry), \(Markdown.version), \(hash),
                        \(text.html), \(text.plain), \(text.body))
                """
        }
        try run(each: rows) { row in Self.keeping(row.post.source, as: row.id) }
        for row in rows where row.post.state == .published {
            indexForSearch(row.id, number: row.number, of: row.title, plain: row.post.text.plain)
        }
    }

    private func write(_ threads: [ImportedReferences.GrowingThread]) throws {
        try run(each: threads) { thread in
            """
            UPDATE thread SET postCount = \(thread.count), lastPostAt = coalesce(\(thread.lastAt), lastPostAt),
                lastAuthorId = coalesce(\(thread.lastAuthor), lastAuthorId), lastJournal = coalesce(\(thread.lastJournal), lastJournal),
                isShown = isShown OR \(thread.becomesShown) WHERE id = \(thread.thread)
            """
        }
    }
}
