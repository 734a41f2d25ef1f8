/// What the pages of this slice say: `search` in the files.
package struct SearchWords: Decodable, Sendable {
    package let title: Phrase
}
