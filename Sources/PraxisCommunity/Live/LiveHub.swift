import Logging
package import PraxisDomain
import PraxisStore
import Synchronization

/// All listeners to live events, by community, and the one task that tells them about commits.
///
/// Listeners are held here rather than in the community's actor: commits are reported on the writer's thread, which must not wait. The
/// task is unstructured: started when there is work, ended when that is done; work is done in order.
package final class LiveHub: Sendable {
    /// A listener waiting to be admitted.
    struct Opening: Sendable {
        let listener: LiveListener
        let after: JournalNumber?
        let answer: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var listeners: [CommunityID: [Int: LiveListener]] = [:]
        var sessions: [SessionID: Int] = [:]
        /// Open streams and those waiting to be admitted.
        var count = 0
        var openings: [Opening] = []
        var isLook = false
        var isRunning = false
        var lastNumber = 0
    }

    private let kinds: EventKinds
    private let feed: LiveFeed
    private let store: Store
    private let clock: @Sendable () -> Timestamp
    private let most: Int
    private let log: Logger
    private let state = Mutex(State())

    /// At most `most` streams are open at a time.
    init(
        _ kinds: EventKinds,
        _ feed: LiveFeed,
        _ store: Store,
        most: Int,
        clock: @escaping @Sendable () -> Timestamp,
        _ log: Logger
    ) {
        self.kinds = kinds
        self.feed = feed
        self.store = store
        self.most = most
        self.clock = clock
        self.log = log
        feed.setWake { [weak self] in self?.start() }
    }

    /// The journal number that a page made from now on reflects at least; nil before this process knows one.
    package var latest: JournalNumber? { feed.latest }

    /// The number of streams, those waiting to be admitted included.
    package var count: Int { state.withLock { $0.count } }

    /// Opens a stream of a community's events: first those after `id`, if given, then new ones.
    /// - Throws: `Denial.missing`; `.tooMany` if this session or the site has enough streams; the store's errors.
    package func open(
        _ identity: LiveListener.Identity,
        _ community: CommunityID,
        after id: String?
    ) async throws -> LiveStream {
        let seal = LiveSeal(siteKey: store.siteKey, tokenHash: identity.tokenHash, community: community)
        let number = try state.withLock { state throws(Denial) in
            guard state.count < most, state.sessions[identity.session, default: 0] < Limits.liveStreamsPerSession
            else { throw Denial.tooMany(retryAfter: .seconds(30)) }
            state.count += 1
            state.sessions[identity.session, default: 0] += 1
            state.lastNumber += 1
            return state.lastNumber
        }
        let listener = LiveListener(number, identity, community, seal)
        let stream = LiveStream(self, listener)
        // An id that was not issued to this listener counts as too old: they are told that they may have missed something.
        let after = id.map { seal.number(of: $0) ?? JournalNumber(rawValue: -1) }
        try await withCheckedThrowingContinuation { answer in
            // Before any snapshot is read for it, so that no commit falls between the snapshot and the first entry that is kept.
            feed.isHeard(true)
            state.withLock { $0.openings.append(Opening(listener: listener, after: after, answer: answer)) }
            start()
        }
        return stream
    }

    /// Called about once a second: sends heartbeats on quiet streams, and has rights that were checked long ago checked again.
    package func tick() {
        let now = clock()
        let everybody = state.withLock { state in state.listeners.values.flatMap(\.values) }
        for listener in everybody { listener.beat(now) }
        guard everybody.contains(where: { $0.isOld(now) }) else { return }
        state.withLock { $0.isLook = true }
        start()
    }

    fileprivate func remove(_ listener: LiveListener) {
        listener.end()
        state.withLock { state in
            state.listeners[listener.community]?[listener.number] = nil
            if state.listeners[listener.community]?.isEmpty == true { state.listeners[listener.community] = nil }
            state.count -= 1
            let left = state.sessions[listener.identity.session, default: 1] - 1
            state.sessions[listener.identity.session] = left > 0 ? left : nil
            if state.count == 0 { feed.isHeard(false) }
        }
    }

    private func start() {
        let mustStart = state.withLock { state in
            defer { state.isRunning = true }
            return !state.isRunning
        }
        if mustStart { Task { await self.run() } }
    }

    private func run() async {
        while let delivery = next() {
            do {
                let admitted = try await store.read { [feed, clock] db in
                    let (admitted, number) = try delivery.tell(db, at: clock())
                    feed.reached(number)
                    return admitted
                }
                letIn(delivery.openings, admitted)
            } catch {
                log.error("live events could not be told", metadata: ["error": "\(error)"])
                for listener in delivery.listeners { listener.end() }
                for opening in delivery.openings { opening.answer.resume(throwing: error) }
            }
        }
    }

    private func letIn(_ openings: [Opening], _ admitted: Set<Int>) {
        state.withLock { state in
            for listener in openings.map(\.listener) where admitted.contains(listener.number) {
                state.listeners[listener.community, default: [:]][listener.number] = listener
            }
        }
        for opening in openings {
            let isAdmitted = admitted.contains(opening.listener.number)
            opening.answer.resume(with: isAdmitted ? .success(()) : .failure(Denial.missing))
        }
    }

    /// Everything that waits; returns nil, and the task has ended, when nothing waits.
    private func next() -> LiveDelivery? {
        state.withLock { state in
            let waiting = feed.take()
            var delivery = LiveDelivery(kinds, entries: waiting.entries, openings: state.openings, isLook: state.isLook)
            guard !waiting.entries.isEmpty || waiting.isCut || !state.openings.isEmpty || state.isLook else {
                state.isRunning = false
                return nil
            }
            (state.openings, state.isLook) = ([], false)
            if waiting.entries.isEmpty, !waiting.isCut, !delivery.isLook { return delivery }
            delivery.listeners = state.listeners.values.flatMap(\.values)
            if waiting.isCut { for listener in delivery.listeners { listener.end() } }
            return delivery
        }
    }
}

/// One stream, as held by its connection: it ends with the last reference at the latest.
package final class LiveStream: Sendable {
    private let hub: LiveHub
    private let listener: LiveListener

    fileprivate init(_ hub: LiveHub, _ listener: LiveListener) { (self.hub, self.listener) = (hub, listener) }

    deinit { hub.remove(listener) }

    /// The next bytes to send; returns nil when the stream has ended.
    ///
    /// Suspends until there are some.
    package func next() async -> [UInt8]? {
        await withTaskCancellationHandler {
            await listener.next()
        } onCancel: {
            listener.end()
        }
    }

    /// Ends the stream from outside, when its connection closes; captures only the listener.
    package var end: @Sendable () -> Void { { [listener] in listener.end() } }
}
