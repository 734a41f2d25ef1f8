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
    /// Whether the session is valid and the community may still be read; drops cached rights.
    func isAdmitted(_ db: DB, at now: Timestamp) throws -> Bool {
        forgetRights(at: now)
        guard try identity.lives(db, now) else { return false }
        do {
            let facts = try Access.community(community, for: identity.viewer, db, at: now)
            expectEnd(of: facts)
            return Policy.allows(ReadCommunity.self, facts)
        } catch is Denial {
            return false
        }
    }

    /// Whether this listener may be told of `matter` now: the only place where that is decided.
    func mayHear(_ matter: LiveMatter, _ db: DB, at now: Timestamp) throws -> Bool {
        let rights = try rights(matter.group ?? GroupID(rawValue: 0)) {
            do {
                let facts =
                    if let group = matter.group {
                        try Access.group(group, for: identity.viewer, db, at: now)
                    } else {
                        try Access.community(community, for: identity.viewer, db, at: now)
                    }
                expectEnd(of: facts)
                return LiveRights(facts)
            } catch is Denial {
                return []
            }
        }
        switch matter.audience {
        case .readers(let isPublic): return rights.contains(isPublic ? .readsPublic : .reads)
        case .author(let author, let isPublic):
            return identity.member == author && rights.contains(isPublic ? .readsPublic : .reads)
        case .deciders(let may):
            guard !rights.isDisjoint(with: [.triages, .decidesRequests]) else { return false }
            do { try may(identity.viewer, db, now) } catch is Denial { return false }
            return true
        case .requests: return rights.contains(.decidesRequests)
        }
    }
}
