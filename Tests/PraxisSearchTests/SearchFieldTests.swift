import Foundation
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("A field of the search that a capability brings")
struct SearchFieldTests {
    /// A capability of nothing else: discussions by whether anyone has replied to them.
    private static let brought = Capability(
        "lengths",
        search: [
            .choice(
                "length",
                aliases: ["len"],
                at: 45,
                { _ in "Length <" },
                any: { _ in "Any length" },
                [SearchOption("alone") { _ in "A post alone" }, SearchOption("long") { _ in "With replies" }],
                tip: SearchField.Tip(35) { _ in "Look by length: length:alone" },
                condition: { .thread($0 == "alone" ? "t.postCount = 1" : "t.postCount > 1") }
            )
        ]
    )

    private func world() async throws -> SearchWorld {
        let world = try await SearchWorld(capabilities: Capabilities(Forum.capabilities.all + [Self.brought]))
        let long = try await world.write("Long thread", "frost")
        _ = try await world.site.reply("Thank you.", to: long, of: world.community, by: world.ann)
        try await world.write("Alone thread", "frost")
        return world
    }

    @Test(
        "is an operator, by each of its names and with a minus",
        arguments: [
            ("frost length:alone", ["Alone thread"]), ("frost LEN:Alone", ["Alone thread"]),
            ("frost -length:alone", ["Long thread"]), ("length:long from:ann kind:discussion frost", ["Long thread"]),
        ]
    )
    func operators(query: String, titles: [String]) async throws {
        let found = try await world().found(query)
        #expect(found.titles == titles && found.notUnderstood.isEmpty)
    }

    @Test("is a parameter of the API, described and checked")
    func parameter() async throws {
        let world = try await world()
        #expect(try await world.found("frost", "&length=alone").titles == ["Alone thread"])
        let browser = Browser(world.site)
        let wrong = try await browser.get("/api/v1/search?q=frost&length=short")
        #expect(wrong.status == 422 && wrong.text.contains("\"field\":\"length\""))
        let document = try await browser.get("/api/v1/openapi.json").text
        #expect(document.contains(#"{"in":"query","name":"length""#))
        let without = try await Browser(SearchWorld().site).get("/api/v1/search?q=frost&length=alone")
        #expect(without.status == 422 && without.text.contains("\"field\":\"length\""))
    }

    @Test("stands in the form at its position, with what was chosen, and counts as a filter in use")
    func form() async throws {
        let page = try await Browser(world().site).get("/search?q=frost&length=alone").text
        #expect(page.contains("Alone thread") && !page.contains("Long thread"))
        #expect(page.contains(#"<label for="length">Length &lt;</label>"#))
        #expect(page.contains(#"<option value="alone" selected>A post alone</option>"#))
        #expect(page.contains("Filters (1 in use)") && page.contains("<li>Look by length: length:alone</li>"))
        let places = ["status", "length", "from"].map { page.range(of: "id=\"\($0)\"")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        let wrong = try await Browser(world().site).get("/search?q=frost&length=short")
        #expect(wrong.status == 422 && wrong.text.contains("id=\"length-error\""))
    }
}
