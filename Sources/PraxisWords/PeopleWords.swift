/// What the pages of this slice say: `people` in the files.
package struct PeopleWords: Decodable, Sendable {
    package let title: Phrase
}
