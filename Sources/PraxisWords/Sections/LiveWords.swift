/// The texts with which open pages announce what happens: `live` in the files.
package final class LiveWords: Decodable, Sendable {
    package let newPost: Phrase
    package let newPosts: Phrase
    package let changed: Phrase
    package let show: Phrase
}
