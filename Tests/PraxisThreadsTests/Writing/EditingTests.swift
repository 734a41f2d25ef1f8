import Foundation
import HTTPTypes
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("Editing a post")
struct EditingTests {
    @Test("soon, a little, and before any reply leaves no mark, but a new revision")
    func isSilent() async throws {
        let world = try await WritingWorld()
        let ann = try await world.site.browser(world.ann)
        let page = "/p/\(world.first)/edit"
        #expect(try await ann.get(page).text.contains("The first secretword post.</textarea>"))
        let answer = try await ann.post(page, [("body", "The first secretword post!"), ("revision", "1")])
        #expect(answer.location == "/t/\(world.thread)?done=edited&post=\(world.first)#done")
        let post = try await world.post(world.first)
        #expect(post.body == "The first secretword post!" && post.revision == 2 && post.editedAt == nil)
        #expect(try await world.site.value("SELECT count(*) FROM revision") as Int == 0)
    }

    enum Mark: CaseIterable { case late, large, answered }

    @Test("leaves a mark when it is late, large, or after a reply", arguments: Mark.allCases)
    func leavesMark(mark: Mark) async throws {
        let world = try await WritingWorld()
        if mark == .late { world.site.pass(.minutes(5)) }
        if mark == .answered { _ = try await world.reply("So.", by: world.bob) }
        let text = mark == .large ? String(repeating: "long ", count: 30) : "The first secretword post!"
        let edited = try await world.api(
            world.ann,
            "PATCH",
            "/posts/\(world.first)",
            ["body": text, "revision": 1]
        )
        #expect(edited.status == 200 && edited.json["editedAt"] is String && edited.json["revision"] as? Int == 2)
        let history = try await world.api(world.bob, "GET", "/posts/\(world.first)/revisions")
        let items = try #require(history.json["items"] as? [[String: Any]])
        #expect(items.compactMap { $0["revision"] as? Int } == [2, 1])
        #expect(items.last?["body"] as? String == "The first secretword post.")
    }

    @Test("over a newer revision answers 409 with what is there now, and keeps what was typed")
    func isStale() async throws {
        let world = try await WritingWorld()
        let ann = try await world.site.browser(world.ann)
        let page = "/p/\(world.first)/edit"
        _ = try await ann.post(page, [("body", "Somebody's newer text."), ("revision", "1")])
        let stale = try await ann.post(page, [("body", "Mine <typed>."), ("revision", "1")])
        #expect(stale.status == 409)
        #expect(
            stale.text.contains("<p>Somebody&#39;s newer text.</p>")
                && stale.text.contains("Mine &lt;typed&gt;.</textarea>")
        )
        #expect(stale.text.contains("name=\"revision\" value=\"2\""))
        let json = try await world.api(world.ann, "PATCH", "/posts/\(world.first)", ["body": "Mine", "revision": 1])
        #expect(json.status == 409 && json.json["current"] as? Int == 2)
        #expect(json.json["now"] as? String == "Somebody's newer text.")
        #expect(try await world.post(world.first).body == "Somebody's newer text.")
    }

    @Test("is for its author alone: a facilitator is refused, a stranger finds nothing")
    func isTheAuthors() async throws {
        let world = try await WritingWorld()
        let change: [String: Any] = ["body": "Changed", "revision": 1]
        #expect(try await world.api(world.fay, "PATCH", "/posts/\(world.first)", change).status == 403)
        #expect(try await world.api(world.eve, "PATCH", "/posts/\(world.first)", change).status == 404)
        let fay = try await world.site.browser(world.fay), eve = try await world.site.browser(world.eve)
        #expect(try await fay.get("/p/\(world.first)/edit").status == 403)
        #expect(try await eve.get("/p/\(world.first)/edit").status == 404)
        #expect(try await eve.get("/p/\(world.first)/history").status == 404)
    }

    @Test("ends thirty days after the post, and the text is kept")
    func ends() async throws {
        let world = try await WritingWorld()
        world.site.pass(.days(30))
        let ann = try await world.site.browser(world.ann)
        let answer = try await ann.post(
            "/p/\(world.first)/edit",
            [("body", "Too late"), ("revision", "1")],
            from: "/drafts"
        )
        #expect(answer.status == 403 && answer.text.contains("Too late"))
    }

    @Test("is possible thirty times a day, and the text of the next one is kept")
    func isLimited() async throws {
        let world = try await WritingWorld(limits: true)
        for number in 1...30 {
            let body: [String: Any] = ["body": "Text \(number)", "revision": number]
            #expect(try await world.api(world.ann, "PATCH", "/posts/\(world.first)", body).status == 200)
        }
        let ann = try await world.site.browser(world.ann)
        let answer = try await ann.post("/p/\(world.first)/edit", [("body", "The 31st"), ("revision", "31")])
        #expect(
            answer.status == 429 && answer.text.contains("The 31st</textarea>") && answer.headers[.retryAfter] != nil
        )
    }

    @Test("changes what the search finds, and the hash that is kept")
    func isFound() async throws {
        let world = try await WritingWorld()
        let before: [UInt8] = try await world.site.value("SELECT hash FROM post WHERE id = \(world.first)")
        #expect(try await world.found("secretword") == [world.first.rawValue])
        _ = try await world.api(world.ann, "PATCH", "/posts/\(world.first)", ["body": "otherword", "revision": 1])
        #expect(try await world.found("secretword").isEmpty)
        #expect(try await world.found("otherword") == [world.first.rawValue])
        let after: [UInt8] = try await world.site.value("SELECT hash FROM post WHERE id = \(world.first)")
        #expect(before != after)
    }

    @Test("shows word by word what was changed, the newest first, and between any two versions")
    func showsHistory() async throws {
        let world = try await WritingWorld()
        world.site.pass(.hours(1))
        for (number, text) in ["The second post.", "The third post."].enumerated() {
            _ = try await world.api(
                world.ann,
                "PATCH",
                "/posts/\(world.first)",
                ["body": text, "revision": number + 1]
            )
        }
        let bob = try await world.site.browser(world.bob)
        let page = try await bob.get("/p/\(world.first)/history").text
        let newest = try #require(page.range(of: "id=\"v3\"")), oldest = try #require(page.range(of: "id=\"v1\""))
        #expect(newest.lowerBound < oldest.lowerBound)
        #expect(page.contains("<ins><span class=\"vh\">added: </span>third</ins>"))
        #expect(page.contains("<del><span class=\"vh\">removed: </span>second</del>"))
        #expect(page.contains("underlined") && page.contains("<p class=\"strip\">") && page.contains(" can read this."))
        let back = page.matches(of: /<nav class="crumbs".*?<\/nav>/.dotMatchesNewlines()).map { String($0.output) }
        #expect(
            back.count == 1
                && back[0].matches(of: /href="([^"]*)"/).map { String($0.output.1) } == ["/p/\(world.first)"]
        )
        let both = try await bob.get("/p/\(world.first)/history?from=1&to=3").text
        #expect(both.contains("removed: </span>first secretword</del>") && !both.contains("id=\"v2\""))
        #expect(try await bob.get("/p/\(world.first)/history?from=1&to=9").status == 404)
    }
}
