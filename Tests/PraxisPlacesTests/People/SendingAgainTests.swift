import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisWeb
import Testing

@Suite("A post sent after the session ended")
struct SendingAgainTests {
    /// Bob, whose session has ended while a reply stood in his browser.
    private struct World {
        let writing: WritingWorld
        let bob: Browser
        let path: String
        let fields: [(String, String)]
        let token: String

        var site: TestSite { writing.site }

        init(_ body: String = "Typed for <an> hour & more\nwith è and 🌿", clearing: Bool = false) async throws {
            writing = try await WritingWorld()
            bob = try await writing.site.browser(writing.bob)
            path = "/t/\(writing.thread)/posts"
            token = try await bob.token(on: "/t/\(writing.thread)")
            fields = [("body", body), ("key", "k1"), ("place", "thread:\(writing.thread)"), ("revision", "0")]
            try await writing.site.env.site.endSessions(of: writing.bob)
            if clearing { bob.keep("praxis", "") }
        }

        var posts: Int { get async throws { try await site.value("SELECT count(*) FROM post") } }

        func send(_ path: String? = nil) async throws -> Browser.Answer {
            try await bob.post(path ?? self.path, fields, token: token)
        }

        /// Everything that the form on a page holds which goes there, or has a button that does.
        func form(_ page: Browser.Answer, to action: String) throws -> [(String, String)] {
            let named = try #require(page.text.range(of: "action=\"\(action)\"")?.lowerBound, "no form to \(action)")
            let start = try #require(page.text[..<named].range(of: "<form", options: .backwards)?.lowerBound)
            let form = page.text[start...].prefix(
                upTo: try #require(page.text[start...].range(of: "</form>")).lowerBound
            )
            let hidden = form.matches(of: /name="([a-zA-Z-]+)" value="([^"]*)"/).map { (String($0.1), plain($0.2)) }
            let areas = form.matches(of: /name="([a-z]+)">\n([^<]*)<\/textarea>/).map { (String($0.1), plain($0.2)) }
            return hidden + areas
        }

        private func plain(_ text: Substring) -> String {
            String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
                .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        }

        /// Sends what a form on a page holds, with what else is typed into it.
        func go(
            _ page: Browser.Answer,
            _ action: String,
            _ typed: [(String, String)] = []
        ) async throws -> Browser.Answer {
            try await bob.post(action, try form(page, to: action) + typed, token: nil as String?)
        }

