import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("A time zone")
struct TimeZoneTests {
    @Test(
        "of the site that is an alias can be chosen and saved",
        arguments: ["Etc/UTC", "US/Eastern", "Asia/Saigon", "UTC"]
    )
    func alias(zone: String) async throws {
        let site = try TestSite(change: { $0.timeZone = zone })
        let browser = try await site.browser(try await site.member("Ann"))
        let fields = [("name", "Ann Okafor"), ("language", "fr"), ("timeZone", zone)]
        #expect(try await browser.post("/settings", fields, from: "/settings").status == 303)
        #expect(try await site.text("SELECT name || language || timeZone FROM member") == "Ann Okaforfr" + zone)
        let page = try await browser.get("/settings").text
        #expect(page.contains("<option value=\"\(zone)\" selected>"))
    }

    @Test(
        "is offered wherever one lives, by its city and how far it is from UTC",
        arguments: [
            ("America/Anchorage", "Anchorage, UTC−9:00"), ("Asia/Kathmandu", "Kathmandu, UTC+5:45"),
            ("Asia/Tehran", "Tehran, UTC+3:30"), ("Asia/Kabul", "Kabul, UTC+4:30"), ("Europe/Kyiv", "Kyiv, UTC+2:00"),
            ("Europe/Copenhagen", "Copenhagen, UTC+1:00"), ("Europe/Prague", "Prague, UTC+1:00"),
            ("Asia/Saigon", "Saigon, UTC+7:00"),
            ("America/Argentina/Buenos_Aires", "Buenos Aires, Argentina, UTC−3:00"),
            ("America/St_Johns", "St Johns, UTC−3:30"), ("UTC", "UTC, UTC+0:00"),
        ]
    )
    func offered(zone: String, label: String) async throws {
        let site = try TestSite(), browser = try await site.browser(try await site.member("Ann"))
        #expect(try await browser.get("/settings").text.contains("<option value=\"\(zone)\">\(label)</option>"))
    }

    @Test("is each one that the system's own data names, links included, and all are in the list once")
    func all() throws {
        let file =
            "Z Africa/Abidjan -0:16:8 - LMT 1912\n0 - GMT\nL Africa/Abidjan Africa/Accra\nR A 1 2 - x\n# Z Not/One\n"
        #expect(Zones.names(in: file) == ["Africa/Abidjan", "Africa/Accra"])
        #expect(Zones.names.count > 400 && Set(Zones.names).count == Zones.names.count)
        let offered = TimeZonePlan.offered(at: TestSite.morning).flatMap(\.choices).map(\.name)
        #expect(offered.sorted() == Zones.names)
        for name in Zones.names { #expect(throws: Never.self) { try TimeZonePlan.checked(name, orElse: "UTC") } }
    }

    @Test(
        "of another spelling is refused",
        arguments: ["PST", "GMT+5", "america/halifax", "Mars/Olympus", "", "../UTC", "Factory"]
    )
    func none(name: String) {
        #expect(Zones.named(name) == nil)
        #expect(throws: Denial.self) { try TimeZonePlan.checked(name, orElse: "UTC") }
    }

    @Test("is asked of the browser when an account is made, and is the site's without a script")
    func ofANewAccount() async throws {
        let site = try TestSite(change: { $0.timeZone = "America/Halifax" })
        let halifax = "America/Halifax"
        for (typed, kept) in [(nil, halifax), ("Asia/Kolkata", "Asia/Kolkata"), ("Mars/Olympus1", halifax)]
            as [(String?, String)]
        {
            let browser = Browser(site), email = ("email", "\(typed?.count ?? 0)@example.org")
            _ = try await browser.post("/sign-up", [email])
            let code = ("code", try await site.code(to: email.1))
            let proven = try await browser.post("/sign-up/code", [email, code], from: "/sign-up")
            let proof = [("proof", try #require(proven.hidden("proof"))), ("name", "Person \(typed?.count ?? 0)")]
            #expect(proven.text.contains("name=\"timeZone\" value=\"America/Halifax\" data-zone>"))
            let zone = typed.map { [("timeZone", $0)] } ?? []
            let short = proof + zone + [("password", "a")]
            let wrong = try await browser.post("/sign-up/name", short, from: "/sign-up")
            #expect(wrong.text.contains("name=\"timeZone\" value=\"\(typed ?? kept)\""), "what was sent stays")
            #expect(wrong.text.contains(" data-zone>") == (typed == nil), "and no script changes it")
            let done = try await browser.post("/sign-up/name", proof + zone, from: "/sign-up")
            #expect(done.status == 303)
            #expect(try await site.text("SELECT timeZone FROM member WHERE email = \(email.1)") == kept)
        }
    }
}
