import Foundation
import HTTPTypes
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A draft")
struct DraftingTests {
    @Test("is saved by the button and by the script, and listed until it is discarded")
    func isSaved() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let place = "thread:\(world.thread)"
        let first = try await bob.post("/drafts", [("place", place), ("body", "half a <thought>"), ("revision", "0")])
        #expect(first.location == "/t/\(world.thread)?done=draft-saved#reply")
        let token = try await bob.token(on: "/drafts")
        let second = try await bob.send(
            .post,
            "/drafts",
            body: "token=\(token)&place=\(place)&body=more&revision=1",
            headers: [("Accept", "application/json"), ("Content-Type", "application/x-www-form-urlencoded")]
        )
        #expect(
            second.status == 200 && second.text.contains("\"revision\":2")
                && second.text.contains("\"message\":\"Draft saved")
        )
        let list = try await bob.get("/drafts").text
        #expect(
            list.contains("<p dir=\"auto\" class=\"excerpt\">more</p>")
                && list.contains("Reply to “How do you record this?”")
        )
        let gone = try await bob.post("/drafts/discard", [("place", place)])
        #expect(gone.location?.hasPrefix("/drafts?done=draft-discarded&draft=") == true)
        #expect(try await bob.get("/drafts").text.contains("class=\"empty\""))
        let address = try #require(gone.location), draft = try #require(address.split(separator: "=").last)
        let said = try await bob.get(address).text
        #expect(said.contains("Draft discarded.") && said.contains("name=\"draft\" value=\"\(draft)\""))
        _ = try await bob.post("/drafts/restore", [("draft", String(draft))], from: "/drafts")
        #expect(try await !bob.get(address).text.contains("Draft discarded."))
    }

    @Test("is never overwritten by an older save: 409, and both are kept")
    func isNotOverwritten() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let fields = { (body: String, revision: String) in
            [("place", "thread:\(world.thread)"), ("body", body), ("revision", revision)]
        }
        _ = try await bob.post("/drafts", fields("from the phone", "0"))
        let page = try await bob.post("/drafts", fields("from the desk", "0"))
        #expect(
            page.status == 409 && page.text.contains("from the phone") && page.text.contains("from the desk</textarea>")
        )
        #expect(page.text.contains("name=\"revision\" value=\"1\""))
        let token = try await bob.token(on: "/drafts")
        let script = try await bob.send(
            .post,
            "/drafts",
            body: "token=\(token)&place=thread:\(world.thread)&body=x&revision=0",
            headers: [("Accept", "application/json"), ("Content-Type", "application/x-www-form-urlencoded")]
        )
        #expect(script.status == 409 && script.text.contains("\"message\"") && !script.text.contains("revision"))
        let json = try await world.api(
            world.bob,
            "PUT",
            "/me/drafts/thread:\(world.thread)",
            ["body": "x", "revision": 0]
        )
        #expect(
            json.status == 409 && json.json["current"] as? Int == 1 && json.json["now"] as? String == "from the phone"
        )
    }

    @Test("goes when the post is sent; a later save of what is gone answers 409; a newer one from elsewhere stays")
    func goesWhenSent() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let place = "/me/drafts/thread:\(world.thread)", path = "/t/\(world.thread)/posts"
        _ = try await world.api(world.bob, "PUT", place, ["body": "half", "revision": 0])
        _ = try await bob.post(path, [("body", "whole"), ("revision", "1")], from: "/drafts")
        #expect(try await world.api(world.bob, "GET", place).status == 404)
        #expect(try await world.api(world.bob, "PUT", place, ["body": "half", "revision": 1]).status == 409)
        for (number, body) in ["a", "written elsewhere"].enumerated() {
            _ = try await world.api(world.bob, "PUT", place, ["body": body, "revision": number])
        }
        _ = try await bob.post(path, [("body", "another"), ("revision", "1")], from: "/drafts")
        #expect(try await world.api(world.bob, "GET", place).json["body"] as? String == "written elsewhere")
    }

    @Test("of a new thread is named by community and group, whichever way the slash is sent", arguments: ["/", "%2F"])
    func hasPlaces(slash: String) async throws {
        let world = try await WritingWorld()
        let place = "/me/drafts/group:nursing\(slash)everyone"
        let saved = try await world.api(world.ann, "PUT", place, ["title": "T", "body": "b", "revision": 0])
        #expect(saved.status == 200 && saved.json["place"] as? String == "group:nursing/everyone")
        #expect(saved.json["title"] as? String == "T" && saved.json["revision"] as? Int == 1)
        let list = try await world.api(world.ann, "GET", "/me/drafts").json["items"] as? [[String: Any]]
        #expect(list?.count == 1)
        #expect(try await world.api(world.ann, "DELETE", place).status == 204)
        #expect(try await world.api(world.ann, "GET", place).status == 404)
    }

    @Test("belongs to its author, in places that they read; the name of a place closed meanwhile is not shown")
    func isPrivate() async throws {
        let world = try await WritingWorld()
        let place = "/me/drafts/thread:\(world.thread)"
        _ = try await world.api(world.bob, "PUT", place, ["body": "bob's own", "revision": 0])
        #expect(try await world.api(world.ann, "GET", place).status == 404)
        #expect(try await world.api(world.eve, "PUT", place, ["body": "x", "revision": 0]).status == 404)
        try await world.site.join(world.bob, world.community, standing: .suspended)
        let list = try await world.site.browser(world.bob).get("/drafts").text
        #expect(list.contains("bob&#39;s own") && !list.contains("How do you record this?"))
        #expect(try await Browser(world.site).get("/drafts").status == 303)
    }

    @Test("is kept for 180 days after its last change")
    func expires() async throws {
        let world = try await WritingWorld()
        let place = "/me/drafts/thread:\(world.thread)"
        _ = try await world.api(world.bob, "PUT", place, ["body": "old", "revision": 0])
        world.site.pass(.days(180))
        #expect(try await world.api(world.bob, "GET", place).status == 404)
        world.site.pass(.seconds(1))
        _ = try await world.api(world.ann, "PUT", place, ["body": "new", "revision": 0])
        for tick in Forum.capabilities.ticks where tick.name == "purges" { try await tick.run(world.site.env) }
        #expect(try await world.site.all("SELECT body FROM draft" as SQL<String>) == ["new"])
    }

    @Test(
        "has a place that is spelt in one way only",
        arguments: ["thread:", "thread:x", "group:a", "group:a/b/c", "group:A/b", "x:1"]
    )
    func refusesPlace(text: String) { #expect(Forum.capabilities.draftTargets.target(text) == nil) }
}
