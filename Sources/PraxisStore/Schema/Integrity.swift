package import PraxisDomain

/// What only the engine can report about its file; each engine has its own statements for it.
extension DB {
    /// Damage that the engine finds in the file; empty if it is intact.
    package func damage() throws -> [String] {
        try all("PRAGMA integrity_check" as SQL<String>).filter { $0 != "ok" }
    }

    /// Rows that reference a row that does not exist.
    package func danglingReferences() throws -> [DanglingReference] {
        try all("PRAGMA foreign_key_check" as SQL<DanglingReference>)
    }

    /// The highest key ever assigned in a table; 0 if none was.
    package func highestKey<Entity>(of table: String) throws -> ID<Entity> {
        try first("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = \(table)" as SQL<ID<Entity>>)
            ?? ID(rawValue: 0)
    }
}

package struct DanglingReference: RowDecodable, Sendable {
    package let table: String
    /// 0 in a table without rowids.
    package let row: Int64

    package init(_ columns: inout Columns) throws {
        table = try columns.text()
        row = columns.optionalInteger() ?? 0
    }
}

extension WriteDB {
    /// Has the row that is inserted next without a key of its own get `key`; does nothing if as high a key was assigned before.
    package func advanceNextKey<Entity>(to key: ID<Entity>, of table: String) throws {
        let before = key.rawValue - 1
        try run(
            """
            INSERT INTO sqlite_sequence (name, seq)
            SELECT \(table), \(before) WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = \(table))
            """
        )
        try run("UPDATE sqlite_sequence SET seq = \(before) WHERE name = \(table) AND seq < \(before)")
    }
}
