/// What the pages of this slice say: `groups` in the files.
package struct GroupWords: Decodable, Sendable {
    package let title: Phrase
}
