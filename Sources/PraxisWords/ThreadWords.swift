/// What the pages about threads say: `threads` in the files.
package final class ThreadWords: Decodable, Sendable {
    package let read: ThreadReadWords
    package let write: ThreadWriteWords
}
