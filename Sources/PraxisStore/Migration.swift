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
        let migrator = migrator(migrations)
        guard try !engine.read(migrator.hasCompletedMigrations) else { return }
        // A migration may change rows, and tables: all of them are sealed anew after the last.
        try engine.write(Seals.forget)
        try migrator.migrate(engine)
    }

    /// The schema that those of `migrations` make which a file says it has had.
    static func schema(of identifiers: Set<String>, _ migrations: [Migration]) throws -> Schema {
        var configuration = Configuration()
        configuration.prepareDatabase(Store.addFunctions)
        let memory = try DatabaseQueue(configuration: configuration)
        try migrator(migrations, among: identifiers).migrate(memory)
        return try memory.read(Schema.init)
    }

    /// - Throws: `StoreError.newer` when the file knows a migration that this version does not.
    private static func refuseNewer(_ migrations: [Migration], _ engine: DatabaseQueue) throws {
        if try engine.read({ try isNewer($0, migrations) }) { throw StoreError.newer }
    }

    static func isNewer(_ db: GRDB.Database, _ migrations: [Migration]) throws -> Bool {
        try migrator(migrations).hasBeenSuperseded(db)
    }

    private static func migrator(_ migrations: [Migration], among wanted: Set<String>? = nil) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in (kernel + migrations).sorted(by: { $0.number < $1.number })
        where wanted?.contains(migration.identifier) != false {
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
        ),
        Migration(
            2,
            "outbox and audit",
            """
            CREATE TABLE outbox ( -- a mail to be: whom it is for and what it is about, never its text
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                kind TEXT NOT NULL,
                memberId INTEGER NOT NULL,
                period TEXT NOT NULL, -- with kind and member the key that makes it happen once
                about TEXT NOT NULL, -- ids, by spaces
                state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'skipped', 'failed')),
                attempts INTEGER NOT NULL DEFAULT 0,
                queuedAt INTEGER NOT NULL,
                dueAt INTEGER NOT NULL,
                leasedUntil INTEGER, -- in hand of a process until then
                endedAt INTEGER,
                failure TEXT, -- what the mail program answered last
                UNIQUE (memberId, kind, period)
            ) STRICT;
            CREATE INDEX outbox_due ON outbox (dueAt, id) WHERE state = 'waiting';
            CREATE INDEX outbox_ended ON outbox (state, endedAt) WHERE state <> 'waiting';

            CREATE TABLE audit ( -- append-only: each hash covers the one before
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                at INTEGER NOT NULL,
                act TEXT NOT NULL,
                actorId INTEGER, -- nobody: the administrator's command line
                communityId INTEGER, groupId INTEGER, threadId INTEGER, subjectId INTEGER,
                detail TEXT NOT NULL, -- words of the vocabulary, never what somebody typed
                hash BLOB NOT NULL
            ) STRICT;
            CREATE INDEX audit_by_community ON audit (communityId, id);
            CREATE TABLE auditHead ( -- how long the log is and its last hash, kept apart: a cut tail shows
                id INTEGER PRIMARY KEY CHECK (id = 1),
                count INTEGER NOT NULL,
                hash BLOB NOT NULL
            ) STRICT;
            INSERT INTO auditHead (id, count, hash) VALUES (1, 0, x'');
            CREATE TRIGGER auditHead_only_grows BEFORE UPDATE ON auditHead WHEN NEW.count <= OLD.count
                BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
            CREATE TRIGGER auditHead_stays BEFORE DELETE ON auditHead
                BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
            CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
            CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
            """
        ),
        Migration(
            221,
            "once keys of several texts",
            """
            CREATE TABLE onceKey (
                memberId INTEGER NOT NULL, route TEXT NOT NULL, key TEXT NOT NULL,
                digest BLOB NOT NULL, -- of what came with it: the same form may send several texts, each of them once
                subjectId INTEGER NOT NULL, at INTEGER NOT NULL,
                PRIMARY KEY (memberId, route, key, digest)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO onceKey SELECT memberId, route, key, digest, subjectId, at FROM idempotency;
            DROP TABLE idempotency;
            ALTER TABLE onceKey RENAME TO idempotency;
            CREATE INDEX idempotency_by_age ON idempotency (at);
            """
        ),
        Migration(
            260,
            "seals",
            """
            CREATE TABLE sealed ( -- tables whose rows have a checksum in a column "seal", and over which columns
                name TEXT PRIMARY KEY,
                columns TEXT NOT NULL -- by commas
            ) STRICT, WITHOUT ROWID;
            """
        ),
    ]
}
