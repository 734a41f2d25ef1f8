import HTTPTypes
import PraxisDomain
import PraxisMail
import PraxisStore
import PraxisTesting
import Testing

@Suite("Resetting a password")
struct ResetTests {
    private func proven(_ site: TestSite, _ browser: Browser) async throws -> (String, String) {
        _ = try await browser.post("/reset", [("email", "ann@example.org")])
        let code = [("email", "ann@example.org"), ("code", try await site.code(to: "ann@example.org"))]
        return ("proof", try #require(try await browser.post("/reset/code", code, from: "/reset").hidden("proof")))
    }

    @Test("ends every other session and the old password, and tells the owner")
    func reset() async throws {
        let site = try TestSite(), browser = Browser(site)
        let ann = try await site.member("Ann"), old = try await site.browser(ann), bearer = try await site.bearer(ann)
        let proof = try await proven(site, browser)
        let answer = try await browser.post(
            "/reset/password",
            [proof, ("password", "three dull words")],
            from: "/reset"
        )
        #expect(answer.status == 303 && answer.location == "/")
        #expect(try await browser.isSignedIn())
        #expect(!(try await old.isSignedIn()))
        #expect(try await api(Browser(site), "GET", "/me", bearer: bearer).status == 401)
        #expect(await site.mailsSent().last?.subject == "Your password was changed: Riverside")
        #expect(try await Browser(site).signIn("ann@example.org", "correct horse battery").status == 422)
        #expect(try await Browser(site).signIn("ann@example.org", "three dull words").status == 303)
    }

    @Test("takes a proof once, within the hour, and keeps it over a password that will not do")
    func proof() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let first = try await proven(site, browser)
        for weak in ["short", "password", "ann@example.org", "aaaaaaaaaa", ""] {
            let refused = try await browser.post("/reset/password", [first, ("password", weak)], from: "/reset")
            #expect(refused.status == 422 && refused.hidden("proof") == first.1, "\(weak)")
        }
        site.pass(.hours(1))
        let late = try await browser.post("/reset/password", [first, ("password", "three dull words")], from: "/reset")
        #expect(late.status == 422 && late.session == nil)
        let second = try await proven(site, browser)
        #expect(
            try await browser.post("/reset/password", [second, ("password", "three dull words")], from: "/reset").status
                == 303
        )
        let visitor = Browser(site)
        let again = try await visitor.post(
            "/reset/password",
            [second, ("password", "other dull words")],
            from: "/reset"
        )
        #expect(again.status == 422 && again.session == nil)
    }

    @Test("asked for before the password was changed is dead after")
    func overtaken() async throws {
        let site = try TestSite(), browser = Browser(site), ann = try await site.member("Ann")
        let proof = try await proven(site, browser), owner = try await site.browser(ann)
        let change = [("current", "correct horse battery"), ("password", "three dull words")]
        #expect(try await owner.post("/settings/password", change, from: "/settings").status == 303)
        let late = try await browser.post("/reset/password", [proof, ("password", "other dull words")], from: "/reset")
        #expect(late.status == 422)
    }

    @Test("sends links to the configured host alone", arguments: ["evil.example", "evil.example:80"])
    func host(_ host: String) async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let token = try await browser.token(on: "/reset")
        _ = try await browser.send(
            .post,
            "/reset",
            body: "email=ann%40example.org&token=\(token)",
            headers: [("X-Forwarded-Host", host), ("Content-Type", "application/x-www-form-urlencoded")]
        )
        let mail = try #require(await site.mailsSent().first)
        #expect(!String(decoding: mail.rendered(), as: UTF8.self).contains("evil"))
        #expect(mail.text.contains("http://127.0.0.1:8080"))
    }
}
