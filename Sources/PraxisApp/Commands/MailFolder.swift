package import Foundation
import PraxisCrypto
import PraxisMail

/// A replacement for sendmail on machines without one: writes the message on standard input to a Maildir.
package enum MailFolder {
    /// - Returns: an exit code of sysexits.h.
    package static func deliver(_ message: Data, to folder: String) -> Int32 {
        guard !message.isEmpty else { return EX_DATAERR }
        do {
            let unique = "P\(getpid())R\(Random.digits(12))"
            try Maildir.deliver(
                [UInt8](message),
                to: folder,
                hostname: ProcessInfo.processInfo.hostName,
                now: Date(),
                unique: unique
            )
            return EX_OK
        } catch {
            FileHandle.standardError.write(Data((error.description + "\n").utf8))
            return EX_CANTCREAT
        }
    }
}

extension MailFolder {
    static let command = "sendmail-to-maildir"

    /// The Maildir that a mail setting names; returns nil if it does not name this replacement.
    static func named(in setting: String) -> String? {
        let words = setting.split(separator: " ").map(String.init)
        guard let at = words.firstIndex(of: command), at + 1 < words.count else { return nil }
        return words[at + 1]
    }

    /// The most recent message.
    static func newest(in folder: String) -> Data? {
        let files = ["/new/", "/cur/"].flatMap { part in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + part)) ?? []
            return names.map { folder + part + $0 }
        }
        let dated = files.map { path in
            var status = stat()
            return (path, stat(path, &status) == 0 ? (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) : (0, 0))
        }
        return dated.max { $0.1 < $1.1 }.flatMap { FileManager.default.contents(atPath: $0.0) }
    }
}
