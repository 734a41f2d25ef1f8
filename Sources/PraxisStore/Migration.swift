import GRDB

/// A numbered step of the schema, as SQL text.
///
/// Once shipped it is never edited: what is wrong in it, the next one mends.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    let sql: String

    package init(_ number: Int, _ name: String, _ sql: String) {
        (self.number, self.name, self.sql) = (number, name, sql)
    }

    var identifier: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + " " + name
    }

    /// Runs those that have not run yet, each in its own transaction, in the order of their numbers.
    static func run(_ migrations: [Migration], on engine: DatabaseQueue) throws {
        try refuseNewer(migrations, engine)
        try migrator(migrations).migrate(engine)
    }

    /// - Throws: `StoreError.newer` when the file knows a migration that this version does not.
    static func refuseNewer(_ migrations: [Migration], _ engine: DatabaseQueue) throws {
        if try engine.read(migrator(migrations).hasBeenSuperseded) { throw StoreError.newer }
    }

    private static func migrator(_ migrations: [Migration]) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in (kernel + migrations).sorted(by: { $0.number < $1.number }) {
            migrator.registerMigration(migration.identifier) { db in try db.execute(sql: migration.sql) }
        }
        return migrator
    }
}

extension Migration {
    /// What the store itself keeps.
    static let kernel = [
        Migration(
            1,
            "kernel",
            """
            CREATE TABLE journal (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                at INTEGER NOT NULL,
                event TEXT NOT NULL,
                communityId INTEGER, groupId INTEGER, threadId INTEGER, subjectId INTEGER, actorId INTEGER
            ) STRICT;
            CREATE INDEX journal_by_community ON journal (communityId, id);

            CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;

            CREATE TABLE idempotency (
                memberId INTEGER NOT NULL, route TEXT NOT NULL, key TEXT NOT NULL,
                digest BLOB NOT NULL, subjectId INTEGER NOT NULL, at INTEGER NOT NULL,
                PRIMARY KEY (memberId, route, key)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX idempotency_by_age ON idempotency (at);
            """
        )
    ]
}
