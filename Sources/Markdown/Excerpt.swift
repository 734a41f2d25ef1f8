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
        let line = oneLine(plain, scalars: limit + longestAddress)
        let scalars = line.unicodeScalars
        guard scalars.count > limit else { return line }
        let end = scalars.index(scalars.startIndex, offsetBy: limit - 1)
        let middle = scalars.index(scalars.startIndex, offsetBy: limit / 2)
        let space = scalars[...end].lastIndex(of: " ")
        if let space, space >= middle { return line[..<space] + "…" }
        let word = space.map(scalars.index(after:)) ?? scalars.startIndex
        if isAddress(line[word...].prefix { $0 != " " }) { return line[..<(space ?? scalars.startIndex)] + "…" }
        var count = 0
        let whole = line.prefix { character in
            count += character.unicodeScalars.count
            return count < limit
        }
        return whole + "…"
    }

    private static func isAddress(_ word: Substring) -> Bool {
        word.contains("://") || word.contains("@") || word.lowercased().contains("www.")
    }

    /// The first scalars of `text` with one space for each run of white space; no-break spaces are kept.
    private static func oneLine(_ text: String, scalars limit: Int) -> String {
        // Bytes: a string that grows by letters costs many times as much.
        var line: [UInt8] = []
        line.reserveCapacity(min(limit, text.utf8.count))
        var count = 0
        var isAfterSpace = true
        for scalar in text.unicodeScalars {
            let isSpace = isSpace(scalar)
            defer { isAfterSpace = isSpace }
            if isSpace { continue }
            if isAfterSpace, count > 0 {
                line.append(0x20)
                count += 1
            }
            if count >= limit { break }
            if scalar.isASCII { line.append(UInt8(scalar.value)) } else { line.append(contentsOf: scalar.utf8) }
            count += 1
        }
        return String(decoding: line, as: UTF8.self)
    }

    /// White space that may break a line: not the spaces that French typography asks for before marks and within guillemets.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // Asking for a property costs more than all else that is done for a letter, and nearly every letter is of these.
        if scalar.isASCII { return scalar == " " || (0x9...0xd).contains(scalar.value) }
        return scalar.properties.isWhitespace && scalar != "\u{A0}" && scalar != "\u{202F}"
    }
}
