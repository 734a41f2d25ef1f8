import FoundationEssentials

/// Outgoing mail: a program that takes one message for one recipient, as sendmail does.
///
/// It is run without a shell, as `PROGRAM ARGUMENTS -f SENDER -- RECIPIENT`, with the message on its standard input, and inherits no
/// descriptor of this process and none of its `PRAXIS_…` settings.
package struct Sendmail: Sendable {
    package let program: String
    package let arguments: [String]
    /// After this long, the program and everything it started are killed.
    package let timeout: Duration
    /// The part of this process's environment that the program gets: none of our settings, some of which are secrets.
    private let environment: [String]

    /// Parses a setting such as `/usr/sbin/sendmail -i`: an absolute path and arguments, separated by spaces.
    ///
    /// There is no quoting; returns nil without an absolute path, or if it contains a NUL.
    package init?(setting: String, timeout: Duration = .seconds(60)) {
        let words = setting.split(separator: " ").map(String.init)
        guard let program = words.first, program.hasPrefix("/"), !setting.utf8.contains(0) else { return nil }
        self.program = program
        arguments = Array(words.dropFirst())
        self.timeout = timeout
        environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PRAXIS_") }
            .map { "\($0.key)=\($0.value)" }
    }

    /// Hands the message over; it has been accepted when this returns.
    ///
    /// Blocks its own thread, one for each call: callers limit how many run at a time. A hand-over that has begun is not cancelled with its
    /// task, because it would be unknown whether the message was accepted.
    package func send(_ message: Message) async throws(SendmailFailure) {
        let outcome = await withCheckedContinuation { (resume: CheckedContinuation<Outcome, Never>) in
            do throws(SystemFailure) {
                try DetachedThread.start { resume.resume(returning: handOver(message)) }
            } catch {
                resume.resume(returning: .failure(SendmailFailure(.cannotStart(error.code))))
            }
        }
        try outcome.get()
    }

    typealias Outcome = Result<Void, SendmailFailure>

    private func handOver(_ message: Message) -> Outcome {
        do throws(SystemFailure) {
            let bytes = message.rendered()
            let child = try Child.start(
                program,
                arguments(for: message),
                environment: environment,
                message: bytes
            )
            var handOver = HandOver(to: child, bytes, deadline: .now + timeout)
            return handOver.run()
        } catch {
            return .failure(SendmailFailure(.cannotStart(error.code)))
        }
    }

    private func arguments(for message: Message) -> [String] {
        let sender =
            switch message.envelopeSender {
            case .null: "<>"
            case .address(let address): address.text
            }
        return arguments + ["-f", sender, "--", message.to.address.text]
    }
}
