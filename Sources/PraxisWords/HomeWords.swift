/// What the pages of this slice say: `home` in the files.
package struct HomeWords: Decodable, Sendable {
    package let title: Phrase
}
