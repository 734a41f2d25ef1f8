import HTTPTypes
import PraxisDomain
import PraxisForum
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

    @Test("let thirty searches a minute through for a session")
    func searches() async throws {
        let world = try await WritingWorld(limits: true)
        let bob = try await world.site.browser(world.bob)
        for _ in 0..<30 { #expect(try await bob.get("/search?q=frost").status == 200) }
        let refused = try await bob.get("/search?q=frost")
        #expect(refused.status == 429 && refused.retryAfter != nil && refused.text.contains("value=\"frost\""))
    }
}
