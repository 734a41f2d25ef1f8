import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("What a member has learnt")
struct LearningExportTests {
    @Test("travels with their own export, and with no other")
    func exports() async throws {
        let people = try await CommunityWorld(), site = people.site, member = try people.viewer(.member)
        var typed = NewLearning.Typed()
        (typed.date, typed.minutes) = ("2026-11-20", "30")
        (typed.category, typed.title) = ("Reading", "A chapter")
        typed.reflection = "Mine alone"
        let new = try NewLearning(typed, today: LocalTime(site.now, in: .gmt))
        _ = try await site.env.site.addLearning(new, as: member)
        let removed = try await site.env.site.addLearning(new, as: member)
        try await site.env.site.setLearning(removed, isRemoved: true, as: member)
        let own = try await site.exported(.member(people.member(.member)))
        #expect(own.of("learning").count == 1 && own.of("learning").first?.contains("Mine alone") == true)
        for scope in [ExportScope.site, .community(people.community)] {
            #expect(try await site.exported(scope).allSatisfy { !$0.contains("Mine alone") })
        }
        // Without its communities: what is of these is left out there.
        let (other, _) = try await TestSite.made(of: own)
        let there: [String] = try await other.all(
            "SELECT title || ' ' || reflection || ' ' || minutes FROM learningEntry"
        )
        #expect(there == ["A chapter Mine alone 30"])
    }
}
