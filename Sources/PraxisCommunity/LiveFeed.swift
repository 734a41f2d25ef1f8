package import PraxisDomain
package import PraxisStore
import Synchronization

/// What commits leave for the live events, in their order, until the hub takes it.
package final class LiveFeed: Sendable {
    /// What waits for the hub.
    struct Waiting {
        var entries: [JournalEntry] = []
        /// Whether more came than is kept: nobody can be told what, so everybody must come again.
        var isCut = false
    }

    private struct State {
        var waiting = Waiting()
        var latest: JournalNumber?
        var isHeard = false
        var bell: (@Sendable () -> Void)?
    }

    /// More than this and whoever listens is better served by coming again.
    private static let mostWaiting = 5_000

    private let state = Mutex(State())

    package init() {}

    /// Called after each commit, before its callers are answered and after the snapshots have been told.
    package func didCommit(_ entries: [JournalEntry]) {
        let bell = state.withLock { state -> (@Sendable () -> Void)? in
            state.latest = entries.last?.number ?? state.latest
            guard state.isHeard, !entries.isEmpty else { return nil }
            if state.waiting.entries.count + entries.count > Self.mostWaiting {
                state.waiting = Waiting(isCut: true)
            } else {
                state.waiting.entries += entries
            }
            return state.bell
        }
        bell?()
    }

    /// The last number that was committed, as far as this process knows.
    var latest: JournalNumber? { state.withLock { $0.latest } }

    /// Learns a number from a snapshot of the store.
    func reached(_ number: JournalNumber) {
        state.withLock { $0.latest = max($0.latest ?? number, number) }
    }

    /// What rings when something waits.
    func ring(_ bell: @escaping @Sendable () -> Void) { state.withLock { $0.bell = bell } }

    /// Whether anybody is there to hear; what nobody hears is not kept.
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
