import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("Sessions, tokens and names")
struct SessionSafetyTests {
    @Test("C12: of a suspended account are dead at once, by cookie and by bearer")
    func suspended() async throws {
        let world = try await WritingWorld()
        let browser = try await world.site.browser(world.bob), bearer = try await world.site.bearer(world.bob)
        #expect(try await browser.get("/settings").status == 200)
        #expect(try await api(browser, "GET", "/me", bearer: bearer).status == 200)
        let bob = world.bob
        try await world.site.env.site.command { db in
            try db.run("UPDATE member SET standing = 'suspended' WHERE id = \(bob)")
            try db.journal(.sessionsEnded, subject: bob.subject)
        }
        #expect(try await browser.get("/settings").status == 303)
        #expect(try await api(browser, "GET", "/me", bearer: bearer).status == 401)
        #expect(try await api(browser, "POST", "/threads/\(world.thread)/posts", "{}", bearer: bearer).status == 401)
    }

    @Test("are not ended by idleness while a program uses its token, and are when it does not")
    func bearersLive() async throws {
        let world = try await WritingWorld(), browser = Browser(world.site)
        let used = try await world.site.bearer(world.bob), idle = try await world.site.bearer(world.bob)
        let visit = try await world.site.text("SELECT coalesce(seenAt, 0) FROM member WHERE id = \(world.bob)")
        for _ in 0..<4 {
            world.site.pass(.days(20))
            #expect(try await api(browser, "GET", "/me", bearer: used).status == 200)
        }
        #expect(try await api(browser, "GET", "/me", bearer: idle).status == 401)
        #expect(try await world.site.text("SELECT coalesce(seenAt, 0) FROM member WHERE id = \(world.bob)") == visit)
        world.site.pass(.days(11))
        #expect(try await api(browser, "GET", "/me", bearer: used).status == 401)
    }

    @Test(
        "are ended for anyone who gains rights over others, who then signs in anew",
        arguments: [Role.manager, .moderator]
    )
    func gainedRights(role: Role) async throws {
        let world = try await WritingWorld()
        try await world.site.join(world.fay, world.community, as: .manager)
        let bob = try await world.site.browser(world.bob), fay = try await world.site.browser(world.fay)
        let path = "/c/nursing/members/\(world.bob)"
        #expect(
            try await fay.post(path, [("role", "facilitator"), ("standing", "active")], from: "/settings").status == 303
        )
        #expect(try await bob.isSignedIn())
        #expect(
            try await fay.post(path, [("role", role.rawValue), ("standing", "active")], from: "/settings").status == 303
        )
        #expect(try await !bob.isSignedIn())
        #expect(try await fay.isSignedIn())
        let again = try await world.site.browser(world.bob)
        #expect(
            try await fay.post(path, [("role", "member"), ("standing", "active")], from: "/settings").status == 303
        )
        #expect(try await again.isSignedIn())
    }

    @Test("are ended for anyone who becomes a site administrator")
    func siteAdministrator() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        var member = NewMember(email: try #require(EmailAddress("bob.baker@example.org")), name: "Bob Baker")
        _ = try await world.site.add(member)
        #expect(try await bob.isSignedIn())
        member.isSiteAdministrator = true
        _ = try await world.site.add(member)
        #expect(try await !bob.isSignedIn())
    }

    @Test(
        "C19: a name that passes for a manager's is refused to others, and the same name is not",
        arguments: [
            ("Tom Hamer", 422), ("tom hamer", 422), ("Tom Hanner", 303), ("T0m Harner", 422), ("Tom Harner", 303),
            ("TOM HARNER", 303), ("Bob Baler", 303), ("B0b Baker", 303),
        ]
    )
    func lookAlikes(name: String, status: Int) async throws {
        let world = try await WritingWorld()
        let tom = try await world.site.member("Tom Harner")
        try await world.site.join(tom, world.community, as: .manager)
        let eve = try await world.site.browser(world.eve)
        let fields = [("name", name), ("language", "en"), ("timeZone", "Europe/London")]
        let answer = try await eve.post("/settings", fields)
        #expect(answer.status == status)
        if status == 422 { #expect(answer.text.contains("value=\"\(name)\"")) }
        let made = try await Browser(world.site).signUp(world.site, "new@example.org", name: name)
        #expect(made.status == status)
    }

    @Test(
        "C20, D09: nothing leads off the site after signing in",
        arguments: [
            "//evil.example", "\\\\evil.example", "/\\evil.example", "/\tevil", "https:evil.example",
            "https://evil.example",
            "javascript:alert(1)", "/\r\nSet-Cookie: a=b", "///evil.example", "/ /evil", "", "evil",
            "\u{2F}\u{2044}evil",
        ]
    )
    func redirects(next: String) async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let fields = [("email", "ann@example.org"), ("password", "correct horse battery"), ("next", next)]
        let answer = try await browser.post("/sign-in", fields)
        #expect(answer.status == 303 && answer.location == "/")
        #expect(try await browser.get("/sign-in?next=" + Fields.encode(next)).location == "/")
    }

    @Test("C04: are neither spent nor started by anyone who only looks at an invitation")
    func scanners() async throws {
        let world = try await WritingWorld()
        try await world.site.join(world.fay, world.community, as: .manager)
        let token = "looked-at-token", manager = Viewer(member: world.fay)
        _ = try await world.site.env.communities[world.community].invite(to: nil, token: token, uses: 1, as: manager)
        let scanner = Browser(world.site)
        for _ in 0..<5 {
            let looked = try await scanner.get("/i/\(token)")
            #expect(looked.status == 200 && looked.session == nil)
            #expect(try await scanner.send(.head, "/i/\(token)", body: "").status == 200)
        }
        let eve = try await world.site.browser(world.eve)
        #expect(try await eve.post("/i/\(token)", []).status == 303)
    }

    @Test("H11: take a password of 1,024 bytes and none longer, before any hash")
    func longPasswords() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let long = String(repeating: "x", count: 900_000)
        #expect(try await browser.signIn("ann@example.org", long).status == 422)
        let body = "{\"email\": \"ann@example.org\", \"password\": \"\(long)\"}"
        #expect(try await api(browser, "POST", "/session", body).status == 422)
        let ann = try await site.browser(try await site.value("SELECT id FROM member" as SQL<MemberID>))
        let fields = [("current", "correct horse battery"), ("password", String(repeating: "xyz", count: 342))]
        #expect(try await ann.post("/settings/password", fields, from: "/settings").status == 422)
    }

    @Test("let a guest of a community leave it")
    func guests() async throws {
        let world = try await WritingWorld()
        try await world.site.join(world.eve, world.community, as: .guest, until: world.site.now + .days(3))
        let eve = try await world.site.browser(world.eve)
        #expect(try await eve.get("/t/\(world.thread)").status == 200)
        #expect(try await eve.post("/c/nursing/leave", [], from: "/settings").status == 303)
        #expect(try await eve.get("/t/\(world.thread)").status == 404)
    }
}
