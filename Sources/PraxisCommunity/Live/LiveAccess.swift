import PraxisDomain
import PraxisStore

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
        let audience = message.audience
        if let member = audience.member, member != identity.member { return false }
        guard try isAdmitted(to: message, reading) else { return false }
        do { try audience.may?(reading) } catch is Denial { return false }
        return true
    }

    private func isAdmitted(to message: LiveMessage, _ reading: Reading) throws -> Bool {
        let facts = try facts(message.group ?? GroupID(rawValue: 0)) {
            do {
                let facts =
                    if let group = message.group {
                        try Access.group(group, reading)
                    } else {
                        try Access.community(community, reading)
                    }
                expectEnd(of: facts)
                return facts
            } catch is Denial {
                return nil
            }
        }
        if let facts, message.audience.admits(facts) { return true }
        guard message.audience.isOpenToAdmitted, let thread = message.thread else { return false }
        return try admittedThreads(reading.db, at: reading.now).contains(thread)
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
