import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisSetup
import PraxisStore
import PraxisTesting
import Testing

@Suite("The first steps of a community")
struct FirstStepsTests {
    private let list = "<h2 id=\"first-steps-h\">"

    private func world(_ language: Language = .english) async throws -> (TestSite, CommunityID, Browser) {
        let site = try TestSite()
        let community = try await site.community("nursing")
        if language == .french { try await site.write { db in _ = try db.run("UPDATE community SET language = 'fr'") } }
        let mia = try await site.member("Mia Manager")
        try await site.join(mia, community, as: .manager)
        return (site, community, try await site.browser(mia))
    }

    @Test("are shown to those who manage it, and to nobody else")
    func shown() async throws {
        let (site, community, manager) = try await world()
        let page = try await manager.get("/c/nursing").text
        #expect(page.contains(list) && page.contains("1 of 5 steps done") && Markup.faults(page) == [])
        for role in [Role.member, .moderator] {
            let member = try await site.member("Some \(role.rawValue)")
            try await site.join(member, community, as: role)
            let browser = try await site.browser(member)
            #expect(try await !browser.get("/c/nursing").text.contains(list), "\(role)")
            for path in ["/c/nursing/first-steps/close", "/c/nursing/first-steps/agreement"] {
                #expect(try await browser.post(path, [], from: "/settings").status == 403, "\(role) \(path)")
            }
        }
        let stranger = try await site.browser(try await site.member("Stan Stranger"))
        #expect(try await !stranger.get("/c/nursing").text.contains(list))
        #expect(try await stranger.post("/c/nosuch/first-steps/close", [], from: "/settings").status == 404)
        let elsewhere = try await manager.get("/c/nursing/members").text
        #expect(!elsewhere.contains(list))
    }

    @Test(
        "offer a model agreement in the community's language, which is then there to be edited",
        arguments: Language.allCases
    )
    func agreement(language: Language) async throws {
        let (_, _, manager) = try await world(language)
        let path = "/c/nursing/first-steps/agreement", settings = "/c/nursing/settings?done=changed#agreement"
        #expect(try await manager.post(path, [], from: "/c/nursing").location == settings)
        let edited = try await manager.get(settings).text
        #expect(edited.contains(language == .french ? "- **Confidentialité.**" : "- **Confidential.**"))
        #expect(try await manager.get("/c/nursing/agreement").text.contains("<strong>Confidential"))
        #expect(try await !manager.get("/c/nursing").text.contains(path), "it is not offered twice")
        #expect(try await manager.post(path, [], from: "/c/nursing").location == "/c/nursing/settings")
    }

    @Test("go when all is done")
    func complete() async throws {
        let (site, community, manager) = try await world()
        try await site.write { db in _ = try db.run("UPDATE community SET domain = 'Nursing', agreementVersion = 0") }
        _ = try await manager.post("/c/nursing/first-steps/agreement", [], from: "/c/nursing")
        #expect(try await manager.get("/c/nursing").text.contains("2 of 5 steps done"))
        let ann = try await site.member("Ann Okafor")
        try await site.join(ann, community)
        let commons = try await site.commons(of: community)
        let thread = try await site.thread("Welcome", "A body.", in: commons, of: community, by: ann)
        let page = try await manager.get("/c/nursing").text
        #expect(page.contains("4 of 5 steps done") && page.contains("href=\"/t/\(thread)\""))
        _ = try await site.group("winter", in: community)
        #expect(try await !manager.get("/c/nursing").text.contains(list))
    }

    @Test("go for one manager who closes them, and for all after three months")
    func closed() async throws {
        let (site, community, manager) = try await world()
        let bea = try await site.member("Bea Manager")
        try await site.join(bea, community, as: .manager)
        let path = "/c/nursing/first-steps/close"
        for _ in 0..<2 { #expect(try await manager.post(path, [], from: "/c/nursing").location == "/c/nursing") }
        #expect(try await !manager.get("/c/nursing").text.contains(list))
        let other = try await site.browser(bea)
        #expect(try await other.get("/c/nursing").text.contains(list))
        site.pass(.days(90))
        #expect(try await !site.browser(bea).get("/c/nursing").text.contains(list))
    }
}
