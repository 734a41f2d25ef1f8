import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("What goes when something ends")
struct PurgeTests {
    private func tick(_ site: TestSite) async throws {
        for tick in Forum.capabilities.ticks where ["withdrawals", "purges"].contains(tick.name) {
            try await tick.run(site.env)
        }
    }

    @Test("are the reactions and mentions of a post that was withdrawn, once that cannot be undone")
    func withdrawn() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("A heron, @Bob Reader.", to: thread)
        _ = try await world.react("thanks", post, world.bob)
        let actor = world.site.env.communities[world.community], ann = Viewer(member: world.ann)
        let mentions = "SELECT count(*) FROM mention" as SQL<Int>
        try await actor.withdraw(post, basedOn: nil, as: ann)
        try await tick(world.site)
        try await actor.restore(post, as: ann)
        world.site.pass(.minutes(20))
        try await tick(world.site)
        #expect(try await world.reactions() == 1)
        #expect(try await world.site.value(mentions) == 1)
        #expect(try await world.page("/t/\(thread)", world.ann).has("Bob Reader"))
        try await actor.withdraw(post, basedOn: nil, as: ann)
        world.site.pass(.minutes(10))
        try await tick(world.site)
        #expect(try await world.reactions() == 1)
        world.site.pass(.minutes(1))
        try await tick(world.site)
        #expect(try await world.reactions() == 0)
        #expect(try await world.site.value(mentions) == 0)
        #expect(try await world.site.value("SELECT count(*) FROM withdrawal" as SQL<Int>) == 0)
    }

    @Test(
        "are the reactions of a hidden post with the next look after its author withdraws it, since nothing undoes that"
    )
    func hidden() async throws {
        let world = try await ReadingWorld()
        let post = try await world.reply("A heron.", to: try await world.thread())
        _ = try await world.react("thanks", post, world.bob)
        let actor = world.site.env.communities[world.community]
        try await actor.command { db in try db.moderate(post, to: .hidden, by: Permit.system().mandate) }
        #expect(try await world.reactions() == 1)
        try await actor.withdraw(post, basedOn: nil, as: Viewer(member: world.ann))
        try await tick(world.site)
        #expect(try await world.reactions() == 0)
    }

    @Test("are drafts and sessions whose time has passed, once an hour")
    func hourly() async throws {
        let world = try await ReadingWorld()
        let site = world.site
        _ = try await site.browser(world.ann)
        _ = try await site.env.site.command { db in
            try db.run(
                """
                INSERT INTO draft (memberId, subjectKind, subjectId, title, body, revision, savedAt)
                VALUES (\(world.ann), 'group', \(world.group), '', 'Unsaid.', 1, \(db.now))
                """
            )
        }
        let rows = "SELECT (SELECT count(*) FROM draft) * 10 + (SELECT count(*) FROM session)" as SQL<Int>
        try await tick(site)
        #expect(try await site.value(rows) == 11)
        site.pass(.minutes(181 * 24 * 60 + 1))
        try await tick(site)
        #expect(try await site.value(rows) == 11)
        site.pass(.minutes(59))
        try await tick(site)
        #expect(try await site.value(rows) == 0)
    }
}
