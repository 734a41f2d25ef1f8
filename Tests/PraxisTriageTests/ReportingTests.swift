import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("A report")
struct ReportingTests {
    @Test("keeps the text as it was, and collects with others under one item until it is decided")
    func snapshot() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .offTopic, "Why here?", by: world.bob)
        let edited = try PostText("The egret word.")
        try await world.actor.edit(world.first, to: edited, basedOn: 1, as: world.viewer(world.ann))
        #expect(try await world.report(world.first, .disrespect, by: world.con) == item)
        let bodies = try await world.site.all("SELECT body FROM report ORDER BY id" as SQL<String>)
        #expect(bodies == ["The heron word.", "The egret word."])
        try await world.resolve(item, .dismiss, by: world.mo)
        #expect(try await world.report(world.first, .spam, by: world.bob) != item)
    }

    @Test("says the same twice only once")
    func twice() async throws {
        let world = try await TriageWorld()
        try await world.report(world.first, .spam, "Look", by: world.bob)
        try await world.report(world.first, .spam, "Look", by: world.bob)
        #expect(try await world.site.value("SELECT count(*) FROM report" as SQL<Int>) == 1)
    }

    @Test("of what one may not see answers as missing, and stores nothing")
    func unseen() async throws {
        let world = try await TriageWorld()
        let secret = try await world.post("The bittern word", by: world.ann, in: world.circle)
        for (member, post) in [
            (world.mo, secret), (world.max, secret), (world.con, secret), (world.eve, world.first),
            (world.bob, PostID(rawValue: 999)),
        ] {
            let answer = try await world.api(member, .post, "/posts/\(post)/reports", #"{"reason": "spam"}"#)
            #expect(answer.status == 404)
            let browser = try await world.site.browser(member)
            #expect(try await browser.post("/p/\(post)/report", [("reason", "spam")], from: "/").status == 404)
        }
        #expect(try await world.site.value("SELECT count(*) FROM report" as SQL<Int>) == 0)
        #expect(try await world.site.value("SELECT count(*) FROM queueItem" as SQL<Int>) == 0)
    }

    @Test("of one's own post is refused in words")
    func own() async throws {
        let world = try await TriageWorld()
        let answer = try await world.api(world.ann, .post, "/posts/\(world.first)/reports", #"{"reason": "spam"}"#)
        #expect(answer.status == 422)
        let page = try await world.site.browser(world.ann).get("/p/\(world.first)/report")
        #expect(page.status == 422 && page.text.contains("This is your own post"))
    }

    @Test("that a client could be identified takes the post out of everything at once, until it is decided")
    func identifies() async throws {
        let world = try await TriageWorld()
        let post = try await world.post("The curlew word.", by: world.ann)
        #expect(try await world.places(showing: "curlew", to: world.bob).count >= 4)
        let item = try await world.report(post, .identifiesClient, by: world.bob)
        #expect(try await world.state(post) == "held")
        #expect(try await world.places(showing: "curlew", to: world.bob) == [])
        let own = try await world.site.browser(world.ann).get("/t/\(world.thread)").text
        #expect(own.contains("curlew") && own.contains("Other members cannot see this now."))
        try await world.resolve(item, .dismiss, by: world.mo)
        #expect(try await world.places(showing: "curlew", to: world.bob).contains("/t/\(world.thread)"))
    }

    @Test("that holds a thread's first post hides the whole thread, its title too")
    func wholeThread() async throws {
        let world = try await TriageWorld()
        let post = try await world.post("dotterel", by: world.ann, in: world.commons)
        let thread: ThreadID = try await world.site.value("SELECT threadId FROM post WHERE id = \(post)")
        _ = try await world.site.reply("An answer by sanderling.", to: thread, of: world.community, by: world.mo)
        try await world.report(post, .identifiesClient, by: world.bob)
        for word in ["dotterel", "sanderling"] { #expect(try await world.places(showing: word, to: world.bob) == []) }
        let browser = try await world.site.browser(world.bob)
        #expect(try await browser.get("/t/\(thread)").status == 404)
        #expect(try await world.api(world.bob, .get, "/threads/\(thread)").status == 404)
        #expect(try await world.site.browser(world.ann).get("/t/\(thread)").status == 200)
    }

    @Test("that one is worried shows the community's own words at once, tells those on duty, and stands first")
    func worried() async throws {
        let world = try await TriageWorld()
        let other = try await world.post("Another.", by: world.ann)
        try await world.report(other, .spam, by: world.bob)
        let browser = try await world.site.browser(world.bob)
        let sent = try await browser.post(
            "/p/\(world.first)/report",
            [("reason", "worried"), ("note", "She sounds low.")]
        )
        #expect(sent.status == 303)
        let page = try await browser.get(try #require(sent.location)).text
        #expect(page.contains("Call the duty desk on <a href=\"tel:0123\">0123</a>."))
        let mails = try await world.site.queuedMails(.worried)
        #expect(Set(mails.map(\.to)) == [world.mo, world.pri])
        for mail in mails {
            let text = try #require(mail.content).text
            #expect(!text.contains("heron") && !text.contains("low") && text.contains("/c/nursing/queue/"))
        }
        let queue = try await world.api(world.mo, .get, "/communities/nursing/queue").json["items"] as? [[String: Any]]
        #expect(queue?.first?["reason"] as? String == "worried" && queue?.count == 2)
    }

    @Test("that one is worried is not closed before somebody has noted what was done")
    func followUp() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .worried, by: world.bob)
        await #expect(throws: Denial.input([FieldError("note", .missing)])) {
            try await world.resolve(item, .dismiss, by: world.mo)
        }
        try await world.actor.note("I have called her.", on: item, as: world.viewer(world.mo))
        try await world.resolve(item, .dismiss, by: world.mo)
        #expect(try await world.item(item).state == .decided)
    }

    @Test("may be made twenty times a day; then one is told to wait, and the note is kept")
    func limit() async throws {
        let world = try await TriageWorld(limits: true)
        for number in 1...20 { try await world.report(world.first, .other, "Number \(number)", by: world.bob) }
        let answer = try await world.api(
            world.bob,
            .post,
            "/posts/\(world.first)/reports",
            #"{"reason": "other", "note": "One more"}"#
        )
        #expect(answer.status == 429 && answer.headers[.retryAfter] != nil)
        let fields = [("reason", "other"), ("note", "The ruff word")]
        let page = try await world.site.browser(world.bob).post("/p/\(world.first)/report", fields)
        #expect(page.status == 429 && page.text.contains("The ruff word"))
        world.site.pass(.days(1))
        try await world.report(world.first, .other, "One more", by: world.bob)
    }

    @Test(
        "with bad input says which field, and keeps what was typed",
        arguments: [
            ("", "note"), ("nonsense", "note"), ("spam", String(repeating: "x", count: 2_001)),
        ]
    )
    func badInput(reason: String, note: String) async throws {
        let world = try await TriageWorld()
        let browser = try await world.site.browser(world.bob)
        let page = try await browser.post("/p/\(world.first)/report", [("reason", reason), ("note", note)])
        #expect(page.status == 422 && page.text.contains(note) && page.text.contains("class=\"errors\""))
        let body = #"{"reason": "\#(reason)", "note": "\#(note)"}"#
        #expect(try await world.api(world.bob, .post, "/posts/\(world.first)/reports", body).status == 422)
    }

    @Test("loses the old text where identifying detail is removed")
    func redacted() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .other, by: world.bob)
        _ = try await world.actor.redact(
            world.first,
            to: PostText("Nobody."),
            mark: "[…]",
            basedOn: 1,
            as: world.viewer(world.ann)
        )
        let page = try await world.site.browser(world.mo).get("/c/nursing/queue/\(item)").text
        #expect(!page.contains("heron") && page.contains("The earlier text is not kept."))
    }
}
