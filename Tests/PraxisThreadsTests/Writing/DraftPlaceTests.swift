import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

/// A community with a confidential circle that Ann has joined, beside the group that everyone reads.
private struct CircleWorld {
    let world: WritingWorld
    let circle: GroupID
    let ann: Browser

    init() async throws {
        world = try await WritingWorld()
        circle = try await world.site.group("circle", in: world.community, kind: .peerSupervision, access: .invite)
        try await world.site.join(world.ann, group: circle, of: world.community)
        ann = try await world.site.browser(world.ann)
    }

    /// The form of a new thread as it is sent from the page of the circle's community.
    func form(
        _ place: String,
        group: String,
        body: String = "In confidence.",
        revision: Int = 0,
        _ more: (String, String)...
    )
        -> [(String, String)]
    {
        [
            ("place", place), ("group", group), ("kind", "question"), ("title", "How was it?"), ("body", body),
            ("revision", String(revision)),
        ] + more
    }

    var places: [String] {
        get async throws {
            try await world.site.all(
                "SELECT \(Forum.capabilities.draftTargets.address) FROM draft ORDER BY 1" as SQL<String>
            )
        }
    }
}

@Suite("The place of a draft")
struct DraftPlaceTests {
    @Test("follows the group that is chosen at each save, with its kind, and leaves nothing behind")
    func follows() async throws {
        let circle = try await CircleWorld(), ann = circle.ann
        let saved = try await ann.post("/drafts", circle.form("community:nursing", group: "circle"))
        #expect(saved.location == "/c/nursing/new-thread?group=circle&done=draft-saved#reply")
        #expect(try await circle.places == ["group:nursing/circle"])
        let page = try await ann.get(saved.location ?? "").text
        #expect(page.contains("<option value=\"circle\" selected>") && page.contains("value=\"question\" checked"))
        #expect(
            page.contains("name=\"place\" value=\"group:nursing/circle\"") && page.contains("In confidence.</textarea>")
        )
        let form = try #require(page.range(of: "id=\"reply\"")), said = try #require(page.range(of: "Draft saved."))
        #expect(form.lowerBound < said.lowerBound)
        let list = try await ann.get("/drafts").text
        #expect(list.contains("New discussion in Circle") && list.contains("</svg>Confidential</span>"))
        #expect(list.contains(">Question</span>") && list.contains("1 person who has joined Circle"))
        _ = try await ann.post("/drafts", circle.form("group:nursing/circle", group: "everyone", revision: 1))
        #expect(try await circle.places == ["group:nursing/everyone"])
        _ = try await ann.post("/drafts", circle.form("group:nursing/everyone", group: "", revision: 2))
        #expect(try await circle.places == ["community:nursing"])
        #expect(try await ann.get("/drafts").text.contains("New discussion in Nursing, no group chosen yet"))
    }

    @Test("is told to the script, which goes on from there")
    func script() async throws {
        let circle = try await CircleWorld(), token = try await circle.ann.token(on: "/drafts")
        let fields = circle.form("community:nursing", group: "circle", ("token", token))
        let body = fields.map { $0.0 + "=" + $0.1.replacing(" ", with: "+").replacing("?", with: "%3F") }
        let answer = try await circle.ann.send(
            .post,
            "/drafts",
            body: body.joined(separator: "&"),
            headers: [("Accept", "application/json"), ("Content-Type", "application/x-www-form-urlencoded")]
        )
        #expect(answer.text.contains("\"place\":\"group:nursing/circle\"") && answer.text.contains("\"revision\":1"))
    }

    @Test("is never taken from another draft without being asked: both are shown, and then the one replaces the other")
    func conflict() async throws {
        let circle = try await CircleWorld(), ann = circle.ann
        _ = try await ann.post("/drafts", circle.form("group:nursing/circle", group: "circle", body: "the other text"))
        _ = try await ann.post("/drafts", circle.form("group:nursing/everyone", group: "everyone", body: "this text"))
        let refused = try await ann.post(
            "/drafts",
            circle.form("group:nursing/everyone", group: "circle", body: "this text", revision: 1)
        )
        #expect(refused.status == 409 && refused.text.contains("the other text"))
        #expect(refused.text.contains("this text</textarea>") && refused.text.contains("name=\"over\" value=\"1\""))
        #expect(refused.text.contains("name=\"place\" value=\"group:nursing/everyone\""))
        #expect(try await circle.places == ["group:nursing/circle", "group:nursing/everyone"])
        let over = circle.form("group:nursing/everyone", group: "circle", body: "this text", revision: 1, ("over", "1"))
        #expect(try await ann.post("/drafts", over).status == 303)
        #expect(try await circle.places == ["group:nursing/circle"])
        // A page that still holds the text which was replaced does not win by an equal number.
        let late = try await ann.post(
            "/drafts",
            circle.form("group:nursing/circle", group: "circle", body: "late", revision: 1)
        )
        #expect(late.status == 409)
    }

    @Test("is where the post goes that is sent from the list of drafts")
    func sent() async throws {
        let circle = try await CircleWorld(), ann = circle.ann
        _ = try await ann.post("/drafts", circle.form("community:nursing", group: "circle"))
        let list = try await ann.get("/drafts").text
        let link = try #require(list.firstMatch(of: /<h3[^>]*><a href="([^"]+)"/)).1
        let page = try await ann.get(String(link)).text
        let value = { (name: String) throws -> String in
            let start = try #require(page.range(of: "name=\"\(name)\" value=\"")).upperBound
            return String(page[start...].prefix { $0 != "\"" })
        }
        let group = String(try #require(page.firstMatch(of: /<option value="([^"]*)" selected/)).1)
        let answer = try await ann.post(
            "/c/nursing/new-thread",
            [
                ("place", try value("place")), ("revision", try value("revision")), ("key", try value("key")),
                ("group", group), ("kind", "question"), ("title", "How was it?"), ("body", "In confidence."),
            ],
            from: "/drafts"
        )
        #expect(answer.status == 303)
        let posted = try await circle.world.site.all(
            "SELECT groupId FROM thread WHERE title = 'How was it?'" as SQL<GroupID>
        )
        #expect(posted == [circle.circle])
        #expect(try await circle.places.isEmpty)
    }

    @Test("is that of the group which was chosen last, when the post is sent without another save")
    func sentElsewhere() async throws {
        let circle = try await CircleWorld(), ann = circle.ann
        _ = try await ann.post("/drafts", circle.form("group:nursing/everyone", group: "everyone"))
        let form = circle.form("group:nursing/everyone", group: "circle", revision: 1)
        #expect(try await ann.post("/c/nursing/new-thread", form, from: "/drafts").status == 303)
        #expect(try await circle.places.isEmpty)
        let group: GroupID = try await circle.world.site.value("SELECT groupId FROM thread ORDER BY id DESC LIMIT 1")
        #expect(group == circle.circle)
    }

    @Test("of a reply remembers which post it answers, until everyone is answered instead")
    func answers() async throws {
        let world = try await WritingWorld()
        let post = try await world.reply("A second thought.", by: world.fay)
        let bob = try await world.site.browser(world.bob), thread = "/t/\(world.thread)"
        let fields = [("place", "thread:\(world.thread)"), ("body", "half"), ("revision", "0"), ("replyTo", "\(post)")]
        let saved = try await bob.post("/drafts", fields)
        let page = try await bob.get(saved.location ?? "").text
        #expect(page.contains("name=\"replyTo\" value=\"\(post)\"") && page.contains("In reply to Fay Gordon."))
        #expect(try await bob.get("/drafts").text.contains("In reply to Fay Gordon."))
        let all = try await bob.get(thread + "?reply=all").text
        #expect(all.contains("half</textarea>") && !all.contains("name=\"replyTo\""))
        _ = try await bob.post("/drafts", [("place", "thread:\(world.thread)"), ("body", "half"), ("revision", "1")])
        #expect(try await !bob.get(thread).text.contains("name=\"replyTo\""))
    }

    @Test("by the API keeps kind and answered post where a save leaves them out, and refuses a post of another thread")
    func api() async throws {
        let world = try await WritingWorld()
        let other = try await world.site.thread("Another one", in: world.commons, of: world.community, by: world.ann)
        let foreign: PostID = try await world.site.value("SELECT id FROM post WHERE threadId = \(other)")
        let reply = "/me/drafts/thread:\(world.thread)", start = "/me/drafts/group:nursing/everyone"
        let made = try await world.api(
            world.bob,
            "PUT",
            reply,
            ["body": "a", "revision": 0, "replyTo": "\(world.first)"]
        )
        #expect(made.json["replyTo"] as? String == "\(world.first)")
        let kept = try await world.api(world.bob, "PUT", reply, ["body": "b", "revision": 1])
        #expect(kept.json["replyTo"] as? String == "\(world.first)")
        let none = try await world.api(world.bob, "PUT", reply, ["body": "c", "revision": 2, "replyTo": NSNull()])
        #expect(none.status == 200 && none.json["replyTo"] as? String == nil)
        let wrong = try await world.api(world.bob, "PUT", reply, ["body": "d", "revision": 3, "replyTo": "\(foreign)"])
        #expect(wrong.status == 422)
        _ = try await world.api(world.bob, "PUT", start, ["body": "a", "revision": 0, "kind": "story"])
        let story = try await world.api(world.bob, "PUT", start, ["body": "b", "revision": 1])
        #expect(story.json["kind"] as? String == "story")
        #expect(
            try await world.api(world.bob, "PUT", start, ["body": "b", "revision": 2, "kind": "poem"]).status == 422
        )
    }

    @Test("keeps the draft of a place when something else is posted there by the API, and takes what says the same")
    func postedByAPI() async throws {
        let world = try await WritingWorld()
        let reply = "/me/drafts/thread:\(world.thread)", start = "/me/drafts/group:nursing/everyone"
        _ = try await world.api(world.bob, "PUT", reply, ["body": "half a thought", "revision": 0])
        _ = try await world.api(world.bob, "PUT", start, ["title": "T", "body": "half a thread", "revision": 0])
        let posts = "/threads/\(world.thread)/posts", threads = "/communities/nursing/threads"
        #expect(try await world.api(world.bob, "POST", posts, ["body": "Another reply."]).status == 201)
        #expect(
            try await world.api(world.bob, "POST", threads, ["title": "Another", "body": "All new."]).status == 201
        )
        #expect(try await world.api(world.bob, "GET", reply).json["body"] as? String == "half a thought")
        #expect(try await world.api(world.bob, "GET", start).json["body"] as? String == "half a thread")
        #expect(try await world.api(world.bob, "POST", posts, ["body": "half a thought"]).status == 201)
        #expect(try await world.api(world.bob, "GET", reply).status == 404)
    }

    @Test("given back by a moderator has the kind and the answered post that it had")
    func givenBack() async throws {
        let world = try await WritingWorld(), community = world.site.env.communities[world.community]
        let thread = try await world.site.thread(
            "A question",
            kind: .question,
            in: world.commons,
            of: world.community,
            by: world.bob
        )
        let first: PostID = try await world.site.value("SELECT id FROM post WHERE threadId = \(thread)")
        let reply = try await community.reply(
            to: world.thread,
            try PostText("An answer."),
            replyTo: world.first,
            as: Viewer(member: world.bob)
        )
        try await community.command { db in
            try db.giveBackText(of: first)
            try db.giveBackText(of: reply)
        }
        let kinds = try await world.site.all("SELECT kind FROM draft WHERE subjectKind = 'group'" as SQL<String>)
        let answered = try await world.site.all(
            "SELECT replyToId FROM draft WHERE subjectKind = 'thread'" as SQL<PostID>
        )
        #expect(kinds == ["question"] && answered == [world.first])
    }
}

