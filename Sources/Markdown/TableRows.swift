/// Scans the lines of a text for tables, before the parser sees them.
///
/// The parser drops the cells of a row beyond the columns of the head: their bars get stand-ins, so that they stay in the last cell. A
/// table with more cells than anyone reads is not rendered as one: its lines are shown as typed.
struct TableRows {
    private static let mostColumns = 60
    private static let mostCells = 3_000

    private var before = 0
    private var columns = 0
    private var cells = 0
    private var delimiter = 0

    /// Reads the text of a line, after the markers of quotes and lists.
    mutating func read(
        _ source: UnsafeBufferPointer<UInt8>,
        _ line: Range<Int>,
        _ replace: (Int, StandIn) -> Void
    ) {
        let row = UnsafeBufferPointer(rebasing: source[line])
        let bars = Self.innerBars(row)
        defer { before = row.isEmpty ? 0 : bars.count + 1 }
        if row.isEmpty { columns = 0 }
        if columns > 0 {
            for bar in bars.dropFirst(columns - 1) { replace(line.lowerBound + bar, .pipe) }
            cells += columns
            if cells > Self.mostCells { end(replace) }
        } else if before == bars.count + 1, let hyphen = Self.firstHyphenOfDelimiters(row) {
            columns = before
            cells = before
            delimiter = line.lowerBound + hyphen
            if columns > Self.mostColumns { end(replace) }
        }
    }

    private mutating func end(_ replace: (Int, StandIn) -> Void) {
        replace(delimiter, .hyphen)
        columns = 0
    }

    /// The bars between the cells of a row: unescaped, and neither the first nor the last character.
    private static func innerBars(_ row: UnsafeBufferPointer<UInt8>) -> [Int] {
        guard row.contains(UInt8(ascii: "|")) else { return [] }
        var end = row.count
        while end > 0, isBlank(row[end - 1]) { end -= 1 }
        var bars: [Int] = [], index = 0
        while index < end {
            if row[index] == UInt8(ascii: "\\") {
                index += 1
            } else if row[index] == UInt8(ascii: "|"), index > 0, index < end - 1 {
                bars.append(index)
            }
            index += 1
        }
        return bars
    }

    /// The position of the first hyphen in a line of hyphens, bars and colons.
    private static func firstHyphenOfDelimiters(_ row: UnsafeBufferPointer<UInt8>) -> Int? {
        let isDelimiters = row.allSatisfy { byte in
            isBlank(byte) || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
        }
        guard isDelimiters else { return nil }
        return row.firstIndex(of: UInt8(ascii: "-"))
    }
}
