extension Markdown {
    /// Scalars read beyond a cut, to recognise an address there.
    private static let longestAddress = 254

    /// The beginning of `plain` on one line, at most `limit` Unicode scalars with the "…" that shows a cut: the only way in which members'
    /// text is cut.
    ///
    /// Cut between words, or inside one that fills more than half of the line; never inside a character, nor inside an address, which would
    /// then lead somewhere else.
    public static func excerpt(_ plain: String, scalars limit: Int) -> String {
        guard limit > 0 else { return "" }
        var plain = plain
        // Bytes: strings cost many times as much, and a list shows dozens of excerpts.
        let line = plain.withUTF8 { oneLine($0, scalars: limit + longestAddress) }
        guard line.count > limit, offset(ofScalar: limit, in: line) != nil else {
            return String(decoding: line, as: UTF8.self)
        }
        for room in (0..<limit).reversed() {
            let text = beginning(of: line, scalars: room), marks = ExcerptMarks.closing(text)
            if text.unicodeScalars.count + 1 + marks.unicodeScalars.count <= limit { return text + "…" + marks }
        }
        return "…"
    }

    /// Whether `excerpt` shows that it was cut.
    public static func isCut(_ excerpt: String) -> Bool { ExcerptMarks.withoutClosing(excerpt).hasSuffix("…") }

    /// As many whole words as there is room for; of a first word that is longer its beginning, unless it is an address.
    private static func beginning(of line: [UInt8], scalars room: Int) -> String {
        guard let end = offset(ofScalar: room, in: line) else { return "" }
        let space = line[...end].lastIndex(of: Self.space)
        let words = ExcerptMarks.withoutOpening(String(decoding: line[..<(space ?? 0)], as: UTF8.self))
        if !words.isEmpty { return words }
        let next = line[(space.map { $0 + 1 } ?? 0)...].prefix { $0 != Self.space }
        if isAddress(String(decoding: next, as: UTF8.self)) { return "" }
        var count = 0
        let word = String(decoding: line, as: UTF8.self).prefix { character in
            count += character.unicodeScalars.count
            return count <= room
        }
        return ExcerptMarks.withoutOpening(String(word))
    }

    private static func isAddress(_ word: String) -> Bool {
        word.contains("://") || word.contains("@") || word.lowercased().contains("www.")
    }

    /// Where a scalar begins; returns nil if there are fewer.
    private static func offset(ofScalar number: Int, in line: [UInt8]) -> Int? {
        var count = -1
        return line.firstIndex { byte in
            count += isContinuation(byte) ? 0 : 1
            return count == number
        }
    }

    /// The first scalars of `text` with one space for each run of white space; no-break spaces are kept.
    private static func oneLine(_ text: UnsafeBufferPointer<UInt8>, scalars limit: Int) -> [UInt8] {
        var line: [UInt8] = []
        line.reserveCapacity(min(limit, text.count))
        var count = 0, index = 0, isAfterSpace = false
        while index < text.count {
            let width = widthOfSpace(text, at: index)
            if width > 0 {
                index += width
                isAfterSpace = true
                continue
            }
            if !isContinuation(text[index]) {
                if isAfterSpace, count > 0 {
                    line.append(space)
                    count += 1
                }
                isAfterSpace = false
                if count >= limit { break }
                count += 1
            }
            line.append(text[index])
            index += 1
        }
        return line
    }

    private static let space = UInt8(ascii: " ")

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    /// The length in bytes of the white space at `index` that may break a line; returns 0 for anything else.
    ///
    /// Not the spaces that French typography asks for before marks and within guillemets, U+00A0 and U+202F.
    private static func widthOfSpace(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case space, 0x09...0x0D: return 1
        case 0xC2: return text[index + 1] == 0x85 ? 2 : 0
        case 0xE1: return (text[index + 1], text[index + 2]) == (0x9A, 0x80) ? 3 : 0
        case 0xE2:
            switch (text[index + 1], text[index + 2]) {
            case (0x80, 0x80...0x8A), (0x80, 0xA8...0xA9), (0x81, 0x9F): return 3
            default: return 0
            }
        case 0xE3: return (text[index + 1], text[index + 2]) == (0x80, 0x80) ? 3 : 0
        default: return 0
        }
    }
}
