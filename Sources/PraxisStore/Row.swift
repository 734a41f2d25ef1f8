import GRDBSQLite
package import PraxisDomain

/// A row of a result, read by position from the left: each call takes the next column.
///
/// The functions that return a value throw `StoreError.unreadable` if the column holds something else; the `optional…` ones return nil,
/// and `optionalWord` throws for text that is not a word of the vocabulary. Numbers are readable as text, and whole floating-point
/// numbers as integers.
package struct Columns {
    /// Positioned on a row; read directly, since the engine's own row type costs more than reading most columns.
    private let statement: OpaquePointer
    private var index: CInt = 0

    init(_ statement: OpaquePointer) { self.statement = statement }

    private mutating func position() -> CInt {
        defer { index += 1 }
        return index
    }

    package mutating func optionalInteger() -> Int64? {
        let column = position()
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return sqlite3_column_int64(statement, column)
        case SQLITE_FLOAT: return Int64(exactly: sqlite3_column_double(statement, column))
        default: return nil
        }
    }

    package mutating func optionalText() -> String? {
        let column = position()
        let type = sqlite3_column_type(statement, column)
        guard type != SQLITE_NULL, type != SQLITE_BLOB, let text = sqlite3_column_text(statement, column) else {
            return nil
        }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    package mutating func optionalBytes() -> [UInt8]? {
        let column = position()
        let type = sqlite3_column_type(statement, column)
        guard type == SQLITE_BLOB || type == SQLITE_TEXT else { return nil }
        let bytes = UnsafeRawBufferPointer(
            start: sqlite3_column_blob(statement, column),
            count: Int(sqlite3_column_bytes(statement, column))
        )
        return [UInt8](bytes)
    }

    package mutating func integer() throws(StoreError) -> Int64 {
        guard let value = optionalInteger() else { throw .unreadable(column: Int(index)) }
        return value
    }

    package mutating func int() throws(StoreError) -> Int { Int(try integer()) }

    package mutating func bool() throws(StoreError) -> Bool { try integer() != 0 }

    package mutating func text() throws(StoreError) -> String {
        guard let value = optionalText() else { throw .unreadable(column: Int(index)) }
        return value
    }

    package mutating func bytes() throws(StoreError) -> [UInt8] {
        guard let value = optionalBytes() else { throw .unreadable(column: Int(index)) }
        return value
    }

    package mutating func id<Entity>(_ entity: Entity.Type = Entity.self) throws(StoreError) -> ID<Entity> {
        ID(rawValue: try integer())
    }

    package mutating func optionalID<Entity>(_ entity: Entity.Type = Entity.self) -> ID<Entity>? {
        optionalInteger().map(ID.init(rawValue:))
    }

    /// A kind and an id, in two columns; returns nil unless both are present.
    package mutating func optionalSubject() -> Subject? {
        let kind = optionalText(), id = optionalInteger()
        return if let kind, let id { Subject(SubjectKind(rawValue: kind), id) } else { nil }
    }

    /// The same for a row in which both must be present.
    package mutating func subject() throws(StoreError) -> Subject {
        guard let value = optionalSubject() else { throw .unreadable(column: Int(index)) }
        return value
    }

    package mutating func time() throws(StoreError) -> Timestamp { Timestamp(rawValue: try integer()) }

    package mutating func optionalTime() -> Timestamp? { optionalInteger().map(Timestamp.init(rawValue:)) }

    package mutating func word<Word: RawRepresentable<String>>(_ word: Word.Type = Word.self) throws(StoreError) -> Word
    {
        guard let value = Word(rawValue: try text()) else { throw .unreadable(column: Int(index)) }
        return value
    }

    package mutating func optionalWord<Word: RawRepresentable<String>>(
        _ word: Word.Type = Word.self
    ) throws(StoreError) -> Word? {
        guard let spelt = optionalText() else { return nil }
        guard let value = Word(rawValue: spelt) else { throw .unreadable(column: Int(index)) }
        return value
    }
}

/// A value decoded from a row.
package protocol RowDecodable {
    /// Reads the columns in the order of the SELECT.
    init(_ columns: inout Columns) throws
}

extension Int64: RowDecodable { package init(_ columns: inout Columns) throws { self = try columns.integer() } }
extension Int: RowDecodable { package init(_ columns: inout Columns) throws { self = try columns.int() } }
extension Bool: RowDecodable { package init(_ columns: inout Columns) throws { self = try columns.bool() } }
extension String: RowDecodable { package init(_ columns: inout Columns) throws { self = try columns.text() } }
extension [UInt8]: RowDecodable { package init(_ columns: inout Columns) throws { self = try columns.bytes() } }
extension ID: RowDecodable { package init(_ columns: inout Columns) throws { self = try columns.id() } }
extension Timestamp: RowDecodable { package init(_ columns: inout Columns) throws { self = try columns.time() } }

/// A word of the vocabulary that is a row by itself.
extension RowDecodable where Self: RawRepresentable<String> {
    package init(_ columns: inout Columns) throws { self = try columns.word() }
}

extension Standing: RowDecodable {}
extension PostState: RowDecodable {}
