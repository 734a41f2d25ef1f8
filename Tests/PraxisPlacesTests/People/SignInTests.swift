import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("Signing in")
struct SignInTests {
    @Test("takes an address in any case and its password, and starts a session in a cookie no script reads")
    func byPassword() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let answer = try await browser.signIn("ANN@example.org", "correct horse battery")
        #expect(answer.status == 303 && answer.location == "/")
        let cookie = try #require(answer.session)
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
        #expect(try await browser.isSignedIn())
        #expect(try await browser.get("/sign-in").location == "/")
        #expect(try await browser.get("/sign-up").location == "/")
    }

    @Test("is host-bound and secure over https")
    func secureCookie() async throws {
        let site = try TestSite(change: { $0.baseURL = "https://forum.example.org" }), browser = Browser(site)
        _ = try await site.member("Ann")
        let answer = try await browser.signIn("ann@example.org", "correct horse battery")
        let cookie = answer.headers[values: .setCookie].first { $0.hasPrefix("__Host-praxis=") }
        #expect(cookie?.hasSuffix("; Secure") == true)
    }

    @Test("refuses a wrong password and an unknown address alike")
    func wrong() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let known = try await browser.signIn("ann@example.org", "wrong horse")
        let unknown = try await browser.signIn("eve@example.org", "wrong horse")
        #expect(known.status == 422 && known.text.contains("The email address or password is incorrect."))
        #expect(known.text.contains("value=\"ann@example.org\"") && !known.text.contains("wrong horse"))
        #expect(unknown.status == 422 && known.bare(of: "ann@example.org") == unknown.bare(of: "eve@example.org"))
    }

    @Test(
        "refuses what is no password at all",
        arguments: [String(repeating: "x", count: 2000), "\u{0}", "correct horse battery "]
    )
    func noPassword(_ password: String) async throws {
        let site = try TestSite()
        _ = try await site.member("Ann")
        #expect(try await Browser(site).signIn("ann@example.org", password).status == 422)
    }

    @Test("without a password on the account goes by code only")
    func codesOnly() async throws {
        let site = try TestSite()
        _ = try await Browser(site).signUp(site, "ann@example.org", name: "Ann")
        let browser = Browser(site)
        let asked = try await browser.signIn("ann@example.org", "")
        #expect(asked.status == 200 && asked.text.contains("Enter the code"))
        let code = [("email", "ann@example.org"), ("code", try await site.code(to: "ann@example.org"))]
        #expect(try await browser.post("/sign-in/code/check", code, from: "/sign-in").status == 303)
    }

    @Test("asks for one address, which a password manager knows, for password and code alike")
    func oneAddress() async throws {
        let site = try TestSite(), browser = Browser(site)
        let page = try await browser.get("/sign-in").text
        #expect(page.matches(of: /type="email"/).count == 1)
        #expect(page.matches(of: /autocomplete="username"/).count == 1)
        #expect(page.matches(of: /autocomplete="current-password"/).count == 1)
        #expect(page.contains("formaction=\"/sign-in/code\""))
        for path in ["/sign-in", "/sign-in/code"] {
            let missing = try await browser.post(path, [("email", "")], from: "/sign-in")
            #expect(missing.status == 422 && missing.text.contains("href=\"#email\""), "\(path)")
        }
    }

    @Test("with no password answers known and unknown addresses alike", arguments: ["/sign-in", "/sign-in/code"])
    func alike(path: String) async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let known = try await browser.post(path, [("email", "ann@example.org")], from: "/sign-in")
        let unknown = try await browser.post(path, [("email", "eve@example.org")], from: "/sign-in")
        #expect(known.status == 200 && known.bare(of: "ann@example.org") == unknown.bare(of: "eve@example.org"))
    }

    @Test("needs a form of ours, made for this visitor")
    func forged() async throws {
        let site = try TestSite(), browser = Browser(site), other = Browser(site)
        _ = try await site.member("Ann")
        let fields = [("email", "ann@example.org"), ("password", "correct horse battery")]
        let foreign = try await other.token(on: "/sign-in")
        for token in [nil, "", "guess", foreign] {
            #expect(try await browser.post("/sign-in", fields, token: token).status == 403)
        }
    }

    @Test(
        "leads on to places of this site alone",
        arguments: [
            ("/t/812?page=2", "/t/812?page=2"), ("//evil.example", "/"), ("https://evil.example", "/"),
            ("\\\\evil.example", "/"),
            ("/\\evil.example", "/"), ("https:evil.example", "/"), ("/\t/evil.example", "/"),
            ("javascript:alert(1)", "/"),
            ("/ok\r\nX: y", "/"), ("", "/"), ("t/812", "/"),
        ]
    )
    func next(_ next: String, _ location: String) async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let fields = [("email", "ann@example.org"), ("password", "correct horse battery"), ("next", next)]
        #expect(try await browser.post("/sign-in", fields).location == location)
        let page = try await Browser(site).get("/sign-in?next=" + next.addingPercentEncoding)
        #expect(page.hidden("next") ?? "/" == location)
    }

    @Test("ends by a form alone: the token is dead, the cookie gone")
    func signOut() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let cookie = try #require(try await browser.signIn("ann@example.org", "correct horse battery").session)
        let value = String(cookie.dropFirst("praxis=".count).prefix { $0 != ";" })
        #expect(try await browser.get("/sign-out").status == 405)
        #expect(try await browser.isSignedIn())
        let answer = try await browser.post("/sign-out", [], from: "/settings")
        #expect(answer.status == 303 && answer.location == "/" && answer.session?.contains("Max-Age=0") == true)
        let thief = Browser(site)
        thief.keep("praxis", value)
        #expect(!(try await thief.isSignedIn()))
    }

    @Test("works in a browser that still has the cookie of an ended session")
    func afterEndedSession() async throws {
        let site = try TestSite()
        let ann = try await site.member("Ann"), browser = try await site.browser(ann)
        try await site.env.site.endSessions(of: ann)
        #expect(!(try await browser.isSignedIn()))
        #expect(try await browser.signIn("ann@example.org", "correct horse battery").status == 303)
        #expect(try await browser.isSignedIn())
    }

    @Test("lets no suspended account in, and says so to its owner alone")
    func suspended() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), open = try await site.browser(ann)
        _ = try await site.env.site.command { db in
            try db.run("UPDATE member SET standing = 'suspended' WHERE id = \(ann)")
        }
        #expect(!(try await open.isSignedIn()))
        let answer = try await Browser(site).signIn("ann@example.org", "correct horse battery")
        #expect(answer.status == 403 && answer.session == nil)
        #expect(try await Browser(site).signIn("ann@example.org", "wrong horse").status == 422)
    }

    @Test("hashes a password again that was hashed at another cost")
    func rehash() async throws {
        let site = try TestSite(), ann = try await site.member("Ann")
        _ = try await site.env.site.command { db in
            try db.run("UPDATE member SET passwordHash = 'old:correct horse battery' WHERE id = \(ann)")
        }
        #expect(try await Browser(site).signIn("ann@example.org", "correct horse battery").status == 303)
        #expect(
            try await site.text("SELECT passwordHash FROM member WHERE id = \(ann)") == "plain:correct horse battery"
        )
    }

    @Test("takes the same letters however they were composed")
    func composed() async throws {
        let site = try TestSite()
        _ = try await Browser(site).signUp(site, "ann@example.org", name: "Ann", password: "trois cafe\u{301}s noirs")
        #expect(try await Browser(site).signIn("ann@example.org", "trois caf\u{E9}s noirs").status == 303)
    }
}

extension String {
    /// The text as the value of a query string.
    fileprivate var addingPercentEncoding: String {
        utf8.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" + digits : digits)
        }.joined()
    }
}
