extension HTML {
    /// Appends user text, escaped; `text` is taken as UTF-8.
    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        bytes.appendEscaped(text)
    }

    /// Appends a markup literal without creating an `HTML` value.
    package mutating func append(markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Takes back what was appended since there were `count` bytes.
    package mutating func truncate(to count: Int) {
        bytes.removeLast(bytes.count - count)
    }

    package mutating func reserveCapacity(_ count: Int) {
        bytes.reserveCapacity(count)
    }
}

extension [UInt8] {
    mutating func appendEscaped(_ text: some StringProtocol) {
        var text = String(text)
        text.withUTF8 { appendEscaped($0) }
    }

    mutating func append(decimal number: Int64) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let start = count
        var rest = number.magnitude
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }

    /// Appends runs of safe bytes unchanged and replaces the others.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            guard isUnsafe(text[index]) else {
                index &+= 1
                continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
            replacement(for: text[index]).withUTF8Buffer { append(contentsOf: $0) }
            index &+= 1
            start = index
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
}

/// Whether `byte` is a control character other than tab, line feed and carriage return, or one of `"`, `&`, `'`, `<`, `>`.
///
/// All of them are below 64, so one word holds the set and no branch is needed; bytes of multi-byte characters never are.
@inline(__always)
private func isUnsafe(_ byte: UInt8) -> Bool {
    let controls: UInt64 = 0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D)
    let set = controls | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
    return (set &>> UInt64(byte)) & UInt64(truncatingIfNeeded: (Int(byte) - 64) >> 8) & 1 != 0
}

private func replacement(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
}
