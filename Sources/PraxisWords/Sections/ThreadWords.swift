/// The texts of the pages about threads: `threads` in the files.
package final class ThreadWords: Decodable, Sendable {
    package let read: ThreadReadWords
    package let write: ThreadWriteWords
}
