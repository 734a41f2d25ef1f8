package import PraxisDomain
import Synchronization

/// Rate limits per member, session or address: for the whole site, in memory, reset when the process ends.
///
/// A sliding window approximated by two counts: the previous window's count is weighted by how much of it still lies in the sliding window.
package final class Limiter: Sendable {
    /// What is limited, and for whom: `subject` is an address, an account or a session.
    package struct Key: Hashable, Sendable {
        let purpose: String
        let subject: String

        package init(_ purpose: String, _ subject: String) { (self.purpose, self.subject) = (purpose, subject) }
    }

    private struct Slot: Hashable {
        let key: Key
        let rate: Rate
    }

    /// Measured from `start`, in milliseconds of the process's uptime.
    private struct Window {
        var start: Int64
        var count: Int
        var previous: Int
    }

    /// Above this many keys, those whose windows have passed are removed.
    private static let sweepAbove = 50_000

    private let isOn: Bool
    private let uptime: @Sendable () -> Duration
    private let windows = Mutex<[Slot: Window]>([:])

    /// - Parameters:
    ///   - isOn: false for load tests.
    ///   - uptime: how long the process has run, by the monotonic clock.
    package init(isOn: Bool, uptime: @escaping @Sendable () -> Duration) { (self.isOn, self.uptime) = (isOn, uptime) }

    /// Counts one use against all `rates`, or against none if one of them is used up.
    /// - Throws: `Denial.tooMany` with the time after which it would pass, if nothing else is counted meanwhile.
    package func use(_ key: Key, _ rates: [Rate]) throws(Denial) {
        guard isOn else { return }
        let now = Span(uptime()).milliseconds
        let wait: Int64 = windows.withLock { windows in
            if windows.count > Self.sweepAbove {
                windows = windows.filter { now < $1.start + 2 * $0.rate.span.milliseconds }
            }
            let current = rates.map { Self.current(windows[Slot(key: key, rate: $0)], $0, now) }
            let wait = zip(current, rates).map { Self.wait($0, $1, now) }.max() ?? 0
            guard wait == 0 else { return wait }
            for (var window, rate) in zip(current, rates) {
                window.count += 1
                windows[Slot(key: key, rate: rate)] = window
            }
            return 0
        }
        if wait > 0 { throw .tooMany(retryAfter: Span(milliseconds: max(1000, wait))) }
    }

    /// Takes back one use: one counted in advance, so that concurrent requests cannot all pass, which turned out not to count.
    package func giveBack(_ key: Key, _ rates: [Rate]) {
        windows.withLock { windows in
            for rate in rates {
                let slot = Slot(key: key, rate: rate)
                if let count = windows[slot]?.count, count > 0 { windows[slot]?.count = count - 1 }
            }
        }
    }

    /// Resets the count, after a successful sign-in.
    package func forget(_ key: Key, _ rates: [Rate]) {
        windows.withLock { windows in for rate in rates { windows[Slot(key: key, rate: rate)] = nil } }
    }

    private static func current(_ window: Window?, _ rate: Rate, _ now: Int64) -> Window {
        let span = rate.span.milliseconds
        guard let window, now < window.start + 2 * span else { return Window(start: now, count: 0, previous: 0) }
        if now < window.start + span { return window }
        return Window(start: window.start + span, count: 0, previous: window.count)
    }

    /// Milliseconds until one more use passes; 0 if it passes now.
    private static func wait(_ window: Window, _ rate: Rate, _ now: Int64) -> Int64 {
        let span = rate.span.milliseconds, elapsed = now - window.start
        let pass = passes(window.count, window.previous, rate)
        if pass <= span { return max(0, pass - elapsed) }
        // Not in this window, whose count becomes the previous count of the next one.
        return span - elapsed + min(span, passes(0, window.count, rate))
    }

    /// How far into a window, in milliseconds, one more use passes; beyond the window if it does not.
    ///
    /// It passes once the weighted previous count is small enough.
    private static func passes(_ count: Int, _ previous: Int, _ rate: Rate) -> Int64 {
        let span = rate.span.milliseconds, room = Int64(rate.count - count - 1), before = Int64(previous)
        if room < 0 { return span + 1 }
        return before <= room ? 0 : (span * (before - room) + before - 1) / before
    }
}
