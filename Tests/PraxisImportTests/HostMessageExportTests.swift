import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("What a host wrote to people by what they answered")
struct HostMessageExportTests {
    @Test("travels with its community and with who wrote it, not with who got it; what was taken back stays behind")
    func exports() async throws {
        let people = try await CommunityWorld(), site = people.site, host = try people.viewer(.facilitator)
        let actor = site.env.communities[people.community], commons = try await site.commons(of: people.community)
        let date = try await actor.planGathering(site.gathering("A round"), in: commons, as: host)
        try await actor.answer(.yes, to: date, as: people.viewer(.member))
        _ = try await actor.send(NewHostMessage(to: ["seated"], body: "Kept."), of: date, as: host)
        let undone = try await actor.send(NewHostMessage(to: ["seated"], body: "Undone."), of: date, as: host)
        try await actor.withdraw(undone, of: date, as: host)
        for scope in [ExportScope.site, .community(people.community), .member(try people.member(.facilitator))] {
            let lines = try await site.exported(scope).of("host_message")
            #expect(lines.count == 1 && lines.first?.contains("Kept.") == true)
        }
        #expect(try await site.exported(.member(people.member(.member))).of("host_message").isEmpty)
        // Nobody who answered there is mailed again.
        let (other, _) = try await TestSite.made(of: try await site.exported())
        #expect(try await HostMessageRound(other.env, at: other.now + .days(1)).run() == 0)
    }
}
