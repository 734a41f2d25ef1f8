internal import Glibc

/// Why a message was not accepted.
package struct SendmailFailure: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        /// An exit code of sysexits.h for a failure that may not recur.
        case temporary(Int32)
        /// An exit code of sysexits.h that blames the message or the recipient.
        case permanent(Int32)
        /// The program was killed by this signal.
        case died(signal: Int32)
        /// The program exited successfully, but without reading all of the message.
        case brokenPipe
        /// The program did not exit in time and was killed.
        case timedOut
        /// The program could not be run at all, for this `errno`.
        case cannotStart(Int32)
    }

    package let reason: Reason
    /// The program's standard error: the first 4,096 bytes, on one line.
    package let output: String

    package init(_ reason: Reason, output: [UInt8] = []) {
        self.reason = reason
        self.output = HeaderText.clean(String(decoding: output, as: UTF8.self))
    }

    /// Interprets an exit code other than 0 according to sysexits.h.
    ///
    /// Only a code that blames the message or the recipient and nothing else is permanent. A misconfigured program (64, 77, 78, 126 …) will
    /// be fixed by the operator, an unavailable service (69) comes back, and no message is given up before that.
    package init(exitCode: Int32, output: [UInt8]) {
        let isPermanent = [EX_DATAERR, EX_NOUSER, EX_NOHOST].contains(exitCode)
        self.init(isPermanent ? .permanent(exitCode) : .temporary(exitCode), output: output)
    }

    /// Whether a retry makes sense.
    package var isTemporary: Bool {
        if case .permanent = reason { false } else { true }
    }

    package var description: String {
        output.isEmpty ? summary : "\(summary): \(output)"
    }

    /// The same without the program's own output, which may quote the message.
    package var summary: String {
        switch reason {
        case .temporary(let code), .permanent(let code):
            "the mail program ended with \(code), \(Self.meaning(of: code))"
        case .died(let signal): "the mail program died of signal \(signal)"
        case .brokenPipe: "the mail program did not read the whole message"
        case .timedOut: "the mail program did not end in time and was killed"
        case .cannotStart(let code): "the mail program cannot be started: \(String(cString: strerror(code)))"
        }
    }

    private static func meaning(of code: Int32) -> String {
        switch code {
        case EX_USAGE: "it was called wrongly"
        case EX_DATAERR: "the message is not acceptable"
        case EX_NOINPUT: "it could not read its input"
        case EX_NOUSER: "there is no such recipient"
        case EX_NOHOST: "there is no such host"
        case EX_UNAVAILABLE: "the message was refused, or what it needs is away"
        case EX_SOFTWARE, EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR: "it met an error of its own or of its system"
        case EX_TEMPFAIL: "it asks to try again later"
        case EX_PROTOCOL: "the other side broke the protocol"
        case EX_NOPERM: "this sender is not permitted"
        case EX_CONFIG: "it is not configured correctly"
        default: "a code without an agreed meaning"
        }
    }
}
