import Foundation
import GRDB
import PraxisDomain

extension Store {
    /// Writes a consistent copy of the database to `path` while everything else goes on.
    ///
    /// It holds all that was acknowledged before.
    ///
    /// The copy is made beside its place and renamed, so that a file of that name is always whole. Mode 0600.
    package func backup(to path: String) throws {
        let unfinished = path + ".unfinished"
        try? FileManager.default.removeItem(atPath: unfinished)
        do {
            let source = try DatabaseQueue(path: folder.database, configuration: Self.copyConfiguration)
            defer { try? source.close() }
            try source.writeWithoutTransaction { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [unfinished])
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: unfinished)
            guard rename(unfinished, path) == 0 else { throw StoreError.broken(String(cString: strerror(errno))) }
        } catch {
            throw StoreError.translating(error)
        }
    }

    /// Replaces everything by the backup at `path`, in one transaction of the running store.
    ///
    /// What was journalled since the backup is gone; callers drop whatever they hold in memory.
    /// - Throws: `StoreError.newer` or `.broken` when the file is not a whole database of this version or an older one; nothing changes then.
    package func restore(from path: String, migrations: [Migration]) throws {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let source = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? source.close() }
            let verdict = try source.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
            guard verdict == "ok" else { throw StoreError.broken(verdict ?? "empty") }
            guard try source.read({ try $0.tableExists("journal") }) else {
                throw StoreError.broken("not a Praxis database")
            }
            try Migration.refuseNewer(migrations, source)
            try takeOver(source)
            try Migration.run(migrations, on: writing)
            try rereadKey()
        } catch {
            throw StoreError.translating(error)
        }
    }

    /// Copies page by page, which needs pages of one size: a source with others is copied row by row first.
    private func takeOver(_ source: DatabaseQueue) throws {
        let size = try writing.writeWithoutTransaction(Self.pageSize)
        guard try source.read(Self.pageSize) != size else { return try source.backup(to: writing) }
        let copy = folder.database + ".restoring"
        try? FileManager.default.removeItem(atPath: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        try source.unsafeRead { db in
            try db.execute(sql: "PRAGMA page_size = \(size)")
            try db.execute(sql: "VACUUM INTO ?", arguments: [copy])
        }
        let resized = try DatabaseQueue(path: copy, configuration: Self.copyConfiguration)
        defer { try? resized.close() }
        try resized.backup(to: writing)
    }

    private static func pageSize(_ db: GRDB.Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
    }

    private static var copyConfiguration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        return configuration
    }
}
