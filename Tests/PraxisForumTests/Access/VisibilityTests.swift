import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Synchronization
import Testing

/// A repeatable source of worlds.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

private final class Counter: Sendable {
    private let state = Mutex(0)
    var count: Int { state.withLock { $0 } }
    func add() { state.withLock { $0 += 1 } }
}

@Suite("Visibility")
struct VisibilityTests {
    private struct Place: RowDecodable {
        let group: GroupID
        let publicOnly: Bool
        init(_ columns: inout Columns) throws {
            group = try columns.id()
            publicOnly = try columns.bool()
        }
    }

    private struct World {
        var communities: [CommunityID] = []
        var groups: [GroupID] = []
        var threads: [ThreadID] = []
        var members: [MemberID] = []
        /// Whose threads all of them are.
        var writer: MemberID?
        /// Threads without a facet whose first post is held or hidden.
        var unshown: Set<ThreadID> = []
        /// Threads with a facet that no post of is published.
        var empty: Set<ThreadID> = []
    }

    @Test("shows in SQL exactly what the policy allows, over generated worlds", arguments: 1...6)
    func agreesWithPolicy(seed: UInt64) async throws {
        let site = try TestSite()
        var dice = Dice(state: seed)
        let world = try await build(site, &dice), admittedSeen = Counter()
        #expect(!world.empty.isEmpty && !world.unshown.isEmpty)
        for member in world.members.map(Optional.some) + [world.writer, nil] {
            let viewer = Viewer(member: member)
            let now = site.now
            try await site.env.store.read(as: viewer, at: now) { reading in
                try Self.compare(world, reading, admittedSeen)
            }
        }
        #expect(admittedSeen.count > 5, "admissions that open something")
    }

    private static func compare(_ world: World, _ reading: Reading, _ admittedSeen: Counter) throws {
        let places = try reading.all(
            "WITH \(Visibility.places(reading.viewer, at: reading.now)) SELECT id, publicOnly FROM place WHERE threadId IS NULL"
                as SQL<Place>
        )
        for thread in world.threads {
            let facts = try Access.unlessMissing { try Access.thread(thread, reading) }
            let allowed = facts != nil
            let shown = try reading.all(
                """
                WITH \(Visibility.places(reading.viewer, at: reading.now)) SELECT t.id FROM thread t JOIN place ON \(Visibility.readable)
                WHERE t.id = \(thread)
                """ as SQL<ThreadID>
            )
            let isHidden = world.unshown.contains(thread)
            #expect(shown.count == (allowed && !isHidden ? 1 : 0), "thread \(thread) for \(reading.viewer)")
            if isHidden {
                #expect(!allowed || reading.viewer.member == world.writer, "thread \(thread) for \(reading.viewer)")
            }
            let unread = try reading.first(
                "WITH \(Unread.threads(among: [thread], reading.viewer, at: reading.now)) SELECT threadId FROM unread"
                    as SQL<ThreadID>
            )
            let isOwn = facts.map { !Policy.capacities(of: $0).isDisjoint(with: [.groupMember, .admitted]) } ?? false
            if reading.viewer.member != world.writer, !isHidden, !allowed || !isOwn {
                #expect(unread == nil, "\(thread) for \(reading.viewer)")
            }
            if facts.map({ Policy.capacities(of: $0).contains(.admitted) }) == true {
                #expect(Policy.refusal(Reply.self, facts ?? Facts(viewer: reading.viewer, now: reading.now)) != nil)
                admittedSeen.add()
            }
            if unread != nil {
                #expect(allowed && !isHidden && !world.empty.contains(thread), "unread \(thread) for \(reading.viewer)")
            }
        }
        for group in world.groups {
            let facts = try Access.unlessMissing { try Access.group(group, reading) }
            let listed = try reading.first(
                """
                SELECT g.id FROM "group" g JOIN community c ON c.id = g.communityId
                LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(reading.viewer.member)
                LEFT JOIN groupMembership gm ON gm.groupId = g.id AND gm.memberId = \(reading.viewer.member)
                WHERE g.id = \(group) AND \(Visibility.seesGroup(at: reading.now))
                """ as SQL<GroupID>
            )
            #expect((facts != nil) == (listed != nil), "group \(group) for \(reading.viewer)")
            let reads = facts.map { Policy.allows(ReadGroup.self, $0) } ?? false
            #expect(reads == places.contains { $0.group == group }, "place \(group) for \(reading.viewer)")
        }
        for community in world.communities {
            let allowed = try Access.unlessMissing { try Access.community(community, reading) } != nil
            let listed = try reading.first(
                """
                SELECT c.id FROM community c LEFT JOIN membership m ON m.communityId = c.id AND m.memberId = \(reading.viewer.member)
                WHERE c.id = \(community) AND \(Visibility.seesCommunity(at: reading.now))
                """ as SQL<CommunityID>
            )
            #expect(allowed == (listed != nil), "community \(community) for \(reading.viewer)")
        }
    }

