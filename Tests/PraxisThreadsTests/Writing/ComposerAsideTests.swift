import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import Testing

@Suite("Beside a composer")
struct ComposerAsideTests {
    private func aside(_ page: String) -> String {
        page.range(of: "<aside class=\"broad\" aria-label=\"Who can read this\">").map {
            String(page[$0.lowerBound...])
        }
            ?? ""
    }

    @Test("stands who will read it, how it leaves by email, and how to format it; in the form a strip of one line")
    func readers() async throws {
        let world = try await WritingWorld()
        let post = try await world.reply("A reply.", by: world.ann)
        let browser = try await world.site.browser(world.ann)
        for path in ["/c/nursing/new-thread", "/p/\(post)/edit"] {
            let page = try await browser.get(path).text
            #expect(aside(page).contains(" can read this.") && aside(page).contains("email"), "\(path)")
            #expect(aside(page).contains("<code>**words**</code>"), "\(path)")
            #expect(page.contains("<div class=\"reach\">") == path.hasSuffix("new-thread"), "\(path)")
            #expect(page.contains("<div class=\"foot\"><p class=\"strip"), "\(path)")
        }
    }

    @Test("follows the group that is chosen, in every place that names the readers")
    func choice() async throws {
        let world = try await WritingWorld()
        let circle = try await world.site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.ann, group: circle, of: world.community)
        let page = try await world.site.browser(world.ann).get("/c/nursing/new-thread?group=circle").text
        #expect(page.components(separatedBy: " data-readers>").count == 4)
        #expect(page.contains("<p class=\"strip confidential\">"))
    }

    @Test("at the foot of a thread stands nothing: the form itself says who reads it")
    func foot() async throws {
        let world = try await WritingWorld()
        let page = try await world.site.browser(world.ann).get("/t/\(world.thread)").text
        #expect(aside(page).isEmpty && page.contains("<span class=\"mail\">"))
    }
}