@Suite("A discarded draft")
struct DiscardedDraftTests {
    @Test("can be put back for a day, as it was")
    func comesBack() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob), place = "thread:\(world.thread)"
        _ = try await bob.post(
            "/drafts",
            [("place", place), ("body", "**three** days of work"), ("revision", "0"), ("replyTo", "\(world.first)")]
        )
        let gone = try await bob.post("/drafts/discard", [("place", place)])
        let page = try await bob.get(gone.location ?? "").text
        let id = String(try #require(page.firstMatch(of: /name="draft" value="([0-9]+)"/)).1)
        #expect(page.contains("<p class=\"excerpt\" dir=\"auto\">three days of work</p>"))
        #expect(page.contains("Draft discarded.") && page.contains("Discarded in the last 24 hours"))
        let eve = try await world.site.browser(world.eve)
        #expect(try await eve.post("/drafts/restore", [("draft", id)], from: "/settings").status == 403)
        #expect(
            try await bob.post("/drafts/restore", [("draft", id)], from: "/drafts").location
                == "/drafts?done=draft-restored"
        )
        let back = try await world.api(world.bob, "GET", "/me/drafts/" + place).json
        #expect(back["body"] as? String == "**three** days of work" && back["replyTo"] as? String == "\(world.first)")
        #expect(try await bob.post("/drafts/restore", [("draft", id)], from: "/drafts").status == 403)
    }

    @Test("waits beside a newer one, and is gone after a day")
    func waits() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob), place = "/me/drafts/thread:\(world.thread)"
        _ = try await world.api(world.bob, "PUT", place, ["body": "the first", "revision": 0])
        #expect(try await world.api(world.bob, "DELETE", place).status == 204)
        _ = try await world.api(world.bob, "PUT", place, ["body": "the second", "revision": 0])
        let id: DiscardedDraftID = try await world.site.value("SELECT id FROM discardedDraft")
        let refused = try await bob.post("/drafts/restore", [("draft", "\(id)")], from: "/drafts")
        #expect(refused.location == "/drafts?done=draft-occupied")
        let page = try await bob.get(refused.location ?? "").text
        #expect(page.contains("the first") && page.contains("the second") && page.contains("another draft"))
        world.site.pass(.hours(24) + .seconds(1))
        #expect(try await !bob.get("/drafts").text.contains("the first"))
        #expect(try await bob.post("/drafts/restore", [("draft", "\(id)")], from: "/drafts").status == 403)
        _ = try await world.api(world.bob, "DELETE", place)
        for tick in Forum.capabilities.ticks where tick.name == "purges" { try await tick.run(world.site.env) }
        #expect(try await world.site.all("SELECT body FROM discardedDraft" as SQL<String>) == ["the second"])
    }
}
