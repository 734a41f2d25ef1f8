import Foundation
import PraxisCapability
import PraxisForum
import PraxisTesting
import PraxisWeb
import Testing

@Suite("What waits for those who decide, at the top of every page")
struct DutyLineTests {
    private static func brought(_ path: String) -> Capability {
        Capability(path, pages: [.duty { _, _, _ in Duty(path: "/" + path) { _, _ in "Waiting <\(path)" } }])
    }

    @Test("has a line for each capability, in their order")
    func each() async throws {
        let all = Forum.capabilities.all + [Self.brought("proposals"), Self.brought("tickets")]
        let world = try await TriageWorld(capabilities: Capabilities(all))
        let page = try await world.site.browser(world.mo).get("/communities").text
        let lines = ["proposals", "tickets"].map {
            page.range(of: "<li class=\"duty\"><a href=\"/\($0)\">Waiting &lt;\($0)</a>")?.lowerBound
        }
        #expect(lines.allSatisfy { $0 != nil } && lines.compactMap { $0 } == lines.compactMap { $0 }.sorted())
    }
}
