/// The text parts of mails: plain lines that any reader shows as they are.
package enum MailText {
    /// Columns that a line has at the most, unless one word has more.
    package static let width = 72

    /// The text with its lines broken between words; later lines begin with `indent`.
    ///
    /// No word is broken, so that links stay whole, and no mark of French typography is parted from its word.
    package static func wrapped(_ text: String, indent: String = "") -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line($0, indent) }.joined(separator: "\n")
    }

    private static func line(_ text: Substring, _ indent: String) -> String {
        var result = "", column = 0
        for word in words(text) {
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

    /// What stands between spaces, with the marks that French sets apart by one: "« oui »", "vraiment ?".
    private static func words(_ text: Substring) -> [String] {
        var words: [String] = []
        for word in text.split(separator: " ") {
            if let last = words.last, last.hasSuffix("«") || ["»", "?", "!", ";", ":"].contains(word.prefix(1)) {
                words[words.count - 1] = last + " " + word
            } else {
                words.append(String(word))
            }
        }
        return words
    }

    /// The end of a mail, after the line that readers know a signature by.
    package static func footer(_ lines: [String]) -> String {
        "-- \n" + lines.map { wrapped($0) + "\n" }.joined()
    }
}
