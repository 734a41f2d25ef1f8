import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("Changing a thread")
struct ThreadChangingTests {
    private static let acts = ["close", "reopen", "pin", "unpin"]

    @Test("is the facilitator's: members are refused, strangers find nothing", arguments: acts)
    func isTheFacilitators(act: String) async throws {
        let world = try await WritingWorld()
        if act == "reopen" {
            _ = try await world.api(world.fay, "PATCH", "/threads/\(world.thread)", ["state": "closed", "version": 1])
        }
        if act == "unpin" {
            _ = try await world.api(world.fay, "PATCH", "/threads/\(world.thread)", ["pinned": true, "version": 1])
        }
        for (member, status) in [(world.ann, 403), (world.eve, 404), (world.fay, 303)] {
            let browser = try await world.site.browser(member)
            #expect(try await browser.post("/t/\(world.thread)/\(act)", [], from: "/drafts").status == status)
        }
    }

    @Test("says so in the journal with the whole place")
    func isRecorded() async throws {
        let world = try await WritingWorld()
        let fay = try await world.site.browser(world.fay)
        for act in Self.acts { _ = try await fay.post("/t/\(world.thread)/\(act)", [], from: "/drafts") }
        let events = try await world.site.all(
            """
            SELECT event FROM journal WHERE threadId = \(world.thread) AND groupId = \(world.commons)
                AND communityId = \(world.community) AND event <> 'posted' ORDER BY id
            """ as SQL<String>
        )
        #expect(events == ["closed", "reopened", "pinned", "unpinned"])
    }

    @Test("pins at most three of a group")
    func pinsThree() async throws {
        let world = try await WritingWorld()
        let fay = try await world.site.browser(world.fay)
        for number in 1...4 {
            let thread = try await world.site.thread(
                "Thread \(number)",
                in: world.commons,
                of: world.community,
                by: world.ann
            )
            let answer = try await fay.post("/t/\(thread)/pin", [], from: "/drafts")
            #expect(answer.status == (number <= 3 ? 303 : 422))
        }
    }

    @Test("by the API changes all that is named over the version it is based on, or nothing")
    func byAPI() async throws {
        let world = try await WritingWorld()
        let path = "/threads/\(world.thread)"
        let changed = try await world.api(
            world.fay,
            "PATCH",
            path,
            ["title": "A better title", "state": "closed", "pinned": true, "version": 1]
        )
        #expect(changed.status == 200 && changed.json["title"] as? String == "A better title")
        #expect(changed.json["state"] as? String == "closed" && changed.json["pinned"] as? Bool == true)
        let stale = try await world.api(world.fay, "PATCH", path, ["state": "open", "version": 1])
        #expect(stale.status == 409 && stale.json["current"] as? Int == changed.json["version"] as? Int)
        #expect(try await world.api(world.fay, "PATCH", path, ["state": "open"]).status == 422)
        let partly = try await world.api(
            world.ann,
            "PATCH",
            path,
            ["title": "Sneaked in", "pinned": false, "version": changed.json["version"] as? Int ?? 0]
        )
        #expect(partly.status == 403)
        #expect(
            try await world.site.value("SELECT title FROM thread WHERE id = \(world.thread)") as String
                == "A better title"
        )
    }

    @Test("of title is for its author too, moves its search row, and keeps what was typed")
    func retitles() async throws {
        let world = try await WritingWorld()
        let ann = try await world.site.browser(world.ann), page = "/t/\(world.thread)/title"
        #expect(try await ann.get(page).text.contains("value=\"How do you record this?\""))
        let short = try await ann.post(page, [("title", "Abc"), ("version", "1")])
        #expect(short.status == 422 && short.text.contains("value=\"Abc\""))
        #expect(try await ann.post(page, [("title", "Curiosity"), ("version", "1")]).status == 303)
        #expect(try await world.found("record").isEmpty)
        #expect(try await world.found("curiosity") == [world.first.rawValue])
        let stale = try await ann.post(page, [("title", "Another one"), ("version", "1")])
        #expect(stale.status == 409 && stale.text.contains("Curiosity") && stale.text.contains("value=\"Another one\""))
        let bob = try await world.site.browser(world.bob)
        #expect(try await bob.get(page).status == 403)
    }

    @Test("marks what helped, for the one who asked and for facilitators, and takes the mark away again")
    func marksHelped() async throws {
        let world = try await WritingWorld()
        let reply = try await world.reply("Like so.", by: world.bob)
        let ann = try await world.site.browser(world.ann), bob = try await world.site.browser(world.bob)
        #expect(try await bob.post("/p/\(reply)/helped", [], from: "/drafts").status == 403)
        #expect(try await ann.post("/p/\(world.first)/helped", [], from: "/drafts").status == 403)
        for state in ["answered", "open"] {
            #expect(try await ann.post("/p/\(reply)/helped", [], from: "/drafts").status == 303)
            #expect(
                try await world.site.value("SELECT state FROM thread WHERE id = \(world.thread)") as String == state
            )
        }
    }

    @Test("by closing and reopening leaves an answer where it was")
    func keepsAnswer() async throws {
        let world = try await WritingWorld()
        let reply = try await world.reply("Like so.", by: world.bob)
        let fay = try await world.site.browser(world.fay)
        for path in ["/p/\(reply)/helped", "/t/\(world.thread)/close", "/t/\(world.thread)/reopen"] {
            #expect(try await fay.post(path, [], from: "/drafts").status == 303)
        }
        #expect(
            try await world.site.value("SELECT state FROM thread WHERE id = \(world.thread)") as String == "answered"
        )
        #expect(try await world.site.value("SELECT answerId FROM thread WHERE id = \(world.thread)") as PostID == reply)
    }
}
