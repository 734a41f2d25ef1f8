import HTML
import Markdown
package import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore

/// Whether the database still holds what was written: it checks also what SQLite's own check does not see.
package enum Verify {
    /// Posts that are read in one snapshot.
    private static let pieceSize: Int64 = 1_000

    /// Checks everything but the search index, in short snapshots, so that it can go on while the site serves.
    /// - Returns: how many posts there are.
    /// - Throws: `CancellationError` between two snapshots.
    package static func content(_ env: Environment, found: (VerifyFinding) -> Void) async throws -> Int {
        for finding in try await env.store.read({ db in try file(env.capabilities.migrations, db) }) { found(finding) }
        for fault in try await env.store.read(RowFault.all) { found(VerifyFinding(fault)) }
        var checked = 0
        let last = try await env.store.read { db in
            try db.first("SELECT coalesce(max(id), 0) FROM post" as SQL<Int64>) ?? 0
        }
        for start in stride(from: Int64(0), through: last, by: Int(pieceSize)) {
            try Task.checkCancellation()
            let (count, findings) = try await posts(after: start, env)
            checked += count
            for finding in findings { found(finding) }
        }
        for check in env.capabilities.checks {
            try Task.checkCancellation()
            for finding in try await env.store.read(check.findings) { found(finding) }
        }
        return checked
    }

    /// Compares every word of the index with the text.
    ///
    /// Writes locks, so it needs a copy that no one else uses.
    package static func searchIndex(ofCopy copy: Environment) async throws -> VerifyFinding? {
        do {
            try await copy.site.command { db in
                // The index holds what is published, and the check takes every row of the view for indexed.
                try db.run("DROP VIEW searchable")
                try db.run(
                    """
                    CREATE VIEW searchable AS SELECT p.id AS id, CASE WHEN p.number = 1 THEN t.title ELSE '' END AS title,
                        p.plain AS plain, CASE WHEN p.number = 1 THEN '' ELSE t.title END AS thread FROM post p JOIN thread t ON t.id = p.threadId WHERE p.state = 'published'
                    """
                )
                try db.run("INSERT INTO postSearch (postSearch, rank) VALUES ('integrity-check', 1)")
            }
            return nil
        } catch StoreError.broken {
            return VerifyFinding("search index", "its words are not those of the posts")
        }
    }

    private static func file(_ migrations: [Migration], _ db: DB) throws -> [VerifyFinding] {
        let damage = try db.damage(), dangling = try db.danglingReferences()
        let schema = try SchemaFault.first(db, migrations: migrations) == nil ? [] : [VerifyFinding.schema]
        return damage.map(VerifyFinding.damage) + schema
            + dangling.map { VerifyFinding.reference($0.row, of: $0.table) }
    }

    private static func posts(after start: Int64, _ env: Environment) async throws -> (count: Int, [VerifyFinding]) {
        do {
            return try await env.store.read { db in try posts(after: start, upTo: start + pieceSize, db) }
        } catch is StoreError {
            return try await env.store.read { db in try singly(after: start, db) }
        }
    }

    /// Walks `post` by its primary key.
    private static func posts(after start: Int64, upTo end: Int64, _ db: DB) throws -> (count: Int, [VerifyFinding]) {
        var count = 0, findings: [VerifyFinding] = []
        let sql: SQL<StoredPost> = """
            SELECT \(StoredPost.columns)
            FROM post p WHERE p.id > \(start) AND p.id <= \(end)
            """
        try db.each(sql) { post in
            count += 1
            findings += post.findings
        }
        return (count, findings)
    }

    /// The posts of a piece one by one, so that only those that cannot be read are named so.
    private static func singly(after start: Int64, _ db: DB) throws -> (count: Int, [VerifyFinding]) {
        var count = 0, findings: [VerifyFinding] = []
        for id in (start + 1)...(start + pieceSize) {
            do {
                let piece = try posts(after: id - 1, upTo: id, db)
                count += piece.count
                findings += piece.1
            } catch is StoreError {
                count += 1
                findings.append(VerifyFinding("post \(id)", "it cannot be read"))
            }
        }
        return (count, findings)
    }
}
