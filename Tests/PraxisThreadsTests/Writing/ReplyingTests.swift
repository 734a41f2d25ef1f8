import Foundation
import HTTPTypes
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("Replying")
struct ReplyingTests {
    @Test("leads to the new post on its page")
    func replies() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let answer = try await bob.post(
            "/t/\(world.thread)/posts",
            [("body", "ok"), ("replyTo", "\(world.first)"), ("revision", "0")],
            from: "/drafts"
        )
        let made = try await world.site.value("SELECT max(id) FROM post") as PostID
        #expect(answer.status == 303 && answer.location == "/t/\(world.thread)?done=posted&post=\(made)#done")
        #expect(try await world.site.value("SELECT replyToId FROM post WHERE id = \(made)") as PostID == world.first)
    }

    @Test("makes one post for each text that a form sends, however often it is pressed after going back")
    func sendsEachTextOnce() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob), path = "/t/\(world.thread)/posts"
        for body in ["first text", "first text", "second text", "second text", "first text"] {
            let answer = try await bob.post(path, [("body", body), ("key", "one form")], from: "/drafts")
            #expect(answer.status == 303)
        }
        let bodies = try await world.site.all("SELECT body FROM post WHERE number > 1 ORDER BY id" as SQL<String>)
        #expect(bodies == ["first text", "second text"])
    }

    @Test("is refused to whom the thread is not open, and the text is kept")
    func refuses() async throws {
        let world = try await WritingWorld()
        let eve = try await world.site.browser(world.eve)
        let answer = try await eve.post("/t/\(world.thread)/posts", [("body", "let me in")], from: "/drafts")
        #expect(answer.status == 404 && answer.text.contains("let me in"))
        #expect(try await world.api(world.eve, "POST", "/threads/\(world.thread)/posts", ["body": "x"]).status == 404)
    }

    @Test("is refused once the thread is closed, and the text is kept")
    func refusesClosed() async throws {
        let world = try await WritingWorld()
        let fay = try await world.site.browser(world.fay), bob = try await world.site.browser(world.bob)
        #expect(
            try await fay.post("/t/\(world.thread)/close", [], from: "/drafts").location
                == "/t/\(world.thread)?done=closed"
        )
        #expect(try await fay.get("/t/\(world.thread)?done=closed").text.contains("The discussion is closed."))
        fay.comeFromForm()
        #expect(try await !fay.get("/t/\(world.thread)?done=reopened").text.contains("The discussion is open again."))
        let answer = try await bob.post("/t/\(world.thread)/posts", [("body", "one more")], from: "/drafts")
        #expect(answer.status == 403 && answer.text.contains("one more"))
        let json = try await world.api(world.bob, "POST", "/threads/\(world.thread)/posts", ["body": "one more"])
        #expect(json.status == 403 && (json.json["type"] as? String)?.hasSuffix("closed") == true)
    }

    @Test("keeps what was typed when it is too long, empty, or not from a page of ours")
    func keepsText() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let long = String(repeating: "b", count: 32_001)
        let tooLong = try await bob.post("/t/\(world.thread)/posts", [("body", long)], from: "/drafts")
        #expect(tooLong.status == 422 && tooLong.text.contains(long) && tooLong.text.contains("id=\"body-error\""))
        #expect(try await bob.post("/t/\(world.thread)/posts", [("body", " \n ")], from: "/drafts").status == 422)
        let forged = try await bob.post("/t/\(world.thread)/posts", [("body", "<i>kept</i>")], token: "forged")
        #expect(forged.status == 403 && forged.text.contains("&lt;i&gt;kept&lt;/i&gt;"))
        #expect(try await world.site.value("SELECT count(*) FROM post") as Int == 1)
    }

    @Test("beyond the limit answers 429 with the seconds, and the same form with the text")
    func limits() async throws {
        let world = try await WritingWorld(limits: true)
        let bob = try await world.site.browser(world.bob)
        let path = "/t/\(world.thread)/posts"
        #expect(try await bob.post(path, [("body", "first")], from: "/drafts").status == 303)
        let second = try await bob.post(path, [("body", "second")], from: "/drafts")
        #expect(second.status == 429 && second.headers[.retryAfter] == "5" && second.text.contains("second</textarea>"))
        world.site.pass(.seconds(5))
        #expect(try await bob.post(path, [("body", "second")], from: "/drafts").status == 303)
    }

    @Test("twice by the same form makes one post; another text under its key is a new one")
    func sendsOnce() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let path = "/t/\(world.thread)/posts"
        let once = try await bob.post(path, [("body", "same"), ("key", "k1")], from: "/drafts")
        let again = try await bob.post(path, [("body", "same"), ("key", "k1")], from: "/drafts")
        #expect(once.location == again.location)
        let other = try await bob.post(path, [("body", "other"), ("key", "k1")], from: "/drafts")
        #expect(other.status == 303 && other.location != once.location)
    }

    @Test("with an Idempotency-Key gives the same id again, and refuses another body under it")
    func sendsOnceByAPI() async throws {
        let world = try await WritingWorld(limits: true)
        let path = "/threads/\(world.thread)/posts"
        let once = try await world.api(world.bob, "POST", path, ["body": "same"], key: "k")
        let again = try await world.api(world.bob, "POST", path, ["body": "same"], key: "k")
        #expect(once.status == 201 && again.status == 201)
        #expect(once.json["id"] as? String == again.json["id"] as? String)
        #expect(once.json["number"] as? Int == 2 && once.json["editedAt"] is NSNull && once.json["replyTo"] is NSNull)
        #expect(try await world.api(world.bob, "POST", path, ["body": "other"], key: "k").status == 422)
        let long = String(repeating: "k", count: 201)
        #expect(try await world.api(world.bob, "POST", path, ["body": "same"], key: long).status == 422)
        try await world.site.join(world.bob, world.community, standing: .suspended)
        #expect(try await world.api(world.bob, "POST", path, ["body": "same"], key: "k").status == 404)
    }

    @Test("answers only posts of the same thread")
    func answersSameThread() async throws {
        let world = try await WritingWorld()
        let other = try await world.site.thread("Another one", in: world.commons, of: world.community, by: world.ann)
        let answer = try await world.api(
            world.bob,
            "POST",
            "/threads/\(other)/posts",
            ["body": "x", "replyTo": "\(world.first)"]
        )
        #expect(answer.status == 422)
    }

    @Test("shows a preview by the same renderer before anything is posted")
    func previews() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let fields = [("place", "thread:\(world.thread)"), ("body", "Some **bold** <script>")]
        let page = try await bob.post("/preview", fields, from: "/drafts")
        #expect(page.status == 200 && page.text.contains("<strong>bold</strong> &lt;script&gt;"))
        #expect(page.text.contains("Some **bold** &lt;script&gt;</textarea>"))
        #expect(page.text.components(separatedBy: "data-preview-target").count == 2)
        #expect(try await world.site.value("SELECT count(*) FROM post") as Int == 1)
        let eve = try await world.site.browser(world.eve)
        #expect(try await eve.post("/preview", fields, from: "/drafts").status == 404)
        #expect(try await bob.post("/preview", [("place", "thread:\(world.thread)")], from: "/drafts").status == 422)
    }

    @Test(
        "gives naughty strings back as they came",
        .enabled(if: Naughty.isPresent, "the corpora are not beside this clone")
    )
    func keepsNaughtyStrings() async throws {
        let world = try await WritingWorld()
        let path = "/communities/nursing/threads"
        for text in try Naughty.strings() {
            let normal = TypedText.normalised(text)
            let typed = normal.unicodeScalars.contains(where: \.isSeen) ? normal : ""
            let answer = try await world.api(world.ann, "POST", path, ["title": "title \(text)", "body": text])
            if typed.isEmpty || typed.utf8.contains(0) || answer.status == 422 {
                #expect(
                    answer.status == 422
                        && (typed.isEmpty || typed.utf8.contains(0) || typed.unicodeScalars.count > 194)
                )
                continue
            }
            #expect(answer.status == 201)
            let expected = try TypedText.line("title \(text)", "title", 1...10_000)
            #expect((answer.json["title"] as? String).map { Array($0.utf8) } == Array(expected.utf8))
            let thread = try #require(ThreadID(answer.json["id"] as? String ?? ""))
            let body: String = try await world.site.value("SELECT body FROM post WHERE threadId = \(thread)")
            #expect(Array(body.utf8) == Array(typed.utf8))
        }
    }
}

private enum Naughty {
    private static let file: URL = {
        if let path = ProcessInfo.processInfo.environment["PRAXIS_CORPORA"] {
            return URL(filePath: path).appending(path: "blns/blns.json")
        }
        var package = URL(filePath: #filePath)
        for _ in 0..<4 { package.deleteLastPathComponent() }
        return package.deletingLastPathComponent().appending(path: "shared/corpora/blns/blns.json")
    }()

    static let isPresent = FileManager.default.fileExists(atPath: file.path)

    static func strings() throws -> [String] { try JSONDecoder().decode([String].self, from: Data(contentsOf: file)) }
}
