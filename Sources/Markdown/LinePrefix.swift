/// The quote and list markers, and the space between them, at the beginning of a line.
struct LinePrefix {
    /// Quotes and list items that the line may open or continue.
    private(set) var markers = 0
    /// Columns of space before and between the markers.
    private(set) var indentation = 0
    /// Whether the line is empty, or empty inside quotes, and so ends every paragraph.
    private(set) var isBlank = false
    /// Whether the line begins a list item that ends any paragraph before it: a bullet, indented less than four columns.
    private(set) var beginsItem = false
    /// Where the text of the line begins, after markers and space.
    private(set) var end = 0

    init(_ line: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var hasWideSpace = false
        defer { end = index }
        while index < line.count {
            if isSpace(line[index]) {
                indentation += line[index] == UInt8(ascii: "\t") ? 4 : 1
                hasWideSpace = hasWideSpace || indentation > markers
                index += 1
            } else if let end = Self.endOfMarker(line[index...]) {
                let isQuote = line[index] == UInt8(ascii: ">")
                if markers == 0, !isQuote, indentation < 4 { beginsItem = end == index + 1 }
                markers += 1
                index = end
            } else {
                return
            }
        }
        isBlank = markers == 0 || !hasWideSpace && line.allSatisfy { $0 == UInt8(ascii: ">") || isSpace($0) }
        beginsItem = false
    }

    /// The index after a `>`, a bullet or a number that is followed by space or the end of the line, if `rest` begins with one.
    private static func endOfMarker(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var index = rest.startIndex
        switch rest[index] {
        case UInt8(ascii: ">"): return index + 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): index += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            while index < rest.endIndex, UInt8(ascii: "0")...UInt8(ascii: "9") ~= rest[index] { index += 1 }
            guard index < rest.endIndex, rest[index] == UInt8(ascii: ".") || rest[index] == UInt8(ascii: ")") else {
                return nil
            }
            index += 1
        default: return nil
        }
        return index == rest.endIndex || isSpace(rest[index]) ? index : nil
    }
}

private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
