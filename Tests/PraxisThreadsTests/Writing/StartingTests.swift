import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("Starting a thread")
struct StartingTests {
    @Test("goes from the form to the thread, with its first post, and takes the draft away")
    func starts() async throws {
        let world = try await WritingWorld()
        let ann = try await world.site.browser(world.ann)
        let page = "/c/nursing/new-thread"
        #expect(try await ann.get(page).text.contains("name=\"kind\" value=\"question\""))
        let saved = try await ann.post(
            "/drafts",
            [("place", "group:nursing/everyone"), ("title", "A title"), ("body", "half"), ("revision", "0")],
            from: page
        )
        #expect(saved.location == "/c/nursing/new-thread?group=everyone&done=draft-saved#reply")
        #expect(try await ann.get(page).text.contains("half</textarea>"))
        let answer = try await ann.post(
            page,
            [
                ("title", "A <b>title</b>"), ("body", "Some *text*."), ("kind", "question"), ("group", "everyone"),
                ("place", "group:nursing/everyone"), ("revision", "1"),
            ]
        )
        #expect(answer.status == 303)
        let thread = try #require(ThreadID(answer.location?.dropFirst(3).prefix { $0 != "?" } ?? ""))
        #expect(
            try await world.site.value("SELECT title FROM thread WHERE id = \(thread)") as String == "A <b>title</b>"
        )
        #expect(
            try await world.site.value("SELECT body FROM post WHERE threadId = \(thread)") as String == "Some *text*."
        )
        #expect(try await world.site.all("SELECT subjectId FROM draft" as SQL<Int64>).isEmpty)
    }

    @Test("shows the form again with all that was typed, and a sentence beside each field that is wrong")
    func keepsText() async throws {
        let world = try await WritingWorld()
        let ann = try await world.site.browser(world.ann)
        let long = String(repeating: "ä", count: 32_001)
        let answer = try await ann.post(
            "/c/nursing/new-thread",
            [("title", "abcd"), ("body", long), ("kind", "story"), ("group", "everyone")]
        )
        #expect(answer.status == 422)
        #expect(answer.text.contains(long))
        #expect(answer.text.contains("value=\"abcd\""))
        #expect(answer.text.contains("value=\"story\" checked"))
        #expect(answer.text.contains("id=\"title-error\"") && answer.text.contains("id=\"body-error\""))
    }

    @Test("offers the notice to facilitators alone, and takes it from nobody else")
    func notices() async throws {
        let world = try await WritingWorld()
        let fields = [("title", "Please read"), ("body", "All of it."), ("kind", "notice"), ("group", "everyone")]
        let bob = try await world.site.browser(world.bob), fay = try await world.site.browser(world.fay)
        #expect(try await !bob.get("/c/nursing/new-thread").text.contains("value=\"notice\""))
        #expect(try await fay.get("/c/nursing/new-thread").text.contains("value=\"notice\""))
        let refused = try await bob.post("/c/nursing/new-thread", fields)
        #expect(refused.status == 403)
        #expect(refused.text.contains("All of it."))
        #expect(try await fay.post("/c/nursing/new-thread", fields).status == 303)
    }

    @Test("offers only groups that one may write in, and answers for a hidden one as for none")
    func groups() async throws {
        let world = try await WritingWorld()
        _ = try await world.site.group(
            "sealed",
            in: world.community,
            kind: .peerSupport,
            access: .invite,
            isListed: false
        )
        _ = try await world.site.group("winter", in: world.community)
        let ann = try await world.site.browser(world.ann)
        let page = try await ann.get("/c/nursing/new-thread?group=winter").text
        #expect(page.contains("value=\"winter\" selected") && !page.contains("sealed"))
        #expect(try await ann.get("/c/nursing/new-thread?group=sealed").status == 404)
        #expect(try await ann.get("/c/nursing/new-thread?group=nowhere").status == 404)
        let eve = try await world.site.browser(world.eve)
        #expect(try await eve.get("/c/nursing/new-thread").status == 404)
        #expect(try await Browser(world.site).get("/c/nursing/new-thread").status == 303)
    }

    @Test("by the API answers 201 with the thread, in the commons where no group is named")
    func byAPI() async throws {
        let world = try await WritingWorld()
        let body = ["title": "By the API", "body": "Text", "kind": "story"]
        let made = try await world.api(world.ann, "POST", "/communities/nursing/threads", body)
        #expect(made.status == 201)
        #expect(made.json["group"] as? String == "everyone" && made.json["kind"] as? String == "story")
        #expect(made.json["postCount"] as? Int == 1 && made.json["state"] as? String == "open")
        #expect((made.json["author"] as? [String: Any])?["name"] as? String == "Ann Okafor")
        #expect(try await world.api(world.eve, "POST", "/communities/nursing/threads", body).status == 404)
        let wrong = try await world.api(world.ann, "POST", "/communities/nursing/threads", ["title": "abc"])
        #expect(wrong.status == 422)
        let fields = (wrong.json["errors"] as? [[String: Any]])?.compactMap { $0["field"] as? String }
        #expect(fields == ["title", "body"])
    }
}
