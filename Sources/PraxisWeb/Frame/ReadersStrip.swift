package import HTML
package import PraxisWords

/// Who can read what stands on a page: one line with a sign, the same on every page of a place.
package struct ReadersStrip {
    package enum Reach: Sendable {
        case everyone, members, confidential
        /// Members of what nobody else can find.
        case hidden
        /// The one who looks at it.
        case own
    }

    private let words: CommonWords
    private let reach: Reach
    private let sentence: HTML
    private let isLoud: Bool

    /// The sentence says by itself who can read it; the sign adds nothing to it.
    ///
    /// A loud one warns those who are about to write.
    package init(_ reach: Reach, _ sentence: HTML, _ words: Words, isLoud: Bool = false) {
        self.words = words.common
        self.reach = reach
        self.sentence = sentence
        self.isLoud = isLoud
    }

    package var html: HTML {
        switch reach {
        case .everyone: strip(.globe, "")
        case .members: strip(.people, "")
        case .hidden: strip(.hidden, "")
        case .own: strip(.lock, "")
        case .confidential: strip(.lock, "<strong>\(words.confidential()).</strong> ", style: " confidential")
        }
    }

    private func strip(_ icon: Icon, _ word: HTML, style: HTML = HTML()) -> HTML {
        "<p class=\"strip\(style)\(if: isLoud, " loud")\">\(icon.html)<span>\(word)\(sentence)</span></p>"
    }
}
