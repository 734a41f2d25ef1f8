package import PraxisWords

/// The texts of the style guide, and what its samples are filled with: `style` in the files.
package final class StyleWords: WordSection {
    package static let name = "style"

    package let title: Phrase
    package let lead: Phrase
    package let contents: Phrase
    package let colours: Phrase
    package let coloursText: Phrase
    package let name: Phrase
    package let ground: Phrase
    package let light: Phrase
    package let dark: Phrase
    package let type: Phrase
    package let typeText: Phrase
    package let size: Phrase
    package let space: Phrase
    package let icons: Phrase
    package let iconsText: Phrase
    package let faces: Phrase
    package let buttons: Phrase
    package let buttonsText: Phrase
    package let fields: Phrase
    package let errors: Phrase
    package let banners: Phrase
    package let insets: Phrase
    package let pagesText: Phrase
    package let disclosure: Phrase
    package let facts: Phrase
    package let samples: StyleSampleWords
}

/// What stands in samples.
package final class StyleSampleWords: Decodable, Sendable {
    package let community: Phrase
    package let group: Phrase
    package let titles: [String]
    package let posts: [String]
    package let sentence: Phrase
    package let label: Phrase
    package let hint: Phrase
    package let choices: [String]
    package let warning: Phrase
    package let done: Phrase
}

extension Words {
    package var style: StyleWords { self[StyleWords.self] }
}
