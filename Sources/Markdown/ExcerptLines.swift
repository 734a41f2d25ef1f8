extension Markdown {
    /// A line is not begun with fewer scalars than this left for it.
    private static let shortestLine = 24

    /// The beginning of `plain` line by line, at most `limit` Unicode scalars and the "…" that shows a cut: where lists stay lists.
    ///
    /// Each line is cut as `excerpt(_:scalars:)` cuts it; lines without anything to see are left out.
    public static func excerptLines(_ plain: String, scalars limit: Int) -> [String] {
        var lines: [String] = [], rest = limit
        for line in plain.split(whereSeparator: \.isNewline) {
            let whole = excerpt(String(line), scalars: line.unicodeScalars.count), count = whole.unicodeScalars.count
            if whole.isEmpty { continue }
            if count > rest {
                guard let last = lines.indices.last, rest < shortestLine else {
                    return lines + [excerpt(whole, scalars: rest)].filter { !$0.isEmpty }
                }
                lines[last] += " …"
                return lines
            }
            lines.append(whole)
            rest -= count + 1
        }
        return lines
    }
}
