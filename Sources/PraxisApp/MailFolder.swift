package import Foundation
import PraxisCrypto
import PraxisMail

/// A stand-in for sendmail on machines that have none: the message on the standard input goes into a Maildir.
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
