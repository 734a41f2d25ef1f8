import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("Removing identifying detail")
struct RedactingTests {
    private func edited() async throws -> WritingWorld {
        let world = try await WritingWorld()
        world.site.pass(.days(40))
        return world
    }

    @Test(
        "takes every earlier text out of the history, the API and the search, whenever it is done",
        arguments: [true, false]
    )
    func seals(byAuthor: Bool) async throws {
        let world = try await edited()
        let who = byAuthor ? world.ann : world.fay
        let browser = try await world.site.browser(who)
        let page = "/p/\(world.first)/redact"
        #expect(try await browser.get(page).text.contains("secretword"))
        let answer = try await browser.post(page, [("body", "The first post."), ("revision", "1")])
        #expect(answer.location == "/t/\(world.thread)?done=redacted&post=\(world.first)#done")
        #expect(try await world.post(world.first).editedAt == world.site.now)
        #expect(try await world.found("secretword").isEmpty)
        #expect(try await world.found("first") == [world.first.rawValue])
        let history = try await browser.get("/p/\(world.first)/history").text
        #expect(!history.contains("secretword") && history.contains("can no longer be read"))
        let items =
            try await world.api(world.ann, "GET", "/posts/\(world.first)/revisions").json["items"] as? [[String: Any]]
        #expect(items?.count == 2 && items?.last?["sealed"] as? Bool == true && items?.last?["body"] as? String == nil)
        #expect(try await world.site.value("SELECT count(*) FROM journal WHERE event = 'redacted'") as Int == 1)
    }

    @Test("is refused to everybody else", arguments: [false, true])
    func isRefused(asMember: Bool) async throws {
        let world = try await edited()
        let answer = try await world.api(
            asMember ? world.bob : world.eve,
            "POST",
            "/posts/\(world.first)/redaction",
            ["body": "x", "revision": 1]
        )
        #expect(answer.status == (asMember ? 403 : 404))
        #expect(try await world.found("secretword") == [world.first.rawValue])
    }

    @Test("over a newer revision answers 409")
    func isStale() async throws {
        let world = try await edited()
        let path = "/posts/\(world.first)/redaction"
        #expect(try await world.api(world.ann, "POST", path, ["body": "One", "revision": 1]).status == 200)
        #expect(try await world.api(world.fay, "POST", path, ["body": "Two", "revision": 1]).status == 409)
        #expect(try await world.post(world.first).body == "One")
    }

    @Test("with an Idempotency-Key is done once")
    func isDoneOnce() async throws {
        let world = try await edited()
        let path = "/posts/\(world.first)/redaction"
        for _ in 0..<2 {
            #expect(
                try await world.api(world.ann, "POST", path, ["body": "One", "revision": 1], key: "r").status == 200
            )
        }
        #expect(try await world.post(world.first).revision == 2)
    }
}

@Suite("Withdrawing a post")
struct WithdrawingTests {
    @Test("takes its text out of sight and search, and can be undone for ten minutes")
    func withdraws() async throws {
        let world = try await WritingWorld()
        let reply = try await world.reply("My regrettable words.", by: world.bob)
        let bob = try await world.site.browser(world.bob)
        let answer = try await bob.post("/p/\(reply)/withdraw", [], from: "/drafts")
        #expect(answer.location == "/t/\(world.thread)?done=withdrawn&post=\(reply)#done")
        #expect(try await world.found("regrettable").isEmpty)
        #expect(try await world.api(world.bob, "GET", "/posts/\(reply)/revisions").status == 404)
        #expect(
            try await world.site.value("SELECT lastAuthorId FROM thread WHERE id = \(world.thread)") as MemberID
                == world.ann
        )
        world.site.pass(.minutes(10))
        #expect(try await bob.post("/p/\(reply)/restore", [], from: "/drafts").status == 303)
        #expect(try await world.found("regrettable") == [reply.rawValue])
        #expect(try await world.post(reply).state == "published")
        #expect(
            try await world.site.value("SELECT lastAuthorId FROM thread WHERE id = \(world.thread)") as MemberID
                == world.bob
        )
        _ = try await bob.post("/p/\(reply)/withdraw", [], from: "/drafts")
        world.site.pass(.minutes(11))
        #expect(try await bob.post("/p/\(reply)/restore", [], from: "/drafts").status == 403)
        #expect(try await world.post(reply).state == "withdrawn")
    }

    @Test("by the API answers with the emptied post, for its author and its revision alone")
    func byAPI() async throws {
        let world = try await WritingWorld()
        let path = "/posts/\(world.first)"
        #expect(try await world.api(world.fay, "DELETE", path, ["revision": 1]).status == 403)
        #expect(try await world.api(world.eve, "DELETE", path, ["revision": 1]).status == 404)
        #expect(try await world.api(world.ann, "DELETE", path, ["revision": 7]).status == 409)
        let gone = try await world.api(world.ann, "DELETE", path, ["revision": 1])
        #expect(
            gone.status == 200 && gone.json["state"] as? String == "withdrawn" && gone.json["body"] as? String == ""
        )
    }

    @Test("of the post that helped leaves the question open")
    func reopens() async throws {
        let world = try await WritingWorld()
        let reply = try await world.reply("Like so.", by: world.bob)
        let ann = try await world.site.browser(world.ann), bob = try await world.site.browser(world.bob)
        _ = try await ann.post("/p/\(reply)/helped", [], from: "/drafts")
        _ = try await bob.post("/p/\(reply)/withdraw", [], from: "/drafts")
        #expect(try await world.site.value("SELECT state FROM thread WHERE id = \(world.thread)") as String == "open")
    }

    @Test("does not publish by its undoing what a moderator hid")
    func staysHidden() async throws {
        let world = try await WritingWorld()
        let reply = try await world.reply("Hidden words.", by: world.bob)
        try await world.site.env.communities[world.community].command { db in
            try db.removeFromSearch(reply)
            try db.run("UPDATE post SET state = 'hidden' WHERE id = \(reply)")
        }
        let bob = try await world.site.browser(world.bob)
        #expect(try await bob.post("/p/\(reply)/withdraw", [], from: "/drafts").status == 303)
        #expect(try await bob.post("/p/\(reply)/restore", [], from: "/drafts").status == 403)
        #expect(try await world.post(reply).state == "withdrawn")
    }
}
