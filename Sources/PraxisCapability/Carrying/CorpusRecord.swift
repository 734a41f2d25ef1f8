package import PraxisDomain
import PraxisWords

/// A line of a corpus file while it is being written: its fields in the order in which they are given.
///
/// A field without a value is left out.
package struct CorpusRecord: ~Copyable {
    private(set) var bytes: [UInt8] = []

    package init(_ type: String) {
        bytes.reserveCapacity(512)
        bytes.append(UInt8(ascii: "{"))
        append(.type, type)
    }

    package mutating func append(_ field: CorpusField, _ value: String?) {
        guard let value else { return }
        name(field)
        quote(value)
    }

    package mutating func append<Word: RawRepresentable<String>>(_ field: CorpusField, _ value: Word?) {
        append(field, value?.rawValue)
    }

    package mutating func append(_ field: CorpusField, _ value: Int64?) {
        guard let value else { return }
        name(field)
        bytes.append(contentsOf: String(value).utf8)
    }

    package mutating func append(_ field: CorpusField, _ value: Int?) { append(field, value.map { Int64($0) }) }
    package mutating func append<Entity>(_ field: CorpusField, _ value: ID<Entity>?) { append(field, value?.rawValue) }
    package mutating func append(_ field: CorpusField, _ value: Timestamp?) { append(field, value?.rfc3339) }

    /// A time that was read from a row; durations are of files that others write.
    package mutating func append(_ field: CorpusField, _ value: CorpusTime?) {
        if case .moment(let moment) = value { append(field, moment) }
    }

    package mutating func append(_ field: CorpusField, _ value: Bool) {
        name(field)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// The whole line.
    package consuming func line() -> [UInt8] {
        bytes.append(UInt8(ascii: "}"))
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    private mutating func name(_ field: CorpusField) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        quote(field.stringValue)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 10: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0..<32: bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "1")\(String(byte % 16, radix: 16))".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
