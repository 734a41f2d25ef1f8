import HTTPTypes
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("How pages look for a member")
struct AppearanceTests {
    @Test("is there at the first paint, on each of their devices, and on nobody else's pages")
    func chosen() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), bob = try await site.member("Bob")
        let browser = try await site.browser(ann), phone = try await site.browser(ann)
        #expect(try await phone.get("/").text.contains("<html lang=\"en\"><head>"))
        let saved = try await browser.post(
            "/settings/appearance",
            [("theme", "dark"), ("textSize", "larger")],
            from: "/settings"
        )
        #expect(saved.status == 303 && saved.location == "/settings?done=saved")
        for path in ["/", "/settings", "/communities", "/c/nothing"] {
            for device in [browser, phone] {
                #expect(
                    try await device.get(path).text.contains("<html lang=\"en\" class=\"dark larger\"><head>"),
                    "\(path)"
                )
            }
        }
        let page = try await browser.get("/settings").text
        #expect(page.contains("value=\"dark\" checked") && page.contains("value=\"larger\" checked"))
        #expect(Markup.faults(page) == [])
        #expect(try await site.browser(bob).get("/").text.contains("<html lang=\"en\"><head>"))
        #expect(try await Browser(site).get("/").text.contains("<html lang=\"en\"><head>"))
        _ = try await browser.post(
            "/settings/appearance",
            [("theme", "device"), ("textSize", "normal")],
            from: "/settings"
        )
        #expect(try await phone.get("/").text.contains("<html lang=\"en\"><head>"))
    }

    @Test("stays with the browser that a member signed out of, until another signs in there")
    func signedOut() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), bob = try await site.member("Bob")
        let browser = try await site.browser(ann)
        _ = try await browser.post(
            "/settings/appearance",
            [("theme", "dark"), ("textSize", "large")],
            from: "/settings"
        )
        let next = try await browser.get("/").headers[values: .setCookie]
        #expect(next.contains { $0.hasPrefix("praxis-appearance=dark.large; Path=/; Max-Age=7776000; HttpOnly") })
        #expect(try await browser.get("/settings").headers[values: .setCookie] == [])
        _ = try await browser.post("/sign-out", [], from: "/settings")
        for path in ["/", "/sign-in", "/communities", "/nothing"] {
            #expect(
                try await browser.get(path).text.contains("<html lang=\"en\" class=\"dark large\"><head>"),
                "\(path)"
            )
        }
        // Bob has chosen nothing: his first page says so, and takes the cookie away.
        let other = try await site.browser(bob)
        other.keep("praxis-appearance", "dark.large")
        let first = try await other.get("/")
        #expect(first.text.contains("<html lang=\"en\"><head>"))
        #expect(first.headers[values: .setCookie].contains { $0.hasPrefix("praxis-appearance=; Path=/; Max-Age=0") })
    }

    @Test(
        "is one of what is offered, or nothing changes",
        arguments: [
            ("neon", "normal", "theme"), ("", "normal", "theme"), ("dark", "huge", "textSize"),
            ("dark", "", "textSize"),
        ]
    )
    func badInput(theme: String, size: String, field: String) async throws {
        let site = try TestSite(), browser = try await site.browser(try await site.member("Ann"))
        let answer = try await browser.post(
            "/settings/appearance",
            [("theme", theme), ("textSize", size)],
            from: "/settings"
        )
        #expect(answer.status == 422 && answer.text.contains("href=\"#\(field)\""))
        #expect(try await site.text("SELECT theme || textSize FROM member") == "devicenormal")
        #expect(try await site.count("SELECT count(*) FROM journal WHERE event = 'profile-changed'") == 0)
    }
}
