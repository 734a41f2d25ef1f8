package import FoundationEssentials
internal import Glibc

/// A folder of messages that needs no locks: one file for each message, which appears complete or not at all.
package enum Maildir {
    /// Why a message is not in the folder, and the path at which the system call failed.
    package struct Failure: Error, CustomStringConvertible {
        package let path: String
        package let code: Int32
        package var description: String { "\(path): \(String(cString: strerror(code)))" }
    }

    /// Adds the message to `new` once it is on disk; creates the folder and its subfolders.
    ///
    /// `unique` must differ from that of any other message of this second on this host; a second use is refused.
    /// - Throws: `Failure` if the message is not in the folder.
    package static func deliver(
        _ bytes: [UInt8],
        to directory: String,
        hostname: String,
        now: Date,
        unique: String
    ) throws(Failure) {
        for folder in ["", "/tmp", "/new", "/cur"] { try makeFolder(directory + folder) }
        let host = hostname.replacing("/", with: "\\057").replacing(":", with: "\\072")
        let name = "\(Int(now.timeIntervalSince1970.rounded(.down))).\(unique.replacing("/", with: "_")).\(host)"
        let (draft, message) = ("\(directory)/tmp/\(name)", "\(directory)/new/\(name)")
        try write(bytes, to: draft)
        defer { unlink(draft) }
        // A link, unlike a rename, never replaces a message that already has the name.
        guard link(draft, message) == 0 else { throw Failure(path: message, code: errno) }
        try synchronize(folder: directory + "/new")
    }

    private static func makeFolder(_ path: String) throws(Failure) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Failure(path: path, code: errno) }
    }

    private static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let file = Descriptor(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600))
        guard file.number >= 0 else { throw Failure(path: path, code: errno) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file.number, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) }
            if count < 0, errno != EINTR { throw abandon(path) }
        }
        guard fsync(file.number) == 0 else { throw abandon(path) }
    }

    /// Removes a file that could not be written, keeping the error.
    private static func abandon(_ path: String) -> Failure {
        let failure = Failure(path: path, code: errno)
        unlink(path)
        return failure
    }

    private static func synchronize(folder: String) throws(Failure) {
        let file = Descriptor(open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        guard file.number >= 0, fsync(file.number) == 0 else { throw Failure(path: folder, code: errno) }
    }
}
