import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("The settings page")
struct SettingsTests {
    @Test("changes name, language and time zone, and the journal hears of what really changed")
    func profile() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), browser = try await site.browser(ann)
        let same = [("name", "Ann"), ("language", "fr"), ("timeZone", "America/Halifax")]
        let saved = try await browser.post("/settings", same, from: "/settings")
        #expect(saved.status == 303 && saved.location == "/settings?done=saved")
        let page = try await browser.get("/settings?done=saved")
        #expect(page.text.contains("<html lang=\"fr\"") && page.text.contains("Enregistré."))
        #expect(page.text.contains("<option value=\"America/Halifax\" selected>"))
        #expect(try await site.count("SELECT count(*) FROM journal WHERE event = 'profile-changed'") == 1)
        #expect(try await browser.post("/settings", same, from: "/settings").status == 303)
        #expect(try await site.count("SELECT count(*) FROM journal WHERE event = 'profile-changed'") == 1)
        let renamed = [("name", "Ann Okafor"), ("language", "en"), ("timeZone", "Europe/London")]
        #expect(try await browser.post("/settings", renamed, from: "/settings").status == 303)
        #expect(try await site.text("SELECT nameFolded FROM member WHERE id = \(ann)") == "ann okafor")
        #expect(try await site.count("SELECT count(*) FROM journal WHERE event = 'profile-changed'") == 2)
    }

    @Test(
        "keeps what was typed when something will not do",
        arguments: [
            ("x@y", "en", "UTC", "name"), ("Ann", "xx", "UTC", "language"), ("Ann", "fr", "UTC", "language"),
            ("Ann", "en", "Mars/Olympus", "timeZone"), ("Ann", "en", "../../etc/passwd", "timeZone"),
            ("", "en", "UTC", "name"),
        ]
    )
    func badInput(_ name: String, _ language: String, _ zone: String, _ field: String) async throws {
        let site = try TestSite(change: { $0.languages = [.english] })
        let browser = try await site.browser(try await site.member("Ann"))
        let fields = [("name", name), ("language", language), ("timeZone", zone)]
        let answer = try await browser.post("/settings", fields, from: "/settings")
        #expect(
            answer.status == 422 && answer.text.contains("id=\"\(field)-error\"")
                && answer.text.contains("value=\"\(name)\"")
        )
        #expect(try await site.text("SELECT name || language || timeZone FROM member") == "AnnenEurope/London")
    }

    @Test("keeps a region alone, shows it on the page of people, and loses nothing else where one will not do")
    func region() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), browser = try await site.browser(ann)
        try await site.join(ann, site.community("nursing"))
        let fields = [("name", "Ann"), ("language", "en"), ("timeZone", "Europe/London")]
        #expect(
            try await browser.post("/settings", fields + [("region", "Nova\tScotia")], from: "/settings").status == 303
        )
        #expect(try await browser.get("/c/nursing/members").text.contains("<p class=\"meta\">Nova Scotia · Joined"))
        #expect(try await browser.get("/settings").text.contains("value=\"Nova Scotia\""))
        for bad in [String(repeating: "n", count: 81), "Nova\0Scotia"] {
            let typed = fields + [("organisation", "Quay"), ("region", bad)]
            let answer = try await browser.post("/settings", typed, from: "/settings")
            #expect(answer.status == 422 && answer.text.contains("id=\"region-error\""))
            #expect(answer.text.contains("value=\"Quay\""), "nothing else is lost")
        }
        #expect(try await site.text("SELECT occupation || organisation || region FROM profile") == "Nova Scotia")
        #expect(try await browser.post("/settings", fields, from: "/settings").status == 303)
        #expect(try await site.count("SELECT count(*) FROM profile") == 0)
    }

    @Test("changes the password against the current one, ends the other sessions and gives this one a new token")
    func password() async throws {
        let site = try TestSite(), ann = try await site.member("Ann")
        let browser = try await site.browser(ann), other = try await site.browser(ann)
        let before = try await site.count("SELECT count(*) FROM session")
        let wrong = [("current", "wrong horse"), ("password", "three dull words")]
        let refused = try await browser.post("/settings/password", wrong, from: "/settings")
        #expect(refused.status == 422 && refused.text.contains("id=\"current-error\"") && before == 2)
        #expect(try await other.isSignedIn())
        let right = [("current", "correct horse battery"), ("password", "three dull words")]
        let changed = try await browser.post("/settings/password", right, from: "/settings")
        #expect(changed.status == 303 && changed.session != nil)
        #expect(try await browser.isSignedIn())
        #expect(!(try await other.isSignedIn()))
        #expect(try await site.count("SELECT count(*) FROM session") == 1)
        #expect(await site.mailsSent().map(\.subject) == ["Your password was changed: Riverside"])
        #expect(try await Browser(site).signIn("ann@example.org", "three dull words").status == 303)
    }

    @Test("sets a first password without another one")
    func firstPassword() async throws {
        let site = try TestSite(), browser = Browser(site)
        _ = try await browser.signUp(site, "ann@example.org", name: "Ann")
        #expect(!(try await browser.get("/settings").text.contains("name=\"current\"")))
        let answer = try await browser.post("/settings/password", [("password", "three dull words")], from: "/settings")
        #expect(answer.status == 303)
        #expect(try await Browser(site).signIn("ann@example.org", "three dull words").status == 303)
    }

    @Test("lists the sessions by browser and ends one, or all others, and nobody else's")
    func sessions() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), browser = try await site.browser(ann)
        let second = Browser(site), third = Browser(site)
        for other in [second, third] { _ = try await other.signIn("ann@example.org", "correct horse battery") }
        let ben = try await site.browser(try await site.member("Ben"))
        let page = try await browser.get("/settings")
        #expect(page.text.contains("(this one)"))
        let last = (
            "session", try #require(try await site.text("SELECT '' || max(id) FROM session WHERE memberId = \(ann)"))
        )
        #expect(try await ben.post("/settings/sessions/end", [last], from: "/settings").status == 303)
        #expect(try await third.isSignedIn())
        #expect(try await browser.post("/settings/sessions/end", [last], from: "/settings").status == 303)
        #expect(!(try await third.isSignedIn()))
        #expect(try await browser.post("/settings/sessions/end", [("session", "x")], from: "/settings").status == 404)
        #expect(try await second.isSignedIn())
        #expect(try await browser.post("/settings/sessions/end-others", [], from: "/settings").status == 303)
        #expect(!(try await second.isSignedIn()))
        #expect(try await browser.isSignedIn())
        #expect(try await ben.isSignedIn())
    }

    @Test("is nothing to a visitor")
    func visitor() async throws {
        let site = try TestSite(), browser = Browser(site)
        #expect(try await browser.get("/settings").location == "/sign-in?next=/settings")
        for path in ["/settings", "/settings/password", "/settings/sessions/end", "/settings/sessions/end-others"] {
            #expect(try await browser.post(path, [("name", "Eve")], from: "/sign-in").status == 401, "\(path)")
        }
    }

    @Test("shows a hostile name as text")
    func injection() async throws {
        let site = try TestSite(), name = "<script>alert('1')</script>\""
        let ann = try await site.member("Ann"), browser = try await site.browser(ann)
        _ = try await site.env.site.command { db in try db.run("UPDATE member SET name = \(name) WHERE id = \(ann)") }
        let page = try await browser.get("/settings").text
        #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;"))
    }
}

@Suite("A browser in the list of sessions")
struct DeviceTests {
    @Test(
        "is called by its name and its system",
        arguments: [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0",
                "Edge, Windows"
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1",
                "Safari, iPhone"
            ),
            ("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36", "Chrome, Android"),
            ("curl/8.5.0", "curl/8.5.0"), ("", ""),
            ("ev\r\nil\u{202E}" + String(repeating: "x", count: 200), "evil" + String(repeating: "x", count: 76)),
        ]
    )
    func names(_ agent: String, _ name: String) { #expect(DevicePlan.summary(agent) == name) }
}
