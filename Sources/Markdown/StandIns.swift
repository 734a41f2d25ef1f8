internal import CMarkGFM

/// Characters of typed text that the parser must not treat as markup, and what they are replaced with.
///
/// A stand-in is a Unicode noncharacter (U+FDD0 and on), which is no markup, may occur in an address, and never occurs in a prepared
/// text otherwise. `restore` puts the characters back into the parsed document, so they are shown as typed wherever they occur, in code
/// too.
enum StandIn: UInt8, CaseIterable {
    case star, colon, pipe, hyphen, backslash, greater, ampersand

    var character: UInt8 {
        switch self {
        case .star: UInt8(ascii: "*")
        case .colon: UInt8(ascii: ":")
        case .pipe: UInt8(ascii: "|")
        case .hyphen: UInt8(ascii: "-")
        case .backslash: UInt8(ascii: "\\")
        case .greater: UInt8(ascii: ">")
        case .ampersand: UInt8(ascii: "&")
        }
    }

    /// Its three bytes in UTF-8.
    var bytes: [UInt8] { [Self.first, Self.second, Self.third + rawValue] }

    /// Ends a bare address: a tab, which the parser treats as white space, and a suffix that distinguishes it from a typed tab.
    static let end: [UInt8] = [UInt8(ascii: "\t"), first, second, third + 7]

    static let first: UInt8 = 0xEF
    static let second: UInt8 = 0xB7
    static let third: UInt8 = 0x90
    /// The third byte of U+FDEF, the last of the noncharacters.
    static let last: UInt8 = 0xAF

    /// `text` with its characters restored; returns nil if it holds no stand-in and no end of an address.
    static func restored(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard text.contains(first) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if let standIn = StandIn(at: index, of: text) {
                result.append(standIn.character)
                index += 3
            } else if text[index...].starts(with: end) {
                index += end.count
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return result
    }

    private init?(at index: Int, of text: UnsafeBufferPointer<UInt8>) {
        guard text[index] == Self.first, index + 2 < text.count, text[index + 1] == Self.second,
            Self.third...Self.last ~= text[index + 2]
        else { return nil }
        self.init(rawValue: text[index + 2] - Self.third)
    }

    /// Restores the characters in everything that a document shows.
    static func restore(_ document: Node) {
        walk(document) { node, isEntering in
            guard isEntering else { return }
            switch Kind(node) {
            case .text, .code, .html, .htmlBlock: set(literal(node)) { cmark_node_set_literal(node, $0) }
            case .codeBlock:
                set(literal(node)) { cmark_node_set_literal(node, $0) }
                set(buffer(cmark_node_get_fence_info(node))) { cmark_node_set_fence_info(node, $0) }
            case .link, .image:
                set(buffer(cmark_node_get_url(node))) { cmark_node_set_url(node, $0) }
                set(buffer(cmark_node_get_title(node))) { cmark_node_set_title(node, $0) }
            default: break
            }
        }
    }

    private static func set(_ text: UnsafeBufferPointer<UInt8>, _ change: (UnsafePointer<CChar>) -> Int32) {
        guard let restored = restored(text) else { return }
        (restored + [0]).withUnsafeBytes { bytes in
            guard let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress else { return }
            _ = change(start)
        }
    }
}