    private func build(_ site: TestSite, _ dice: inout Dice) async throws -> World {
        var world = World()
        let writer = try await site.member("Writer Everywhere")
        world.writer = writer
        for number in 0..<12 { world.members.append(try await site.member("Member Number\(number)")) }
        for number in 0..<4 {
            let visibility = CommunityVisibility.allCases.randomElement(using: &dice) ?? .members
            let community = try await site.community("c\(number)", visibility: visibility)
            world.communities.append(community)
            try await site.join(writer, community)
            for kind in 0..<5 {
                let group = try await site.group(
                    "g\(kind)",
                    in: community,
                    kind: GroupKind.allCases.randomElement(using: &dice) ?? .topic,
                    access: GroupAccess.allCases.randomElement(using: &dice) ?? .open,
                    isListed: Bool.random(using: &dice)
                )
                world.groups.append(group)
                try await site.join(writer, group: group, of: community)
                for title in ["About number \(kind)", "Beside number \(kind)"] {
                    let hasFacet = Int.random(in: 0..<3, using: &dice) == 0
                    let thread =
                        hasFacet
                        ? try await facetThread(title, site, group, community, &world, &dice)
                        : try await site.thread(title, in: group, of: community, by: writer)
                    world.threads.append(thread)
                }
            }
            try await openOrClose(site, community, &dice)
            for thread in world.threads.suffix(10) where Int.random(in: 0..<3, using: &dice) == 0 {
                let state: PostState = Bool.random(using: &dice) ? .held : .hidden
                try await site.env.communities[community].command { db in
                    let first = try db.first("SELECT id FROM post WHERE threadId = \(thread)" as SQL<PostID>)
                    if let first { try db.moderate(first, to: state, by: Permit.system().mandate) }
                }
                let hasFacet: Bool = try await site.value("SELECT hasFacet FROM thread WHERE id = \(thread)")
                if hasFacet { world.empty.insert(thread) } else { world.unshown.insert(thread) }
            }
            for member in world.members { try await maybeAdmit(site, member, world.threads.suffix(10), &dice) }
            for member in world.members { try await maybeJoin(site, member, community, world.groups.suffix(5), &dice) }
        }
        return world
    }

    /// A thread that is shown without a post, every other time with one.
    private func facetThread(
        _ title: String,
        _ site: TestSite,
        _ group: GroupID,
        _ community: CommunityID,
        _ world: inout World,
        _ dice: inout Dice
    ) async throws -> ThreadID {
        guard let writer = world.writer else { throw Denial.missing }
        let thread = try await site.env.communities[community].command { db in
            try db.insertThread(
                Title(title),
                .discussion,
                in: group,
                of: community,
                attributedTo: writer,
                hasFacet: true,
                by: Permit.system()
            )
        }
        if Bool.random(using: &dice) {
            _ = try await site.reply("The first post.", to: thread, of: community, by: writer)
        } else {
            world.empty.insert(thread)
        }
        return thread
    }

    /// Changes a community's visibility after threads were written in it.
    private func openOrClose(_ site: TestSite, _ community: CommunityID, _ dice: inout Dice) async throws {
        guard Bool.random(using: &dice), let visibility = CommunityVisibility.allCases.randomElement(using: &dice)
        else { return }
        _ = try await site.env.communities[community].command { db in
            try db.run("UPDATE community SET visibility = \(visibility) WHERE id = \(community)")
        }
    }

    /// Also for a time that passes before anybody looks, and for members who are suspended or belong already.
    private func maybeAdmit(
        _ site: TestSite,
        _ member: MemberID,
        _ threads: ArraySlice<ThreadID>,
        _ dice: inout Dice
    ) async throws {
        for thread in threads where Int.random(in: 0..<3, using: &dice) == 0 {
            let isOver = Int.random(in: 0..<4, using: &dice) == 0
            try await site.admit(member, to: thread, until: site.now + .days(1))
            guard isOver else { continue }
            _ = try await site.env.site.command { db in
                try db.run("UPDATE admission SET until = \(db.now) WHERE memberId = \(member) AND threadId = \(thread)")
            }
        }
    }

    private func maybeJoin(
        _ site: TestSite,
        _ member: MemberID,
        _ community: CommunityID,
        _ groups: ArraySlice<GroupID>,
        _ dice: inout Dice
    ) async throws {
        let standings = Standing.allCases + [.active, .active, .active]
        let untils: [Timestamp?] = [nil, site.now - .days(1), site.now + .days(1)]
        if Int.random(in: 0..<3, using: &dice) > 0 {
            try await site.join(
                member,
                community,
                as: Role.allCases.randomElement(using: &dice) ?? .member,
                standing: standings.randomElement(using: &dice) ?? .active,
                until: untils.randomElement(using: &dice) ?? nil
            )
            try await maybeEnd(
                site,
                "membership",
                member,
                community.rawValue,
                untils.randomElement(using: &dice) ?? nil
            )
        }
        for group in groups where Int.random(in: 0..<3, using: &dice) == 0 {
            try await site.join(
                member,
                group: group,
                of: community,
                as: [.guest, .member, .facilitator].randomElement(using: &dice) ?? .member,
                standing: standings.randomElement(using: &dice) ?? .active,
                until: untils.randomElement(using: &dice) ?? nil
            )
            try await maybeEnd(
                site,
                "groupMembership",
                member,
                group.rawValue,
                untils.randomElement(using: &dice) ?? nil
            )
        }
    }

    /// Gives a silence or a suspension a time at which it ended or ends, with one or another standing after it.
    private func maybeEnd(
        _ site: TestSite,
        _ table: String,
        _ member: MemberID,
        _ place: Int64,
        _ until: Timestamp?
    ) async throws {
        let after = place.isMultiple(of: 2) ? Standing.active : .former
        _ = try await site.env.site.command { db in
            if table == "membership" {
                try db.run(
                    """
                    UPDATE membership SET standingUntil = \(until), standingAfter = \(after)
                    WHERE communityId = \(place) AND memberId = \(member) AND standing IN ('silenced', 'suspended')
                    """
                )
            } else {
                try db.run(
                    """
                    UPDATE groupMembership SET standingUntil = \(until), standingAfter = \(after)
                    WHERE groupId = \(place) AND memberId = \(member) AND standing IN ('silenced', 'suspended')
                    """
                )
            }
        }
    }
}
