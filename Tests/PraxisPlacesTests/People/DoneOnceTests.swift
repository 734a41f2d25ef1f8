import HTTPTypes
import PraxisForum
import PraxisPlaces
import PraxisTesting
import Testing

@Suite("What a form did is said once")
struct DoneOnceTests {
    private let fields = [("name", "Ann"), ("language", "en"), ("timeZone", "Europe/London")]

    @Test("by the page that its answer leads to, and not again by a reload, nor by an address that was kept or made up")
    func once() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), browser = try await site.browser(ann)
        #expect(try await !browser.get("/settings?done=saved").text.contains("Saved."), "made up")
        for _ in 1...2 {
            let saved = try await browser.post("/settings", fields, from: "/settings")
            let path = try #require(saved.location)
            let page = try await browser.get(path)
            #expect(page.text.contains("Saved.") && page.headers[.cacheControl] == "private, no-cache")
            #expect(try await !browser.get(path).text.contains("Saved."), "reloaded")
        }
    }

    @Test("for a minute at most, and by a cookie that no script can read")
    func cookie() async throws {
        let site = try TestSite(), ann = try await site.member("Ann"), browser = try await site.browser(ann)
        let saved = try await browser.post("/settings", fields, from: "/settings")
        let set = saved.headers[values: .setCookie].first { $0.hasPrefix("praxis-done=1;") }
        #expect(try #require(set).contains("Max-Age=60; HttpOnly; SameSite=Lax"))
        let shown = try await browser.get("/settings?done=saved").headers[values: .setCookie]
        #expect(shown.contains { $0.hasPrefix("praxis-done=; Path=/; Max-Age=0") })
        #expect(try await browser.get("/settings").headers[values: .setCookie].isEmpty)
    }
}
