/// Text as quoted-printable (RFC 2045, 6.7) with LF between lines.
///
/// No line is longer than 76 bytes, ends in white space, begins with `From ` (which old mailbox formats change) or with a dot (which
/// ends a message for a mail program without `-i`).
struct QuotedPrintable {
    private var output: [UInt8] = []
    private var column = 0

    /// Encodes the text, ending it with a line end; CRLF and CR count as one line end, other controls except tabs are dropped.
    static func encode(_ text: String) -> [UInt8] {
        var encoder = QuotedPrintable()
        var lines = normalized(text).split(separator: newline, omittingEmptySubsequences: false)
        if let last = lines.last, last.isEmpty { lines.removeLast() }
        for line in lines { encoder.add(line) }
        return encoder.output
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        for index in line.indices {
            let isLast = index == line.endIndex - 1
            let stands = Self.stands(line[index], atEnd: isLast)
            // All pieces of a line but the last leave a column for the "=" that continues it.
            if column + (stands ? 1 : 3) > (isLast ? 76 : 75) {
                output += [UInt8(ascii: "="), Self.newline]
                column = 0
            }
            add(line[index], asItIs: stands && !(column == 0 && Self.misleads(line[index...])))
        }
        output.append(Self.newline)
        column = 0
    }

    private mutating func add(_ byte: UInt8, asItIs: Bool) {
        if asItIs {
            output.append(byte)
        } else {
            output.append(UInt8(ascii: "="))
            output += HeaderText.hexDigits(byte)
        }
        column += asItIs ? 1 : 3
    }

    private static let newline = UInt8(ascii: "\n")

    private static func stands(_ byte: UInt8, atEnd: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case 0x21...0x7e: true
        case 0x20, 0x09: !atEnd
        default: false
        }
    }

    private static func misleads(_ line: ArraySlice<UInt8>) -> Bool {
        line.first == UInt8(ascii: ".") || line.starts(with: "From ".utf8)
    }

    private static func normalized(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
            case UInt8(ascii: "\r"), newline: bytes.append(newline)
            case 0x09, 0x20...0x7e, 0x80...: bytes.append(byte)
            default: break
            }
            previous = byte
        }
        return bytes
    }
}
