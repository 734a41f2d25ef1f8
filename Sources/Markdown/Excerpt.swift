extension Markdown {
    /// The beginning of `plain` on one line, at most `limit` Unicode scalars with the "…" that shows a cut.
    ///
    /// Cut between words, or inside one that fills more than half of the line; never inside a character.
    public static func excerpt(_ plain: String, scalars limit: Int) -> String {
        guard limit > 0 else { return "" }
        let line = oneLine(plain, scalars: limit + 1)
        let scalars = line.unicodeScalars
        guard scalars.count > limit else { return line }
        let end = scalars.index(scalars.startIndex, offsetBy: limit - 1)
        let middle = scalars.index(scalars.startIndex, offsetBy: limit / 2)
        if let space = scalars[...end].lastIndex(of: " "), space >= middle { return line[..<space] + "…" }
        var count = 0
        let whole = line.prefix { character in
            count += character.unicodeScalars.count
            return count < limit
        }
        return whole + "…"
    }

    /// The first scalars of `text` with one space for each run of white space.
    private static func oneLine(_ text: String, scalars limit: Int) -> String {
        var line = String.UnicodeScalarView()
        var count = 0
        var isAfterSpace = true
        for scalar in text.unicodeScalars {
            let isSpace = scalar.properties.isWhitespace
            defer { isAfterSpace = isSpace }
            if isSpace { continue }
            if isAfterSpace, count > 0 {
                line.append(" ")
                count += 1
            }
            if count >= limit { break }
            line.append(scalar)
            count += 1
        }
        return String(line)
    }
}
