import Foundation
import PraxisDomain
import PraxisForum
import PraxisStore
import Testing

@Suite("A file from before the search rows")
struct SearchMigrationTests {
    private static let contents: [SQL<Void>] = [
        """
        INSERT INTO member (id, email, name, nameFolded, standing, language, timeZone, joinedAt)
        VALUES (1, 'ann@example.org', 'Ann', 'ann', 'active', 'en', 'Europe/London', 1)
        """,
        """
        INSERT INTO community (id, slug, name, domain, visibility, joining, language, createdAt)
        VALUES (1, 'nursing', 'Nursing', '', 'public', 'open', 'en', 1)
        """,
        """
        INSERT INTO "group" (id, communityId, slug, name, purpose, contact, kind, access, isListed, language, position, createdAt)
        VALUES (1, 1, 'everyone', 'Everyone', '', '', 'topic', 'open', 1, 'en', 1, 1)
        """,
        """
        INSERT INTO thread (id, communityId, groupId, kind, title, isPublic, authorId, createdAt, postCount, lastPostAt, lastAuthorId, lastJournal)
        VALUES (5, 1, 1, 'question', 'Who signs?', 1, 1, 1, 3, 1, 1, 3)
        """,
        """
        INSERT INTO post (id, threadId, number, authorId, state, createdAt, journal, renderer, hash, html, plain, body)
        VALUES (1, 5, 1, 1, 'published', 1, 1, 1, x'00', x'00', 'the guardian signs', ''),
               (2, 5, 2, 1, 'withdrawn', 1, 2, 1, x'00', x'00', 'a guardian too', ''),
               (3, 5, 3, 1, 'published', 1, 3, 1, x'00', x'00', 'guardian, guardian and so on', '')
        """,
        "INSERT INTO postSearch (rowid, title, plain) VALUES (1, 'Who signs?', 'the guardian signs')",
        "INSERT INTO postSearch (rowid, title, plain) VALUES (3, '', 'guardian, guardian and so on')",
    ]

    @Test("is given them for what its index holds")
    func fills() async throws {
        let path = NSTemporaryDirectory() + "praxis-migration-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        func open(_ migrations: [Migration]) throws -> (store: Store, writer: PraxisStore.Writer) {
            try Store.open(DataFolder(path), migrations: migrations, readers: 1, clock: { Timestamp(rawValue: 5) })
        }
        try await fill(try open(Migration.all.filter { $0.number < 51 }))
        let new = try open(Migration.all)
        let ranked = try await new.store.read { db in
            try db.all(
                """
                SELECT \(FullText.thread), \(FullText.rank) = CAST(bm25(postSearch, 8.0, 1.0) * 1000000000 AS INTEGER)
                FROM \(FullText.index)\(FullText.places) WHERE \(FullText.matches(["guardian"]))
                """ as SQL<Ranked>
            )
        }
        #expect(ranked.map(\.thread.rawValue) == [5, 5] && ranked.allSatisfy(\.isRight))
        _ = try await new.writer.write { db in try db.removeFromSearch(PostID(rawValue: 3)) }
        let left = try await new.store.read { db in try db.all("SELECT postId FROM searchRow" as SQL<PostID>) }
        #expect(left.map(\.rawValue) == [1])
        try new.store.close()
    }

    /// The store ends with this, and its lock.
    private func fill(_ old: (store: Store, writer: PraxisStore.Writer)) async throws {
        _ = try await old.writer.write { db in for statement in Self.contents { try db.run(statement) } }
        try old.store.close()
    }

    private struct Ranked: RowDecodable, Sendable {
        let thread: ThreadID
        let isRight: Bool
        init(_ columns: inout Columns) throws { (thread, isRight) = (try columns.id(), try columns.bool()) }
    }
}
