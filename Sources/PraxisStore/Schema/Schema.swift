import GRDB

/// The schema of a database: the text of each of its tables, indexes, views and triggers.
///
/// The seal columns are left out, since their position depends only on when a table was created.
struct Schema: Sendable {
    private let texts: [Object: String]

    private struct Object: Hashable, Sendable {
        let type: String
        let name: String
    }

    init(_ db: GRDB.Database) throws {
        texts = try Row.fetchAll(db, sql: "SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL")
            .reduce(into: [:]) { texts, row in
                let words = (0..<3).map { String.fromDatabaseValue(row[$0]) ?? "" }
                let object = Object(type: words[0], name: words[1]), text = words[2]
                // The tables of ANALYZE may or may not exist.
                if object.type == "table", object.name.hasPrefix("sqlite_stat") { return }
                texts[object] = text.replacing(Self.seal, with: "")
            }
    }

    private static let seal = ", seal INTEGER"

    /// How this schema differs from the expected one; returns nil if it does not.
    func fault(besides expected: Schema) -> SchemaFault? {
        for type in ["trigger", "view"] {
            let foreign = texts.contains { $0.key.type == type && expected.texts[$0.key] != $0.value }
            if foreign { return type == "trigger" ? .foreignTrigger : .foreignView }
        }
        if texts.contains(where: { expected.texts[$0.key] == nil }) { return .foreignTable }
        if expected.texts.contains(where: { texts[$0.key] == nil }) { return .missing }
        return texts == expected.texts ? nil : .changed
    }
}

/// How the schema of a file differs from what the migrations it claims to have run produce.
package enum SchemaFault: Error, Hashable, Sendable {
    case foreignTrigger, foreignView, foreignTable, missing, changed
}

extension SchemaFault {
    /// What is wrong with the schema of a snapshot; returns nil if nothing is.
    package static func first(_ db: DB, migrations: [Migration]) throws -> SchemaFault? {
        do { return try first(db.engine, migrations) } catch { throw StoreError.translating(error) }
    }

    static func first(_ db: GRDB.Database, _ migrations: [Migration]) throws -> SchemaFault? {
        let applied = try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations")
        return try Schema(db).fault(besides: Migration.schema(of: applied, migrations))
    }
}
