import Foundation
import PraxisDomain
import PraxisStore
import Synchronization

/// A store with one small table, in a folder of its own.
final class Scratch: Sendable {
    let store: Store
    let writer: Writer
    let path: String

    init(
        _ migrations: [Migration] = [Scratch.notes],
        clock: @escaping @Sendable () -> Timestamp = { Timestamp(rawValue: 5) },
        logPages: Int = 8_000
    ) throws {
        path = NSTemporaryDirectory() + "praxis-store-" + UUID().uuidString
        let commits = Commits()
        (store, writer) = try Store.open(
            try DataFolder(path),
            migrations: migrations,
            readers: 2,
            clock: clock,
            didCommit: { entries in commits.all.withLock { $0.append(entries) } },
            logPages: logPages
        )
        self.kept = commits
    }

    private let kept: Commits
    private final class Commits: Sendable { let all = Mutex<[[JournalEntry]]>([]) }

    var committed: [[JournalEntry]] { kept.all.withLock { $0 } }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    static let notes = Migration(
        100,
        "notes",
        """
        CREATE TABLE post (id INTEGER PRIMARY KEY, threadId INTEGER NOT NULL DEFAULT 7, title TEXT NOT NULL,
            plain TEXT NOT NULL UNIQUE) STRICT;
        CREATE VIEW searchable AS SELECT id, title,
            replace(replace(plain, \(quoting: FullText.hitStart), ''), \(quoting: FullText.hitEnd), '') AS plain, '' AS thread FROM post;
        """ + FullText.schema + FullText.placesSchema
    )

    func add(_ text: String, fails: Bool = false) async throws -> Int64 {
        try await writer.write { db in
            let id: PostID = try db.insert("INSERT INTO post (title, plain) VALUES ('', \(text)) RETURNING id")
            try db.record(ActEvent("posted"), id.subject, by: Permit.system())
            db.indexForSearch(id)
            if fails { throw Denial.notAllowed }
            return id.rawValue
        }.value
    }

    func found(_ word: String) async throws -> [Int64] {
        try await store.read { db in
            try db.all(
                "SELECT \(FullText.post) FROM postSearch WHERE \(FullText.matches([word])) ORDER BY 1"
                    as SQL<Int64>
            )
        }
    }
}
