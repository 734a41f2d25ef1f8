import CSQLiteSettings
import Foundation
import GRDB
import GRDBSQLite
import PraxisCrypto
package import PraxisDomain
import Synchronization

/// The one database file: snapshots to read from, side by side.
///
/// The engine ends behind this door; changes go through its `Writer`.
package final class Store: Sendable {
    package let folder: DataFolder
    /// The site's own secret, made at the first start: what form tokens and tags are signed with.
    ///
    /// It lies in the file, so a restore brings the backup's own.
    package var siteKey: [UInt8] { key.withLock { $0 } }
    private let key: Mutex<[UInt8]>
    let writing: DatabaseQueue
    let reading: [DatabaseQueue]
    private let checkpointer: Checkpointer
    private let busy: Mutex<[Int]>

    /// Opens the file in `folder`, brings its schema up to date and starts the writer.
    ///
    /// - Parameters:
    ///   - folder: where the file lies; its lock is held.
    ///   - migrations: those of the slices; the store adds its own.
    ///   - readers: how many connections read side by side.
    ///   - clock: the time, for commands; it may go back, their times do not.
    ///   - uptime: how long the process has run, by the monotonic clock: what their times go by while the clock is behind them.
    ///   - didCommit: told what a group of commands did, after its commit and before any of its callers is answered.
    ///   - didQueueMail: told after a commit with mail in it.
    ///   - logPages: how long the write-ahead log may become, in pages of 8 kB, before it is emptied.
    /// - Returns: the store, and the one writer.
    /// - Throws: `StoreError.newer` if a newer version of Praxis has written the file, `.early` if one from before the first release has.
    package static func open(
        _ folder: DataFolder,
        migrations: [Migration],
        readers: Int,
        clock: @escaping @Sendable () -> Timestamp,
        uptime: @escaping @Sendable () -> Duration = { .zero },
        didCommit: @escaping @Sendable ([JournalEntry]) -> Void = { _ in },
        didQueueMail: @escaping @Sendable () -> Void = {},
        logPages: Int = 8_000
    ) throws -> (store: Store, writer: Writer) {
        do {
            _ = Self.engineSettings
            try Migration.refuse(folder.database, migrations)
            let writing = try DatabaseQueue(path: folder.database, configuration: Self.writerConfiguration)
            try Migration.run(migrations, on: writing)
            let checkpointer = try Checkpointer(folder.database, length: logPages)
            let (latest, siteKey) = try writing.writeWithoutTransaction { db in
                // GRDB lowers this when it turns the write-ahead log on.
                try db.execute(sql: "PRAGMA synchronous = FULL")
                checkpointer.follow(db)
                try Seals.keep(db)
                guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
                    throw StoreError.broken("synchronous")
                }
                // Whoever held a lease held the lock of the folder, and is gone: what it had in hand may be taken at once.
                try db.execute(
                    sql: "UPDATE outbox SET leasedUntil = NULL WHERE state = 'waiting' AND leasedUntil IS NOT NULL"
                )
                let latest = try Int64.fetchOne(db, sql: "SELECT max(at) FROM journal") ?? 0
                return (latest, try Self.storedKey(db))
            }
            let reading = try (0..<max(1, readers)).map { _ in
                try DatabaseQueue(path: folder.database, configuration: Self.readerConfiguration)
            }
            let groups = GroupedWriter(
                writing,
                checkpointer,
                clock: SteadyClock(wall: clock, uptime: uptime, start: Timestamp(rawValue: latest)),
                didCommit: didCommit,
                didQueueMail: didQueueMail
            )
            return (Store(folder, siteKey, writing, reading, checkpointer), Writer(groups))
        } catch {
            throw StoreError.translating(error)
        }
    }

    private init(
        _ folder: DataFolder,
        _ siteKey: [UInt8],
        _ writing: DatabaseQueue,
        _ reading: [DatabaseQueue],
        _ checkpointer: Checkpointer
    ) {
        (self.folder, self.writing, self.reading, self.checkpointer) = (folder, writing, reading, checkpointer)
        key = Mutex(siteKey)
        busy = Mutex(Array(repeating: 0, count: reading.count))
    }

    /// The key of the file, made where it has none.
    private static func storedKey(_ engine: GRDB.Database) throws -> [UInt8] {
        try engine.execute(
            sql: "INSERT INTO secret (name, value) VALUES ('site', ?) ON CONFLICT DO NOTHING",
            arguments: [Data(Random.bytes(32))]
        )
        return [UInt8](try Data.fetchOne(engine, sql: "SELECT value FROM secret WHERE name = 'site'") ?? Data())
    }

    /// Takes the key that the file holds now.
    func rereadKey() throws {
        let stored = try writing.writeWithoutTransaction(Self.storedKey)
        key.withLock { $0 = stored }
    }

    /// Answers from one snapshot.
    ///
    /// Runs on a reader's own thread, never on the cooperative pool.
    package func read<Value: Sendable>(_ body: @escaping @Sendable (DB) throws -> Value) async throws -> Value {
        let index = busy.withLock { busy in
            var least = 0
            for index in busy.indices where busy[index] < busy[least] { least = index }
            busy[least] += 1
            return least
        }
        defer { busy.withLock { $0[index] -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            reading[index].asyncUnsafeRead { result in
                continuation.resume(
                    with: Result { try Self.inSnapshot(try result.get(), body) }.mapError(StoreError.translating)
                )
            }
        }
    }

    /// One deferred transaction by prepared statements: the engine's own way parses three texts a read.
    private static func inSnapshot<Value>(_ engine: GRDB.Database, _ body: (DB) throws -> Value) throws -> Value {
        try engine.cachedStatement(sql: "BEGIN DEFERRED").execute()
        defer { if engine.isInsideTransaction { try? engine.cachedStatement(sql: "COMMIT").execute() } }
        return try body(DB(engine: engine))
    }

    /// Closes every connection; what waits is written first.
    package func close() throws {
        for reader in reading { try reader.close() }
        try checkpointer.close()
        try writing.close()
    }
}

extension Store {
    /// Set once for the process, before the first connection.
    private static let engineSettings: Void = {
        _ = praxis_sqlite_disable_memory_statistics()
    }()

    /// Gives a connection the functions of ours that the schema and its queries need.
    static func addFunctions(_ db: GRDB.Database) throws {
        guard let connection = db.sqliteConnection,
            praxis_sqlite_add_search(connection, FoldedLetters.tell) == SQLITE_OK,
            praxis_sqlite_add_seal(connection) == SQLITE_OK
        else {
            throw StoreError.broken("the functions of the database")
        }
        db.add(function: FoldedLetters.function)
    }

    private static var writerConfiguration: Configuration {
        var configuration = Configuration()
        configuration.label = "praxis.writer"
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            try addFunctions(db)
            // Of a file that is made now: the row of a post is 2 to 4 kB wide, and half of a page of 4,096 bytes would stay empty.
            try db.execute(sql: "PRAGMA page_size = 8192; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    private static var readerConfiguration: Configuration {
        var configuration = Configuration()
        configuration.label = "praxis.reader"
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try addFunctions(db)
            // Mapped pages are shared and cost no copy; 1 TiB is a ceiling, not a reservation.
            try db.execute(
                sql: "PRAGMA mmap_size = 1099511627776; PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY"
            )
        }
        return configuration
    }
}
