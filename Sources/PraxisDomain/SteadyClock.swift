import Synchronization

/// The time of day as commands, limits and pages see it: it never goes back.
///
/// It follows the wall clock, including forward jumps. If the wall clock is set back, it continues from where it was at 15/16 of the
/// pace of the monotonic clock until the wall clock has caught up: meanwhile five seconds last a third of a second longer, and no one
/// waits for a repeated hour to pass.
package final class SteadyClock: Sendable {
    private struct Anchor {
        var time: Timestamp
        var uptime: Span
    }

    private let wall: @Sendable () -> Timestamp
    private let uptime: @Sendable () -> Duration
    private let anchor: Mutex<Anchor>

    /// - Parameters:
    ///   - wall: the time of day, which may go back.
    ///   - uptime: how long the process has run, by the monotonic clock.
    ///   - start: a moment that has certainly passed.
    package init(
        wall: @escaping @Sendable () -> Timestamp,
        uptime: @escaping @Sendable () -> Duration,
        start: Timestamp = .distantPast
    ) {
        (self.wall, self.uptime) = (wall, uptime)
        anchor = Mutex(Anchor(time: start, uptime: Span(uptime())))
    }

    package func now() -> Timestamp {
        let time = wall(), uptime = Span(uptime())
        return anchor.withLock { anchor in
            let passed = max(0, uptime.milliseconds - anchor.uptime.milliseconds)
            let paced = anchor.time + Span(milliseconds: passed * 15 / 16)
            guard time >= paced else { return paced }
            anchor = Anchor(time: time, uptime: uptime)
            return time
        }
    }
}
