import Foundation
import GRDB
import Synchronization

/// A numbered step of the schema, as SQL text.
///
/// Never edited once shipped: a mistake in it is corrected by a later one.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    let sql: DDL

    package init(_ number: Int, _ name: String, _ sql: DDL) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    var identifier: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits + " " + name
    }

    /// Runs those that have not run yet, each in its own transaction, in the order of their numbers.
    static func run(_ migrations: [Migration], on engine: DatabaseQueue) throws {
        let migrator = migrator(migrations)
        guard try !engine.read(migrator.hasCompletedMigrations) else { return }
        // A migration may change rows and tables: all of them are sealed again after the last one.
        try engine.write(Seals.forget)
        try migrator.migrate(engine)
    }

    /// The schema produced by the migrations that a file claims to have run: made once for each set of them.
    static func schema(of identifiers: Set<String>, _ migrations: [Migration]) throws -> Schema {
        let texts = (kernel + migrations).filter { identifiers.contains($0.identifier) }.map(\.sql.text)
        if let made = schemas.withLock({ $0[texts] }) { return made }
        var configuration = Configuration()
        configuration.prepareDatabase(Store.addFunctions)
        let memory = try DatabaseQueue(configuration: configuration)
        try migrator(migrations, among: identifiers).migrate(memory)
        let schema = try memory.read(Schema.init)
        schemas.withLock { $0[texts] = schema }
        return schema
    }

    private static let schemas = Mutex<[[String]: Schema]>([:])

    /// Checks a file before it is opened for writing, which alone would change it.
    static func refuse(_ path: String, _ migrations: [Migration]) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase(Store.addFunctions)
        let engine = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? engine.close() }
        try engine.read { db in
            try refuse(db, migrations)
            if try isMadeOtherwise(db, migrations) { throw StoreError.early }
        }
    }

    /// Whether something that the file's migrations make is missing from it or is not as they make it: the numbers of migrations were in
    /// use before the first release, with other text.
    private static func isMadeOtherwise(_ db: GRDB.Database, _ migrations: [Migration]) throws -> Bool {
        guard try db.tableExists("grdb_migrations") else { return false }
        return switch try SchemaFault.first(db, migrations) {
        case .missing, .changed: true
        case .foreignTrigger, .foreignView, .foreignTable, nil: false
        }
    }

    /// The first migration of every file from before the first release.
    private static let early = "0001 kernel"

    /// - Throws: `StoreError.early` for a file from before the first release, `.newer` for one with a migration that this version does not
    ///   know.
    static func refuse(_ db: GRDB.Database, _ migrations: [Migration]) throws {
        let migrator = migrator(migrations)
        if try migrator.appliedIdentifiers(db).contains(early) { throw StoreError.early }
        if try migrator.hasBeenSuperseded(db) { throw StoreError.newer }
    }

    private static func migrator(_ migrations: [Migration], among wanted: Set<String>? = nil) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for migration in (kernel + migrations).sorted(by: { $0.number < $1.number })
        where wanted?.contains(migration.identifier) != false {
            migrator.registerMigration(migration.identifier) { db in try db.execute(sql: migration.sql.text) }
        }
        return migrator
    }
}
