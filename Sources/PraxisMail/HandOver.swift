internal import Glibc

/// A message on its way to a program, followed until the program ends.
///
/// It blocks, so it runs on its own thread.
struct HandOver: ~Copyable {
    private var child: Child
    private var unsent: ArraySlice<UInt8>
    private let deadline: ContinuousClock.Instant
    private var output: [UInt8] = []

    /// At most this many bytes of standard error are kept: enough for a log, however much the program writes.
    private static let outputLimit = 4_096
    /// The longest wait, in milliseconds, for an event that no descriptor reports: an end while standard error is kept open elsewhere.
    private static let longestPause: Int32 = 50

    /// The beginning of the message is already in the pipe.
    init(to child: consuming Child, _ message: [UInt8], deadline: ContinuousClock.Instant) {
        (unsent, self.deadline) = (message.dropFirst(child.written), deadline)
        self.child = child
        if unsent.isEmpty { self.child.input = nil }
    }

    mutating func run() -> Sendmail.Outcome {
        var pause: Int32 = 1
        while true {
            if let end = child.end() { return outcome(end) }
            guard ContinuousClock.now < deadline else {
                child.kill()
                readErrors()
                return .failure(SendmailFailure(.timedOut, output: output))
            }
            let moved = wait(pause)
            pause = moved ? 1 : min(pause * 2, Self.longestPause)
        }
    }

    /// Waits until a descriptor is ready, at most `pause` milliseconds, and serves it; returns false if none was.
    private mutating func wait(_ pause: Int32) -> Bool {
        let writer = unsent.isEmpty ? -1 : child.input?.number ?? -1
        var waiting = [
            pollfd(fd: writer, events: Int16(POLLOUT), revents: 0),
            pollfd(fd: child.errors?.number ?? -1, events: Int16(POLLIN), revents: 0),
        ]
        guard poll(&waiting, nfds_t(waiting.count), pause) > 0 else { return false }
        if waiting[0].revents != 0 { writeInput() }
        if waiting[1].revents != 0 { readErrors() }
        return true
    }

    private mutating func writeInput() {
        guard let writer = child.input?.number else { return }
        let count = unsent.withUnsafeBytes { write(writer, $0.baseAddress, $0.count) }
        if count > 0 { unsent = unsent.dropFirst(count) }
        if unsent.isEmpty { child.input = nil }
    }

    /// Reads what is available, at most a pipe's capacity, and keeps the beginning of the whole output.
    private mutating func readErrors() {
        guard let reader = child.errors?.number else { return }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = read(reader, &chunk, chunk.count)
        if count > 0 {
            output += chunk.prefix(min(count, Self.outputLimit - output.count))
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            child.errors = nil
        }
    }

    private mutating func outcome(_ end: Child.End) -> Sendmail.Outcome {
        readErrors()
        switch end {
        case .exited(0): return isRead() ? .success(()) : .failure(SendmailFailure(.brokenPipe, output: output))
        case .exited(let code): return .failure(SendmailFailure(exitCode: code, output: output))
        case .died(let signal): return .failure(SendmailFailure(.died(signal: signal), output: output))
        }
    }

    /// Whether all of the message went into the pipe and was read from it.
    private func isRead() -> Bool {
        unsent.isEmpty && !child.hasUnreadInput()
    }
}
