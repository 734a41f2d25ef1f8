/// What the pages of this slice say: `threads` in the files.
package struct ThreadWords: Decodable, Sendable {
    package let title: Phrase
}
