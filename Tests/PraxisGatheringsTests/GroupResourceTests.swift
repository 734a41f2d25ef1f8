import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("The resources of a group, beside it")
struct GroupResourceTests {
    private func add(_ title: String, kind: String = "resource", due: String = "", _ world: GatheringWorld) async throws
    {
        let fields = [("title", title), ("kind", kind), ("owner", ""), ("due", due)]
        let sent = try await world.people.post("/t/\(world.gathering)/follow-ups/new", fields, as: .facilitator)
        #expect(sent.status == 303)
    }

    private func set(_ state: String, of id: Int, _ world: GatheringWorld) async throws {
        let fields = [("state", state), ("version", "1"), ("at", "\(world.gathering)")]
        #expect(try await world.people.post("/follow-ups/\(id)", fields, as: .facilitator).status == 303)
    }

    private func panel(_ page: Browser.Answer) -> String? {
        page.text.firstMatch(of: /(?s)<section class="card"><h2>Resources from gatherings<\/h2>.*?<\/section>/).map {
            String($0.0)
        }
    }

    @Test(
        "are the follow-ups of that kind, the latest five, each with how far it is; none that was dropped"
    )
    func shown() async throws {
        let world = try await GatheringWorld(), path = "/c/nursing/g/everyone"
        try await add("Ring the board", kind: "other", world)
        #expect(panel(try await world.page(path, .member)) == nil)
        try await add("A list of forms", world)
        try await add("A page for newcomers", due: "2026-11-24", world)
        try await add("A poster", world)
        try await add("A leaflet", world)
        try await set("done", of: 2, world)
        try await set("dropped", of: 5, world)
        let page = try await world.page(path, .member), shown = try #require(panel(page))
        #expect(Markup.faults(page.text) == [])
        #expect(!shown.contains("Ring the board") && !shown.contains("A leaflet"))
        let order = shown.matches(of: /A (?:poster|page|list)/).map { String($0.0) }
        #expect(order == ["A poster", "A page", "A list"])
        #expect(shown.contains(">Still to do<") && shown.contains("Due ") && shown.contains(">Done<"))
        #expect(shown.contains("/t/\(world.gathering)\""))
        world.site.pass(.days(4))
        #expect(panel(try await world.page(path, .member))?.contains("Overdue") == true)
        for number in 1...5 { try await add("Another \(number)", world) }
        let five = try #require(panel(try await world.page(path, .member)))
        #expect(five.matches(of: /<li>/).count == 5 && !five.contains("A poster"))
    }

    @Test("are shown to those who read the date, without who does it, and not beside the community")
    func readers() async throws {
        let world = try await GatheringWorld(visibility: .public), path = "/c/nursing/g/everyone"
        try await add("A list of forms", world)
        for persona in Persona.allCases {
            #expect(panel(try await world.page(path, persona))?.contains("A list of forms") == true, "\(persona)")
        }
        #expect(try await !world.page("/c/nursing", .member).has("Resources from gatherings"))
        let date = world.gathering
        try await world.site.write { db in try db.run("UPDATE thread SET isPublic = 0 WHERE id = \(date)") }
        try await add("A poster", world)
        for persona in Persona.allCases {
            let reads = Persona.within.contains(persona)
            #expect((panel(try await world.page(path, persona)) != nil) == reads, "\(persona)")
        }
    }

    @Test("of a closed group are not at its door", arguments: [GroupKind.topic, .peerSupport])
    func door(kind: GroupKind) async throws {
        let world = try await GatheringWorld(), path = "/c/nursing/g/everyone"
        try await add("A list of forms", world)
        let commons = world.commons, facilitator = try world.people.member(.facilitator)
        try await world.site.join(facilitator, group: commons, of: world.people.community, as: .facilitator)
        try await world.site.write { db in
            try db.run("UPDATE \"group\" SET access = 'request', kind = \(kind) WHERE id = \(commons)")
        }
        #expect(panel(try await world.page(path, .facilitator)) != nil)
        let door = try await world.page(path, .member)
        #expect(door.status == 200 && !door.has("A list of forms") && !door.has("Winter round"))
    }
}
