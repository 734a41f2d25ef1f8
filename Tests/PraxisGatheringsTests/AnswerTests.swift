import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("Saying whether one comes")
struct AnswerTests {
    private func purge(_ site: TestSite) async throws {
        for tick in Forum.capabilities.ticks where tick.name == "purges" { try await tick.run(site.env) }
    }

    @Test("takes one press on the page of the date, can be changed, and is said to the member; twice is once")
    func press() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        let before = try await world.page(path, .member)
        #expect(Markup.faults(before.text) == [] && before.has("No one has said yet that they are coming."))
        for _ in 1...2 {
            let sent = try await world.answer("yes", .member)
            #expect(sent.status == 303 && sent.location == path + "?done=answered")
        }
        let page = try await world.page(path + "?done=answered", .member)
        #expect(Markup.faults(page.text) == [] && page.text.components(separatedBy: "You are coming.").count == 3)
        #expect(page.has("1 person is coming.") && page.has("Member Person"))
        #expect(page.has("value=\"yes\" aria-pressed=\"true\"") && page.has("value=\"no\" aria-pressed=\"false\""))
        #expect(try await world.journal() == 1)
        _ = try await world.answer("maybe", .member)
        _ = try await world.answer("no", .facilitator)
        let changed = try await world.page(path, .member)
        #expect(changed.has("You said that you might come.") && changed.has("1 person might come."))
        #expect(changed.has("No one has said yet"))
        #expect(try await world.answers() == ["maybe", "no"])
        #expect(try await world.page("/gatherings", .member).has("You said that you might come."))
    }

    @Test("is for members of the group, silenced ones too; others see how many come, and no name")
    func roles() async throws {
        let world = try await GatheringWorld(visibility: .public), path = "/t/\(world.gathering)"
        let may: [Persona] = [.member, .silenced, .guest, .facilitator, .moderator, .manager]
        _ = try await world.answer("yes", .manager)
        for persona in Persona.allCases where persona != .manager {
            let page = try await world.page(path, persona), form = try await world.page(path + "/answer", persona)
            let sent = try await world.answer("yes", persona)
            #expect(
                (sent.status == 303 && sent.location?.hasPrefix(path) == true) == may.contains(persona),
                "\(persona)"
            )
            #expect((form.status == 200) == may.contains(persona), "\(persona)")
            if page.status != 200 { continue }
            #expect(page.has("name=\"answer\"") == may.contains(persona), "\(persona)")
            #expect(page.has("coming."), "\(persona)")
            let namesPeople = may.contains(persona) && persona != .guest
            let all = try await world.page(path + "/answers", persona)
            #expect(page.has("Manager Person") == namesPeople && all.has("Manager Person") == namesPeople, "\(persona)")
            #expect(Markup.faults(all.text) == [] && all.has("Coming ("))
        }
        #expect(try await world.answers().count == may.count)
    }

    @Test("is refused for a date that is over or cancelled, with what was typed kept")
    func closed() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        try await world.change { $0.state = .cancelled }
        let fields = [("answer", "yes"), ("needs", "A ramp, please.")]
        let cancelled = try await world.people.post(path + "/answer", fields, as: .member)
        #expect(cancelled.status == 422 && cancelled.has("The gathering is cancelled"))
        #expect(cancelled.has("A ramp, please.") && cancelled.has("value=\"yes\" checked"))
        let called = try await world.page(path, .member)
        #expect(!called.has("name=\"answer\"") && !called.has("There is no link yet."))
        #expect(called.has("class=\"tag warn\">Cancelled</span>") && !called.has("Add to your calendar"))
        #expect(!called.has("coming-h") && !called.has("No one said they would come."), "no one answered")
        try await world.change { $0.state = .planned }
        _ = try await world.answer("yes", .member)
        // Of what does not take place nobody is told that they come.
        try await world.change { $0.state = .cancelled }
        #expect(try await world.page(path, .member).has("You said that you would come."))
        try await world.change { $0.state = .planned }
        world.site.pass(.days(60))
        let over = try await world.answer("no", .member)
        #expect(over.status == 422 && over.has("The gathering is over"))
        let page = try await world.page(path, .member)
        #expect(!page.has("name=\"answer\"") && page.has("1 person said they would come."))
        let years = try await world.page("/gatherings?year=2026", .member)
        for page in [page, years] {
            #expect(page.has("You said that you would come.") && !page.has("You are coming."))
        }
        #expect(
            page.has("The gathering is over.") && page.has("You said that you would come.")
                && page.has(">Who said they would come</h2>")
        )
        #expect(
            !page.has("There is no link yet.") && !page.has("Add to your calendar") && Markup.faults(page.text) == []
        )
        for typed in ["", "perhaps"] { #expect(try await world.answer(typed, .member).status == 422) }
        #expect(try await world.people.post("/t/999/answer", fields, as: .member).status == 404)
        #expect(try await world.answers() == ["yes"])
    }

    @Test("tells the host alone what a member needs, until 30 days after the end")
    func needs() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        let fields = [("answer", "yes"), ("needs", "Captions <b>please</b>.")]
        #expect(try await world.people.post(path + "/answer", fields, as: .member).status == 303)
        // One press leaves it as it was.
        _ = try await world.answer("maybe", .member)
        let shown = "Captions &lt;b&gt;please"
        for persona in Persona.within {
            let pages = [path, path + "/answers", "/gatherings"]
            for page in pages {
                let seen = try await world.page(page, persona).has(shown)
                #expect(seen == (persona == .facilitator && page == pages[1]), "\(persona) \(page)")
            }
        }
        #expect(try await world.page(path + "/answer", .member).has(shown))
        let answers = "/gatherings/\(world.gathering)/answers"
        let hosts = try await world.people.api(.get, answers, as: .facilitator).json["people"] as? [[String: Any]]
        #expect(hosts?.first?["needs"] as? String == "Captions <b>please</b>.")
        let others = try await world.people.api(.get, answers, as: .moderator).json["people"] as? [[String: Any]]
        #expect(others?.count == 1 && others?.first?["needs"] == nil)
        world.site.pass(.days(24 + 29))
        try await purge(world.site)
        #expect(try await world.page(path + "/answers", .facilitator).has(shown))
        world.site.pass(.days(2))
        try await purge(world.site)
        #expect(try await world.site.value("SELECT needs FROM gatheringAnswer" as SQL<String>) == "")
    }

    @Test("counts no longer for a member who leaves the community")
    func leaving() async throws {
        let world = try await GatheringWorld { $0.capacity = "1" }
        _ = try await world.answer("yes", .member)
        _ = try await world.answer("yes", .moderator)
        #expect(try await world.people.post("/c/nursing/leave", [], as: .member).status == 303)
        let page = try await world.page("/t/\(world.gathering)", .moderator)
        #expect(page.has("1 of 1 places is taken.") && page.has("You are coming.") && !page.has("Member Person"))
        #expect(try await world.site.queued(.seat).count == 1)
    }
}
