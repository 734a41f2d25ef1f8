import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import Testing

@Suite("A composer")
struct ComposerAsideTests {
    private func aside(_ page: String) -> String {
        page.range(of: "<aside class=\"broad\" aria-label=\"How to format\">").map { String(page[$0.lowerBound...]) }
            ?? ""
    }

    @Test(
        "says who will read it, and how it leaves by email, directly above its button and nowhere else; beside it stands how to format it"
    )
    func readers() async throws {
        let world = try await WritingWorld()
        let post = try await world.reply("A reply.", by: world.ann)
        let browser = try await world.site.browser(world.ann)
        for path in ["/c/nursing/new-thread", "/p/\(post)/edit", "/t/\(world.thread)?reply=\(post)"] {
            let page = try await browser.get(path).text
            let parts = page.components(separatedBy: "<div class=\"foot\"")
            #expect(parts.count == 2 && page.components(separatedBy: "<span class=\"mail\">").count == 2, "\(path)")
            let foot = parts.last?.components(separatedBy: "<button class=\"btn\" data-send").first ?? ""
            #expect(foot.contains(" can read this.") && foot.contains("email") && !foot.contains("<label"), "\(path)")
            #expect(!aside(page).contains(" can read this."), "\(path)")
        }
        let page = try await browser.get("/p/\(post)/edit").text
        #expect(aside(page).contains("<code>**words**</code>"))
    }

    @Test("follows the group that is chosen")
    func choice() async throws {
        let world = try await WritingWorld()
        let circle = try await world.site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.ann, group: circle, of: world.community)
        let page = try await world.site.browser(world.ann).get("/c/nursing/new-thread?group=circle").text
        #expect(page.components(separatedBy: " data-readers>").count == 2)
        #expect(page.contains("<div class=\"foot\" data-readers><p class=\"strip confidential\">"))
    }

    @Test("at the foot of a thread has nothing beside it")
    func foot() async throws {
        let world = try await WritingWorld()
        let page = try await world.site.browser(world.ann).get("/t/\(world.thread)").text
        #expect(aside(page).isEmpty && page.contains("<span class=\"mail\">"))
    }
}
