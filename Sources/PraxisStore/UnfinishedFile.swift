import Foundation

/// A file with everything in it, as long as it is being written: nobody else can read it, whatever the place it goes to.
///
/// It is made (mode 0600) in a folder of its own (0700) beside its place, where its journals lie too, and moved there when it is whole. What a
/// process that was killed has left is replaced by the next file for that place; in the data folder it goes at the next start.
package final class UnfinishedFile: Sendable {
    static let suffix = ".unfinished"

    package let path: String
    /// Where it is written.
    package let file: String
    private let folder: String
    private let descriptor: CInt

    /// - Throws: `StoreError.fullAt`, `.notWrittenAt`.
    package init(for path: String) throws {
        (self.path, folder) = (path, path + Self.suffix)
        file = folder + "/copy"
        try? FileManager.default.removeItem(atPath: folder)
        guard mkdir(folder, 0o700) == 0 else { throw Self.failure(path) }
        let opened = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        if opened < 0 {
            let failure = Self.failure(path)
            rmdir(folder)
            throw failure
        }
        descriptor = opened
    }

    deinit {
        close(descriptor)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Moves it to its place, once it is on disk.
    func finish() throws {
        guard fsync(descriptor) == 0, rename(file, path) == 0 else { throw Self.failure(path) }
    }

    private static func failure(_ path: String) -> StoreError {
        let code = errno
        return code == ENOSPC ? .fullAt(path) : .notWrittenAt(path, reason: String(cString: strerror(code)))
    }
}
