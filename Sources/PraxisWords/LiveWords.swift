/// What open pages say by themselves: `live` in the files.
package final class LiveWords: Decodable, Sendable {
    package let newPost: Phrase
    package let newPosts: Phrase
    package let changed: Phrase
    package let show: Phrase
}
