package import HTML
package import PraxisWords

/// Who can read what stands on a page: one line with a sign, the same on every page of a place.
package struct ReadersStrip {
    package enum Reach: Sendable { case everyone, members, confidential }

    private let words: CommonWords
    private let reach: Reach
    private let sentence: HTML

    /// The sentence says by itself who can read it; the sign adds nothing to it.
    package init(_ reach: Reach, _ sentence: HTML, _ words: Words) {
        (self.reach, self.sentence, self.words) = (reach, sentence, words.common)
    }

    package var html: HTML {
        switch reach {
        case .everyone: "<p class=\"strip public\">\(Icon.globe.html)<span>\(sentence)</span></p>"
        case .members: "<p class=\"strip\">\(Icon.people.html)<span>\(sentence)</span></p>"
        case .confidential:
            "<p class=\"strip confidential\">\(Icon.lock.html)<span><strong>\(words.confidential()).</strong> \(sentence)</span></p>"
        }
    }
}
