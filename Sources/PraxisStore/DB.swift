import CSQLiteSettings
import GRDB
package import PraxisDomain

/// One snapshot of the database, for the length of a closure.
package struct DB {
    let engine: GRDB.Database

    /// All rows, in order.
    package func all<Value: RowDecodable>(_ sql: SQL<Value>) throws -> [Value] {
        try translating {
            let rows = try Row.fetchCursor(try statement(sql))
            var values: [Value] = []
            while let row = try rows.next() {
                var columns = Columns(row)
                values.append(try Value(&columns))
            }
            return values
        }
    }

    /// The first row, if there is one.
    package func first<Value: RowDecodable>(_ sql: SQL<Value>) throws -> Value? {
        try translating {
            let rows = try Row.fetchCursor(try statement(sql))
            guard let row = try rows.next() else { return nil }
            var columns = Columns(row)
            return try Value(&columns)
        }
    }

    /// Calls `body` with each row in turn, for answers too large to hold.
    package func each<Value: RowDecodable>(_ sql: SQL<Value>, _ body: (Value) throws -> Void) throws {
        try translating {
            let rows = try Row.fetchCursor(try statement(sql))
            while let row = try rows.next() {
                var columns = Columns(row)
                try body(try Value(&columns))
            }
        }
    }

    /// The journal's last number in this snapshot; 0 when nothing has happened yet.
    package func journalNumber() throws -> JournalNumber {
        JournalNumber(
            rawValue: try first("SELECT max(id) FROM journal WHERE id > 0" as SQL<OptionalInteger>)?.value ?? 0
        )
    }

    func statement<Value>(_ sql: SQL<Value>) throws -> Statement {
        let (text, values) = sql.rendered
        let statement = try engine.cachedStatement(sql: text)
        guard !values.isEmpty else { return statement }
        // Tells the engine that the arguments are bound, which we do ourselves: its own way costs as much as a short statement.
        statement.setUncheckedArguments(StatementArguments())
        for (index, value) in values.enumerated() {
            guard value.bind(to: statement.sqliteStatement, at: CInt(index + 1)) == 0 else {
                throw StoreError.statement("a value could not be bound: \(text)")
            }
        }
        return statement
    }

    func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch { throw StoreError.translating(error) }
    }
}

/// An integer column that may be NULL: what `max(…)` answers on an empty table.
struct OptionalInteger: RowDecodable {
    let value: Int64?
    init(_ columns: inout Columns) { value = columns.optionalInteger() }
}

extension SQLValue {
    /// - Returns: SQLite's result code.
    fileprivate func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        switch self {
        case .null: return 0
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
