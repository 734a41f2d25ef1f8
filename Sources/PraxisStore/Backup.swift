import Foundation
import GRDB
import PraxisDomain

extension Store {
    /// Writes a consistent copy of the database to `path` without stopping reads or writes.
    ///
    /// The copy holds everything acknowledged before the call. A file of that name is always complete, and no other user can read it at any
    /// time (mode 0600).
    /// - Throws: `StoreError.fullAt`, `.notWrittenAt` if the copy cannot be written; nothing of it is left then.
    package func backup(to path: String) throws {
        let copy = try UnfinishedFile(for: path)
        do {
            let source = try DatabaseQueue(path: folder.database, configuration: Self.copyConfiguration())
            defer { try? source.close() }
            try source.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [copy.file])
            }
        } catch {
            throw StoreError.translating(error, copyingTo: path)
        }
        try copy.finish()
    }

    /// Copies a file that is to be restored into a folder of ours and checks the copy, which has not been opened as a store yet.
    ///
    /// Its schema must be exactly what the migrations it claims to have run produce; any other schema is refused.
    /// - Returns: the damage found, before migrations change anything.
    /// - Throws: `BadBackup` about the file; `StoreError.fullAt`, `.notWrittenAt` about the copy.
    package func stage(_ path: String, in copy: DataFolder, migrations: [Migration]) throws -> StagedDamage {
        do {
            try Self.copyPages(path, to: copy.database)
        } catch {
            throw BadBackup.reading(error) ?? StoreError.translating(error, copyingTo: copy.path)
        }
        do {
            let staged = try DatabaseQueue(path: copy.database, configuration: Self.copyConfiguration(isTrusted: false))
            defer { try? staged.close() }
            let damage = try staged.writeWithoutTransaction { db in try Self.look(at: db, migrations) }
            try resize(staged)
            return damage
        } catch {
            throw BadBackup.reading(error) ?? StoreError.translating(error, copyingTo: copy.path)
        }
    }

    /// Replaces the whole database with that of `copy`, which must have been staged and then opened as a store, in one transaction.
    ///
    /// Anything journalled since the backup is gone; callers must drop whatever they hold in memory.
    package func takeOver(_ copy: DataFolder) throws {
        do {
            let source = try DatabaseQueue(path: copy.database, configuration: Self.copyConfiguration())
            defer { try? source.close() }
            try source.backup(to: writing)
            try writing.writeWithoutTransaction(Seals.keep)
            try rereadKey()
        } catch {
            throw StoreError.translating(error)
        }
    }

    private static func copyPages(_ path: String, to copy: String) throws {
        var configuration = copyConfiguration(isTrusted: false)
        configuration.readonly = true
        let source = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? source.close() }
        let target = try DatabaseQueue(path: copy)
        defer { try? target.close() }
        try source.backup(to: target)
    }

    private static func look(at db: GRDB.Database, _ migrations: [Migration]) throws -> StagedDamage {
        guard try db.tableExists("journal"), try db.tableExists("grdb_migrations") else { throw BadBackup.notPraxis }
        do { try Migration.refuse(db, migrations) } catch StoreError.early { throw BadBackup.early } catch StoreError
            .newer
        {
            throw BadBackup.newer
        }
        if let fault = try SchemaFault.first(db, migrations) { throw BadBackup.schema(fault) }
        return StagedDamage(
            isBroken: (try? String.fetchOne(db, sql: "PRAGMA integrity_check(1)")) != "ok",
            rows: (try? Seals.faults(db)) ?? []
        )
    }

    /// All pages of a store have one size, so a file with another page size is rewritten.
    private func resize(_ staged: DatabaseQueue) throws {
        let size = try writing.writeWithoutTransaction(Self.pageSize)
        try staged.writeWithoutTransaction { db in
            guard try Self.pageSize(db) != size else { return }
            try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = \(size); VACUUM")
        }
    }

    private static func pageSize(_ db: GRDB.Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
    }

    /// How a copy is opened: if its origin is unknown (not `isTrusted`), functions named in its schema do not run.
    private static func copyConfiguration(isTrusted: Bool = true) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try addFunctions(db)
            if !isTrusted { try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON") }
        }
        return configuration
    }
}

/// The damage found in a file that is to be restored.
package struct StagedDamage: Sendable {
    /// Whether the engine's own integrity check fails.
    package let isBroken: Bool
    package let rows: [RowFault]
}

/// Why a file can never be restored.
package enum BadBackup: Error, Hashable, Sendable {
    case notReadable
    case notPraxis
    case newer
    case early
    case schema(SchemaFault)
    /// Damaged in the pages that describe its structure: nothing in it can be read.
    case beyondReading

    /// What an engine error says about the file being read; returns nil if the error is about something else.
    fileprivate static func reading(_ error: any Error) -> BadBackup? {
        if let error = error as? BadBackup { return error }
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_NOTADB: return .notPraxis
        case .SQLITE_CORRUPT: return .beyondReading
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: return .notReadable
        default: return nil
        }
    }
}
