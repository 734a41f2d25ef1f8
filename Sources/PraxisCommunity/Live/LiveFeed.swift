import PraxisDomain
package import PraxisStore
import Synchronization

/// Journal entries that commits leave for live events, in order, until the hub takes them.
package final class LiveFeed: Sendable {
    /// Entries waiting for the hub.
    struct Waiting {
        var entries: [JournalEntry] = []
        /// Whether more arrived than is kept: listeners cannot be told what happened and must all reconnect.
        var isCut = false
    }

    private struct State {
        var waiting = Waiting()
        var latest: JournalNumber?
        var isHeard = false
        var wake: (@Sendable () -> Void)?
    }

    /// With more than this, it is better for listeners to reconnect.
    private static let mostWaiting = 5_000

    private let state = Mutex(State())

    package init() {}

    /// Called after each commit, before its callers are answered and after the snapshots have been told.
    package func didCommit(_ entries: [JournalEntry]) {
        let wake = state.withLock { state -> (@Sendable () -> Void)? in
            state.latest = entries.last?.number ?? state.latest
            guard state.isHeard, !entries.isEmpty else { return nil }
            if state.waiting.entries.count + entries.count > Self.mostWaiting {
                state.waiting = Waiting(isCut: true)
            } else {
                state.waiting.entries += entries
            }
            return state.wake
        }
        wake?()
    }

    /// The number of the last committed entry, as far as this process knows.
    var latest: JournalNumber? { state.withLock { $0.latest } }

    /// Records a number read from a snapshot of the store.
    func reached(_ number: JournalNumber) {
        state.withLock { $0.latest = max($0.latest ?? number, number) }
    }

    /// Sets the callback for waiting entries.
    func setWake(_ wake: @escaping @Sendable () -> Void) { state.withLock { $0.wake = wake } }

    /// Sets whether anyone is listening; without listeners, entries are not kept.
    func isHeard(_ isHeard: Bool) {
        state.withLock { state in
            state.isHeard = isHeard
            if !isHeard { state.waiting = Waiting() }
        }
    }

    func take() -> Waiting {
        state.withLock { state in
            defer { state.waiting = Waiting() }
            return state.waiting
        }
    }
}
