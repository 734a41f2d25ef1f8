import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The page of a search")
struct SearchPageTests {
    @Test("folds its filters away until one is in use, and then says so, is open, and offers to clear them")
    func panel() async throws {
        let world = try await SearchWorld()
        try await world.write("Frost at night", "We met a frost.")
        let folded = try await world.page("frost").text
        #expect(folded.contains("<details class=\"unfold\"><summary>Filters</summary></details>"))
        #expect(!folded.contains("Clear filters"))
        let used = try await Browser(world.site).get("/search?q=frost&kind=discussion").text
        #expect(
            used.contains(
                "<details class=\"unfold\" open><summary>Filters (1 in use)</summary></details>"
            )
        )
        #expect(used.contains("href=\"/search?q=frost\">Clear filters</a>"))
        // The answer begins at what was found.
        #expect(used.contains("action=\"/search#results\"") && used.contains("<h2 id=\"results\">1 result"))
        // All fields are of one form, wherever they stand.
        let form = used.components(separatedBy: "role=\"search\">").last?.components(separatedBy: "</form>").first ?? ""
        for name in ["q", "kind", "from", "after", "before", "sort"] {
            #expect(form.contains("name=\"\(name)\""), "\(name)")
        }
    }

    @Test("shows what was found in the rows of every list: what and where, who and when beside it")
    func rows() async throws {
        let world = try await SearchWorld()
        try await world.write("Frost & <b>ice</b>", "We met a frost.", kind: .question)
        let page = try await world.page("frost").text
        #expect(page.contains("<li class=\"line long\"><p class=\"over\"><span"))
        #expect(page.contains(">Frost &amp; &lt;b&gt;ice&lt;/b&gt;</a></h3>"))
        #expect(
            page.contains("<bdi>Ann Okafor</bdi>, <time") && page.contains("</time></span></p><h3")
        )
    }
}
