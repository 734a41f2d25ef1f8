import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("The agenda of a date")
struct AgendaTests {
    private func add(
        _ title: String,
        minutes: String = "",
        lead: String = "",
        _ world: GatheringWorld,
        _ persona: Persona = .member
    ) async throws -> Browser.Answer {
        let fields = [("title", title), ("minutes", minutes), ("lead", lead)]
        return try await world.people.post("/t/\(world.gathering)/agenda/new", fields, as: persona)
    }

    private func titles(_ world: GatheringWorld) async throws -> [String] {
        try await world.site.all("SELECT title FROM agendaItem ORDER BY position")
    }

    private func audited(_ world: GatheringWorld) async throws -> Int {
        try await world.site.value("SELECT count(*) FROM audit WHERE act = 'agenda-arranged'" as SQL<Int>)
    }

    @Test("is added to by full members alone, and read by everyone who reads the date")
    func adding() async throws {
        let world = try await GatheringWorld(visibility: .public), path = "/t/\(world.gathering)"
        let may: [Persona] = [.member, .facilitator, .moderator, .manager]
        #expect(try await !world.page(path, .guest).has("id=\"agenda-h\""))
        for persona in Persona.allCases {
            let form = try await world.page(path + "/agenda/new", persona)
            #expect((form.status == 200) == may.contains(persona), "\(persona)")
            if form.status == 200 { #expect(Markup.faults(form.text) == []) }
            let sent = try await add("From \(persona)", minutes: "10", world, persona)
            #expect(
                (sent.status == 303 && sent.location == path + "?done=agenda") == may.contains(persona),
                "\(persona)"
            )
        }
        #expect(try await titles(world).count == may.count)
        for persona in Persona.allCases {
            let page = try await world.page(path, persona)
            if page.status != 200 { continue }
            #expect(page.has("From facilitator") && page.has("40 of 60 minutes are planned."), "\(persona)")
            #expect(page.has(path + "/agenda/new") == may.contains(persona), "\(persona)")
            #expect(Markup.faults(page.text) == [], "\(persona)")
        }
        let count = try await world.site.value(
            "SELECT count(*) FROM journal WHERE event = 'agenda-changed'" as SQL<Int>
        )
        #expect(count == may.count)
        #expect(try await audited(world) == 0)
    }

    @Test("is changed by the host, and in one's own items by their authors; what is wrong is said beside its field")
    func changing() async throws {
        let world = try await GatheringWorld()
        _ = try await add("Herons", minutes: "20", lead: "Ada <b>", world)
        _ = try await add("Storks", world, .moderator)
        let change = { (item: Int, fields: [(String, String)], persona: Persona) in
            try await world.people.post("/agenda/\(item)", fields, as: persona)
        }
        let own = try await world.page("/agenda/1", .member), host = try await world.page("/agenda/1", .facilitator)
        #expect(own.status == 200 && !own.has("name=\"position\"") && own.has("Ada &lt;b&gt;"))
        #expect(host.has("name=\"position\"") && host.has("name=\"outcome\"") && Markup.faults(host.text) == [])
        #expect(try await world.page("/agenda/2", .member).status == 403)
        #expect(try await world.page("/agenda/1", .stranger).status == 404)
        let wrong = [("title", ""), ("minutes", "soon"), ("lead", "Ada"), ("version", "1")]
        let refused = try await change(1, wrong, .member)
        #expect(refused.status == 422 && refused.has("value=\"soon\"") && refused.has("value=\"Ada\""))
        let good = [("title", "Grey herons"), ("minutes", "15"), ("lead", ""), ("version", "1")]
        #expect(try await change(1, good, .member).status == 303)
        #expect(try await change(2, good, .member).status == 403)
        let stale = try await change(1, good + [("position", "2")], .facilitator)
        #expect(stale.status == 409 && stale.has("value=\"2\""))
        let moved = [("title", "Grey herons"), ("minutes", ""), ("version", "2"), ("position", "2")]
        #expect(try await change(1, moved, .facilitator).status == 303)
        #expect(try await titles(world) == ["Storks", "Grey herons"])
        #expect(try await audited(world) == 1)
    }

