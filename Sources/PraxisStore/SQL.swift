package import PraxisDomain

/// SQL as visible text with bound interpolation: an interpolated value is bound, a fragment is inserted; nothing is pasted as text.
///
/// `Row` is the type that a row of the result decodes to; commands and fragments are `SQL<Void>`.
package struct SQL<Row>: ExpressibleByStringInterpolation, Sendable {
    let segments: [SQLSegment]

    package init(stringLiteral text: String) { segments = [.text(text)] }

    package init(stringInterpolation: StringInterpolation) { segments = stringInterpolation.segments }

    /// The text with its values numbered `$1`, `$2` … in order.
    var text: String {
        var text = "", count = 0
        text.reserveCapacity(segments.reduce(0) { $0 + $1.length })
        for segment in segments {
            switch segment {
            case .text(let part): text += part
            case .value:
                count += 1
                text += "$"
                text += String(count)
            }
        }
        return text
    }
}

/// A value in the form in which the database stores it.
package enum SQLValue: Hashable, Sendable {
    case null
    case truth(Bool)
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
}

extension SQL<Void> {
    /// Whether a text column contains `part`; every text contains the empty string.
    package static func holds(_ column: SQL<Void>, _ part: String) -> SQL<Void> {
        part.isEmpty ? "true" : "replace(\(column), \(part), '') <> \(column)"
    }

    /// The larger of two values that are not null: one engine calls it `max`, the other `greatest`.
    package static func larger(_ one: SQL<Void>, _ other: SQL<Void>) -> SQL<Void> {
        "CASE WHEN \(one) >= \(other) THEN \(one) ELSE \(other) END"
    }
}

enum SQLSegment: Sendable {
    case text(String)
    case value(SQLValue)

    /// An upper bound of the length in bytes of the statement's text.
    var length: Int {
        switch self {
        case .text(let part): part.utf8.count
        case .value: 5
        }
    }
}

/// A value that can be bound to a statement.
package protocol SQLBindable { var sqlValue: SQLValue { get } }

extension Int: SQLBindable { package var sqlValue: SQLValue { .integer(Int64(self)) } }
extension Int64: SQLBindable { package var sqlValue: SQLValue { .integer(self) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .truth(self) } }
extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension [UInt8]: SQLBindable { package var sqlValue: SQLValue { .bytes(self) } }
extension ID: SQLBindable { package var sqlValue: SQLValue { .integer(rawValue) } }
extension Timestamp: SQLBindable { package var sqlValue: SQLValue { .integer(rawValue) } }

extension SQL {
    package struct StringInterpolation: StringInterpolationProtocol {
        var segments: [SQLSegment] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            segments.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { segments.append(.text(literal)) }
        }

        package mutating func appendInterpolation(_ value: some SQLBindable) { segments.append(.value(value.sqlValue)) }

        package mutating func appendInterpolation(_ value: (some SQLBindable)?) {
            segments.append(.value(value?.sqlValue ?? .null))
        }

        /// A word of the vocabulary, by its raw value.
        package mutating func appendInterpolation<Word: RawRepresentable<String>>(_ word: Word) {
            segments.append(.value(.text(word.rawValue)))
        }

        package mutating func appendInterpolation<Word: RawRepresentable<String>>(_ word: Word?) {
            segments.append(.value(word.map { .text($0.rawValue) } ?? .null))
        }

        /// Another piece of SQL, with its own values.
        package mutating func appendInterpolation<Other>(_ fragment: SQL<Other>) { segments += fragment.segments }

        /// A list of values between the parentheses of `IN (…)`.
        package mutating func appendInterpolation(list values: some Collection<some SQLBindable>) {
            for (index, value) in values.enumerated() {
                if index > 0 { segments.append(.text(", ")) }
                segments.append(.value(value.sqlValue))
            }
        }
    }
}
