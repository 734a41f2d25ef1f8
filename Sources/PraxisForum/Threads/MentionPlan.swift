import PraxisDomain

/// Whom an "@" may mean, from its text alone.
enum MentionPlan {
    /// The folded beginnings of what follows an "@" that end where a word ends, the longest first.
    static func names(in candidate: String) -> [String] {
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

    /// What is shown of a candidate that nobody is known by: at most four words, up to the first mark.
    static func shown(_ candidate: String) -> String {
        let marks: Set<Character> = [",", ";", ":", ".", "!", "?", "(", ")", "\"", "”", "»"]
        let words = candidate.prefix { !marks.contains($0) }.split(separator: " ")
        return words.isEmpty ? candidate : words.prefix(4).joined(separator: " ")
    }

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
