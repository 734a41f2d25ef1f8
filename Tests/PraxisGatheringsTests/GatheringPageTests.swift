import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The page of a gathering")
struct GatheringPageTests {
    @Test("shows the joining link to full members of the group and to no one else, wherever it is read")
    func link() async throws {
        let world = try await GatheringWorld(visibility: .public)
        let shown: Set<Persona> = [.member, .silenced, .facilitator, .moderator, .manager]
        for persona in Persona.allCases {
            let page = try await world.page("/t/\(world.gathering)", persona)
            #expect(page.status == 200 && page.has("Hall 3; first door, left"), "\(persona)")
            #expect(page.has("meet.example/heron") == shown.contains(persona), "\(persona)")
            #expect(page.has("Members see the link here.") != shown.contains(persona))
            #expect(page.has("Only members see this link.") == shown.contains(persona))
            let (status, json) = try await world.people.api(.get, "/gatherings/\(world.gathering)", as: persona)
            #expect(status == 200 && (json["joinLink"] != nil) == shown.contains(persona), "\(persona)")
            for path in [
                "/t/\(world.gathering).ics", "/search?q=heron", "/c/nursing", "/c/nursing/gatherings", "/gatherings",
                "/api/v1/threads/\(world.gathering)", "/api/v1/communities/nursing/gatherings",
            ] {
                #expect(!(try await world.page(path, persona)).has("meet.example"), "\(path) for \(persona)")
            }
        }
    }

    @Test("is hidden with its group: a members' community shows a stranger nothing of it")
    func hidden() async throws {
        let world = try await GatheringWorld()
        for persona in Persona.without {
            for path in ["/t/\(world.gathering)", "/t/\(world.gathering).ics", "/c/nursing/gatherings"] {
                #expect(!(try await world.page(path, persona)).has("Winter round"), "\(path) for \(persona)")
            }
            #expect(try await world.people.api(.get, "/gatherings/\(world.gathering)", as: persona).status != 200)
        }
        for persona in Persona.within {
            #expect(
                try await world.page("/t/\(world.gathering)", persona).has("Tuesday 15 December, 12:30pm to 1:30pm")
            )
        }
    }

    @Test("says nothing to a visitor of what was just done, since their page is kept for all")
    func kept() async throws {
        let world = try await GatheringWorld(visibility: .public)
        #expect(!(try await world.page("/t/\(world.gathering)?done=planned", .visitor)).has("is planned"))
        #expect(!(try await world.page("/t/\(world.gathering)", .visitor)).has("is planned"))
    }

    @Test("shows the change at once, also where it was kept")
    func fresh() async throws {
        let world = try await GatheringWorld(visibility: .public), path = "/t/\(world.gathering)"
        for persona in [Persona.visitor, .member] { #expect(try await world.page(path, persona).has("12:30pm")) }
        for persona in [Persona.visitor, .member] {
            #expect(try await world.page("/c/nursing", persona).has("15 December"))
        }
        let facilitator = try await world.people.browser(.facilitator)
        let form = [
            ("title", "Winter round"), ("date", "2026-12-16"), ("time", "14:00"), ("zone", "Europe/London"),
            ("minutes", "60"),
            ("mode", "online"), ("version", "1"),
        ]
        #expect(try await facilitator.post(path + "/gathering", form).status == 303)
        for persona in [Persona.visitor, .member] {
            #expect(try await world.page(path, persona).has("2:00pm to 3:00pm"))
            #expect(try await world.page("/c/nursing", persona).has("16 December"))
        }
    }

    @Test("of other discussions cost no statement more than without dates, and those of places one")
    func cost() async throws {
        let world = try await WritingWorld(), browser = try await world.site.browser(world.bob)
        func asked() throws -> Int { try world.site.env.store.plans().keys.count { $0.contains("FROM gathering") } }
        _ = try await browser.get("/t/\(world.thread)")
        #expect(try asked() == 0)
        _ = try await browser.get("/c/nursing/g/everyone")
        #expect(try asked() == 1)
    }
}

@Suite("Lists of gatherings")
struct GatheringListTests {
    private func plan(_ world: GatheringWorld, _ title: String, on date: String) async throws {
        let new = try world.site.gathering(title) { $0.date = date }
        _ = try await world.site.env.communities[world.people.community].planGathering(
            new,
            in: world.commons,
            as: world.people.viewer(.facilitator)
        )
    }

    @Test("have those of a member's communities, soonest first, and an empty state")
    func coming() async throws {
        let world = try await GatheringWorld(visibility: .public)
        try await plan(world, "Later round", on: "2027-02-02")
        try await plan(world, "Sooner round", on: "2026-11-24")
        let page = try await world.page("/gatherings", .member), text = page.text
        #expect(Markup.faults(text) == [] && page.has("<a href=\"/gatherings\" aria-current=\"page\">"))
        let places = ["Sooner round", "Winter round", "Later round"].compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
        #expect(try await world.page("/gatherings", .stranger).has("No gatherings are planned."))
        #expect(try await world.page("/c/nursing/gatherings", .stranger).has("Winter round"))
        #expect(try await world.page("/c/elsewhere/gatherings", .stranger).has("No gatherings are planned."))
        let door = try await world.page("/gatherings", .visitor)
        #expect(door.status == 404 || door.status == 303 || door.status == 401, "\(door.status)")
    }

    @Test("have what is over by year")
    func years() async throws {
        let world = try await GatheringWorld()
        #expect(!(try await world.page("/gatherings", .member)).has("?year="))
        world.site.pass(.days(60))
        let page = try await world.page("/gatherings", .manager)
        #expect(page.has("No gatherings are planned.") && page.has("/gatherings?year=2026") && page.has("?year=2027"))
        let year = try await world.page("/gatherings?year=2026", .manager)
        #expect(
            year.has("Winter round") && year.has("?year=2026\" aria-current=\"true\"") && Markup.faults(year.text) == []
        )
        #expect(
            try await world.page("/c/nursing/gatherings?year=2027", .manager).has("There were no gatherings in 2027.")
        )
        for bad in ["year=1066", "year=x", "after=x", "year=2026&after=1"] {
            #expect(try await world.page("/gatherings?\(bad)", .manager).status == 404)
        }
    }

    @Test("go on behind a page of thirty, one that is going on included")
    func pages() async throws {
        let world = try await GatheringWorld()
        for number in 1...30 {
            try await plan(world, "Round number \(number)", on: "2027-01-\(number < 10 ? "0" : "")\(number)")
        }
        world.site.pass(.days(24) + .hours(4))
        let page = try await world.page("/gatherings", .member)
        #expect(page.has("Winter round") && page.has("Round number 29<") && !page.has("Round number 30<"))
        let next = try #require(page.text.firstMatch(of: /href="(\/gatherings\?after=[0-9.]+)"/))
        let later = try await world.page(String(next.1), .member)
        #expect(later.has("Round number 30<") && !later.has("Winter round"))
    }
}
