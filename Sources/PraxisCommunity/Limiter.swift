package import PraxisDomain
import Synchronization

/// Counts over time, per member, session or address: site-wide, in memory, gone with the process.
///
/// A sliding window in two halves: the count of the span before weighs by how much of it the window still covers.
package final class Limiter: Sendable {
    /// What is counted for whom: `subject` is an address, an account or a session.
    package struct Key: Hashable, Sendable {
        let purpose: String
        let subject: String

        package init(_ purpose: String, _ subject: String) { (self.purpose, self.subject) = (purpose, subject) }
    }

    private struct Slot: Hashable {
        let key: Key
        let rate: Rate
    }

    private struct Window {
        var start: Timestamp
        var count: Int
        var previous: Int
    }

    /// More keys than this at once and those whose windows have passed are dropped.
    private static let sweepAbove = 50_000

    private let isOn: Bool
    private let windows = Mutex<[Slot: Window]>([:])

    package init(isOn: Bool) { self.isOn = isOn }

    /// Counts one use against all `rates`, or none where one of them is used up.
    /// - Throws: `Denial.tooMany` with the time until it would pass.
    package func use(_ key: Key, _ rates: [Rate], at now: Timestamp) throws(Denial) {
        guard isOn else { return }
        let wait: Span? = windows.withLock { windows in
            if windows.count > Self.sweepAbove {
                windows = windows.filter { now < $1.start + $0.rate.span + $0.rate.span }
            }
            for rate in rates {
                let window = Self.current(windows[Slot(key: key, rate: rate)], rate, now)
                if let wait = Self.wait(window, rate, now) { return wait }
            }
            for rate in rates {
                var window = Self.current(windows[Slot(key: key, rate: rate)], rate, now)
                window.count += 1
                windows[Slot(key: key, rate: rate)] = window
            }
            return nil
        }
        if let wait { throw .tooMany(retryAfter: wait) }
    }

    /// Takes one use back: what is counted beforehand, so that many at once cannot pass, and turns out not to count.
    package func giveBack(_ key: Key, _ rates: [Rate]) {
        windows.withLock { windows in
            for rate in rates {
                let slot = Slot(key: key, rate: rate)
                if let count = windows[slot]?.count, count > 0 { windows[slot]?.count = count - 1 }
            }
        }
    }

    /// Forgets what was counted: after a successful sign-in.
    package func forget(_ key: Key, _ rates: [Rate]) {
        windows.withLock { windows in for rate in rates { windows[Slot(key: key, rate: rate)] = nil } }
    }

    private static func current(_ window: Window?, _ rate: Rate, _ now: Timestamp) -> Window {
        guard let window, now < window.start + rate.span + rate.span else {
            return Window(start: now, count: 0, previous: 0)
        }
        if now < window.start + rate.span { return window }
        return Window(start: window.start + rate.span, count: 0, previous: window.count)
    }

    private static func wait(_ window: Window, _ rate: Rate, _ now: Timestamp) -> Span? {
        let elapsed = now.since(window.start).milliseconds
        let share = Double(rate.span.milliseconds - elapsed) / Double(rate.span.milliseconds)
        guard Double(window.count + 1) + Double(window.previous) * share > Double(rate.count) else { return nil }
        return Span(milliseconds: max(1000, rate.span.milliseconds - elapsed))
    }
}
