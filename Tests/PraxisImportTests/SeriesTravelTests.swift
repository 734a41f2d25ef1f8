import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("A series in an export")
struct SeriesTravelTests {
    @Test("travels with its dates, what those have of their own, and what was skipped; no date is made twice")
    func travel() async throws {
        let people = try await CommunityWorld(), site = people.site
        let series = try site.series("Evening rounds") { $0.ends = "open" }
        let commons = try await site.commons(of: people.community), host = try people.viewer(.facilitator)
        let actor = site.env.communities[people.community]
        let id = try await actor.planSeries(series, in: commons, as: host)
        let second: ThreadID = try await site.value(
            "SELECT threadId FROM gathering WHERE seriesId = \(id) ORDER BY occurrence LIMIT 1 OFFSET 1"
        )
        var change = GatheringChange()
        change.state = .skipped
        try await actor.changeGathering(second, change, as: host)
        let (other, _) = try await TestSite.made(of: try await site.exported())
        let sql: SQL<String> = """
            SELECT seriesId || ' ' || occurrence || ' ' || state || ' ' || own || ' ' || localStart FROM gathering ORDER BY occurrence
            """
        let before: [String] = try await site.all(sql)
        #expect(try await other.all(sql) == before && before.count == 51 && before[1].contains("skipped state"))
        for tick in Forum.capabilities.ticks where tick.name == "dates of series" { try await tick.run(other.env) }
        #expect(try await other.all(sql) == before)
    }
}
