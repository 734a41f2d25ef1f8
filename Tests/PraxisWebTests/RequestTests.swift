import HTML
import HTTPTypes
import Hummingbird
import PraxisDomain
import PraxisTesting
import PraxisWeb
import Testing

@Suite("A request")
struct RequestTests {
    private static let name = BodyField<String>.text("name")

    private static let echo: [Route] = [
        .page("/page") { call in call.page(Page("A page", main: "<form>\(call.tokenField)</form>")) },
        .visitorForm("/send") { call in call.page(Page("Sent", main: "<p>\(try call.form().text("body"))</p>")) },
        .memberPage("/mine") { call in call.page(Page("Mine", main: "")) },
        .api(
            .post,
            "/things",
            APIDescription("Makes a thing.", request: .body(name))
        ) { call in
            try Response.json(["name": try call.json()[name]])
        },
        .page("/broken") { _ in throw Broken() },
    ]

    private struct Broken: Error {}

    private func browser() throws -> Browser { Browser(try TestSite(routes: Self.echo)) }

    @Test("for a form passes with the token of our own page only")
    func tokens() async throws {
        let browser = try browser()
        let token = try await browser.token(on: "/page")
        #expect(try await browser.post("/send", [("body", "hello")], token: token).status == 200)
        #expect(try await browser.post("/send", [("body", "hello")], token: nil).status == 403)
        #expect(try await browser.post("/send", [("body", "hello")], token: token + "x").status == 403)
        let other = Browser(try TestSite(routes: Self.echo))
        #expect(try await other.post("/send", [("body", "hello")], token: token).status == 403)
    }

    @Test("that is refused keeps what was typed, escaped, with a token that works")
    func keepsText() async throws {
        let browser = try browser()
        _ = try await browser.get("/page")
        let refused = try await browser.post("/send", [("body", "two <b>pages</b> of notes")], token: "stale")
        #expect(refused.status == 403)
        #expect(refused.text.contains("two &lt;b&gt;pages&lt;/b&gt; of notes"))
        #expect(refused.headers[.cacheControl] == "no-store")
    }

    @Test("from another site is refused whatever its token")
    func crossSite() async throws {
        let browser = try browser()
        let token = try await browser.token(on: "/page")
        let answer = try await browser.send(
            .post,
            "/send",
            body: "token=\(token)&body=x",
            headers: [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "cross-site")]
        )
        #expect(answer.status == 403)
    }

    @Test("for a member's page by a visitor goes to sign-in and back")
    func signIn() async throws {
        let answer = try await browser().get("/mine")
        #expect(answer.status == 303)
        #expect(answer.location == "/sign-in?next=/mine")
    }

    @Test(
        "that cannot be read, is too large or unknown is told so",
        arguments: [
            ("/send", "body=%zz", 400), ("/send", "body=%ff", 400),
            ("/send", String(repeating: "a=1&", count: 101), 413),
            ("/send", "body=" + String(repeating: "x", count: 1_000_000), 413), ("/nowhere", "", 404),
            ("/page", "", 405),
        ]
    )
    func unreadable(path: String, body: String, status: Int) async throws {
        let answer = try await browser().send(
            .post,
            path,
            body: body,
            headers: [("Content-Type", "application/x-www-form-urlencoded")]
        )
        #expect(answer.status == status)
        #expect(answer.text.contains("<h1 dir=\"auto\">"))
    }

    @Test(
        "to the API is answered with problem documents",
        arguments: [
            ("{\"name\": \"x\"}", 401), ("{", 401),
        ]
    )
    func problems(body: String, status: Int) async throws {
        let answer = try await browser().send(
            .post,
            "/api/v1/things",
            body: body,
            headers: [("Content-Type", "application/json")]
        )
        #expect(answer.status == status)
        #expect(answer.headers[.contentType] == "application/problem+json")
    }

    @Test("that meets an accident says so without its cause")
    func accidents() async throws {
        let answer = try await browser().get("/broken")
        #expect(answer.status == 500)
        #expect(!answer.text.contains("Broken"))
    }

    @Test("is answered with the headers that keep a page to itself")
    func headers() async throws {
        for path in ["/page", "/nowhere", "/broken"] {
            let answer = try await browser().get(path)
            let policy = answer.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.hasPrefix("default-src 'none'") && !policy.contains("unsafe"))
            #expect(policy.contains("frame-ancestors 'none'"))
        }
    }
}
