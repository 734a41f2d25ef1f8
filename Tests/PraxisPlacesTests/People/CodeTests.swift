import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisMail
import PraxisStore
import PraxisTesting
import Testing

@Suite("A mailed code")
struct CodeTests {
    private func asked(_ site: TestSite, _ browser: Browser) async throws -> String {
        _ = try await site.member("Ann")
        #expect(try await browser.post("/sign-in/code", [("email", "ann@example.org")], from: "/sign-in").status == 200)
        return try await site.code(to: "ann@example.org")
    }

    private func check(
        _ browser: Browser,
        _ code: String,
        email: String = "ann@example.org"
    ) async throws -> Browser.Answer {
        try await browser.post("/sign-in/code/check", [("email", email), ("code", code)], from: "/sign-in")
    }

    @Test("signs its owner in once")
    func once() async throws {
        let site = try TestSite(), browser = Browser(site)
        let code = try await asked(site, browser)
        for path in ["/sign-in/code", "/sign-in/code/check"] {
            #expect(try await browser.get(path).location == "/sign-in")
        }
        #expect(try await check(browser, code).status == 303)
        #expect(try await browser.isSignedIn())
        let again = try await check(Browser(site), code)
        #expect(again.status == 422 && again.session == nil && again.text.contains("expired"))
    }

    @Test("is refused when it is wrong, and the page keeps the address")
    func wrong() async throws {
        let site = try TestSite(), browser = Browser(site)
        let code = try await asked(site, browser)
        for typed in [site.wrong(code), String(code.dropLast()), code + "0", "abc", ""] {
            let answer = try await check(browser, typed)
            #expect(answer.status == 422 && answer.hidden("email") == "ann@example.org", "\(typed)")
            #expect(answer.text.contains("id=\"code-error\""), "\(typed)")
        }
        #expect(try await check(browser, code).status == 303)
    }

    @Test("is dead after five wrong guesses, even to the right one")
    func guesses() async throws {
        let site = try TestSite(), browser = Browser(site)
        let code = try await asked(site, browser)
        for _ in 1...5 { #expect(try await check(browser, site.wrong(code)).text.contains("not correct")) }
        let sixth = try await check(browser, code)
        #expect(sixth.status == 422 && sixth.text.contains("expired"))
    }

    @Test("lives ten minutes", arguments: [(Span.minutes(10), 422), (Span(milliseconds: 599_999), 303)])
    func expires(_ wait: Span, _ status: Int) async throws {
        let site = try TestSite(), browser = Browser(site)
        let code = try await asked(site, browser)
        site.pass(wait)
        #expect(try await check(browser, code).status == status)
    }

    @Test("gives way to a newer one")
    func newest() async throws {
        let site = try TestSite(), browser = Browser(site)
        let first = try await asked(site, browser)
        _ = try await browser.post("/sign-in/code", [("email", "ann@example.org")], from: "/sign-in")
        let second = try await site.code(to: "ann@example.org")
        #expect(try await check(browser, first).status == 422)
        #expect(try await check(browser, second).status == 303)
    }

    @Test("is bound to its address and its purpose")
    func bound() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ben")
        let code = try await asked(site, browser)
        #expect(try await check(browser, code, email: "ben@example.org").status == 422)
        for path in ["/reset/code", "/sign-up/code"] {
            let answer = try await browser.post(path, [("email", "ann@example.org"), ("code", code)], from: "/sign-in")
            #expect(answer.status == 422 && answer.hidden("proof") == nil)
        }
    }

