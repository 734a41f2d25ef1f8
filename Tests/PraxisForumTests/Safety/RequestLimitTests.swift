import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("Limits over time")
struct RequestLimitTests {
    @Test("let fifty requests in ten seconds through for a session, refuse the next and keep its text")
    func perSession() async throws {
        let world = try await WritingWorld(limits: true), path = "/t/\(world.thread)/posts"
        let bob = try await world.site.browser(world.bob), other = try await world.site.browser(world.bob)
        let token = try await bob.token(on: "/settings")
        for _ in 0..<49 { #expect(try await bob.get("/drafts").status == 200) }
        let refused = try await bob.post(path, [("body", "a long evening's work")], token: token)
        #expect(refused.status == 429 && refused.headers[.retryAfter] != nil)
        #expect(refused.text.contains("a long evening&#39;s work</textarea>"))
        #expect(try await other.get("/drafts").status == 200)
        world.site.pass(.seconds(21))
        #expect(try await bob.post(path, [("body", "a long evening's work")], token: token).status == 303)
    }

    @Test("H10: count visitors by their address, whatever they say it is")
    func perAddress() async throws {
        let site = try TestSite(limits: true), visitor = Browser(site)
        for number in 0..<500 {
            let answer = try await visitor.get("/sign-in", headers: [("X-Forwarded-For", "198.51.100.\(number % 250)")])
            #expect(answer.status == 200)
        }
        let refused = try await visitor.get("/sign-in", headers: [("X-Forwarded-For", "198.51.100.251")])
        #expect(refused.status == 429 && refused.headers[.retryAfter] != nil)
        #expect(refused.headers[.cacheControl] == "no-store")
        #expect(refused.text.contains("href=\"/sign-in\">Try again</a>"))
        #expect(try await Browser(site, from: "192.0.2.2").get("/sign-in").status == 200)
    }

    @Test("let five threads and twenty replies be written on a member's first day, and thirty threads on others")
    func firstDay() async throws {
        let world = try await WritingWorld(limits: true)
        let new = try await world.site.member("New Comer")
        try await world.site.join(new, world.community)
        func start(_ member: MemberID) async throws -> Browser.Answer {
            world.site.pass(.seconds(30))
            let browser = try await world.site.browser(member)
            let fields = [
                ("title", "A kept title"), ("body", "A kept body"), ("kind", "discussion"), ("group", "everyone"),
            ]
            return try await browser.post("/c/nursing/new-thread", fields, from: "/drafts")
        }
        for _ in 0..<5 { #expect(try await start(new).status == 303) }
        let sixth = try await start(new)
        #expect(sixth.status == 429 && sixth.headers[.retryAfter] != nil)
        #expect(sixth.text.contains("A kept body</textarea>") && sixth.text.contains("value=\"A kept title\""))
        let browser = try await world.site.browser(new)
        for number in 0..<21 {
            world.site.pass(.seconds(30))
            let reply = try await browser.post("/t/\(world.thread)/posts", [("body", "A kept reply")], from: "/drafts")
            #expect(reply.status == (number < 20 ? 303 : 429))
            if number == 20 { #expect(reply.text.contains("A kept reply</textarea>") && reply.retryAfter != nil) }
        }
        for number in 0..<31 { #expect(try await start(world.bob).status == (number < 30 ? 303 : 429)) }
    }

    @Test("go on when the clock of the machine is set back, for pages, codes and posts")
    func clockSetBack() async throws {
        let world = try await WritingWorld(limits: true), path = "/t/\(world.thread)/posts"
        let bob = try await world.site.browser(world.bob), site = world.site
        site.pass(.seconds(30))
        site.setWall(by: .hours(1))
        #expect(try await bob.post(path, [("body", "An hour ahead")], from: "/drafts").status == 303)
        for _ in 0..<45 { _ = try await bob.get("/drafts") }
        site.setWall(by: .hours(-1))
        #expect(try await bob.post(path, [("body", "At once")], from: "/drafts").status == 429)
        site.pass(.seconds(21))
        #expect(try await bob.post(path, [("body", "A little later")], from: "/drafts").status == 303)
        site.pass(.minutes(10))
        #expect(try await bob.get("/drafts").status == 200)
        let times = try await site.env.store.read { db in
            try db.all("SELECT createdAt FROM post ORDER BY id" as SQL<Timestamp>)
        }
        #expect(times == times.sorted() && Set(times).count == times.count)
    }

    @Test("L04: count an address once, whatever port, brackets or spelling a trusted proxy gives it")
    func addressForms() async throws {
        let site = try TestSite(limits: true, change: { $0.trustedProxies = ["192.0.2.1", "2001:DB8:0::1"] })
        let forms = [
            [
                "203.0.113.7:4001", "203.0.113.7:4002", "::ffff:203.0.113.7", "[::FFFF:203.0.113.7]:9", " 203.0.113.7 ",
            ],
            ["2001:db8:1:2::3", "[2001:DB8:1:2:0:0:0:4]:80", "2001:db8:1:2::5%eth0", "[2001:db8:1:2::6]"],
            ["unknown", "_hidden", "203.0.113.7:99999", ""],
            // Proxies of the site before this one: whom they name counts.
            ["2001:db8:0:0::1", "192.0.2.1", "[2001:DB8::1]:443, 192.0.2.1:80"],
        ]
        for forms in forms {
            for attempt in 0..<16 {
                let named = "198.51.100.1, " + forms[attempt % forms.count]
                let answer = try await Browser(site).get("/search?q=frost", headers: [("X-Forwarded-For", named)])
                #expect(answer.status == (attempt < 15 ? 200 : 429), "\(named)")
            }
        }
    }

    @Test("let thirty searches a minute through for a session")
    func searches() async throws {
        let world = try await WritingWorld(limits: true)
        let bob = try await world.site.browser(world.bob)
        for _ in 0..<30 { #expect(try await bob.get("/search?q=frost").status == 200) }
        let refused = try await bob.get("/search?q=frost")
        #expect(refused.status == 429 && refused.text.contains("value=\"frost\""))
        world.site.pass(.seconds(Int64(try #require(refused.retryAfter))))
        #expect(try await bob.get("/search?q=frost").status == 200)
    }
}
