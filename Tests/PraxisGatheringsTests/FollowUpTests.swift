import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("The follow-ups of a date")
struct FollowUpTests {
    private func add(
        _ title: String,
        owner: String = "",
        due: String = "",
        kind: String = "other",
        to thread: ThreadID? = nil,
        _ world: GatheringWorld,
        _ persona: Persona = .member
    ) async throws -> Browser.Answer {
        let fields = [("title", title), ("kind", kind), ("owner", owner), ("due", due)]
        return try await world.people.post("/t/\(thread ?? world.gathering)/follow-ups/new", fields, as: persona)
    }

    private func set(
        _ state: String,
        version: Int = 1,
        of id: Int = 1,
        _ world: GatheringWorld,
        _ persona: Persona
    ) async throws -> Browser.Answer {
        let fields = [("state", state), ("version", "\(version)"), ("at", "\(world.gathering)")]
        return try await world.people.post("/follow-ups/\(id)", fields, as: persona)
    }

    private func rows(_ world: GatheringWorld) async throws -> [String] {
        try await world.site.all("SELECT title || ' ' || state || ' ' || version FROM followUp ORDER BY id")
    }

    @Test("are added by full members alone, before and after it, and read by everyone who reads the date")
    func adding() async throws {
        let world = try await GatheringWorld(visibility: .public), path = "/t/\(world.gathering)"
        let may: [Persona] = [.member, .facilitator, .moderator, .manager]
        // Before people meet the page of a date does not ask what came of it.
        #expect(!(try await world.page(path, .member)).has("Follow-ups"))
        for persona in Persona.allCases {
            let form = try await world.page(path + "/follow-ups/new", persona)
            #expect((form.status == 200) == may.contains(persona), "\(persona)")
            if form.status == 200 { #expect(Markup.faults(form.text) == []) }
            let sent = try await add("From \(persona) <b>", world, persona)
            #expect((sent.location == path + "?done=follow-up") == may.contains(persona), "\(persona)")
        }
        #expect(try await rows(world).count == may.count)
        for persona in Persona.allCases {
            let page = try await world.page(path, persona)
            if page.status != 200 { continue }
            #expect(page.has("From facilitator &lt;b&gt;") && page.has("No one has taken this yet"), "\(persona)")
            #expect(page.has(path + "/follow-ups/new") == may.contains(persona), "\(persona)")
            #expect(Markup.faults(page.text) == [], "\(persona)")
        }
        world.site.pass(.days(60))
        #expect(try await add("Afterwards", world).status == 303)
    }

    @Test("say what is wrong beside its field, and keep what was typed")
    func wrong() async throws {
        let world = try await GatheringWorld()
        let refused = try await add("", owner: "x", due: "2026-02-30", kind: "party", world)
        #expect(refused.status == 422 && refused.has("value=\"2026-02-30\""))
        let past = try await add("Write to the board", due: "2026-11-01", world)
        #expect(
            past.status == 422 && past.has("Enter today or a later day") && past.has("value=\"Write to the board\"")
        )
        #expect(try await add("Write", due: "2030-01-01", world).has("Enter a day within the next 2 years"))
        #expect(try await add(String(repeating: "a", count: 201), world).status == 422)
        for number in 1...40 { _ = try await add("Number \(number)", world, .facilitator) }
        let full = try await add("One more", world)
        #expect(full.status == 422 && full.has("There is room for 40"))
    }

    @Test("are given to members of the group alone, and those who are not in it look like nobody at all")
    func owners() async throws {
        let world = try await GatheringWorld(), people = world.people, path = "/t/\(world.gathering)"
        _ = try await world.answer("yes", .moderator)
        let form = try await world.page(path + "/follow-ups/new", .member)
        #expect(form.has(">Moderator Person</option>") && form.has(">I do it</option>"))
        #expect(!form.has(">Stranger Person<") && !form.has(">Guest Person<"))
        var refusals: Set<String> = []
        for persona in [Persona.stranger, .former, .guest, .pending, .suspended] {
            let refused = try await add("Take it", owner: "\(people.member(persona))", world)
            #expect(refused.status == 422, "\(persona)")
            refusals.insert(refused.has("Choose someone who is in the group") ? "same" : "\(persona)")
        }
        #expect(try await add("Take it", owner: "99999", world).has("Choose someone who is in the group"))
        #expect(refusals == ["same"])
        let given = try await add("Take it", owner: "\(people.member(.moderator))", due: "2026-12-20", world)
        #expect(given.status == 303)
        let page = try await world.page(path, .manager), guest = try await world.page(path, .guest)
        #expect(page.has("Moderator Person does it") && page.has("Due Sunday 20 December"))
        #expect(guest.has("Take it") && !guest.has("Moderator Person does it"), "names are for full members")
    }

