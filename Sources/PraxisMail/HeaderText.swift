import FoundationEssentials

/// User text in headers: made harmless, and encoded where ASCII is not enough (RFC 2047).
package enum HeaderText {
    /// RFC 2047 allows lines with encoded words 76 bytes; other lines could have 78.
    static let lineLength = 76

    /// The text on one line, without anything that could end a header or reverse the direction of adjacent text.
    ///
    /// Controls (CR, LF, NUL, tab, C1 …) and line and paragraph separators become spaces, direction controls are removed, runs of spaces
    /// become one, and none is left at either end.
    package static func clean(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isDirection(scalar) {
            if scalar != " " && !isControl(scalar) {
                result.append(scalar)
            } else if let last = result.last, last != " " {
                result.append(" ")
            }
        }
        if result.last == " " { result.removeLast() }
        return String(result)
    }

    /// Free text as words, or as encoded words if any of it is not plain.
    static func words(_ text: String, from column: Int) -> [String] {
        let text = clean(text)
        return isPlain(text, from: column)
            ? text.split(separator: " ").map(String.init) : encodedWords(text, from: column)
    }

    /// A name before an address: a quoted string, or encoded words if any of it is not plain; empty if there is no name.
    static func phrase(_ text: String, from column: Int) -> [String] {
        let text = clean(text)
        guard !text.isEmpty else { return [] }
        let quoted = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        return isPlain(quoted, from: column)
            ? quoted.split(separator: " ").map(String.init) : encodedWords(text, from: column)
    }

    /// A link in ASCII: characters not allowed between angle brackets are percent-encoded.
    static func link(_ text: String) -> String {
        clean(text).utf8.reduce(into: "") { link, byte in
            let stands = (0x21...0x7e).contains(byte) && !"<>\"\\^`{|}".utf8.contains(byte)
            link += stands ? String(UnicodeScalar(byte)) : "%" + hex(byte)
        }
    }

    /// Two upper-case digits, as in quoted-printable and percent-encoding.
    static func hex(_ byte: UInt8) -> String {
        String(decoding: hexDigits(byte), as: UTF8.self)
    }

    static func hexDigits(_ byte: UInt8) -> [UInt8] {
        [byte >> 4, byte & 15].map { $0 < 10 ? UInt8(ascii: "0") + $0 : UInt8(ascii: "A") + $0 - 10 }
    }

    /// Whether no word has to be encoded.
    ///
    /// They are ASCII, none looks like an encoded word, and each fits its line: the first beside the header's name, since some readers turn
    /// a break before it into a space.
    private static func isPlain(_ text: String, from column: Int) -> Bool {
        let words = text.split(separator: " ")
        return text.utf8.allSatisfy { $0 < 0x80 } && !text.contains("=?")
            && (words.first?.utf8.count ?? 0) <= lineLength - column
            && words.allSatisfy { $0.utf8.count < lineLength }
    }

    private static func isControl(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1f, 0x7f...0x9f, 0x2028, 0x2029: true
        default: false
        }
    }

    /// The Arabic letter mark, the left-to-right and right-to-left marks, embeddings, overrides and isolates.
    private static func isDirection(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
        default: false
        }
    }
}
