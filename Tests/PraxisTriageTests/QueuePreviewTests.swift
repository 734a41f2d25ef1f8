import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("The preview beside a queue")
struct QueuePreviewTests {
    /// What stands beside the list.
    private func aside(_ page: String) -> String {
        page.range(of: "<aside class=\"broad\"").map { String(page[$0.lowerBound...]) } ?? ""
    }

    @Test("shows the first item or the one chosen, with why it is here and its verbs, and claims nothing")
    func shows() async throws {
        let world = try await TriageWorld()
        let other = try await world.post("The bluethroat word", by: world.ann)
        let first = try await world.report(world.first, .spam, "Sells a plover.", by: world.bob)
        world.site.pass(.minutes(1))
        let second = try await world.report(other, .disrespect, by: world.bob)
        let browser = try await world.site.browser(world.mo)
        let page = try await browser.get("/c/nursing/queue").text
        let shown = aside(page)
        #expect(shown.contains("heron word") && shown.contains("Sells a plover.") && !shown.contains("bluethroat"))
        #expect(shown.contains("action=\"/c/nursing/queue/\(first)/resolve\""))
        let chosen = try await browser.get("/c/nursing/queue?show=\(second)").text
        #expect(aside(chosen).contains("bluethroat") && !aside(chosen).contains("Sells a plover."))
        #expect(chosen.contains("href=\"/c/nursing/queue?show=\(second)\" aria-current=\"true\""))
        let claims: Int = try await world.site.value("SELECT count(*) FROM queueItem WHERE claimedBy IS NOT NULL")
        #expect(claims == 0)
        let token = ["resolve", "note", "claim"]
        #expect(token.allSatisfy { !aside(chosen).contains("aria-keyshortcuts=\"\($0)\"") })
    }

    @Test("tells how to reach someone, then why it is here and the post, in the order of the item's page")
    func order() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .worried, "So low", by: world.bob)
        let browser = try await world.site.browser(world.mo)
        let (reach, why, post) = ("How to reach Ann Okafor", "Why it is here", "heron word")
        let heading = "Report: I am worried", help = ["If someone may be in danger", "Here since"]
        let beside = aside(try await browser.get("/c/nursing/queue").text)
        let own = try await browser.get("/c/nursing/queue/\(item)").text
        let page = own.range(of: "<h1").map { String(own[$0.lowerBound...]) } ?? ""
        for (text, parts) in [
            (beside, [heading, reach, why, post] + help), (page, [heading, reach, why, post] + help),
        ] {
            let places = parts.map { text.range(of: $0)?.lowerBound }
            #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        }
    }

    @Test("tells the author's history in five numbers, as the item's page does")
    func history() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let browser = try await world.site.browser(world.mo)
        let shown = aside(try await browser.get("/c/nursing/queue").text)
        let numbers = try #require(shown.firstMatch(of: /<li>Here since: .*?<li>Posts: 1<.*?kept before: 0/)?.0)
        #expect(numbers.components(separatedBy: "</li><li>").count == 5)
        #expect(try await browser.get("/c/nursing/queue/\(item)").text.contains(numbers))
    }

    @Test("says that a busy author wrote more than is counted beside a list, and counts further on the item's page")
    func busy() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.site.write { db in
            for more in 1...60 {
                try db.run(
                    """
                    INSERT INTO post (threadId, number, authorId, state, createdAt, journal, renderer, hash, html, plain, body)
                    SELECT threadId, number + \(more), authorId, state, createdAt, journal, renderer, hash, html, plain, body
                    FROM post WHERE id = \(world.first)
                    """
                )
            }
        }
        let browser = try await world.site.browser(world.mo)
        #expect(aside(try await browser.get("/c/nursing/queue").text).contains("Posts: 50+<"))
        #expect(try await browser.get("/c/nursing/queue/\(item)").text.contains("Posts: 61<"))
    }

    @Test("decides with the item's own form")
    func decides() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        let browser = try await world.site.browser(world.mo)
        let fields = [("version", "0"), ("action", "dismiss"), ("text", "Because."), ("stock", "")]
        let page = aside(try await browser.get("/c/nursing/queue").text)
        let version = page.components(separatedBy: "name=\"version\" value=\"").dropFirst().first.map {
            String($0.prefix { $0 != "\"" })
        }
        let sent = fields.map { $0.0 == "version" ? ("version", version ?? "") : $0 }
        let answer = try await browser.post("/c/nursing/queue/\(item)/resolve", sent, from: "/c/nursing/queue")
        #expect(answer.status == 303)
        let state: String = try await world.site.value("SELECT state FROM queueItem WHERE id = \(item)")
        #expect(state == "decided")
    }

    @Test("has no keys, which would decide what is not under the moderator's eyes")
    func keys() async throws {
        let world = try await TriageWorld()
        _ = try await world.report(world.first, .spam, by: world.bob)
        let browser = try await world.site.browser(world.mo)
        _ = try await browser.post("/settings/queue-keys", [("keys", "on")], from: "/settings")
        let page = try await browser.get("/c/nursing/queue").text
        #expect(page.contains("aria-keyshortcuts") && !aside(page).contains("aria-keyshortcuts"))
    }

    @Test("answers 404 to an item of others, and keeps shut what the safeguarding contact has not opened")
    func shut() async throws {
        let world = try await TriageWorld()
        let secret = try await world.post("The serin word", by: world.ann, in: world.circle)
        let item = try await world.report(secret, .disrespect, by: world.bob)
        let mo = try await world.site.browser(world.mo), con = try await world.site.browser(world.con)
        #expect(try await mo.get("/c/nursing/queue?show=\(item)").status == 404)
        #expect(try await mo.get("/c/nursing/queue?show=nothing").status == 404)
        try await world.actor.passOn(item, as: world.viewer(world.fay))
        let page = try await con.get("/c/nursing/queue?show=\(item)").text
        #expect(!page.contains("serin") && !page.contains("Ann Okafor") && !aside(page).isEmpty)
        let looks: Int = try await world.site.value("SELECT count(*) FROM audit WHERE actorId = \(world.con)")
        #expect(looks == 0)
    }
}
