import PraxisDomain

/// Whom an "@" may mean, from its text alone.
package enum MentionPlan {
    /// The folded beginnings of what follows an "@" that end where a word ends, the longest first.
    package static func names(in candidate: String) -> [String] {
        let scalars = Array(TypedText.folded(candidate).unicodeScalars)
        var names: [String] = []
        for end in scalars.indices.dropFirst() where isEdge(scalars, end) { names.append(text(scalars[..<end])) }
        if !scalars.isEmpty { names.append(text(scalars[...])) }
        return names.reversed()
    }

    /// The role that is mentioned instead of a name; `roles` is what each may be called, folded.
    static func role(in candidate: String, _ roles: [String: Role]) -> Role? {
        names(in: candidate).lazy.compactMap { roles[$0] }.first
    }

    /// The part shown of a candidate that is not a known name: its first word and those behind it that begin with a capital letter, with
    /// small ones between them as in "van der", at most five, up to the first mark.
    package static func shown(_ candidate: String) -> String {
        let marks: Set<Character> = [",", ";", ":", ".", "!", "?", "(", ")", "\"", "”", "»"]
        let words = candidate.prefix { !marks.contains($0) }.split(whereSeparator: \.isWhitespace).prefix(5)
        var shown = 1
        for (index, word) in words.enumerated().dropFirst() {
            if word.first?.isUppercase == true { shown = index + 1 } else if !particles.contains(folded(word)) { break }
        }
        return words.isEmpty ? candidate : words.prefix(shown).joined(separator: " ")
    }

    /// Small words within names.
    private static let particles: Set<String> = [
        "al", "ap", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la",
        "le", "of",
        "ten", "ter", "van", "von", "y", "zu", "zur",
    ]

    private static func folded(_ word: Substring) -> String { TypedText.folded(String(word)) }

    /// Whether a word ends before `end`, or a mark does.
    private static func isEdge(_ scalars: [Unicode.Scalar], _ end: Int) -> Bool {
        !(isPartOfWord(scalars[end - 1]) && isPartOfWord(scalars[end])) && scalars[end - 1] != " "
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
