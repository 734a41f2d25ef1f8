import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("What a capability has waiting on the home page")
struct HomeSlotTests {
    /// A capability of nothing else: after the drafts, how many members the site has; and for administrators of the site, a line of theirs.
    private static let brought = Capability(
        "crowd",
        home: [
            HomeSlot(45, isOfSite: true) { reading, _ in
                let viewer = reading.viewer
                return { _ in viewer.isSiteAdministrator ? [("/for-the-site", "A <duty>")] : [] }
            },
            HomeSlot(25) { reading, _ in
                let count = try reading.first("SELECT count(*) FROM member" as SQL<Int>) ?? 0
                return { _ in [("/crowd", "\(count) people")] }
            },
        ]
    )

    @Test("is loaded and shown at its position, whatever the order of the list")
    func shown() async throws {
        let site = try TestSite(capabilities: Capabilities([Self.brought] + Forum.capabilities.all))
        let ann = try await site.member("Ann Okafor"), dawn = try await site.member("Dawn Achebe")
        let community = try await site.community("nursing")
        try await site.join(ann, community)
        try await site.join(dawn, community, as: .manager)
        try await site.write { db in
            try db.run(
                """
                INSERT INTO request (communityId, memberId, note, askedAt) VALUES (\(community), \(ann), '', \(db.now))
                """
            )
            try db.run(
                """
                INSERT INTO draft (memberId, subjectKind, subjectId, title, body, revision, savedAt)
                VALUES (\(dawn), 'thread', 1, '', 'x', 1, \(db.now))
                """
            )
        }
        let page = try await site.browser(dawn).get("/").text
        let lines = ["1 unfinished draft", "<li><a href=\"/crowd\">2 people</a></li>", "1 person asks to join Nursing"]
        let places = lines.map { page.range(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(!page.contains("/for-the-site"))
    }

    @Test("is shown to a member of no community only with a line that concerns the whole site")
    func withoutCommunity() async throws {
        let site = try TestSite(capabilities: Capabilities(Forum.capabilities.all + [Self.brought]))
        let ann = try await site.member("Ann Okafor")
        let admin = try await site.member("Dawn Achebe", isSiteAdministrator: true)
        #expect(!(try await site.browser(ann).get("/").text.contains("/crowd")))
        let page = try await site.browser(admin).get("/").text
        #expect(page.contains("2 people") && page.contains("<a href=\"/for-the-site\">A &lt;duty"))
    }

    @Test("is not there without the capability") func closed() async throws {
        let site = try TestSite(), admin = try await site.member("Dawn Achebe", isSiteAdministrator: true)
        #expect(!(try await site.browser(admin).get("/").text.contains("/crowd")))
        #expect(Forum.capabilities.homeSlots.count >= 5)
    }
}
