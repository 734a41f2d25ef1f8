import CSQLiteSettings
import Foundation
import GRDB
import GRDBSQLite
import PraxisCrypto
package import PraxisDomain
import Synchronization

/// The opened database file: consistent snapshots, several of which are read at the same time.
///
/// Changes go through its `Writer`. A store holds the connections to the file of its `DataFolder`: one that writes, one that
/// checkpoints, and a fixed number that read. None of them is visible outside of this module.
///
///     let (store, writer) = try Store.open(folder, migrations: migrations, readers: 4, clock: clock)
///     let title = try await store.read { db in
///         try db.first("SELECT title FROM thread WHERE id = \(thread)" as SQL<String>)
///     }
///
/// **Guarantees.** All statements of one `read` see the same snapshot, which begins with the first of them; it includes every command
/// acknowledged before. Readers and the writer do not block each other (write-ahead log). Readers cannot write.
///
/// **Errors.** Engine errors become a `StoreError`; any other error that a closure throws, such as a `Denial`, passes unchanged.
package final class Store: Sendable {
    package let folder: DataFolder
    /// The site's secret, created at the first start: the key of form tokens, codes and other signed values.
    ///
    /// It is stored in the file, so a restore brings back the backup's key.
    package var siteKey: [UInt8] { key.withLock { $0 } }
    private let key: Mutex<[UInt8]>
    let writing: DatabaseQueue
    let reading: [DatabaseQueue]
    private let checkpointer: Checkpointer
    private let busy: Mutex<[Int]>

    /// Opens the file in `folder`, brings its schema up to date and starts the writer.
    ///
    /// - Parameters:
    ///   - folder: the folder of the file; its lock is held.
    ///   - migrations: those of the capabilities; the store adds its own.
    ///   - readers: how many connections read concurrently.
    ///   - clock: the time of day, for commands; it may go back, the times of commands do not.
    ///   - uptime: how long the process has run, by the monotonic clock, which paces commands' times while `clock` is behind.
    ///   - followers: what is done in the same transaction when an event is recorded.
    ///   - didCommit: called with the journal entries of a group of commands, after its commit and before any caller is answered.
    ///   - didQueueMail: called after a commit that queued mail.
    ///   - logPages: how long the write-ahead log may become, in pages of 8 kB, before it is emptied.
    /// - Returns: the store, and its only writer.
    /// - Throws: `StoreError.newer` if a newer version of Praxis wrote the file, `.early` if one from before the first release did.
    package static func open(
        _ folder: DataFolder,
        migrations: [Migration],
        readers: Int,
        clock: @escaping @Sendable () -> Timestamp,
        uptime: @escaping @Sendable () -> Duration = { .zero },
        followers: Followers = .none,
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
                // The holder of a lease also held the folder's lock and has ended: its leased mail is released at once.
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
                followers: followers,
                didCommit: didCommit,
                didQueueMail: didQueueMail
            )
            return (Store(folder, siteKey, writing, reading, checkpointer), Writer(groups))
        } catch {
            throw StoreError.translating(error)
        }
    }

    /// Creates the file that `open` would, without a key: copies of it get each their own when they are opened.
    ///
    /// - Throws: as `open` does.
    package static func prepare(_ folder: DataFolder, migrations: [Migration]) throws {
        do {
            let writing = try DatabaseQueue(path: folder.database, configuration: Self.writerConfiguration)
            try Migration.run(migrations, on: writing)
            try writing.writeWithoutTransaction(Seals.keep)
            try writing.close()
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
        self.folder = folder
        self.writing = writing
        self.reading = reading
        self.checkpointer = checkpointer
        key = Mutex(siteKey)
        busy = Mutex(Array(repeating: 0, count: reading.count))
    }

    /// The key in the file, created if absent.
    private static func storedKey(_ engine: GRDB.Database) throws -> [UInt8] {
        try engine.execute(
            sql: "INSERT INTO secret (name, value) VALUES ('site', ?) ON CONFLICT DO NOTHING",
            arguments: [Data(Random.bytes(32))]
        )
        return [UInt8](try Data.fetchOne(engine, sql: "SELECT value FROM secret WHERE name = 'site'") ?? Data())
    }

    /// Reloads the key from the file.
    func rereadKey() throws {
        let stored = try writing.writeWithoutTransaction(Self.storedKey)
        key.withLock { $0 = stored }
    }

    /// Runs `body` on one snapshot.
    ///
    /// `body` runs on a reader's own thread, never on the cooperative pool: on the connection with the fewest reads, after those before it.
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

    /// Runs `body` in one deferred transaction, by prepared statements: the engine's own way parses three texts for each read.
    private static func inSnapshot<Value>(_ engine: GRDB.Database, _ body: (DB) throws -> Value) throws -> Value {
        try engine.cachedStatement(sql: "BEGIN DEFERRED").execute()
        defer { if engine.isInsideTransaction { try? engine.cachedStatement(sql: "COMMIT").execute() } }
        return try body(DB(engine: engine))
    }

    /// Closes every connection; waiting commands are written first.
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

    /// Registers our own functions, needed by the schema and its queries, on a connection.
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
            // For a file created now: the row of a post is 2 to 4 kB wide, and half of a 4,096-byte page would stay empty.
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
