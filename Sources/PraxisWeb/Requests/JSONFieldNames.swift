import Foundation

/// The names of the fields of a JSON object, each as often as the text gives it, which a decoder does not tell.
enum JSONFieldNames {
    /// Precondition: `bytes` are a JSON object, as a decoder has found.
    static func all(in bytes: [UInt8]) -> [String] {
        var names: [String] = []
        var depth = 0, at = 0
        while at < bytes.count {
            switch bytes[at] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let end = endOfText(bytes, from: at)
                if depth == 1, isName(bytes, before: end) { names += name(bytes[at..<end]) }
                at = end - 1
            default: break
            }
            at += 1
        }
        return names
    }

    /// Behind the closing quotation mark of the text that begins at `start`.
    private static func endOfText(_ bytes: [UInt8], from start: Int) -> Int {
        var at = start + 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(at + 1, bytes.count)
    }

    private static func isName(_ bytes: [UInt8], before end: Int) -> Bool {
        bytes[end...].first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: ":")
    }

    /// With its escapes read, so that two spellings of one name are the same.
    private static func name(_ text: ArraySlice<UInt8>) -> [String] {
        if !text.contains(UInt8(ascii: "\\")) { return [String(decoding: text.dropFirst().dropLast(), as: UTF8.self)] }
        return (try? JSONDecoder().decode(String.self, from: Data(text))).map { [$0] } ?? []
    }
}
