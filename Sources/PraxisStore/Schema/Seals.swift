import GRDB

/// A checksum on each row, in a column `seal`, which the engine itself maintains: a change that bypasses the engine shows, even of one bit.
///
/// The triggers that maintain it belong to the writer's connection (temporary, created at every start from the existing columns), so a
/// table needs nothing in its migration. It is no protection against deliberate tampering: anyone can compute a checksum.
enum Seals {
    /// Tables without seals.
    ///
    /// Posts and the audit log have their own hashes, and a post is too wide to be written twice; the search rows are compared with the
    /// posts; nothing reads the record of which imported line became what.
    private static let unsealed: Set = ["post", "audit", "auditHead", "searchRow", "importSource", "sealed"]

    /// A table whose rows are sealed.
    private struct Table {
        let name: String
        let columns: [String]
        let keys: [String]
        let hasSeal: Bool

        var quoted: String { name.quotedDatabaseIdentifier }

        func seal(_ prefix: String = "") -> String {
            "row_seal(\(columns.map { prefix + $0.quotedDatabaseIdentifier }.joined(separator: ", ")))"
        }

        /// Maintains the seal on this connection from now on.
        func follow(_ db: GRDB.Database) throws {
            let row = keys.map { "\($0.quotedDatabaseIdentifier) = NEW.\($0.quotedDatabaseIdentifier)" }
            let changed = columns.map(\.quotedDatabaseIdentifier).joined(separator: ", ")
            for (event, when) in [("insert", "INSERT"), ("update", "UPDATE OF \(changed)")] {
                let trigger = "seal_\(event)_\(name)".quotedDatabaseIdentifier
                try db.execute(
                    sql: """
                        DROP TRIGGER IF EXISTS temp.\(trigger);
                        CREATE TEMP TRIGGER \(trigger) AFTER \(when) ON main.\(quoted) BEGIN
                            UPDATE \(quoted) SET seal = \(seal("NEW.")) WHERE \(row.joined(separator: " AND "));
                        END
                        """
                )
            }
        }
    }

    /// Seals what is not sealed yet, and maintains the seals on this connection, the writer's.
    static func keep(_ db: GRDB.Database) throws {
        let tables = try tables(db)
        try db.inTransaction(.immediate) {
            // A table that is recorded as sealed is not sealed again, or a damaged record would hide a damaged row.
            let isForgotten = try known(db).isEmpty
            for table in tables where isForgotten || !table.hasSeal {
                if !table.hasSeal { try db.execute(sql: "ALTER TABLE \(table.quoted) ADD COLUMN seal INTEGER") }
                try db.execute(sql: "UPDATE \(table.quoted) SET seal = \(table.seal())")
                try db.execute(
                    sql: "INSERT OR REPLACE INTO sealed (name, columns) VALUES (?, ?)",
                    arguments: [table.name, table.columns.joined(separator: ",")]
                )
            }
            return .commit
        }
        for table in tables { try table.follow(db) }
    }

    /// Called before rows are changed without the triggers: `keep` then seals everything again.
    static func forget(_ db: GRDB.Database) throws {
        if try db.tableExists("sealed") { try db.execute(sql: "DELETE FROM sealed") }
    }

    /// Rows that do not match their seal.
    static func faults(_ db: GRDB.Database) throws -> [RowFault] {
        let known = try known(db)
        if known.isEmpty { return [] }
        return try tables(db).flatMap { table -> [RowFault] in
            guard known[table.name] == table.columns, table.hasSeal else {
                return [RowFault(table: "sealed", row: table.name)]
            }
            let key = table.keys.map(\.quotedDatabaseIdentifier).map {
                "CASE typeof(\($0)) WHEN 'blob' THEN hex(\($0)) ELSE \($0) END"
            }
            let sql = """
                SELECT \(key.joined(separator: " || '/' || ")) FROM \(table.quoted) WHERE seal IS NOT \(table.seal())
                """
            do {
                return try String?.fetchAll(db, sql: sql).map {
                    RowFault(table: table.name, row: $0 ?? "without its key")
                }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                return [RowFault(table: table.name, row: "beyond reading")]
            }
        }
    }

    private static func known(_ db: GRDB.Database) throws -> [String: [String]] {
        guard try db.tableExists("sealed") else { return [:] }
        return try Row.fetchAll(db, sql: "SELECT name, columns FROM sealed").reduce(into: [:]) { known, row in
            // A damaged row names no table; the one it was for is then known without its columns.
            known[text(row[0]) ?? ""] = (text(row[1]) ?? "").split(separator: ",").map(String.init)
        }
    }

    /// Returns nil for a value that is no text, as in a damaged file: a row's subscript ends the process then.
    private static func text(_ value: DatabaseValue) -> String? { String.fromDatabaseValue(value) }

    /// Every table that stores rows and has a primary key.
    private static func tables(_ db: GRDB.Database) throws -> [Table] {
        let names = try String.fetchAll(
            db,
            sql: """
                SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                  AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'grdb\\_%' ESCAPE '\\' ORDER BY name
                """
        )
        return try names.filter { !unsealed.contains($0) }.compactMap { name in
            let columns = try Row.fetchAll(
                db,
                sql: "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid",
                arguments: [name]
            )
            let all = columns.map { $0[0] as String }
            let keys = columns.filter { ($0[1] as Int) > 0 }.map { $0[0] as String }
            guard !keys.isEmpty else { return nil }
            return Table(name: name, columns: all.filter { $0 != "seal" }, keys: keys, hasSeal: all.contains("seal"))
        }
    }
}

/// A row that is not as it was written: its table, and its key as text.
package struct RowFault: Hashable, Sendable {
    package let table: String
    package let row: String

    package init(table: String, row: String) { (self.table, self.row) = (table, row) }

    /// All of them.
    package static func all(_ db: DB) throws -> [RowFault] {
        do { return try Seals.faults(db.engine) } catch { throw StoreError.translating(error) }
    }
}
