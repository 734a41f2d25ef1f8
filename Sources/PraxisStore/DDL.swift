/// Schema text: SQL that both engines read, with what they spell differently named instead of written out.
///
/// This file is the one that another engine needs its own of.
package struct DDL: ExpressibleByStringInterpolation, Sendable {
    let text: String

    package init(stringLiteral text: String) { self.text = text }

    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    package static func + (left: DDL, right: DDL) -> DDL { DDL(stringLiteral: left.text + "\n" + right.text) }

    /// What a column holds, where the engines differ; text is `TEXT` in both.
    package enum ColumnType: String, Sendable {
        /// The number that a row is known by: given by the engine, rising, never given twice.
        case key = "INTEGER PRIMARY KEY AUTOINCREMENT"
        /// A whole number of 64 bits: a count, an id of another row, milliseconds since 1970.
        case integer = "INTEGER"
        case bytes = "BLOB"
    }

    /// How a table ends.
    package enum TableEnd: String, Sendable {
        case rows = ") STRICT"
        /// Rows that lie in the order of their primary key, which is no `key`.
        case byKey = ") STRICT, WITHOUT ROWID"
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ type: ColumnType) { text += type.rawValue }
        package mutating func appendInterpolation(_ end: TableEnd) { text += end.rawValue }

        /// A column that holds true or false, with its name; `isOptional` where it may hold neither.
        package mutating func appendInterpolation(truth column: String, isOptional: Bool = false, default value: Bool? = nil) {
            let usual = value.map { " DEFAULT \($0 ? 1 : 0)" } ?? ""
            text += "\(column) INTEGER\(isOptional ? "" : " NOT NULL")\(usual) CHECK (\(column) IN (0, 1))"
        }

        /// A character between quotation marks.
        package mutating func appendInterpolation(quoting literal: Unicode.Scalar) {
            text += "'" + String(literal) + "'"
        }

        /// Schema text that only one engine has.
        package mutating func appendInterpolation(_ other: DDL) { text += other.text }
    }
}
