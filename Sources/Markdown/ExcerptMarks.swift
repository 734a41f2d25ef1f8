/// The marks around a cut: a quotation that is open there is closed, and none is opened for nothing.
enum ExcerptMarks {
    /// What closes the quotations that `text` opens and does not close, the innermost first.
    static func closing(_ text: String) -> String {
        var open: [Unicode.Scalar] = [], before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "“", "«": open.append(scalar)
            case "”" where open.last == "“", "»" where open.last == "«": open.removeLast()
            case "\"" where open.last == "\"": open.removeLast()
            case "\"" where before == "(" || before.properties.isWhitespace: open.append(scalar)
            default: break
            }
            before = scalar
        }
        return open.reversed().map { $0 == "“" ? "”" : $0 == "«" ? "\u{a0}»" : "\"" }.joined()
    }

    /// Without what would stand before the sign of a cut and mean nothing there: a mark that opens, a comma, a point, a space.
    static func withoutOpening(_ text: String) -> String {
        let hanging: Set<Character> = ["“", "«", "(", ",", ".", ";", ":", "–", "—"]
        var text = Substring(text)
        while let last = text.last, hanging.contains(last) || last.isWhitespace { text.removeLast() }
        return String(text)
    }

    static func withoutClosing(_ text: String) -> Substring {
        var text = Substring(text)
        while let last = text.last, ["”", "»", "\"", "\u{a0}"].contains(last) { text.removeLast() }
        return text
    }
}
