/// Prepares typed text for the parser: where CommonMark would misread what a member means, characters are replaced by stand-ins.
///
/// The rules look only at the characters, wherever they occur: a stand-in is shown as the character that was typed, so it does no harm
/// in code or in an address.
struct Preparation {
    let source: UnsafeBufferPointer<UInt8>
    private var edits: [Edit] = []
    /// Link definitions with a usable address, which are removed from the text only if they are used.
    private(set) var definitions: [Definition] = []

    struct Edit {
        let index: Int
        let change: Change
    }

    enum Change {
        case standIn(StandIn)
        /// A bare address ends before this byte.
        case endOfAddress
        /// Three bytes that would be taken for a stand-in: shown as U+FFFD, like any noncharacter.
        case noCharacter
    }

    init(_ source: UnsafeBufferPointer<UInt8>) {
        self.source = source
        var tables = TableRows()
        var start = 0
        var isAfterText = false
        while start < source.count {
            let end = endOfLine(from: start)
            let line = UnsafeBufferPointer(rebasing: source[start..<end])
            let prefix = LinePrefix(line)
            let text = start + prefix.end
            standForLineMarks(prefix, from: text, to: end, isAfterText: isAfterText)
            tables.read(source, text..<end) { replace($0, .standIn($1)) }
            isAfterText = text < end && prefix.markers == 0 && prefix.indentation == 0
            start = end + 1
        }
        readCharacters()
        definitions = standForDefinitions()
    }

    var isAsTyped: Bool { edits.isEmpty }

    mutating func replace(_ index: Int, _ change: Change) {
        edits.append(Edit(index: index, change: change))
    }

    /// The text for the parser.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count + edits.count * 3)
        var done = 0
        for edit in edits.sorted(by: { $0.index < $1.index }) where edit.index >= done {
            bytes.append(contentsOf: source[done..<edit.index])
            done = edit.index
            switch edit.change {
            case .standIn(let standIn):
                bytes.append(contentsOf: standIn.bytes)
                done += 1
            case .endOfAddress: bytes.append(contentsOf: StandIn.end)
            case .noCharacter:
                bytes.append(contentsOf: "\u{FFFD}".utf8)
                done += 3
            }
        }
        bytes.append(contentsOf: source[done...])
        return bytes
    }

    func byte(_ index: Int) -> UInt8 {
        source.indices.contains(index) ? source[index] : newline
    }

    private func endOfLine(from start: Int) -> Int {
        var end = start
        while end < source.count, source[end] != newline, source[end] != UInt8(ascii: "\r") { end += 1 }
        return end
    }
}

// MARK: Lines

extension Preparation {
    /// ">38 °C" is not a quotation, and "--" or "-" under a line does not make it a heading.
    private mutating func standForLineMarks(_ prefix: LinePrefix, from text: Int, to end: Int, isAfterText: Bool) {
        if prefix.markers > 0, byte(text - 1) == UInt8(ascii: ">"), isDigit(byte(text)) {
            replace(text - 1, .standIn(.greater))
        }
        var last = end
        while last > text, isBlank(byte(last - 1)) { last -= 1 }
        if last - text == 2, byte(text) == UInt8(ascii: "-"), byte(text + 1) == UInt8(ascii: "-") {
            replace(text, .standIn(.hyphen))
        } else if isAfterText, prefix.markers == 1, prefix.indentation == 0, text == end,
            byte(last - 1) == UInt8(ascii: "-")
        {
            replace(last - 1, .standIn(.hyphen))
        }
    }
}

// MARK: Characters

extension Preparation {
    private mutating func readCharacters() {
        var index = 0
        while index < source.count {
            switch source[index] {
            case UInt8(ascii: "*"): index = readStars(from: index)
            case UInt8(ascii: "\\"): index = readBackslash(index)
            case UInt8(ascii: "&"):
                if namesControl(index) { replace(index, .standIn(.ampersand)) }
                index += 1
            case UInt8(ascii: ":"), UInt8(ascii: "w"), UInt8(ascii: "W"): index = readAddress(index)
            case StandIn.first:
                if byte(index + 1) == StandIn.second, StandIn.third...StandIn.last ~= byte(index + 2) {
                    replace(index, .noCharacter)
                }
                index += 1
            default: index += 1
            }
        }
    }

    /// Stars between a digit and a letter or digit are multiplication: "2*3 tablets".
    private mutating func readStars(from start: Int) -> Int {
        var end = start
        while byte(end) == UInt8(ascii: "*") { end += 1 }
        let before = byte(start - 1), after = byte(end)
        if isDigit(before) && isLetterOrDigit(after) || isLetterOrDigit(before) && isDigit(after) {
            for index in start..<end { replace(index, .standIn(.star)) }
        }
        return end
    }

    /// Two backslashes that begin a word are a network path: "\\server\Policies".
    private mutating func readBackslash(_ index: Int) -> Int {
        if byte(index + 1) == UInt8(ascii: "\\"), isLetterOrDigit(byte(index + 2)), !isLetterOrDigit(byte(index - 1)),
            byte(index - 1) != UInt8(ascii: "\\")
        {
            replace(index, .standIn(.backslash))
        }
        return index + 2
    }

    /// Whether a numeric reference at `index` names a control character or a noncharacter, which are invisible.
    private func namesControl(_ index: Int) -> Bool {
        guard byte(index + 1) == UInt8(ascii: "#") else { return false }
        let isHex = byte(index + 2) | 0x20 == UInt8(ascii: "x")
        var digits = "", place = index + (isHex ? 3 : 2)
        while digits.utf8.count < 9, isLetterOrDigit(byte(place)) {
            digits.unicodeScalars.append(Unicode.Scalar(byte(place)))
            place += 1
        }
        guard let number = UInt32(digits, radix: isHex ? 16 : 10) else { return false }
        switch number {
        case 9, 10, 13: return false
        case 1..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: return true
        default: return false
        }
    }
}

func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
