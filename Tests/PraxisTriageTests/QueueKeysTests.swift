import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("The single keys of the queue")
struct QueueKeysTests {
    private let queue = "/c/nursing/queue"

    private func turn(_ keys: String, _ browser: Browser, next: String? = nil) async throws -> Browser.Answer {
        let fields = [("keys", keys)] + (next.map { [("next", $0)] } ?? [])
        return try await browser.post("/settings/queue-keys", fields, from: "/settings")
    }

    @Test("are offered until a moderator says whether they want them, and not again")
    func offered() async throws {
        let world = try await TriageWorld(), mo = try await world.site.browser(world.mo)
        let offer = "Use single keys to decide?"
        for _ in 1...2 { #expect(try await mo.get(queue).text.contains(offer)) }
        let declined = try await turn("off", mo, next: queue + "?done=keys-off#heading")
        #expect(declined.location == queue + "?done=keys-off#heading")
        let off = try await mo.get(try #require(declined.location)).text
        #expect(
            !off.contains(offer) && off.contains("Keyboard shortcuts are off.") && off.contains("Turn shortcuts on")
        )
        #expect(!off.contains("data-keys") && !off.contains("aria-keyshortcuts"))
        _ = try await turn("on", mo)
        let on = try await mo.get(queue + "?done=keys-on").text
        #expect(
            !on.contains(offer) && on.contains("Keyboard shortcuts are on. “?” shows")
                && on.contains("Turn shortcuts off")
        )
        #expect(on.contains("<div class=\"wrap page\" data-keys tabindex=\"-1\">"))
        #expect(Markup.faults(off) == [] && Markup.faults(on) == [])
        let priya = try await world.site.browser(world.pri).get(queue).text
        #expect(priya.contains(offer) && !priya.contains("data-keys"), "a colleague is asked for herself")
    }

    @Test("are named on each button while they are on, and nowhere while they are off")
    func named() async throws {
        let world = try await TriageWorld(heldPosts: 1), mo = try await world.site.browser(world.mo)
        let report = try await world.report(world.first, .spam, by: world.bob)
        _ = try await world.actor.join(agreeing: nil, note: "", as: world.viewer(world.eve))
        let request: QueueItemID = try await world.site.value("SELECT id FROM queueItem WHERE kind = 'request'")
        let plain = try await mo.get("\(queue)/\(report)").text
        #expect(
            !plain.contains("aria-keyshortcuts") && !plain.contains("data-needs-reason")
                && plain.contains(">Remove</button>")
        )
        _ = try await turn("on", mo)
        let page = try await mo.get("\(queue)/\(report)").text
        for (key, label) in [
            ("a", "Keep"), ("r", "Return to the author"), ("x", "Remove"), ("s", "Skip"), ("c", "Claim"),
        ] {
            #expect(page.contains(">\(label) <span class=\"keyed\">(\(key))</span></button>"), "\(label)")
            #expect(page.components(separatedBy: "aria-keyshortcuts=\"\(key)\"").count == 2, "\(key) works one control")
        }
        #expect(page.components(separatedBy: "data-needs-reason").count == 3, "to return and to remove")
        #expect(
            page.contains("<textarea id=\"note\"")
                && page.contains("Note for the people who decide here <span class=\"keyed\">(n)</span>")
        )
        #expect(
            page.contains(
                "<summary aria-keyshortcuts=\"?\">Keyboard shortcuts <span class=\"keyed\">(?)</span></summary>"
            )
        )
        #expect(page.contains("<div class=\"wrap page wide\" data-keys tabindex=\"-1\">") && Markup.faults(page) == [])
        let max = try await world.site.browser(world.max)
        _ = try await turn("on", max)
        #expect(
            try await max.get("\(queue)/\(request)").text.contains(
                "aria-keyshortcuts=\"x\">Decline <span class=\"keyed\">(x)</span></button>"
            )
        )
    }

    @Test("undo the last decision, which the banner tells of, and the next item's heading is described by it")
    func undo() async throws {
        let world = try await TriageWorld(), mo = try await world.site.browser(world.mo)
        let first = try await world.report(world.first, .spam, by: world.bob)
        _ = try await world.report(try await world.post("Two.", by: world.ann), .spam, by: world.bob)
        _ = try await turn("on", mo)
        let fields = [("action", "approve"), ("version", "1")]
        let decided = try await mo.post("\(queue)/\(first)/resolve", fields, from: queue)
        #expect(try #require(decided.location).hasSuffix("#heading"))
        let page = try await mo.get(try #require(decided.location)).text
        #expect(
            page.contains("<p id=\"said\">Approved. 1 left.</p>")
                && page.contains("aria-keyshortcuts=\"u\">Undo <span class=\"keyed\">(u)</span></button>")
        )
        #expect(
            page.contains("<h1 dir=\"auto\" class=\"brief\" id=\"heading\" tabindex=\"-1\" aria-describedby=\"said\">")
                && Markup.faults(page) == []
        )
    }

    @Test("are set in the settings of those who decide somewhere")
    func settings() async throws {
        let world = try await TriageWorld()
        let fay = try await world.site.browser(world.fay), bob = try await world.site.browser(world.bob)
        let card = "Keyboard shortcuts in the moderation queue"
        #expect(try await !bob.get("/settings").text.contains(card))
        #expect(try await fay.get("/settings").text.contains("<option value=\"off\" selected>"))
        let saved = try await turn("on", fay)
        #expect(saved.status == 303 && saved.location == "/settings?done=saved")
        let page = try await fay.get("/settings").text
        #expect(page.contains(card) && page.contains("<option value=\"on\" selected>") && Markup.faults(page) == [])
        let wrong = try await turn("perhaps", fay)
        #expect(
            wrong.status == 422 && wrong.text.contains("id=\"keys-error\"")
                && wrong.text.contains("<option value=\"on\" selected>")
        )
        #expect(try await turn("on", fay, next: "https://elsewhere.example/").location == "/settings?done=saved")
        #expect(try await world.site.value("SELECT count(*) FROM member WHERE queueKeys IS NOT NULL") == 1)
    }

    @Test("are spoken of in French, too, and nothing is left of nothing")
    func french() async throws {
        let world = try await TriageWorld(), mo = try await world.site.browser(world.mo)
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE member SET language = 'fr' WHERE id = \(world.mo)")
        }
        #expect(try await mo.get(queue).text.contains("Décider avec une seule touche?"))
        let item = try await world.report(world.first, .spam, by: world.bob)
        let fields = [("action", "approve"), ("version", "1")]
        let last = try await mo.post("\(queue)/\(item)/resolve", fields, from: queue)
        #expect(try await mo.get(try #require(last.location)).text.contains("Approuvé. Il n’en reste plus."))
    }
}
