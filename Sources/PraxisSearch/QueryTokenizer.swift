/// Takes a query apart, term by term.
struct QueryTokenizer {
    struct Term: Equatable {
        var isExcluded = false
        /// What stands before the colon.
        var name: String?
        /// What stands behind it, without its quotation marks.
        var value = ""
        /// The whole term without a minus and quotation marks: what is looked for unless it is an operator.
        var text = ""
    }

    private var rest: ArraySlice<Unicode.Scalar>

    init(_ query: String) { rest = ArraySlice(query.unicodeScalars) }

    /// The next term; nil at the end.
    mutating func next() -> Term? {
        rest = rest.drop(while: Self.isSpace)
        guard let first = rest.first else { return nil }
        var term = Term()
        if first == "-", let second = rest.dropFirst().first, !Self.isSpace(second) {
            term.isExcluded = true
            rest.removeFirst()
        }
        if let phrase = quoted() {
            term.text = phrase
            return term
        }
        term.text = taking { !Self.isSpace($0) && $0 != ":" }
        guard rest.first == ":" else { return term }
        rest.removeFirst()
        term.name = term.text.lowercased()
        term.value = quoted() ?? taking { !Self.isSpace($0) }
        term.text += ":" + term.value
        return term
    }

    /// What stands between quotation marks, if one stands here and its partner follows.
    private mutating func quoted() -> String? {
        guard let first = rest.first, Self.quotationMarks.contains(first) else { return nil }
        let inside = rest.dropFirst().prefix { !Self.quotationMarks.contains($0) }
        guard inside.endIndex < rest.endIndex else { return nil }
        rest = rest[(inside.endIndex + 1)...]
        return Self.string(inside)
    }

    private mutating func taking(while fits: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix(while: fits)
        rest = rest[taken.endIndex...]
        return Self.string(taken)
    }

    /// Telephones type the curved ones.
    private static let quotationMarks: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]

    /// White space, and what no keyboard types: a NUL would end the text for the engine.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }

    private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view).split(whereSeparator: { $0.unicodeScalars.allSatisfy(isSpace) }).joined(separator: " ")
    }
}