        func signIn(_ page: Browser.Answer, _ password: String = "correct horse battery") async throws -> Browser.Answer
        {
            try await go(page, "/sign-in", [("email", "bob.baker@example.org"), ("password", password)])
        }
    }

    @Test("is kept through signing in by password, shown, and sent by one more press", arguments: [false, true])
    func byPassword(clearing: Bool) async throws {
        let world = try await World(clearing: clearing)
        if clearing { return try await withoutSign(world) }
        let refused = try await world.send()
        #expect(refused.status == 401 && refused.headers[.cacheControl] == "no-store")
        #expect(refused.text.contains("Typed for &lt;an&gt; hour &amp; more"))
        let signIn = try await world.go(refused, "/sign-in/again")
        #expect(signIn.status == 200 && signIn.text.contains("We have kept what you typed"))
        let wrong = try await world.signIn(signIn, "not this one")
        #expect(wrong.status == 422)
        let offered = try await world.signIn(wrong)
        #expect(offered.status == 200 && offered.session != nil && offered.headers[.cacheControl] == "no-store")
        #expect(offered.text.contains("Check before you send") && offered.text.contains("with è and 🌿"))
        #expect(Markup.faults(offered.text) == [])
        #expect(try await world.posts == 1)
        for _ in 1...2 {
            #expect(try await world.go(offered, world.path).status == 303)
            #expect(try await world.posts == 2)
        }
        let body: String = try await world.site.value("SELECT body FROM post ORDER BY id DESC")
        #expect(body == "Typed for <an> hour & more\nwith è and 🌿")
    }

    /// Nothing says that the form came from a page of ours: the text is shown, without a button that sends it.
    private func withoutSign(_ world: World) async throws {
        let refused = try await world.send()
        #expect(refused.status == 401 && refused.text.contains("Typed for &lt;an&gt; hour"))
        #expect(!refused.text.contains("/sign-in/again"))
    }

    @Test("is kept through signing in by a mailed code, a new code and another address")
    func byCode() async throws {
        let world = try await World()
        let signIn = try await world.go(try await world.send(), "/sign-in/again")
        let asked = try await world.go(signIn, "/sign-in/code", [("email", "nobody@example.org")])
        let other = try await world.go(asked, "/sign-in/again")
        let again = try await world.go(other, "/sign-in/code", [("email", "bob.baker@example.org")])
        let code = try await world.site.code(to: "bob.baker@example.org")
        let wrong = try await world.go(again, "/sign-in/code/check", [("code", world.site.wrong(code))])
        #expect(wrong.status == 422)
        let offered = try await world.go(wrong, "/sign-in/code/check", [("code", code)])
        #expect(offered.status == 200 && offered.session != nil)
        #expect(try await world.go(offered, world.path).status == 303)
        #expect(try await world.posts == 2)
    }

    @Test("is still there when the page that offers it is loaded again")
    func reload() async throws {
        let world = try await World()
        let signIn = try await world.go(try await world.send(), "/sign-in/again")
        let fields =
            try world.form(signIn, to: "/sign-in")
            + [("email", "bob.baker@example.org"), ("password", "correct horse battery")]
        let body = fields.map { Fields.encode($0.0) + "=" + Fields.encode($0.1) }.joined(separator: "&")
        let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")]
        #expect(try await world.bob.send(.post, "/sign-in", body: body, headers: headers).status == 200)
        let again = try await world.bob.send(.post, "/sign-in", body: body, headers: headers)
        #expect(again.status == 403 && again.text.contains("Typed for &lt;an&gt; hour"))
        #expect(try await world.go(again, world.path).status == 303)
        #expect(try await world.posts == 2)
    }

    @Test("leaves a newer draft of the same member as it is")
    func draft() async throws {
        let world = try await World(), place = ReplyTarget(world.writing.thread)
        let viewer = Viewer(member: world.writing.bob), site = world.site.env.site
        for revision in 0...1 {
            let draft = try TypedDraft(place: place, title: "", body: "Newer \(revision)", revision: revision)
            _ = try await site.saveDraft(draft, as: viewer)
        }
        let saved = try await world.send("/drafts")
        let signedIn = try await world.signIn(try await world.go(saved, "/sign-in/again"))
        let conflict = try await world.go(signedIn, "/drafts")
        #expect(
            conflict.status == 409 && conflict.text.contains("Newer 1") && conflict.text.contains("for &lt;an&gt; hour")
        )
        #expect(try await world.go(signedIn, "/drafts").status == 409)
        let token = try await world.bob.token(on: "/drafts")
        #expect(try await world.bob.post(world.path, world.fields, token: token).status == 303)
        let kept: String = try await world.site.value("SELECT body FROM draft")
        #expect(kept == "Newer 1")
    }

    @Test(
        "from another site is neither kept for signing in nor given a button",
        arguments: ["cross-site", "same-site"]
    )
    func foreign(site: String) async throws {
        let world = try await World()
        let body = (world.fields + [("token", world.token)]).map { "\($0.0)=\(Fields.encode($0.1))" }.joined(
            separator: "&"
        )
        let headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", site)]
        let answer = try await world.bob.send(.post, world.path, body: body, headers: headers)
        #expect(answer.status == 403 && !answer.text.contains("/sign-in/again"))
        #expect(!answer.text.contains("action=\"\(world.path)\""))
    }

    @Test(
        "goes to an address of ours alone",
        arguments: [
            "https://evil.example/x", "//evil.example", "/\\evil", "javascript:alert(1)", "", "/t/1/posts\" x=\"",
        ]
    )
    func ownPaths(path: String) async throws {
        let world = try await World()
        let signIn = try await world.go(try await world.send(), "/sign-in/again")
        let forged = try world.form(signIn, to: "/sign-in").map { $0.0 == "kept" ? ("kept", "\(path) body=x") : $0 }
        let typed = [("email", "bob.baker@example.org"), ("password", "correct horse battery")]
        let answer = try await world.bob.post("/sign-in", forged + typed, token: nil as String?)
        #expect(answer.status == 303 && answer.location == "/")
    }

    @Test("that fills a post to its limit comes through, four bytes a character")
    func longest() async throws {
        let world = try await World(String(repeating: "🌿", count: 32_000))
        let offered = try await world.signIn(try await world.go(try await world.send(), "/sign-in/again"))
        #expect(try await world.go(offered, world.path).status == 303)
        let length: Int = try await world.site.value("SELECT length(body) FROM post ORDER BY id DESC")
        #expect(length == 32_000)
    }

    @Test("holding nothing typed asks to sign in, and carries nothing")
    func nothingTyped() async throws {
        let world = try await World()
        let answer = try await world.bob.post("/t/\(world.writing.thread)/pin", [("version", "1")], token: world.token)
        #expect(answer.status == 401 && answer.text.contains("href=\"/sign-in?next=/\""))
        #expect(!answer.text.contains("/sign-in/again"))
    }

    @Test("never carries a password")
    func secrets() async throws {
        let world = try await World()
        let fields = [("current", "secret-one"), ("password", "secret-two"), ("body", "typed")]
        let answer = try await world.bob.post("/settings/password", fields, token: world.token)
        #expect(answer.status == 401 && answer.text.contains("typed") && !answer.text.contains("secret-"))
    }
}

@Suite("What is wrong with a form")
struct ErrorSummaryTests {
    @Test("is told above it with the name of each field, since the field is far away", arguments: ["en", "fr"])
    func names(language: String) async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let profile = [("name", "Bob Baker"), ("language", language), ("timeZone", "Europe/London")]
        _ = try await bob.post("/settings", profile)
        let answer = try await bob.post("/c/nursing/new-thread", [("title", "abc"), ("body", "")])
        let lines =
            language == "en"
            ? ["#title\">Title: use at least 5 characters<", "#body\">Write your post<"]
            : [
                "#title\">Titre : utilisez au moins 5 caractères<",
                "#body\">Écrivez votre message<",
            ]
        for line in lines { #expect(answer.text.contains(line)) }
    }
}
