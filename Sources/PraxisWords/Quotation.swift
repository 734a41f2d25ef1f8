/// Quotation marks within quotation marks, as English and French set them.
enum Quotation {
    /// Whether a text ends with a mark that opens a quotation.
    static func opens(after text: Substring) -> Bool {
        text.last == "“" || text.hasSuffix("«\u{a0}")
    }

    /// A text with its own marks one step further in: “ ” become ‘ ’, and « » become “ ”.
    static func inner(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { steps[$0] != nil }) else { return text }
        var inner = String.UnicodeScalarView(), isPadding = false
        for scalar in text.unicodeScalars {
            // The no-break space inside « » goes with them.
            if isPadding, spaces.contains(scalar) {
                isPadding = false
                continue
            }
            if scalar == "»", let last = inner.last, spaces.contains(last) { inner.removeLast() }
            isPadding = scalar == "«"
            inner.append(steps[scalar] ?? scalar)
        }
        return String(inner)
    }

    private static let steps: [Unicode.Scalar: Unicode.Scalar] = ["“": "‘", "”": "’", "«": "“", "»": "”"]
    private static let spaces: Set<Unicode.Scalar> = ["\u{a0}", "\u{202f}", " "]
}
