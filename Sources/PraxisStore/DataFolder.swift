import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The folder that holds all data of a site.
///
/// One process owns it, by a lock that is released when the process ends.
package final class DataFolder: Sendable {
    package let path: String
    private let lock: CInt

    /// Creates the folder (mode 0700) if it does not exist, and takes the lock.
    /// - Throws: `StoreError.inUse` if another process holds the lock, `.notWritable` with the system's reason.
    package init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw StoreError.notWritable(folder: path, reason: error.localizedDescription)
        }
        lock = open(path + "/praxis.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else {
            throw StoreError.notWritable(folder: path, reason: String(cString: strerror(errno)))
        }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            Glibc.close(lock)
            throw StoreError.inUse(folder: path)
        }
        guard access(path, W_OK) == 0 else {
            Glibc.close(lock)
            throw StoreError.notWritable(folder: path, reason: String(cString: strerror(errno)))
        }
        sweep()
    }

    /// Removes temporary copies left by a process that was killed: no one else can be using them, since we hold the lock.
    private func sweep() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let copies = [verifyCopy, restoreCopy].map { String($0.dropFirst(path.count + 1)) }
        for name in names where copies.contains(name) || name.hasSuffix(UnfinishedFile.suffix) {
            try? FileManager.default.removeItem(atPath: path + "/" + name)
        }
    }

    deinit { Glibc.close(lock) }

    package var database: String { path + "/praxis.db" }
    package var controlSocket: String { path + "/praxis.sock" }
    /// The folder of the copy that `praxis verify` checks.
    package var verifyCopy: String { path + "/verify-copy" }
    /// The folder of the copy of a file to be restored, while it is checked.
    package var restoreCopy: String { path + "/restore-copy" }
}