    @Test("loses an item only while nothing came of it")
    func removing() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        for title in ["One", "Two", "Three"] { _ = try await add(title, world) }
        #expect(try await world.people.post("/agenda/2/remove", [], as: .moderator).status == 403)
        #expect(try await world.people.post("/agenda/2/remove", [], as: .member).status == 303)
        #expect(try await titles(world) == ["One", "Three"])
        let fields = [("title", "One"), ("version", "1"), ("position", "1"), ("outcome", "We **agreed**.")]
        #expect(try await world.people.post("/agenda/1", fields, as: .facilitator).status == 303)
        #expect(try await world.page(path, .member).has("We **agreed**."))
        let kept = try await world.people.post("/agenda/1/remove", [], as: .facilitator)
        #expect(kept.status == 409 && kept.has("it cannot be taken off"))
        #expect(try await titles(world) == ["One", "Three"])
    }

    @Test("takes no more once the date is over or cancelled, or 40 items stand on it")
    func closed() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        try await world.change { $0.state = .cancelled }
        let cancelled = try await add("Herons", world)
        #expect(
            cancelled.status == 422 && cancelled.has("The gathering is cancelled") && cancelled.has("value=\"Herons\"")
        )
        try await world.change { $0.state = .planned }
        for number in 1...40 { _ = try await add("Item \(number)", world, .facilitator) }
        #expect(try await !world.page(path, .member).has(path + "/agenda/new"))
        let full = try await add("One more", world)
        #expect(full.status == 422 && full.has("There is room for 40 items"))
        world.site.pass(.days(60))
        #expect(try await add("Too late", world).has("The gathering is over"))
        #expect(try await titles(world).count == 40)
    }

    @Test("has a discussion put on it from its own page, and tells it what came of that")
    func table() async throws {
        let world = try await GatheringWorld(), site = world.site, path = "/t/\(world.gathering)"
        let community = world.people.community
        let thread = try await site.thread(
            "Which ponds?",
            in: world.commons,
            of: community,
            by: world.people.member(.manager)
        )
        let page = try await world.page("/t/\(thread)", .member)
        #expect(page.has("/t/\(thread)/table") && Markup.faults(page.text) == [])
        #expect(try await !world.page("/t/\(thread)", .guest).has("/t/\(thread)/table"))
        #expect(try await !world.page(path, .member).has(path + "/table"), "a date is put on no table")
        let form = try await world.page("/t/\(thread)/table", .member)
        #expect(form.has("Winter round") && form.has("value=\"\(world.gathering)\"") && Markup.faults(form.text) == [])
        #expect(try await world.people.post("/t/\(thread)/table", [("gathering", "")], as: .member).status == 422)
        let sent = [("gathering", "\(world.gathering)"), ("minutes", "10")]
        #expect(try await world.people.post("/t/\(thread)/table", sent, as: .member).location == path + "?done=agenda")
        let shown = try await world.page(path, .guest)
        #expect(shown.has("Which ponds?") && shown.has("href=\"/t/\(thread)\""))
        let outcome = [("title", "Which ponds?"), ("version", "1"), ("outcome", "Those by the mill.")]
        #expect(try await world.people.post("/agenda/1", outcome, as: .facilitator).status == 303)
        let told = try await world.page("/t/\(thread)", .manager)
        #expect(told.has("Those by the mill.") && told.has("From the gathering on 15 December 2026"))
        #expect(told.has("http://127.0.0.1:8080\(path)") && told.has("Facilitator Person"))
        let role: String = try await site.value("SELECT role FROM post ORDER BY id DESC LIMIT 1")
        #expect(role == "outcome")
        #expect(try await !world.page(path, .member).has("Those by the mill."), "it is told in one place")
        let again = [("title", "Which ponds?"), ("version", "3"), ("outcome", "Others.")]
        let refused = try await world.people.post("/agenda/1", again, as: .facilitator)
        #expect(refused.status == 422 && refused.has("is in its discussion already"))
    }

    @Test("shows no discussion to readers of a date who may not read it")
    func elsewhere() async throws {
        let world = try await GatheringWorld(), site = world.site, community = world.people.community
        let circle = try await site.group("circle", in: community, kind: .peerSupport, access: .invite)
        let member = try world.people.member(.member)
        try await site.join(member, group: circle, of: community)
        let thread = try await site.thread("A hard week", in: circle, of: community, by: member)
        let form = try await world.page("/t/\(thread)/table", .member)
        #expect(form.status == 200 && !form.has("Winter round"))
        let sent = [("gathering", "\(world.gathering)"), ("minutes", "")]
        #expect(try await world.people.post("/t/\(thread)/table", sent, as: .member).status == 422)
        let body = "{\"title\": \"A hard week\", \"thread\": \"\(thread)\"}"
        let refused = try await world.people.api(.post, "/gatherings/\(world.gathering)/agenda", body, as: .member)
        #expect(refused.status == 422 && "\(refused.json)".contains("everyone who can read the gathering"))
        let hidden = try await world.people.api(.post, "/gatherings/\(world.gathering)/agenda", body, as: .moderator)
        #expect(hidden.status == 404)
        #expect(try await titles(world) == [])
    }

    @Test("says to its host that the discussion is closed, and keeps what they typed")
    func closedDiscussion() async throws {
        let world = try await GatheringWorld(), site = world.site, community = world.people.community
        let thread = try await site.thread(
            "Which ponds?",
            in: world.commons,
            of: community,
            by: world.people.member(.member)
        )
        let sent = [("gathering", "\(world.gathering)")]
        _ = try await world.people.post("/t/\(thread)/table", sent, as: .member)
        try await site.write { db in _ = try db.run("UPDATE thread SET state = 'closed' WHERE id = \(thread)") }
        let outcome = [("title", "Which ponds?"), ("version", "1"), ("outcome", "Those by the mill.")]
        let refused = try await world.people.post("/agenda/1", outcome, as: .facilitator)
        #expect(refused.status == 422 && refused.has("Reopen it first") && refused.has("Those by the mill."))
    }

    @Test("is read and changed by programs")
    func api() async throws {
        let world = try await GatheringWorld(), people = world.people, agenda = "/gatherings/\(world.gathering)/agenda"
        let made = try await people.api(.post, agenda, "{\"title\": \"Herons\", \"minutes\": 20}", as: .member)
        #expect(made.status == 201 && made.json["position"] as? Int == 1 && made.json["minutes"] as? Int == 20)
        _ = try await people.api(.post, agenda, "{\"title\": \"Storks\", \"lead\": \"Ada\"}", as: .member)
        let moved = try await people.api(.patch, "/agenda/2", "{\"position\": 1, \"version\": 1}", as: .facilitator)
        #expect(moved.status == 200 && moved.json["position"] as? Int == 1)
        let refused = try await people.api(.patch, "/agenda/2", "{\"position\": 1, \"version\": 1}", as: .member)
        #expect(refused.status == 403)
        let shorter = try await people.api(.patch, "/agenda/1", "{\"minutes\": 0, \"version\": 1}", as: .member)
        #expect(shorter.status == 200 && shorter.json["minutes"] is NSNull)
        let stale = try await people.api(.patch, "/agenda/1", "{\"minutes\": 5, \"version\": 1}", as: .member)
        #expect(stale.status == 409)
        let all = try await people.api(.get, agenda, as: .guest).json["items"] as? [[String: Any]]
        #expect(all?.compactMap { $0["title"] as? String } == ["Storks", "Herons"])
        #expect(try await people.api(.delete, "/agenda/1", as: .member).status == 204)
        #expect(try await people.api(.delete, "/agenda/1", as: .member).status == 404)
        #expect(try await people.api(.get, "/gatherings/999/agenda", as: .member).status == 404)
    }
}
