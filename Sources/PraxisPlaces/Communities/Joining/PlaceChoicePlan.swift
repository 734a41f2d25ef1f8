import PraxisDomain

/// Which of the communities that a newcomer is offered fit what they do, and in which order all of them stand: pure.
package enum PlaceChoicePlan {
    /// Shorter words say too little of what somebody does.
    private static let shortest = 4

    /// Whether a word of what somebody does begins a word of what a community is called, or of its concern, in whatever case and accents.
    package static func fits(_ occupation: String, name: String, concern: String) -> Bool {
        let own = words(occupation).filter { $0.count >= shortest }
        return words(name + " " + concern).contains { word in own.contains { word.hasPrefix($0) } }
    }

    /// Those that fit come first, then those in the member's language, then by name.
    package static func isBefore(_ first: Key, _ second: Key) -> Bool {
        if first.fits != second.fits { return first.fits }
        if first.isInLanguage != second.isInLanguage { return first.isInLanguage }
        return first.folded < second.folded
    }

    /// By what a community is put in its place.
    package struct Key: Sendable {
        let fits: Bool
        let isInLanguage: Bool
        let folded: String

        package init(fits: Bool, isInLanguage: Bool, name: String) {
            (self.fits, self.isInLanguage) = (fits, isInLanguage)
            folded = TypedText.folded(name)
        }
    }

    private static func words(_ text: String) -> [Substring] {
        TypedText.folded(text).split { !$0.isLetter && !$0.isNumber }
    }
}