    @Test("used many times at once signs in once", arguments: ["/sign-in/code/check", "/sign-up/code", "/reset/code"])
    func parallel(_ path: String) async throws {
        let site = try TestSite(), browser = Browser(site)
        let email = path.hasPrefix("/sign-up") ? "new@example.org" : "ann@example.org"
        _ = try await site.member("Ann")
        let asking = ["/sign-in/code/check": "/sign-in/code", "/sign-up/code": "/sign-up", "/reset/code": "/reset"]
        _ = try await browser.post(try #require(asking[path]), [("email", email)], from: "/sign-in")
        let code = try await site.code(to: email), token = try await browser.token(on: "/sign-in")
        let taken = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 1...50 {
                group.addTask {
                    try await browser.post(path, [("email", email), ("code", code)], token: token).status != 422
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 1)
        let made = try await site.count("SELECT (SELECT count(*) FROM session) + (SELECT count(*) FROM emailProof)")
        #expect(made == 1)
    }

    @Test("is stored as a hash, and of yesterday's rows nothing stays")
    func stored() async throws {
        let site = try TestSite(), browser = Browser(site)
        let code = try await asked(site, browser)
        let found = try await site.count(
            "SELECT count(*) FROM emailCode WHERE instr(codeHash, \(Array(code.utf8))) > 0"
        )
        #expect(found == 0)
        site.pass(.days(1))
        _ = try await browser.post("/sign-in/code", [("email", "ben@example.org")], from: "/sign-in")
        #expect(try await site.count("SELECT count(*) FROM emailCode") == 1)
    }

    @Test(
        "is asked for alike by known and unknown addresses: same page, same rows",
        arguments: ["/sign-in/code", "/sign-up", "/reset"]
    )
    func alike(_ path: String) async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await site.member("Ann")
        let known = try await browser.post(path, [("email", "ann@example.org")], from: "/sign-in")
        let unknown = try await browser.post(path, [("email", "eve@example.org")], from: "/sign-in")
        #expect(known.status == 200 && unknown.status == 200)
        #expect(known.bare(of: "ann@example.org") == unknown.bare(of: "eve@example.org"))
        #expect(known.headers.map(\.name) == unknown.headers.map(\.name))
        #expect(try await site.count("SELECT count(*) FROM emailCode") == 2)
        // Sorted, since two mails are handed over side by side.
        let told = await site.mailsSent().map(\.to.address.text).sorted()
        #expect(told == (path == "/sign-up" ? ["ann@example.org", "eve@example.org"] : ["ann@example.org"]))
        for email in ["ann@example.org", "eve@example.org"] {
            for guess in 1...6 {
                let code = path == "/sign-in/code" ? "/sign-in/code/check" : path + "/code"
                let answer = try await browser.post(code, [("email", email), ("code", "000000")], from: "/sign-in")
                #expect(answer.text.contains(guess < 6 ? "not correct" : "expired"), "\(email), \(guess)")
            }
        }
    }

    @Test("goes to no account that is suspended", arguments: ["/sign-in/code", "/reset"])
    func suspended(_ path: String) async throws {
        let site = try TestSite(), browser = Browser(site)
        let ann = try await site.member("Ann")
        _ = try await site.env.site.command { db in
            try db.run("UPDATE member SET standing = 'suspended' WHERE id = \(ann)")
        }
        #expect(try await browser.post(path, [("email", "ann@example.org")], from: "/sign-in").status == 200)
        #expect(await site.mailsSent().isEmpty)
        _ = try await browser.post("/sign-up", [("email", "ann@example.org")])
        let code = try await site.code(to: "ann@example.org")
        let answer = try await browser.post(
            "/sign-up/code",
            [("email", "ann@example.org"), ("code", code)],
            from: "/sign-in"
        )
        #expect(answer.status == 403 && answer.session == nil)
    }

    @Test("is mailed in the language of its recipient")
    func language() async throws {
        let site = try TestSite(), browser = Browser(site)
        let ann = try await site.member("Ann")
        _ = try await site.env.site.command { db in try db.run("UPDATE member SET language = 'fr' WHERE id = \(ann)") }
        _ = try await browser.post("/sign-in/code", [("email", "ann@example.org")], from: "/sign-in")
        let mail = try #require(await site.mailsSent().first)
        #expect(mail.language == "fr" && mail.subject.hasSuffix("est votre code pour Riverside"))
    }
}
