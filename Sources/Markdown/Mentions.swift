internal import CMarkGFM

extension Markdown {
    /// Scalars of the longest name that can be mentioned.
    private static let longestName = 60

    /// The text after each "@" that begins a word outside code and quotations: up to 60 scalars of its line, at most `limit` different
    /// ones.
    ///
    /// Names contain spaces, so the caller takes the longest name or role it knows that a text begins with.
    public static func mentions(in source: String, limit: Int = 10) -> [String] {
        var source = source
        return source.withUTF8 { bytes in
            guard bytes.contains(UInt8(ascii: "@")), !Shape.isHostile(bytes),
                let text = withDocument(bytes, { document, _ in ownText(document) })
            else {
                return []
            }
            return candidates(in: text, limit: limit)
        }
    }

    /// The text of a document with one line for each block; code and quotations are left out and end a line.
    private static func ownText(_ document: Node) -> String {
        var text: [UInt8] = [], quotes = 0
        walk(document) { node, isEntering in
            let kind = Kind(node)
            if kind == .quote { quotes += isEntering ? 1 : -1 }
            switch kind {
            case _ where quotes > 0: text.append(newline)
            case .text, .html, .htmlBlock: text.append(contentsOf: literal(node))
            case .emphasis, .strong, .strikethrough, .link, .image: break
            default: text.append(newline)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func candidates(in text: String, limit: Int) -> [String] {
        let scalars = text.unicodeScalars
        var found: [String] = []
        var previous: Unicode.Scalar = "\n"
        for index in scalars.indices where found.count < limit {
            if scalars[index] == "@", !isPartOfWord(previous), let name = name(in: scalars[index...].dropFirst()),
                !found.contains(name)
            {
                found.append(name)
            }
            previous = scalars[index]
        }
        return found
    }

    private static func name(in rest: Substring.UnicodeScalarView) -> String? {
        var name = rest.prefix(longestName).prefix { $0 != "@" && $0.value >= 0x20 }
        guard let first = name.first, first.properties.isAlphabetic || first.properties.numericType != nil else {
            return nil
        }
        while name.last?.properties.isWhitespace == true { name.removeLast() }
        return String(name)
    }

    /// Whether "@" after `scalar` is part of something else: an email address or a web address.
    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        "@/._-+".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
            || scalar.properties.numericType != nil
    }
}
