extension HTML {
    /// Appends text of a person, escaped; `text` is taken as UTF-8.
    package mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        bytes.appendEscaped(text)
    }

    /// Appends markup that stands in the source, without making a value of it.
    package mutating func append(markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
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

    /// Appends runs of safe bytes whole and replaces the others.
    ///
    /// Every byte that needs care is below 64, so that one word holds the set; the bytes of longer characters never are.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices where text[index] < 64 && unsafeBytes >> UInt64(text[index]) & 1 == 1 {
            append(contentsOf: text[start..<index])
            append(contentsOf: replacement(for: text[index]).utf8)
            start = index + 1
        }
        append(contentsOf: text[start...])
    }
}

/// The control characters but tab, line feed and carriage return, and `"`, `&`, `'`, `<`, `>`; one bit each.
private let unsafeBytes: UInt64 = {
    let controls: UInt64 = 0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D)
    return controls | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
}()

private func replacement(for byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
}
