/// What the pages of this slice say: `communities` in the files.
package struct CommunityWords: Decodable, Sendable {
    package let title: Phrase
}
