import PraxisDomain
import PraxisMail
import PraxisTesting
import Testing

@Suite("The limits of signing in")
struct PeopleLimitTests {
    @Test(
        "let ten tries an hour reach the hash of an account, known or not, and the owner in by code",
        arguments: ["ann", "eve"]
    )
    func hashes(_ name: String) async throws {
        let site = try TestSite(limits: true)
        _ = try await site.member("Ann")
        for _ in 1...10 {
            #expect(try await Browser(site, from: "192.0.2.7").signIn("\(name)@example.org", "guess").status == 422)
        }
        let refused = try await Browser(site, from: "192.0.2.8").signIn("\(name)@example.org", "correct horse battery")
        #expect(refused.status == 429)
        // An hour until the tries are those of the hour before, and a tenth of another until one of the ten has left the window.
        let wait = try #require(refused.retryAfter)
        #expect((3600...3960).contains(wait))
        #expect(try await Browser(site).signIn("ben@example.org", "guess").status == 422)
        guard name == "ann" else {
            site.pass(.seconds(Int64(wait)))
            #expect(try await Browser(site).signIn("eve@example.org", "guess").status == 422)
            return
        }
        let owner = Browser(site)
        _ = try await owner.post("/sign-in/code", [("email", "ann@example.org")], from: "/sign-in")
        let code = [("email", "ann@example.org"), ("code", try await site.code(to: "ann@example.org"))]
        #expect(try await owner.post("/sign-in/code/check", code, from: "/sign-in").status == 303)
    }

    @Test("count wrong passwords and not right ones")
    func rightOnes() async throws {
        let site = try TestSite(limits: true)
        _ = try await site.member("Ann")
        for _ in 1...70 {
            #expect(try await Browser(site).signIn("ann@example.org", "correct horse battery").status == 303)
        }
    }

    @Test(
        "let sixty failures a minute come from one network address, whatever the accounts",
        arguments: ["password", "code"]
    )
    func failures(_ way: String) async throws {
        let site = try TestSite(limits: true), browser = Browser(site)
        _ = try await site.member("Ann")
        let token = try await browser.token(on: "/sign-in")
        func fail(_ number: Int) async throws -> Browser.Answer {
            let fields = [("email", "m\(number)@example.org"), ("password", "guess"), ("code", "000000")]
            return try await browser.post(way == "code" ? "/sign-in/code/check" : "/sign-in", fields, token: token)
        }
        for number in 1...60 { #expect(try await fail(number).status == 422) }
        let refused = try await fail(61)
        #expect(refused.status == 429 && refused.retryAfter != nil)
        #expect(try await browser.signIn("ann@example.org", "correct horse battery").status == 429)
        #expect(
            try await Browser(site, from: "192.0.2.9").signIn("ann@example.org", "correct horse battery").status == 303
        )
        site.pass(.minutes(2))
        #expect(try await browser.signIn("ann@example.org", "correct horse battery").status == 303)
    }

    @Test(
        "let three code mails a minute be asked for from one network address",
        arguments: ["/sign-in/code", "/sign-up", "/reset"]
    )
    func mailsFrom(_ path: String) async throws {
        let site = try TestSite(limits: true), browser = Browser(site)
        for number in 1...3 {
            #expect(try await browser.post(path, [("email", "m\(number)@example.org")], from: "/sign-in").status == 200)
        }
        let refused = try await browser.post(path, [("email", "m4@example.org")], from: "/sign-in")
        #expect(refused.status == 429 && refused.retryAfter != nil)
        #expect(await site.mailsSent().count == (path == "/sign-up" ? 3 : 0))
    }

    @Test(
        "let six code mails a day go to one account, known or not, no matter who asks",
        arguments: ["ann@example.org", "eve@example.org"]
    )
    func mailsTo(_ email: String) async throws {
        let site = try TestSite(limits: true)
        _ = try await site.member("Ann")
        let paths = ["/sign-in/code", "/sign-up", "/reset"]
        for number in 1...6 {
            let browser = Browser(site, from: "192.0.2.\(number)")
            #expect(try await browser.post(paths[number % 3], [("email", email)], from: "/sign-in").status == 200)
        }
        let refused = try await Browser(site, from: "192.0.2.7").post("/reset", [("email", email)])
        #expect(refused.status == 429 && refused.retryAfter != nil)
        #expect(refused.text.contains("minutes and try again."), "nobody counts hours in seconds")
        site.pass(.days(2))
        #expect(try await Browser(site).post("/reset", [("email", email)]).status == 200)
    }

    @Test("hold for guesses at one's own current password too")
    func currentPassword() async throws {
        let site = try TestSite(limits: true), browser = try await site.browser(try await site.member("Ann"))
        let fields = [("current", "guess"), ("password", "three dull words")]
        for _ in 1...10 {
            #expect(try await browser.post("/settings/password", fields, from: "/settings").status == 422)
            site.pass(.seconds(1))
        }
        #expect(try await browser.post("/settings/password", fields, from: "/settings").status == 429)
    }
}
