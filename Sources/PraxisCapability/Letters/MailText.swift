/// The text parts of mails: plain lines that any reader shows as they are.
package enum MailText {
    /// Maximum columns of a line, unless one word has more.
    package static let width = 72

    /// The text with its lines broken between words; later lines begin with `indent`.
    ///
    /// No word is broken, so that links stay whole, and no mark of French typography is parted from its word.
    package static func wrapped(_ text: String, indent: String = "") -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0, indent) }.joined(separator: "\n")
    }

    private static func line(_ text: Substring, _ indent: String) -> String {
        var result = "", column = 0
        for word in unbreakable(text) {
            let length = word.unicodeScalars.count
            if column == 0 {
                result += word
            } else if column + 1 + length <= width {
                result += " " + word
                column += 1
            } else {
                result += "\n" + indent + word
                column = indent.unicodeScalars.count
            }
            column += length
        }
        return result
    }

    /// The words of a line, with marks that stand apart from their word in French kept beside it.
    private static func unbreakable(_ line: Substring) -> [String] {
        line.split(separator: " ").reduce(into: []) { words, word in
            let isMark = word.unicodeScalars.allSatisfy { "»:;!?".unicodeScalars.contains($0) }
            if let last = words.last, isMark || last.hasSuffix("«") {
                words[words.count - 1] = last + " " + word
            } else {
                words.append(String(word))
            }
        }
    }

    /// The end of a mail, after the line that readers know a signature by.
    package static func footer(_ lines: [String]) -> String {
        "-- \n" + lines.map { wrapped($0) + "\n" }.joined()
    }
}
