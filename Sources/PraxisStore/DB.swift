import CSQLiteSettings
import GRDB
import GRDBSQLite
package import PraxisDomain

/// A read view of the database, valid inside the closure that receives it: one snapshot, or the running write transaction.
package struct DB {
    let engine: GRDB.Database

    /// All rows, in order.
    package func all<Value: RowDecodable>(_ sql: SQL<Value>) throws -> [Value] {
        var values: [Value] = []
        try step(sql) { columns in
            values.append(try Value(&columns))
            return true
        }
        return values
    }

    /// The first row, if there is one.
    package func first<Value: RowDecodable>(_ sql: SQL<Value>) throws -> Value? {
        var value: Value?
        try step(sql) { columns in
            value = try Value(&columns)
            return false
        }
        return value
    }

    /// Calls `body` with each row in turn, for results too large to hold in memory.
    package func each<Value: RowDecodable>(_ sql: SQL<Value>, _ body: (Value) throws -> Void) throws {
        try step(sql) { columns in
            try body(try Value(&columns))
            return true
        }
    }

    /// The number of the last journal entry in this snapshot; 0 if absent.
    package func journalNumber() throws -> JournalNumber {
        JournalNumber(
            rawValue: try first("SELECT max(id) FROM journal WHERE id > 0" as SQL<OptionalInteger>)?.value ?? 0
        )
    }

    /// Binds, steps and decodes without the engine's cursor, whose overhead is as large as the cost of a short statement.
    private func step<Value>(_ sql: SQL<Value>, _ body: (inout Columns) throws -> Bool) throws {
        let statement = try prepared(sql)
        try bind(sql, to: statement)
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try step(statement) {
            var columns = Columns(statement.sqliteStatement)
            guard try body(&columns) else { return }
        }
    }

    /// The prepared statement for this text, cached by the connection.
    func prepared<Value>(_ sql: SQL<Value>) throws -> Statement {
        do { return try engine.cachedStatement(sql: sql.text) } catch { throw StoreError.translating(error) }
    }

    /// Binds the values of `sql` to a statement prepared for the same text.
    func bind<Value>(_ sql: SQL<Value>, to statement: Statement) throws {
        var index: CInt = 0
        for case .value(let value) in sql.segments {
            index += 1
            guard value.bind(to: statement.sqliteStatement, at: index) == SQLITE_OK else {
                throw StoreError.statement("a value could not be bound: \(sql.text)")
            }
        }
    }

    /// - Returns: whether the statement is positioned on a row.
    func step(_ statement: Statement) throws -> Bool {
        switch sqlite3_step(statement.sqliteStatement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            let error = DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(engine.sqliteConnection)),
                sql: statement.sql
            )
            throw StoreError.translating(error)
        }
    }
}

/// An integer column that may be NULL: what `max(…)` returns for an empty table.
package struct OptionalInteger: RowDecodable {
    package let value: Int64?
    package init(_ columns: inout Columns) { value = columns.optionalInteger() }
}

extension SQLValue {
    /// - Returns: SQLite's result code.
    fileprivate func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        switch self {
        case .null: return sqlite3_bind_null(statement, index)
        case .truth(let value): return praxis_sqlite_bind_integer(statement, index, value ? 1 : 0)
        case .integer(let value): return praxis_sqlite_bind_integer(statement, index, value)
        case .text(var value):
            return value.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    praxis_sqlite_bind_text(statement, index, $0.baseAddress, CInt($0.count))
                }
            }
        case .bytes(let value):
            return value.withUnsafeBytes { praxis_sqlite_bind_bytes(statement, index, $0.baseAddress, CInt($0.count)) }
        }
    }
}
