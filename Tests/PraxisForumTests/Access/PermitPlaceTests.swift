import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The place of a permit")
struct PermitPlaceTests {
    /// Two communities of one member, with a group in each.
    private struct World {
        let site: TestSite
        let ann: MemberID
        let guild: CommunityID
        let circle: CommunityID
        let groups: [GroupID]
        let threads: [ThreadID]

        init() async throws {
            site = try TestSite()
            ann = try await site.member("Ann")
            guild = try await site.community("guild")
            circle = try await site.community("circle")
            var groups: [GroupID] = [], threads: [ThreadID] = []
            for community in [guild, circle] {
                try await site.join(ann, community)
                groups.append(try await site.commons(of: community))
                threads.append(
                    try await site.thread("A question", in: groups[groups.count - 1], of: community, by: ann)
                )
            }
            (self.groups, self.threads) = (groups, threads)
        }

        /// Records something in `place` by a permit to start a thread in the guild's commons.
        func record(in place: Place) async throws {
            let (group, viewer) = (groups[0], Viewer(member: ann))
            try await site.env.communities[guild].command { db in
                let permit = try Policy.permit(StartThread.self, db.facts(of: group, for: viewer))
                try db.record(ActEvent("tried"), nil, in: place, by: permit)
            }
        }
    }

    @Test("lets a command record in it and in what lies within, and nowhere else")
    func places() async throws {
        let world = try await World(), (groups, threads) = (world.groups, world.threads)
        for thread in [threads[0], nil] {
            try await world.record(in: Place(community: world.guild, group: groups[0], thread: thread))
        }
        for other in [
            Place(community: world.circle, group: groups[1], thread: threads[1]),
            Place(community: world.guild, group: groups[1]),
            Place(community: world.guild, group: groups[0], thread: threads[1]),
        ] {
            await #expect(throws: Denial.missing) { try await world.record(in: other) }
        }
    }

    @Test("does not reach a community whose actor does not run the command, even for the system")
    func actors() async throws {
        let world = try await World(), circle = world.circle
        await #expect(throws: Denial.missing) {
            try await world.site.env.communities[world.guild].command { db in
                try db.record(ActEvent("tried"), nil, in: Place(community: circle), by: Permit.system())
            }
        }
    }
}
