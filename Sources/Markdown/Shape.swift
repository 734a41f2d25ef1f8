/// Measures, in one pass over the bytes before the parser sees them, what would make it slow or use much memory.
///
/// The library takes quadratic time, or memory, for a few shapes that only an attacker sends. Each is bounded here by a product that it
/// cannot exceed; the limits are far above any real post and keep each shape under 100 ms.
struct Shape {
    /// The most bytes that a post can have: 32,000 scalars.
    private static let longest = 32_000 * 4
    /// Nesting depth of quotes and lists.
    private static let deepest = 100
    /// Depth times lines: for each line the parser walks the open blocks, at about 50 ns each.
    private static let blockWork = 800_000
    /// Weighted characters that make the parser search, times the bytes around them, at about 0.25 ns each.
    private static let inlineWork = 160_000_000
    /// The longest link definition times the places that can refer to it: each gets a copy.
    private static let copiedBytes = 4_000_000
    /// Columns times lines, beyond the bytes of the text: short rows are padded with empty cells.
    private static let spareCells = 10_000

    private var lines = 0
    private var depth = 0
    private var columns = 0
    private var work = 0
    private var references = 0
    private var longestDefinition = 0
    /// Bytes since the last `]:`, up to a blank line.
    private var definition: Int?
    /// Bytes and weighted characters since the last line that definitely ended a paragraph.
    private var (paragraphBytes, paragraphWeight) = (0, 0)

    static func isHostile(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= longest else { return true }
        var shape = Shape()
        var start = 0
        while start < bytes.count {
            var end = start
            while end < bytes.count, bytes[end] != newline, bytes[end] != UInt8(ascii: "\r") { end += 1 }
            shape.count(UnsafeBufferPointer(rebasing: bytes[start..<end]))
            start = end + 1
        }
        shape.endParagraph()
        shape.endDefinition()
        return shape.exceedsLimits(bytes.count)
    }

    private func exceedsLimits(_ bytes: Int) -> Bool {
        depth > Self.deepest || depth * lines > Self.blockWork || work > Self.inlineWork
            || longestDefinition * references > Self.copiedBytes || columns * lines > bytes + Self.spareCells
    }

    private mutating func count(_ line: UnsafeBufferPointer<UInt8>) {
        let prefix = LinePrefix(line)
        lines += 1
        depth = max(depth, prefix.markers + min(prefix.indentation / 2, depth))
        if prefix.beginsItem || prefix.isBlank { endParagraph() }
        if prefix.isBlank { endDefinition() }
        paragraphBytes += line.count + 1
        definition? += line.count + 1
        if isDelimiterRow(line) {
            paragraphWeight += 10
            columns = max(columns, line.count { $0 == UInt8(ascii: "|") } + 1)
        }
        var previous = newline
        for byte in line {
            weigh(byte, after: previous)
            previous = byte
        }
    }

    /// The weights are nanoseconds that a character costs per four bytes around it, as measured.
    private mutating func weigh(_ byte: UInt8, after previous: UInt8) {
        switch byte {
        case UInt8(ascii: "~"), UInt8(ascii: "*"), UInt8(ascii: "_"): paragraphWeight += 1
        case UInt8(ascii: "@"): paragraphWeight += 4
        case UInt8(ascii: ")"): paragraphWeight += 3
        case UInt8(ascii: "["): paragraphWeight += 4
        case UInt8(ascii: "<"): paragraphWeight += 8
        case UInt8(ascii: "w") where previous == byte: paragraphWeight += 10
        case UInt8(ascii: "]"): references += 1
        case UInt8(ascii: ":") where previous == UInt8(ascii: "]"):
            endDefinition()
            definition = 0
        default: break
        }
    }

    private mutating func endParagraph() {
        work += paragraphBytes * paragraphWeight
        (paragraphBytes, paragraphWeight) = (0, 0)
    }

    private mutating func endDefinition() {
        longestDefinition = max(longestDefinition, definition ?? 0)
        definition = nil
    }

    /// Whether the line may be the delimiter row under a table's head, within any quotes and lists.
    private func isDelimiterRow(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        line.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ">"), UInt8(ascii: "*"),
                UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                0x09, 0x0B, 0x0C, UInt8(ascii: " "):
                true
            default: false
            }
        }
    }
}
