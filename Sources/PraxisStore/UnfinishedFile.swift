import Foundation

/// A file while it is being written: no other user can read it, wherever it is going to be stored.
///
/// It is created (mode 0600) in its own folder (0700) beside its destination, which also holds its journals, and moved there once
/// complete. Leftovers of a killed process are replaced by the next file for that destination; in the data folder they are removed at
/// the next start.
package final class UnfinishedFile: Sendable {
    static let suffix = ".unfinished"

    package let path: String
    /// The path it is written at.
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

    /// Appends to it; what is written otherwise is written by the path of `file`.
    /// - Throws: `StoreError.fullAt`, `.notWrittenAt`.
    package func append(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw Self.failure(path) }
                rest = rest.dropFirst(written)
            }
        }
    }

    /// Syncs it to disk, then moves it to its destination, in the place of a file that is there if it is `replacing` it.
    /// - Throws: `StoreError.fullAt`, `.notWrittenAt`.
    package func finish(replacing: Bool = true) throws {
        guard fsync(descriptor) == 0 else { throw Self.failure(path) }
        if !replacing { try claim() }
        guard rename(file, path) == 0 else { throw Self.failure(path) }
    }

    /// Makes its destination, which fails if there is anything by that name.
    private func claim() throws {
        let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw Self.failure(path) }
        close(opened)
    }

    private static func failure(_ path: String) -> StoreError {
        let code = errno
        return code == ENOSPC ? .fullAt(path) : .notWrittenAt(path, reason: String(cString: strerror(code)))
    }
}
