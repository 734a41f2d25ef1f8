import GRDB

/// What a database is made of: the text of each of its tables, indexes, views and triggers.
///
/// The column of the seals is left out, since where it stands tells only when a table was made.
struct Schema {
    private let texts: [Object: String]

    private struct Object: Hashable {
        let type: String
        let name: String
    }

    init(_ db: GRDB.Database) throws {
        texts = try Row.fetchAll(db, sql: "SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL")
            .reduce(into: [:]) { texts, row in
                let object = Object(type: row[0], name: row[1]), text: String = row[2]
                // The tables of ANALYZE come and go.
                if object.type == "table", object.name.hasPrefix("sqlite_stat") { return }
                texts[object] = text.replacing(Self.seal, with: "")
            }
    }

    private static let seal = ", seal INTEGER"

    /// How this one differs from what it should be; nil where it does not.
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

/// How the schema of a file differs from what the migrations make that it says it has had.
package enum SchemaFault: Error, Hashable, Sendable {
    case foreignTrigger, foreignView, foreignTable, missing, changed
}

extension SchemaFault {
    /// What is wrong with the schema that a snapshot sees; nil where nothing is.
    package static func first(_ db: DB, migrations: [Migration]) throws -> SchemaFault? {
        do { return try first(db.engine, migrations) } catch { throw StoreError.translating(error) }
    }

    static func first(_ db: GRDB.Database, _ migrations: [Migration]) throws -> SchemaFault? {
        let applied = try String.fetchSet(db, sql: "SELECT identifier FROM grdb_migrations")
        return try Schema(db).fault(besides: Migration.schema(of: applied, migrations))
    }
}
