import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The next gatherings, where nobody asked")
struct UpcomingTests {
    private func card(_ page: Browser.Answer) -> String? {
        page.text.firstMatch(of: /(?s)<section class="card"><h2><a href="[^"]*gatherings">.*?<\/section>/).map {
            String($0.0)
        }
    }

    /// The line of a date on the home page.
    private func line(_ world: GatheringWorld, _ persona: Persona) async throws -> String? {
        let page = try await world.page("/", persona).text, path = "/t/\(world.gathering)"
        return page.matches(of: /<li><a href="([^"]*)">(.*?)<\/a><\/li>/).first { $0.1 == path }.map { String($0.2) }
    }

    @Test(
        "of seven days stand among what is waiting on the home page, with what their reader said, who is asked if they have not"
    )
    func home() async throws {
        let world = try await GatheringWorld()
        #expect(try await line(world, .member) == nil)
        world.site.pass(.days(19))
        let asked = try #require(try await line(world, .member))
        #expect(asked.contains("12:30pm to 1:30pm: Winter round.") && asked.hasSuffix("Are you coming?"))
        _ = try await world.answer("yes", .member)
        #expect(try await line(world, .member)?.hasSuffix("Winter round. You are coming.") == true)
        try await world.change { $0.state = .cancelled }
        #expect(try await line(world, .member)?.hasSuffix("It is cancelled.") == true)
        #expect(try await line(world, .moderator) == nil)
    }

    @Test("are not shown there that their reader said no to, muted, may not read, or that are over")
    func unwanted() async throws {
        let world = try await GatheringWorld(visibility: .public)
        world.site.pass(.days(19))
        _ = try await world.answer("no", .member)
        #expect(try await line(world, .member) == nil)
        let moderator = try world.people.member(.moderator)
        try await world.site.write { db in
            try db.run(
                "INSERT INTO follow (memberId, threadId, level) VALUES (\(moderator), \(world.gathering), 'muted')"
            )
        }
        #expect(try await line(world, .moderator) == nil)
        #expect(try await line(world, .stranger) == nil)
        #expect(try await line(world, .facilitator) != nil)
        try await world.site.begin(world.gathering, .hours(2), ended: .hours(1))
        #expect(try await line(world, .facilitator) == nil)
    }

    @Test(
        "stand beside a community and its group, however far ahead, of a series the next one, no cancelled one; for visitors by the host's clock"
    )
    func beside() async throws {
        let world = try await GatheringWorld(visibility: .public)
        for path in ["/c/nursing", "/c/nursing/g/everyone"] {
            let shown = try await world.page(path, .member), aside = shown.text.range(of: "<aside")?.lowerBound
            #expect(
                shown.text.range(of: "Next gatherings")?.lowerBound ?? shown.text.startIndex > aside
                    ?? shown.text.endIndex
            )
            let member = try #require(card(shown), "\(path)")
            #expect(member.contains("Next gatherings") && member.contains("Are you coming?"))
            let visitor = try #require(card(try await world.page(path, .visitor)), "\(path)")
            #expect(visitor.contains("(London time)") && !visitor.contains("Are you coming?"))
        }
        try await world.change { $0.state = .cancelled }
        #expect(card(try await world.page("/c/nursing", .member)) == nil)
        let series = try await SeriesWorld(), threads = try await series.threads()
        let page = try #require(card(try await series.page("/c/nursing", .member)))
        #expect(page.contains("/t/\(threads[0])\"") && page.matches(of: /<li>/).count == 1)
        var cancelled = GatheringChange()
        cancelled.state = .cancelled
        try await series.actor.changeGathering(threads[0], cancelled, as: series.people.viewer(.facilitator))
        let next = try #require(card(try await series.page("/c/nursing", .member)))
        #expect(next.contains("/t/\(threads[1])\"") && next.matches(of: /<li>/).count == 1)
    }

    @Test("of a confidential group stand beside it and on its members' home page alone, with its sign")
    func confidential() async throws {
        let world = try await GatheringWorld(), circle = try await world.people.griefCircle()
        let new = try world.site.gathering("A heavy title")
        _ = try await world.site.env.communities[world.people.community]
            .planGathering(new, in: circle, as: world.people.viewer(.facilitator))
        world.site.pass(.days(19))
        for path in ["/", "/c/nursing"] {
            #expect(try await world.page(path, .facilitator).has("A heavy title"), "\(path)")
            #expect(try await !world.page(path, .manager).has("A heavy title"), "\(path)")
            #expect(try await !world.page(path, .member).has("A heavy title"), "\(path)")
        }
    }
}
