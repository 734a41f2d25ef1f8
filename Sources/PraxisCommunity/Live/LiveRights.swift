import PraxisDomain
import PraxisStore

/// What one listener may be told about one group, or about the community itself.
struct LiveRights: OptionSet, Sendable {
    let rawValue: UInt8

    /// All threads.
    static let reads = LiveRights(rawValue: 1 << 0)
    /// Threads that were written for everyone.
    static let readsPublic = LiveRights(rawValue: 1 << 1)
    /// Reports and held posts.
    static let triages = LiveRights(rawValue: 1 << 2)
    /// Requests to join.
    static let decidesRequests = LiveRights(rawValue: 1 << 3)
}

extension LiveRights {
    /// The policy's decisions on the facts of a group or a community.
    init(_ facts: Facts) {
        self = []
        if Policy.allows(DecideRequest.self, facts) { insert(.decidesRequests) }
        let capacities = Policy.capacities(of: facts)
        let parts = [facts.community?.part, facts.group?.part].compactMap { $0 }
        if !capacities.isDisjoint(with: [.facilitator, .moderator]), parts.allSatisfy(\.standing.writes) {
            insert(.triages)
        }
        guard let group = facts.group else { return }
        for (isPublic, right) in [(false, LiveRights.reads), (true, .readsPublic)] {
            if Policy.allows(ReadGroup.self, facts.of(threadThatIsPublic: isPublic, in: group)) { insert(right) }
        }
    }
}

extension Facts {
    /// The same facts for an arbitrary thread of the group.
    fileprivate func of(threadThatIsPublic isPublic: Bool, in group: GroupFacts) -> Facts {
        Facts(
            viewer: viewer,
            now: now,
            community: community,
            group: group,
            thread: ThreadFacts(
                id: ThreadID(rawValue: 0),
                state: .open,
                isPublic: isPublic,
                isOwn: false,
                postCount: 0,
                lastPostAt: .distantPast,
                version: 0
            )
        )
    }
}

extension LiveListener {
    /// Whether the session is valid and the community, or a thread of it, may still be read; drops cached rights.
    func isAdmitted(_ db: DB, at now: Timestamp) throws -> Bool {
        forgetRights(at: now)
        guard try identity.lives(db, now) else { return false }
        if let facts = try Access.unlessMissing({
            try Access.community(community, Reading(identity.viewer, db, at: now))
        }) {
            expectEnd(of: facts)
            if Policy.allows(ReadCommunity.self, facts) { return true }
        }
        return try !admittedThreads(db, at: now).isEmpty
    }

    private func admittedThreads(_ db: DB, at now: Timestamp) throws -> Set<ThreadID> {
        try admitted {
            let rows = try db.all(AdmittedThread.all(of: identity.member, in: community, at: now))
            return Dictionary(uniqueKeysWithValues: rows.map { ($0.thread, $0.until) })
        }
    }

    /// Whether this listener may be told of `message` now: the only place where that is decided.
    func mayHear(_ message: LiveMessage, _ db: DB, at now: Timestamp) throws -> Bool {
        let reading = Reading(identity.viewer, db, at: now)
        let rights = try rights(message.group ?? GroupID(rawValue: 0)) {
            do {
                let facts =
                    if let group = message.group {
                        try Access.group(group, reading)
                    } else {
                        try Access.community(community, reading)
                    }
                expectEnd(of: facts)
                return LiveRights(facts)
            } catch is Denial {
                return []
            }
        }
        switch message.audience {
        case .readers(let isPublic): return try mayRead(message, isPublic, rights, db, at: now)
        case .author(let author, let isPublic):
            return try identity.member == author && mayRead(message, isPublic, rights, db, at: now)
        case .deciders(let may):
            guard !rights.isDisjoint(with: [.triages, .decidesRequests]) else { return false }
            do { try may(reading) } catch is Denial { return false }
            return true
        case .requests: return rights.contains(.decidesRequests)
        }
    }

    private func mayRead(
        _ message: LiveMessage,
        _ isPublic: Bool,
        _ rights: LiveRights,
        _ db: DB,
        at now: Timestamp
    ) throws -> Bool {
        if rights.contains(isPublic ? .readsPublic : .reads) { return true }
        guard let thread = message.thread else { return false }
        return try admittedThreads(db, at: now).contains(thread)
    }
}

/// A thread that is open to a listener by admission alone.
private struct AdmittedThread: RowDecodable {
    let thread: ThreadID
    let until: Timestamp

    static let columns: SQL<Void> = "a.threadId, a.until"

    init(_ columns: inout Columns) throws { (thread, until) = (try columns.id(), try columns.time()) }

    static func all(of member: MemberID, in community: CommunityID, at now: Timestamp) -> SQL<AdmittedThread> {
        """
        WITH \(Visibility.places(Viewer(member: member), at: now))
        SELECT \(columns) FROM place JOIN admission a ON a.threadId = place.threadId AND a.memberId = \(member)
        WHERE place.communityId = \(community)
        """
    }
}
