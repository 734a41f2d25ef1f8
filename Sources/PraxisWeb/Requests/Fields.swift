package import PraxisDomain

/// The fields of a form or of a query string, decoded once: `application/x-www-form-urlencoded`.
package struct Fields: Sendable {
    package private(set) var pairs: [(name: String, value: String)] = []

    package init() {}

    /// Values for a form that has not been sent yet.
    package init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }

    /// - Throws: `Denial.unreadable` if it is not UTF-8 or not percent-encoded, `.tooLarge` for more than 100 fields.
    package init(urlEncoded bytes: [UInt8]) throws(Denial) {
        for part in bytes.split(separator: UInt8(ascii: "&")) {
            let halves = part.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decode(halves[0]), let value = halves.count > 1 ? Self.decode(halves[1]) : "" else {
                throw .unreadable
            }
            pairs.append((name, value))
            if pairs.count > Limits.formFields { throw .tooLarge }
        }
    }

    /// The first value of that name.
    package subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    /// All values of that name: tick-boxes.
    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The value; empty if absent.
    package func text(_ name: String) -> String { self[name] ?? "" }

    package func isTicked(_ name: String) -> Bool { self[name] != nil }

    /// A whole number.
    /// - Throws: `Denial.input` if it is not a number.
    package func int(_ name: String) throws(Denial) -> Int? {
        guard let text = self[name], !text.isEmpty else { return nil }
        guard let value = Int(text) else { throw .input([FieldError(name, .notANumber)]) }
        return value
    }

    /// A word of a vocabulary.
    /// - Throws: `Denial.input` naming the choices if it is not one of them.
    package func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        _ word: Word.Type = Word.self
    ) throws(Denial) -> Word? { try self.word(name, of: Array(Word.allCases)) }

    /// A word of an open vocabulary, by its list.
    /// - Throws: `Denial.input` naming the choices if it is not one of them.
    package func word<Word: RawRepresentable<String>>(_ name: String, of choices: [Word]) throws(Denial) -> Word? {
        guard let text = self[name], !text.isEmpty else { return nil }
        guard let value = choices.first(where: { $0.rawValue == text }) else {
            throw .input([FieldError(name, .notAChoice(choices.map(\.rawValue)))])
        }
        return value
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "+"): decoded.append(32)
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(hex), let low = iterator.next().flatMap(hex) else {
                    return nil
                }
                decoded.append(high << 4 | low)
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    /// Percent-encodes characters that are not allowed in a query value.
    package static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126, 47, 58: bytes.append(byte)
            default: bytes += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
