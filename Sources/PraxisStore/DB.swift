import Foundation
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
        JournalNumber(rawValue: try first("SELECT max(id) FROM journal WHERE id > 0" as SQL<OptionalInteger>)?.value ?? 0)
    }

    func statement<Value>(_ sql: SQL<Value>) throws -> Statement {
        let (text, values) = sql.rendered
        let statement = try engine.cachedStatement(sql: text)
        if !values.isEmpty { statement.setUncheckedArguments(StatementArguments(values.map(\.databaseValue))) }
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
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .bytes(let value): Data(value).databaseValue
        }
    }
}
