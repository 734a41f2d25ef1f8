import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("A session that is remembered")
struct RememberedSessionTests {
    @Test("is not looked up again within a minute, and is after it")
    func remembered() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), browser = try await site.browser(ann)
        // The first look is noted, the second remembers the session.
        for _ in 1...2 { #expect(try await browser.isSignedIn()) }
        _ = try await site.env.site.command { db in try db.run("UPDATE member SET name = 'Told nobody'") }
        #expect(try await browser.get("/communities").text.contains("Told nobody") == false)
        site.pass(.minutes(1))
        #expect(try await browser.get("/communities").text.contains("Told nobody"))
    }

    @Test("is forgotten at once when it ends, in whatever way")
    func ended() async throws {
        let site = try TestSite(), ann = try await site.member("Ann")
        let first = try await site.browser(ann), second = try await site.browser(ann)
        for browser in [first, second, first, second] { #expect(try await browser.isSignedIn()) }
        try await site.env.site.endSessions(of: ann)
        for browser in [first, second] { #expect(try await browser.isSignedIn() == false) }
    }

    @Test("is known by its new token alone after the password was changed")
    func newToken() async throws {
        let site = try TestSite(), browser = Browser(site), thief = Browser(site)
        _ = try await site.member("Ann")
        let cookie = try #require(try await browser.signIn("ann@example.org", "correct horse battery").session)
        thief.keep("praxis", String(cookie.dropFirst("praxis=".count).prefix { $0 != ";" }))
        for _ in 1...2 { #expect(try await browser.isSignedIn()) }
        #expect(try await thief.isSignedIn())
        let passwords = [("current", "correct horse battery"), ("password", "three dull words")]
        #expect(try await browser.post("/settings/password", passwords, from: "/settings").status == 303)
        #expect(try await browser.isSignedIn())
        #expect(try await thief.isSignedIn() == false)
    }

    @Test("shows a new language at once")
    func language() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), browser = try await site.browser(ann)
        for _ in 1...2 { #expect(try await browser.isSignedIn()) }
        let french = [("name", "Ann"), ("language", "fr"), ("timeZone", "Europe/London")]
        #expect(try await browser.post("/settings", french, from: "/settings").status == 303)
        #expect(try await browser.get("/communities").text.contains("<html lang=\"fr\""))
    }
}
