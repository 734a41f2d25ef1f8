/// Schema text: SQL that both engines accept; what they spell differently is named instead of written out.
///
/// Another engine needs its own version of this file.
package struct DDL: ExpressibleByStringInterpolation, Sendable {
    let text: String

    package init(stringLiteral text: String) { self.text = text }

    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    package static func + (left: DDL, right: DDL) -> DDL { DDL(stringLiteral: left.text + "\n" + right.text) }

    /// The type of a column, where the engines differ; text is `TEXT` in both.
    package enum ColumnType: String, Sendable {
        /// A row's primary key: assigned by the engine, ascending, never reused.
        case key = "INTEGER PRIMARY KEY AUTOINCREMENT"
        /// A 64-bit integer: a count, the id of another row, milliseconds since 1970.
        case integer = "INTEGER"
        case bytes = "BLOB"
    }

    /// The end of a table definition.
    package enum TableEnd: String, Sendable {
        case rows = ") STRICT"
        /// Rows stored in the order of their primary key, which is not a `key`.
        case byKey = ") STRICT, WITHOUT ROWID"
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity * 2) }

        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ type: ColumnType) { text += type.rawValue }
        package mutating func appendInterpolation(_ end: TableEnd) { text += end.rawValue }

        /// A boolean column and its name; `isOptional` if it may be NULL.
        package mutating func appendInterpolation(
            truth column: String,
            isOptional: Bool = false,
            default value: Bool? = nil
        ) {
            let usual = value.map { " DEFAULT \($0 ? 1 : 0)" } ?? ""
            text += "\(column) INTEGER\(isOptional ? "" : " NOT NULL")\(usual) CHECK (\(column) IN (0, 1))"
        }

        /// A character in quotation marks.
        package mutating func appendInterpolation(quoting literal: Unicode.Scalar) {
            text += "'" + String(literal) + "'"
        }

        /// Schema text that only one engine has.
        package mutating func appendInterpolation(_ other: DDL) { text += other.text }
    }
}
