import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import Testing

@Suite("The navigation of settings")
struct SettingsMenuTests {
    /// The addresses in it, in order; empty if the page has none.
    private func links(_ page: String) -> [String] {
        guard let start = page.range(of: "<nav class=\"card sections\""),
            let end = page[start.upperBound...].range(of: "</nav>")
        else { return [] }
        return page[start.upperBound..<end.lowerBound].split(separator: "href=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" })
        }
    }

    private func current(_ page: String) -> [String] {
        page.components(separatedBy: "<a href=\"").filter { $0.contains("aria-current=\"page\">") }
            .compactMap { part in
                part.prefix { $0 != ">" }.hasSuffix("aria-current=\"page\"") ? String(part.prefix { $0 != "\"" }) : nil
            }
    }

    private let own = [
        "/settings", "/settings#appearance", "/settings/mail", "/settings#password-card", "/settings#sessions",
    ]

    @Test("stands beside every page of a member's own settings, and names the page that it is on")
    func member() async throws {
        let world = try await CommunityWorld(personas: [.member])
        let browser = try await world.browser(.member)
        for path in ["/settings", "/settings/mail"] {
            let page = try await browser.get(path).text
            #expect(links(page) == own, "\(path)")
            #expect(current(page).contains(path))
            #expect(page.contains("<details class=\"unfold\"><summary>All settings</summary></details>"))
        }
        let page = try await browser.get("/settings").text
        for link in own where link.contains("#") {
            #expect(page.contains("id=\"\(link.split(separator: "#")[1])\""), "\(link) leads nowhere")
        }
    }

    @Test("leads administrators to what they look after, from each of those pages")
    func administrator() async throws {
        let world = try await CommunityWorld(personas: [.siteAdministrator])
        let browser = try await world.browser(.siteAdministrator)
        let duties = ["/settings/accounts", "/settings/outbox", "/audit", "/settings/holidays", "/settings/site"]
        for path in ["/settings"] + duties {
            let page = try await browser.get(path).text
            #expect(links(page) == own + duties + ["/styleguide"], "\(path)")
            #expect(current(page).contains(path))
        }
    }

    @Test(
        "of a community holds what its reader may open, and no more",
        arguments: [
            (Persona.manager, ["/settings", "/settings/care", "/members", "/mail", "/holidays", "/audit"]),
            (.moderator, ["/members", "/audit"]), (.member, []),
        ]
    )
    func community(persona: Persona, ends: [String]) async throws {
        let world = try await CommunityWorld(personas: [.member, .moderator, .manager])
        let browser = try await world.browser(persona)
        #expect(links(try await browser.get("/c/nursing/audit").text) == ends.map { "/c/nursing" + $0 })
        for end in ends where end != "/members" {
            let answer = try await browser.get("/c/nursing" + end)
            #expect(answer.status == 200)
            #expect(links(answer.text) == ends.map { "/c/nursing" + $0 }, "\(end)")
            #expect(current(answer.text).contains("/c/nursing" + end))
        }
        if persona == .moderator { #expect(try await browser.get("/c/nursing/settings").status == 403) }
    }

    @Test("of a group holds its settings, its people, its email and its log")
    func group() async throws {
        let world = try await CommunityWorld(personas: [.member, .manager])
        _ = try await world.site.group("winter", in: world.community)
        let browser = try await world.browser(.manager), path = "/c/nursing/g/winter"
        let ends = ["/settings", "/members", "/mail", "/audit"].map { path + $0 }
        for end in ends { #expect(links(try await browser.get(end).text) == ends, "\(end)") }
        #expect(links(try await world.browser(.member).get(path + "/members").text) == [])
    }
}
