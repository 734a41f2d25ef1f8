import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("What a member has learnt")
struct LearningTests {
    private let form = [
        ("title", "A chapter on grief"), ("category", "Reading"), ("date", "2026-11-20"), ("minutes", "30"),
        ("reflection", "I ask <b>earlier</b>."),
    ]

    private func form(_ other: [String: String]) -> [(String, String)] { form.map { ($0.0, other[$0.0] ?? $0.1) } }

    @Test("has where they were and what they noted, by year, with minutes by category, and is theirs alone")
    func year() async throws {
        let world = try await GatheringWorld.begun(ago: .hours(2), ended: .hours(1)), people = world.people
        _ = try await people.post(world.attend, [("present", "yes")], as: .member)
        let added = try await people.post("/me/learning/new", form, as: .member)
        #expect(added.location == "/me/learning?year=2026&done=added")
        _ = try await people.post(
            "/me/learning/new",
            form(["date": "2025-03-01", "title": "Of last year"]),
            as: .member
        )
        let page = try await world.page("/me/learning?done=added", .member)
        for part in [
            "Winter round", "A chapter on grief", "I ask &lt;b&gt;earlier&lt;/b&gt;.", "90 minutes", "30 minutes",
            "It is added.",
        ] {
            #expect(page.has(part), "\(part)")
        }
        #expect(!page.has("Of last year") && Markup.faults(page.text) == [])
        let last = try await world.page("/me/learning?year=2025", .member)
        #expect(last.has("Of last year") && !last.has("A chapter"))
        let table = try await world.page("/me/learning.csv?year=2026", .member)
        #expect(table.has("\"2026-11-20\",\"30\",\"Reading\",\"A chapter on grief\",\"I ask <b>earlier</b>.\"\r\n"))
        for persona in Persona.allCases where persona != .member {
            for path in ["/me/learning", "/me/learning.csv", "/me/learning?year=2025"] {
                #expect(!(try await world.page(path, persona)).has("chapter"), "\(persona) \(path)")
            }
        }
        #expect(try await world.page("/me/learning?year=x", .member).status == 404)
    }

    @Test("is noted with what is wrong said beside its field, and nothing lost")
    func wrong() async throws {
        let people = try await CommunityWorld()
        for (other, sentence) in [
            (["date": "2026-11-22"], "Enter today or an earlier day"),
            (["date": "1999-01-01"], "within the last 20 years"),
            (["date": "yesterday"], "Enter a date like 2026-11-21"), (["category": ""], "Enter a category"),
            (["minutes": "0"], "1"), (["title": ""], "Enter a title"),
        ] {
            let refused = try await people.post("/me/learning/new", form(other), as: .member)
            #expect(refused.status == 422 && refused.has(sentence), "\(other)")
            #expect(refused.has("I ask &lt;b&gt;earlier&lt;/b&gt;.") && Markup.faults(refused.text) == [])
        }
        #expect(try await people.post("/me/learning/new", form, as: .visitor).status != 303)
    }

    @Test("is removed with an undo, by its member alone, and gone after that")
    func removing() async throws {
        let world = try await GatheringWorld(), people = world.people, site = world.site
        _ = try await people.post("/me/learning/new", form, as: .member)
        #expect(try await people.post("/me/learning/1/remove", [], as: .manager).status == 404)
        let removed = try await people.post("/me/learning/1/remove", [("year", "2026")], as: .member)
        #expect(removed.location == "/me/learning?year=2026&done=removed&entry=1")
        let page = try await world.page("/me/learning?year=2026&done=removed&entry=1", .member)
        #expect(page.has("/me/learning/1/restore") && !page.has("A chapter"))
        #expect(try await people.post("/me/learning/1/restore", [("year", "2026")], as: .manager).status == 404)
        #expect(try await people.post("/me/learning/1/restore", [("year", "2026")], as: .member).status == 303)
        #expect(try await world.page("/me/learning", .member).has("A chapter"))
        _ = try await people.post("/me/learning/1/remove", [], as: .member)
        site.pass(.minutes(11))
        #expect(!(try await world.page("/me/learning?done=removed&entry=1", .member)).has("/restore"))
    }

    @Test("names no date that its member may not read any more")
    func unread() async throws {
        let world = try await GatheringWorld.begun(), people = world.people
        _ = try await people.post(world.attend, [("present", "yes")], as: .member)
        _ = try await people.post("/c/nursing/leave", [], as: .member)
        let page = try await world.page("/me/learning", .member)
        #expect(
            page.has("A gathering that you can no longer read") && !page.has("Winter round") && page.has("60 minutes")
        )
    }

    @Test("is read and noted by programs")
    func programs() async throws {
        let people = try await CommunityWorld()
        let body =
            "{\"date\": \"2026-11-20\", \"minutes\": 30, \"category\": \"Reading\", \"title\": \"A chapter\", \"reflection\": \"Mine\"}"
        let made = try await people.api(.post, "/me/learning", body, as: .member)
        #expect(made.status == 201 && made.json["date"] as? String == "2026-11-20" && made.json["id"] as? String == "1")
        let year = try await people.api(.get, "/me/learning?year=2026", as: .member)
        #expect(year.json["minutes"] as? Int == 30 && (year.json["items"] as? [[String: Any]])?.count == 1)
        #expect(try await people.api(.get, "/me/learning", as: .manager).json["minutes"] as? Int == 0)
        #expect(
            try await people.api(.post, "/me/learning", body.replacing("2026-11-20", with: "2026-12-01"), as: .member)
                .status == 422
        )
    }
}
