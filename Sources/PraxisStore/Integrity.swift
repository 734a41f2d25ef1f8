package import PraxisDomain

/// What only the engine itself can say of its file; each engine has words of its own for it.
extension DB {
    /// What the engine finds wrong with the file; empty if it is whole.
    package func damage() throws -> [String] {
        try all("PRAGMA integrity_check" as SQL<String>).filter { $0 != "ok" }
    }

    /// Rows that refer to one that is not there.
    package func danglingReferences() throws -> [DanglingReference] {
        try all("PRAGMA foreign_key_check" as SQL<DanglingReference>)
    }

    /// The highest key that a table has ever given; 0 before the first.
    package func highestKey<Entity>(of table: String) throws -> ID<Entity> {
        try first("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = \(table)" as SQL<ID<Entity>>)
            ?? ID(rawValue: 0)
    }
}

package struct DanglingReference: RowDecodable, Sendable {
    package let table: String
    /// 0 in a table whose rows have no number.
    package let row: Int64

    package init(_ columns: inout Columns) throws {
        table = try columns.text()
        row = columns.optionalInteger() ?? 0
    }
}
