/// Base64 for URLs (RFC 4648, section 5), without padding.
package enum Base64URL {
    private static let coding = Base64(alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")

    package static func encode(_ bytes: [UInt8]) -> String {
        coding.encode(bytes)
    }

    /// The bytes; returns nil for anything that ``encode(_:)`` would not have produced: each value has only one spelling.
    package static func decode(_ text: some StringProtocol) -> [UInt8]? {
        coding.decode(text)
    }
}

/// Hexadecimal in lower case.
package enum Hex {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// Base64 without padding, over any alphabet of 64 ASCII characters.
struct Base64: Sendable {
    /// The alphabet of RFC 4648, section 4, which password hashes use.
    static let standard = Base64(alphabet: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    private let letters: [UInt8]
    /// The value of each ASCII character; 64 and above are not in the alphabet.
    private let values: [UInt8]

    init(alphabet: String) {
        letters = Array(alphabet.utf8)
        var values = [UInt8](repeating: 255, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        self.values = values
    }

    func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 4 / 3 + 1)
        var bits = 0
        var pending: UInt32 = 0
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(letters[Int(pending >> UInt32(bits) & 63)])
            }
        }
        if bits > 0 { text.append(letters[Int(pending << UInt32(6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    func decode(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        var bits = 0
        var pending: UInt32 = 0
        for letter in text.utf8 {
            let value = values[Int(letter)]
            guard value < 64 else { return nil }
            pending = pending << 6 | UInt32(value)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
        }
        let unused = pending & (1 << UInt32(bits) - 1)
        return bits < 6 && unused == 0 ? bytes : nil
    }
}