    @Test(
        "are settled by their author, their owner and the host, each with an undo; the audit log has the host’s alone"
    )
    func settling() async throws {
        let world = try await GatheringWorld(), people = world.people, path = "/t/\(world.gathering)"
        _ = try await add("Ring the school", owner: "\(people.member(.moderator))", world)
        #expect(try await set("done", world, .manager).status == 403)
        #expect(try await set("done", world, .guest).status == 403)
        #expect(try await set("done", world, .stranger).status == 404)
        let done = try await set("done", world, .moderator)
        #expect(done.location == path + "?done=follow-up-done&item=1&version=2")
        let page = try await world.page(path + "?done=follow-up-done&item=1&version=2", .moderator)
        #expect(
            page.has("class=\"tag ok\">Done<") && page.has("It is marked as done.") && Markup.faults(page.text) == []
        )
        #expect(page.has("<input type=\"hidden\" name=\"version\" value=\"2\">"))
        #expect(try await set("open", version: 1, world, .moderator).status == 409)
        #expect(try await set("open", version: 2, world, .moderator).status == 303)
        #expect(try await set("dropped", version: 3, world, .member).status == 303)
        #expect(try await set("open", version: 4, world, .facilitator).status == 303)
        #expect(try await set("gone", version: 5, world, .facilitator).status == 422)
        #expect(try await rows(world) == ["Ring the school open 5"])
        let audited: Int = try await world.site.value("SELECT count(*) FROM audit WHERE act = 'follow-up-settled'")
        #expect(audited == 1)
        let ended: Int = try await world.site.value("SELECT count(*) FROM followUp WHERE endedAt IS NOT NULL")
        #expect(ended == 0)
    }

    @Test("are overdue in words where the date takes place")
    func overdue() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        _ = try await add("Ring the school", due: "2026-11-23", world)
        #expect(try await world.page(path, .member).has("Due "))
        world.site.pass(.days(3))
        let page = try await world.page(path, .guest)
        #expect(page.status == 404 || page.has("class=\"tag warn\">Overdue: it was due"))
        #expect(try await world.page(path, .member).has("class=\"tag warn\">Overdue: it was due"))
    }

    @Test(
        "come up again on the later dates of the same series, and of dates alone on those of their group that are alone"
    )
    func comingUpAgain() async throws {
        let world = try await GatheringWorld(), site = world.site, people = world.people
        let actor = site.env.communities[people.community], host = try people.viewer(.facilitator)
        let series = try await actor.planSeries(site.series("Of grebes"), in: world.commons, as: host)
        let dates: [ThreadID] = try await site.all(
            "SELECT threadId FROM gathering WHERE seriesId = \(series) ORDER BY startAt"
        )
        let alone = try await actor.planGathering(
            try site.gathering("A later one") { $0.date = "2027-01-12" },
            in: world.commons,
            as: host
        )
        _ = try await add("Of the series", to: dates[1], world)
        _ = try await add("Of the one alone", world)
        let shows = { (thread: ThreadID, text: String) in try await world.page("/t/\(thread)", .member).has(text) }
        #expect(try await !shows(dates[0], "Of the series"), "an earlier date")
        #expect(try await shows(dates[1], "Of the series"))
        #expect(try await !shows(dates[1], "Still open from"))
        #expect(try await shows(dates[2], "Of the series"))
        #expect(try await shows(dates[2], "Still open from"))
        #expect(try await !shows(dates[2], "Of the one alone"))
        #expect(try await shows(alone, "Of the one alone"))
        #expect(try await !shows(alone, "Of the series"))
        #expect(try await !world.page("/t/\(dates[2])", .visitor).has("Of the series"))
        // It is settled on the page of the later date, and leaves it.
        let fields = [("state", "done"), ("version", "1"), ("at", "\(dates[2])")]
        let done = try await people.post("/follow-ups/1", fields, as: .member)
        #expect(done.location == "/t/\(dates[2])?done=follow-up-done&item=1&version=2")
        #expect(try await !shows(dates[2], "Of the series"))
        #expect(try await shows(dates[1], "Of the series"))
    }

    @Test("lose an owner who leaves the group, and say so")
    func leaving() async throws {
        let world = try await GatheringWorld(), people = world.people, path = "/t/\(world.gathering)"
        let owner = try people.member(.moderator)
        _ = try await add("Ring the school", owner: "\(owner)", world)
        _ = try await add("Write to the board", owner: "\(owner)", world)
        _ = try await set("done", of: 2, world, .moderator)
        #expect(try await people.post("/c/nursing/leave", [], as: .moderator).status == 303)
        let page = try await world.page(path, .member)
        #expect(page.has("The person who did it has left") && page.has("Moderator Person</bdi>"))
        let owned: [String] = try await world.site.all("SELECT title FROM followUp WHERE ownerId IS NOT NULL")
        #expect(owned == ["Write to the board"])
    }

    @Test("are read and changed by programs")
    func api() async throws {
        let world = try await GatheringWorld(), people = world.people
        let path = "/gatherings/\(world.gathering)/follow-ups"
        let owner = try people.member(.moderator)
        let body = "{\"kind\": \"peer-support\", \"title\": \"Meet\", \"owner\": \"\(owner)\", \"due\": \"2026-12-20\"}"
        let made = try await people.api(.post, path, body, as: .member)
        #expect(made.status == 201 && made.json["state"] as? String == "open" && made.json["version"] as? Int == 1)
        #expect(made.json["owner"] as? String == "\(owner)" && made.json["due"] as? String == "2026-12-20")
        let seen = try await people.api(.get, path, as: .guest).json["items"] as? [[String: Any]]
        #expect(seen?.count == 1 && seen?.first?["owner"] is NSNull)
        let change = "{\"state\": \"done\", \"version\": 1}"
        #expect(try await people.api(.patch, "/follow-ups/1", change, as: .manager).status == 403)
        #expect(
            try await people.api(.patch, "/follow-ups/1", change, as: .moderator).json["state"] as? String == "done"
        )
        let stale = try await people.api(.patch, "/follow-ups/1", "{\"state\": \"open\", \"version\": 1}", as: .member)
        #expect(stale.status == 409)
        #expect(try await people.api(.patch, "/follow-ups/9", change, as: .member).status == 404)
        let elsewhere = "{\"kind\": \"other\", \"title\": \"Meet\", \"owner\": \"\(try people.member(.stranger))\"}"
        #expect(try await people.api(.post, path, elsewhere, as: .member).status == 422)
        #expect(try await people.api(.get, "/gatherings/999/follow-ups", as: .member).status == 404)
    }
}
