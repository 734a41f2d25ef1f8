/// Which lines of other posts repeat what was removed from one, and how those posts read without them.
package enum QuoteRedactionPlan {
    /// With fewer letters and digits a line is blanked only if it is the same as a whole removed line.
    private static let shortest = 12

    /// The lines that some earlier text had and `new` does not have any more, as lines are compared.
    package static func removedLines(from earlier: [String], to new: String) -> Set<String> {
        let kept = Set(lines(of: new))
        return Set(earlier.flatMap(lines(of:))).subtracting(kept)
    }

    /// `body` with `mark` in place of every line that repeats a removed one; nil if absent.
    ///
    /// A quoted line repeats one if it is the same, a part of it or more than it; any other line only if it is the same and long
    /// enough to be no coincidence. What still stands in the post that was changed is never blanked.
    package static func blanked(
        _ body: String,
        without removed: Set<String>,
        keeping new: String,
        mark: String
    ) -> String? {
        let kept = Set(lines(of: new))
        var isChanged = false
        let blanked = body.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let prefix = line.prefix(while: { $0 == ">" || $0 == " " || $0 == "\t" })
            let text = compared(line)
            guard !kept.contains(text), repeats(text, removed, isQuoted: prefix.contains(">")) else {
                return String(line)
            }
            isChanged = true
            return prefix + mark
        }
        return isChanged ? blanked.joined(separator: "\n") : nil
    }

    private static func repeats(_ text: String, _ removed: Set<String>, isQuoted: Bool) -> Bool {
        if removed.contains(text) { return isQuoted || weight(text) >= shortest }
        guard isQuoted, weight(text) > 0 else { return false }
        return removed.contains { line in
            (weight(text) >= shortest && line.contains(text)) || (weight(line) >= shortest && text.contains(line))
        }
    }

    /// The lines of a text that say anything, without the marks of a quotation.
    private static func lines(of text: String) -> [String] {
        text.split(separator: "\n").map(compared).filter { weight($0) > 0 }
    }

    private static func compared(_ line: some StringProtocol) -> String {
        line.drop { $0 == ">" || $0.isWhitespace }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .lowercased()
    }

    private static func weight(_ line: String) -> Int { line.count { $0.isLetter || $0.isNumber } }
}
