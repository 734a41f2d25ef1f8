import Foundation
import HTML
import Hummingbird
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisTesting
import PraxisWeb
import Testing

@Suite("A tab of a community that a capability brings")
struct CommunityTabTests {
    private static let calendar = CommunityTab(
        25,
        if: ReadCommunity.self,
        { _ in "Dates & places" },
        at: { $0.home + "/calendar" }
    )

    private static let brought = Capability(
        "calendar",
        routes: [
            .page("/c/{community}/calendar") { call in
                let view = try await call.communityView()
                let page = CommunityPageView(call: call, view: view, tab: calendar, content: "<p>Nothing yet</p>")
                return page.response()
            }
        ],
        tabs: [calendar]
    )

    @Test("stands at its position on all of them, leads to its page, and is current there")
    func shown() async throws {
        let site = try TestSite(capabilities: Capabilities([Self.brought] + Forum.capabilities.all))
        let ann = try await site.member("Ann Okafor"), community = try await site.community("nursing")
        try await site.join(ann, community)
        let browser = try await site.browser(ann)
        for path in ["/c/nursing", "/c/nursing/members", "/c/nursing/calendar", "/c/nursing/about"] {
            let page = try await browser.get(path).text
            let tabs = ["/c/nursing", "/c/nursing/members", "/c/nursing/calendar", "/c/nursing/about"].map {
                "<li><a href=\"\($0)\"\($0 == path ? " aria-current=\"page\"" : "")>"
            }
            let places = tabs.map { page.range(of: $0)?.lowerBound }
            #expect(
                places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted(),
                "\(path)"
            )
            #expect(page.contains("Dates &amp; places"))
        }
        let page = try await browser.get("/c/nursing/calendar").text
        #expect(
            page.contains("Nursing</h1>") && page.contains("<title>Nursing – Dates &amp; places – ")
                && page.contains("Nothing yet")
        )
    }

    @Test("is shown only to those who may do its act there")
    func hidden() async throws {
        let site = try TestSite(capabilities: Capabilities(Forum.capabilities.all + [Self.brought]))
        _ = try await site.community("nursing")
        let page = try await Browser(site).get("/c/nursing").text
        #expect(page.contains("/c/nursing/about") && !page.contains("/c/nursing/calendar"))
    }
}
