import FoundationEssentials

extension HeaderText {
    /// The text as encoded words of at most 75 bytes (RFC 2047), none of which ends within a scalar.
    ///
    /// Uses the form, Q or B, that makes the whole shorter. Q leaves unencoded only what RFC 2047 allows in names.
    static func encodedWords(_ text: String, from column: Int) -> [String] {
        let whole = Array(text.utf8)
        let form: Form = Form.q.length(whole) <= Form.b.length(whole) ? .q : .b
        // The first word shares its line with the header's name, unless that leaves too little room.
        var room = lineLength - column >= 40 ? lineLength - column : 75
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            if form.length(bytes + next) > room {
                words.append(form.encode(bytes))
                bytes = []
                room = 75
            }
            bytes += next
        }
        return bytes.isEmpty ? words : words + [form.encode(bytes)]
    }

    /// The two ways to write bytes in an encoded word.
    private enum Form {
        case q
        case b

        /// The length of the encoded word, including `=?utf-8?q?` and `?=`.
        func length(_ bytes: [UInt8]) -> Int {
            switch self {
            case .q: 12 + bytes.reduce(0) { $0 + (Self.stands($1) || $1 == 0x20 ? 1 : 3) }
            case .b: 12 + (bytes.count + 2) / 3 * 4
            }
        }

        func encode(_ bytes: [UInt8]) -> String {
            switch self {
            case .q: "=?utf-8?q?\(bytes.map(Self.quoted).joined())?="
            case .b: "=?utf-8?b?\(Data(bytes).base64EncodedString())?="
            }
        }

        private static func quoted(_ byte: UInt8) -> String {
            if byte == 0x20 { return "_" }
            return stands(byte) ? String(UnicodeScalar(byte)) : "=" + HeaderText.hex(byte)
        }

        private static func stands(_ byte: UInt8) -> Bool {
            Syntax.isLetterOrDigit(byte) || "!*+-/".utf8.contains(byte)
        }
    }
}
