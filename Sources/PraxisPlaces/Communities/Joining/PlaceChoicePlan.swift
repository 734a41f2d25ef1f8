import PraxisDomain

/// Which of the communities that a newcomer is offered fit what they do and where they are, and in which order all of them stand: pure.
package enum PlaceChoicePlan {
    /// Shorter words say too little of what somebody does, or of where they are.
    private static let shortest = 4

    /// Whether a word of what somebody does begins a word of what a community is called, or of its concern, in whatever case and accents.
    package static func fits(_ occupation: String, name: String, concern: String) -> Bool {
        let own = words(occupation).filter { $0.count >= shortest }
        return words(name + " " + concern).contains { word in own.contains { word.hasPrefix($0) } }
    }

    /// Whether two regions share a word, or a part between commas or points however short ("NB"), in whatever case and accents.
    package static func isNear(_ region: String, _ other: String) -> Bool {
        !parts(region).isDisjoint(with: parts(other))
    }

    /// The words that say something, and what stands between commas, points and strokes.
    private static func parts(_ region: String) -> Set<String> {
        let listed = TypedText.folded(region).split { ",;/·".contains($0) }
            .map { $0.split(separator: " ").joined(separator: " ") }
        return Set(words(region).filter { $0.count >= shortest }.map(String.init) + listed.filter { !$0.isEmpty })
    }

    /// Those that fit what they do come first, then those of their region, then those in their language, then by name.
    package static func isBefore(_ first: Key, _ second: Key) -> Bool {
        if first.fits != second.fits { return first.fits }
        if first.isNear != second.isNear { return first.isNear }
        if first.isInLanguage != second.isInLanguage { return first.isInLanguage }
        return first.folded < second.folded
    }

    /// By what a community is put in its place.
    package struct Key: Sendable {
        let fits: Bool
        let isNear: Bool
        let isInLanguage: Bool
        let folded: String

        package init(fits: Bool, isNear: Bool, isInLanguage: Bool, name: String) {
            (self.fits, self.isNear) = (fits, isNear)
            self.isInLanguage = isInLanguage
            folded = TypedText.folded(name)
        }
    }

    private static func words(_ text: String) -> [Substring] {
        TypedText.folded(text).split { !$0.isLetter && !$0.isNumber }
    }
}
