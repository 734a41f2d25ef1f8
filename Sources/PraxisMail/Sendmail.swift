import FoundationEssentials

/// The way out for mail: a program that takes one message for one recipient, as sendmail does.
///
/// It is run without a shell, as `PROGRAM ARGUMENTS -f SENDER -- RECIPIENT`, with the message on its standard input, and
/// sees no descriptor of this process and none of its `PRAXIS_…` settings.
package struct Sendmail: Sendable {
    package let program: String
    package let arguments: [String]
    /// After this long the program and all that it started are killed.
    package let timeout: Duration
    /// What the program may know of this process's environment: no setting of ours, some of which are secrets.
    private let environment: [String]

    /// Reads a setting such as `/usr/sbin/sendmail -i`: an absolute path and arguments, split at spaces.
    ///
    /// There is no quoting; nil without an absolute path, or with a NUL.
    package init?(setting: String, timeout: Duration = .seconds(60)) {
        let words = setting.split(separator: " ").map(String.init)
        guard let program = words.first, program.hasPrefix("/"), !setting.utf8.contains(0) else { return nil }
        (self.program, arguments, self.timeout) = (program, Array(words.dropFirst()), timeout)
        environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PRAXIS_") }
            .map { "\($0.key)=\($0.value)" }
    }

    /// Hands the message over; it has been taken when this returns.
    ///
    /// Waits on a thread of its own, one for each call: callers bound how many run at once. A hand-over that has begun
    /// is not cancelled with its task, because nobody could tell then whether the message was taken.
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
