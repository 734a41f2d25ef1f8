import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb
import PraxisWords

/// What waits for one member in one community.
struct QueueCount: Sendable, RowDecodable {
    let count: Int
    let oldest: Timestamp?

    init(count: Int, oldest: Timestamp?) { (self.count, self.oldest) = (count, oldest) }

    static let columns: SQL<Void> = "count(*), min(q.createdAt)"

    init(_ columns: inout Columns) throws { (count, oldest) = (try columns.int(), columns.optionalTime()) }

    /// Walks `queueItem_open`.
    static func of(_ scope: QueueScope, at now: Timestamp) -> SQL<QueueCount> {
        """
        SELECT \(columns) FROM queueItem q
        WHERE q.communityId = \(scope.community.id) AND q.state = 'open' AND \(scope.condition(at: now))
        """
    }
}

/// The queue of one community as shown to a member who decides there.
struct QueueDuty: Sendable {
    let slug: String
    let name: String
    let count: Int
    let oldest: Timestamp?
}

extension QueueDuty {
    /// The queues in which something is waiting for a member, read again.
    static func waiting(_ reading: Reading) throws -> [QueueDuty] {
        guard let member = reading.viewer.member else { return [] }
        return try reading.all(places(of: member))
            .compactMap { try count(in: $0, reading) }
            .filter { $0.count > 0 }
    }
}

/// A count in memory: stale with everything that comes into that queue or leaves it.
private struct KeptCount: Snapshot {
    let duty: QueueDuty?
    let at: Timestamp
    var cost: Int { 300 }

    /// What becomes the safeguarding contact's does so by time.
    func holds(at now: Timestamp) -> Bool { now.since(at) < .minutes(1) }
}

/// The communities in which a member may have something to decide; stale with every change of a role.
private struct ModeratedPlaces: Snapshot {
    let places: [CommunityID]
    let at: Timestamp
    var cost: Int { 200 + places.count * 8 }
}

extension QueueDuty {
    /// What waits for a member who decides, over all their communities: from memory, unless something has changed.
    static func line(_ session: Session, _ env: Environment, _ now: Timestamp) async throws -> Duty? {
        let duties = try await all(of: session.viewer, env, now)
        let count = duties.reduce(0) { $0 + $1.count }
        guard let first = duties.first, count > 0, let oldest = duties.compactMap(\.oldest).min() else { return nil }
        let waiting = duties.filter { $0.count > 0 }
        let path =
            waiting.count == 1
            ? Paths.queue(waiting[0].slug) : duties.count == 1 ? Paths.queue(first.slug) : Paths.queues
        return Duty(path: path) { words, now in
            words.triage.queue.nav(count, "age", words.triage.age(now.since(oldest)))
        }
    }

    /// The queues of a member, also those in which nothing waits.
    static func all(of viewer: Viewer, _ env: Environment, _ now: Timestamp) async throws -> [QueueDuty] {
        guard let member = viewer.member else { return [] }
        var duties: [QueueDuty] = []
        for place in try await places(member, env, now) {
            let variant = "\(member)"
            let kept = env.snapshots.kept(.queue(place), variant, as: KeptCount.self)
            if let kept, kept.holds(at: now) {
                if let duty = kept.duty { duties.append(duty) }
                continue
            }
            env.snapshots.expect(.queue(place))
            let (duty, number) = try await env.store.read(as: viewer, at: now) { reading in
                (try count(in: place, reading), try reading.db.journalNumber())
            }
            env.snapshots.keep(KeptCount(duty: duty, at: now), .queue(place), variant, readAt: number)
            if let duty { duties.append(duty) }
        }
        return duties
    }

    fileprivate static func count(in community: CommunityID, _ reading: Reading) throws -> QueueDuty? {
        guard let facts = try Access.unlessMissing({ try Access.community(community, reading) }),
            let scope = try QueueScope.of(facts, reading.db), !scope.isEmpty
        else { return nil }
        let count = try reading.first(QueueCount.of(scope, at: reading.now))
        return QueueDuty(
            slug: scope.community.slug,
            name: scope.community.name,
            count: count?.count ?? 0,
            oldest: count?.oldest
        )
    }

    private static func places(_ member: MemberID, _ env: Environment, _ now: Timestamp) async throws -> [CommunityID] {
        let variant = "queues of \(member)"
        let kept = env.snapshots.kept(.sessions, variant, as: ModeratedPlaces.self)
        if let kept, now.since(kept.at) < Session.keptFor { return kept.places }
        env.snapshots.expect(.sessions)
        let (places, number) = try await env.store.read { db in
            (try db.all(Self.places(of: member)), try db.journalNumber())
        }
        env.snapshots.keep(ModeratedPlaces(places: places, at: now), .sessions, variant, readAt: number)
        return places
    }

    /// Walks `membership_by_member`, `groupMembership_by_member` and `communityCare_by_contact`.
    fileprivate static func places(of member: MemberID) -> SQL<CommunityID> {
        """
        SELECT m.communityId FROM membership m
        WHERE m.memberId = \(member) AND m.role IN ('facilitator', 'moderator', 'manager') AND m.standing NOT IN ('pending', 'former')
        UNION SELECT g.communityId FROM groupMembership gm JOIN "group" g ON g.id = gm.groupId
        WHERE gm.memberId = \(member) AND gm.role = 'facilitator' AND gm.standing NOT IN ('pending', 'former')
        UNION SELECT care.communityId FROM communityCare care WHERE care.contactId = \(member)
        """
    }
}
