import Foundation

/// Which words of a typed text are nowhere in what is shown of it.
enum ShownWords {
    /// Text, addresses and titles of HTML.
    static func shown(_ html: String) throws -> String {
        try tokens(html).map { token in
            switch token {
            case .start(_, let attributes):
                " "
                    + ["href", "title", "start", "value"].compactMap { attributes[$0] }
                    .map { $0.removingPercentEncoding ?? $0 }.joined(separator: " ") + " "
            case .end: ""
            case .text(let text): text
            }
        }.joined()
    }

    /// The words of `source` that `shown` does not hold.
    static func missing(in shown: String, of source: String) -> [String] {
        let known = Set(words(shown))
        let missing = words(source).filter { !known.contains($0) && shown.range(of: $0, options: .literal) == nil }
        if missing.isEmpty { return [] }
        var text = source
        for (mark, _) in marks { text = text.replacing(mark) { _ in " " } }
        return words(text).filter { missing.contains($0) }
    }

    /// Runs of letters and digits.
    private static func words(_ text: String) -> [String] {
        text.unicodeScalars.split { scalar in
            scalar.isASCII
                ? !("a"..."z" ~= scalar || "A"..."Z" ~= scalar || "0"..."9" ~= scalar)
                : !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
        }.map { String($0) }
    }

    /// What is not shown as it was typed, and why.
    private static var marks: [(Regex<Substring>, String)] {
        [
            (/&[A-Za-z0-9#]+;/, "an entity is the character that it names"),
            (/(?m)\[[xX]\]/, "the box of a task is ☑"),
            (/(?:\]\[(?:\\.|[^\]\\])*)+\]/, "the label of a link is not its text"),
            (/\[(?:\\.|[^\[\]\\])*\]:/, "the label of a definition that a link uses leads to an address"),
            (/(?m)[0-9]{1,9}[.)](?=\s|$)/, "a list that is typed 1. 1. 1. counts on, and 01. is 1."),
        ]
    }
}
