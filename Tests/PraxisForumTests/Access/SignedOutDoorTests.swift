import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisTesting
import PraxisWeb
import Testing

@Suite("A reader who is not signed in")
struct SignedOutDoorTests {
    /// Where a route's parameters lead: to what is there and hidden, and to what is not there.
    private static func path(of route: Route, _ values: [String: String]) -> String? {
        var path = ""
        for part in route.path.split(separator: "/") {
            guard let value = SideDoorFields.values(of: part, { values[String($0)].map { [$0] } })?.first else {
                return nil
            }
            path += "/" + value
        }
        return path
    }

    @Test("is asked to sign in at every page that shows them nothing, the same for what is there and what is not")
    func everyPage() async throws {
        let world = try await SideDoorWorld(), browser = Browser(world.site)
        let hidden = [
            "community": "zephyrhall", "group": "vaultxq", "thread": world.threads[5].description,
            "post": world.posts[11].description, "member": "1", "item": "1", "revision": "1", "number": "1",
            "agenda": "2",
        ]
        let missing = [
            "community": "nosuchhall", "group": "nosuch1", "thread": "9999", "post": "99999", "member": "9999",
            "item": "9999", "agenda": "9999",
            "revision": "9999", "number": "9999",
        ]
        var doors = 0
        for route in Forum.routes where route.method == .get && !route.isAPI && route.path.contains("{") {
            guard let there = Self.path(of: route, hidden), let nowhere = Self.path(of: route, missing) else {
                continue
            }
            let (first, second) = (try await browser.get(there), try await browser.get(nowhere))
            #expect(first.status == second.status && first.status >= 300, "\(there)")
            guard first.status == 404 else { continue }
            doors += 1
            #expect(first.text.contains("<h1 dir=\"auto\">Sign in to see this page</h1>"), "\(there)")
            #expect(first.hidden("next") == there)
            #expect(first.text.replacing(there, with: "X") == second.text.replacing(nowhere, with: "X"), "\(there)")
            #expect(first.headers[.cacheControl] == "no-store")
        }
        #expect(doors >= 10)
        let unknown = try await browser.get("/nowhere/at/all")
        #expect(unknown.status == 404 && unknown.text.contains("Sign in to see this page"))
    }

    @Test("lands where a link of a mail led after signing in: by password, by code and by a new password")
    func landsWhereItLed() async throws {
        let world = try await SideDoorWorld(), path = "/t/\(world.threads[1])?page=1"
        let email = ("email", "principal.number7@example.org")
        let byPassword = Browser(world.site), byCode = Browser(world.site), byReset = Browser(world.site)
        var next = ("next", try #require(try await byPassword.get(path).hidden("next")))
        let password = [email, ("password", "correct horse battery"), next]
        #expect(try await byPassword.post("/sign-in", password, from: path).location == path)
        #expect(try await byPassword.get(path).status == 200)

        var page = try await byCode.post("/sign-in/code", [email, next], from: path)
        next = ("next", try #require(page.hidden("next")))
        let code = ("code", try await world.site.code(to: email.1))
        #expect(try await byCode.post("/sign-in/code/check", [email, code, next], from: "/sign-in").location == path)

        #expect(try await byReset.get(path).text.contains("href=\"/reset?next=\(Fields.encode(path))\""))
        page = try await byReset.post("/reset", [email, ("next", path)])
        next = ("next", try #require(page.hidden("next")))
        let digits = ("code", try await world.site.code(to: email.1))
        page = try await byReset.post("/reset/code", [email, digits, next], from: "/reset")
        let fields = [
            ("proof", try #require(page.hidden("proof"))), ("next", try #require(page.hidden("next"))),
            ("password", "three dull words"),
        ]
        #expect(try await byReset.post("/reset/password", fields, from: "/reset").location == path)
    }

    @Test("keeps an invitation through signing up, its errors and the wait for approval", arguments: [false, true])
    func keepsAnInvitation(waits: Bool) async throws {
        let site = try TestSite(change: { $0.signUp = waits ? .approval : .open }), browser = Browser(site)
        let invitation = "/i/some-token"
        let nursing = try await site.community("nursing"), mary = try await site.member("Mary")
        try await site.join(mary, nursing, as: .manager)
        let made = try await site.browser(mary).post(
            "/c/nursing/invitations",
            [("uses", "1")],
            from: "/c/nursing/members"
        )
        let link = "/i/" + (made.text.split(separator: "/i/").dropFirst().first?.prefix { $0 != "<" } ?? "")
        #expect(try await browser.get(link).text.contains("href=\"/sign-up?next=\(link)\""))
        #expect(try await browser.get(invitation).text.contains("/sign-in?next=\(invitation)"))
        let email = ("email", "june@example.org")
        var page = try await browser.post(
            "/sign-up",
            [("email", "june"), ("next", link)],
            from: "/sign-up?next=" + link
        )
        #expect(page.status == 422)
        func next() throws -> (String, String) { ("next", try #require(page.hidden("next"))) }
        page = try await browser.post("/sign-up", [email, try next()])
        page = try await browser.post("/sign-up/code", [email, ("code", "x"), try next()], from: "/sign-up")
        let code = ("code", try await site.code(to: "june@example.org"))
        page = try await browser.post("/sign-up/code", [email, code, try next()], from: "/sign-up")
        let proof = ("proof", try #require(page.hidden("proof")))
        page = try await browser.post("/sign-up/name", [proof, ("name", ""), try next()], from: "/sign-up")
        let named = [proof, ("name", "June Arsenault")]
        page = try await browser.post("/sign-up/name", named + [("password", "a"), try next()], from: "/sign-up")
        page = try await browser.post("/sign-up/name", named + [try next()], from: "/sign-up")
        if waits {
            #expect(page.status == 200 && page.text.contains("href=\"\(link)\">http://127.0.0.1:8080\(link)</a>"))
        } else {
            #expect(page.location == "/welcome/communities?next=" + link)
            #expect(try await browser.post(link, []).location == "/c/nursing?done=joined")
        }
    }
}
