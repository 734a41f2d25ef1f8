package import PraxisDomain
package import PraxisStore
import Synchronization

/// One open stream of live events: whose it is, what they may be told, and the bytes waiting to be sent.
package final class LiveListener: Sendable {
    /// The member who listens, and their session.
    package struct Identity: Sendable {
        package let viewer: Viewer
        package let member: MemberID
        package let session: SessionID
        package let tokenHash: [UInt8]
        /// Whether the session is still valid.
        package let lives: @Sendable (DB, Timestamp) throws -> Bool

        package init(
            viewer: Viewer,
            member: MemberID,
            session: SessionID,
            tokenHash: [UInt8],
            lives: @escaping @Sendable (DB, Timestamp) throws -> Bool
        ) {
            self.viewer = viewer
            self.member = member
            self.session = session
            (self.tokenHash, self.lives) = (tokenHash, lives)
        }
    }

    fileprivate struct State {
        /// What is known of each place where something happened; nil for one that they may not know of.
        var facts: [GroupID: Facts?] = [:]
        /// Threads that are open to them by admission alone; nil until they are needed.
        var admitted: Set<ThreadID>?
        var checkedAt = Timestamp.distantPast
        /// When a guest's admission ends, of those that `facts` depend on.
        var endsAt: Timestamp?
        var sentAt = Timestamp.distantPast
        var upTo = JournalNumber(rawValue: 0)
        var waiting: [UInt8] = []
        /// Bytes that may wait: more until the backlog sent at the start has been taken.
        var most = LiveListener.mostWaiting
        var reader: UnsafeContinuation<[UInt8]?, Never>?
        var isOver = false
    }

    /// At most this many bytes wait for a slow connection; beyond that it is closed, and reconnects with its last id.
    static let mostWaiting = 16_000
    /// A comment this often keeps proxies from closing a quiet stream, and detects closed connections.
    static let heartbeat = Span.seconds(20)
    /// A listener's rights are checked again this often, whatever the journal says.
    static let trust = Span.minutes(1)

    let number: Int
    let identity: Identity
    let community: CommunityID
    let seal: LiveSeal
    private let state = Mutex(State())

    init(_ number: Int, _ identity: Identity, _ community: CommunityID, _ seal: LiveSeal) {
        self.number = number
        self.identity = identity
        self.community = community
        self.seal = seal
    }

    var isOver: Bool { state.withLock { $0.isOver } }

    /// The next bytes to send; returns nil when the stream has ended.
    ///
    /// Suspends until there are some.
    func next() async -> [UInt8]? {
        await withUnsafeContinuation { continuation in
            let ready = state.withLock { state -> [UInt8]?? in
                if state.isOver { return .some(nil) }
                if state.waiting.isEmpty {
                    state.reader = continuation
                    return nil
                }
                defer { (state.waiting, state.most) = ([], Self.mostWaiting) }
                return state.waiting
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }

    /// Ends the stream; waiting bytes are not sent any more.
    func end() {
        let reader = state.withLock { state in
            state.isOver = true
            state.waiting = []
            state.facts = [:]
            return state.takeReader()
        }
        reader?.resume(returning: nil)
    }

    /// What the policy needs to know of a group, or with 0 of the community itself: cached until something affects it.
    func facts(_ group: GroupID, read: () throws -> Facts?) rethrows -> Facts? {
        if let known = state.withLock({ $0.facts[group] }) { return known }
        let facts = try read()
        state.withLock { $0.facts[group] = facts }
        return facts
    }

    func forgetRights(at now: Timestamp) {
        state.withLock { state in
            state.facts = [:]
            state.admitted = nil
            state.endsAt = nil
            state.checkedAt = now
        }
    }

    /// The threads of the community that are open to the listener by admission alone: cached like the rights.
    ///
    /// `read` returns them with the time at which the admission ends.
    func admitted(read: () throws -> [ThreadID: Timestamp]) rethrows -> Set<ThreadID> {
        if let known = state.withLock({ $0.admitted }) { return known }
        let ends = try read(), threads = Set(ends.keys)
        state.withLock { state in
            state.admitted = threads
            state.endsAt = ([state.endsAt].compactMap { $0 } + ends.values).min()
        }
        return threads
    }

    /// Records when rights that depend on these facts end by themselves.
    func expectEnd(of facts: Facts) {
        let ends = [facts.community?.part?.until, facts.group?.part?.until].compactMap { $0 }
        guard let first = ends.filter({ $0 > facts.now }).min() else { return }
        state.withLock { $0.endsAt = min($0.endsAt ?? first, first) }
    }

    /// The last number that this listener was sent.
    var upTo: JournalNumber { state.withLock { $0.upTo } }

    /// Sends an event under the listener's own id; one that was sent before is skipped.
    func send(_ text: [UInt8], at number: JournalNumber, _ now: Timestamp) {
        guard number > upTo else { return }
        append(Array("id: \(seal.id(of: number))\n".utf8) + text, upTo: number, now)
    }

    /// Starts the stream: missed events, each with its number, then the number up to which everything has been sent.
    func begin(
        _ missed: [(number: JournalNumber, text: [UInt8])],
        upTo number: JournalNumber,
        before: String,
        _ now: Timestamp
    ) {
        var bytes: [UInt8] = []
        for event in missed { bytes += Array("id: \(seal.id(of: event.number))\n".utf8) + event.text }
        bytes += Array((before + "id: \(seal.id(of: number))\n\n").utf8)
        state.withLock { $0.most = bytes.count + Self.mostWaiting }
        append(bytes, upTo: number, now)
    }

    /// Whether the rights were checked too long ago.
    func isOld(_ now: Timestamp) -> Bool {
        state.withLock { now.since($0.checkedAt) >= Self.trust || $0.endsAt.map { $0 <= now } == true }
    }

    /// Sends a comment if nothing was sent for a while.
    func beat(_ now: Timestamp) {
        let isQuiet = state.withLock { now.since($0.sentAt) >= Self.heartbeat }
        if isQuiet { append(Array(":\n\n".utf8), upTo: nil, now) }
    }

    private func append(_ bytes: [UInt8], upTo number: JournalNumber?, _ now: Timestamp) {
        let (reader, ready) = state.withLock { state -> (UnsafeContinuation<[UInt8]?, Never>?, [UInt8]?) in
            guard !state.isOver else { return (nil, nil) }
            (state.sentAt, state.upTo) = (now, number ?? state.upTo)
            if let reader = state.takeReader() { return (reader, bytes) }
            state.waiting += bytes
            guard state.waiting.count > state.most else { return (nil, nil) }
            (state.isOver, state.waiting) = (true, [])
            return (nil, nil)
        }
        reader?.resume(returning: ready)
    }
}

extension LiveListener.State {
    fileprivate mutating func takeReader() -> UnsafeContinuation<[UInt8]?, Never>? {
        defer { reader = nil }
        return reader
    }
}
