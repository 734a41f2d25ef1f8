import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import Testing

@Suite("The groups beside a community")
struct GroupNewsTests {
    @Test("say how many posts are new to the member in each, and to nobody else")
    func counts() async throws {
        let world = try await HomeWorld()
        let winter = try await world.site.group("winter", in: world.community)
        let thread = try await world.thread("Frost", replies: 1)
        _ = try await world.site.thread("Icicles", in: winter, of: world.community, by: world.sam)
        let ann = try await world.site.browser(world.ann)
        let new = "<span class=\"tag new\">"
        func row(_ slug: String, _ page: String) -> String {
            let groups = page.components(separatedBy: "id=\"groups\"").last ?? ""
            return groups.components(separatedBy: "/g/\(slug)\"").last?.components(separatedBy: "</li>").first ?? ""
        }
        var page = try await ann.get("/c/nursing").text
        #expect(row("everyone", page).contains(new + "2\u{a0}new</span>"))
        #expect(row("winter", page).contains(new + "1\u{a0}new</span>"))
        try await world.site.read(thread, upTo: 2, by: world.ann)
        page = try await ann.get("/c/nursing").text
        #expect(!row("everyone", page).contains(new) && row("winter", page).contains(new))
        #expect(!row("winter", try await world.site.browser(world.sam).get("/c/nursing").text).contains(new))
        #expect(!row("winter", try await Browser(world.site).get("/c/nursing").text).contains(new))
    }

    @Test("name what the community is about, and how to join a group that the member does not read")
    func rest() async throws {
        let world = try await CommunityWorld(personas: [.member])
        _ = try await world.site.group("attic", in: world.community, access: .request)
        let page = try await world.browser(.member).get("/c/nursing").text
        #expect(page.contains("<span class=\"meta\">ask to join</span>"))
    }
}
