import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisWeb
import Testing

extension SeriesWorld {
    /// What a query finds, as it stands in the texts.
    fileprivate func found(
        _ query: String,
        _ other: [(String, String)] = [],
        by persona: Persona = .member
    ) async throws -> [String] {
        let fields = [("q", query)] + other
        let path = "/search?" + fields.map { $0.0 + "=" + Fields.encode($0.1) }.joined(separator: "&")
        let items = try await people.api(.get, path, as: persona).json["items"] as? [[String: Any]]
        return try #require(items).map { ($0["snippet"] as? String ?? "").replacing(/<[^>]*>/, with: "") }
    }

    /// A reply about a date of the series, by its number in it.
    fileprivate func say(_ text: String, of date: Int, _ persona: Persona = .member) async throws {
        site.pass(.minutes(1))
        _ = try await actor.reply(to: threads()[date], PostText(text), as: people.viewer(persona))
    }
}

@Suite("The series of dates in a search")
struct SeriesSearchTests {
    private func world() async throws -> SeriesWorld {
        let world = try await SeriesWorld(visibility: .public) { $0.date.title = "École – evening rounds" }
        try await world.say("First frost.", of: 0)
        _ = try await world.actor.writeNotes(
            of: world.threads()[1],
            PostText("Frost in the notes."),
            basedOn: 0,
            as: world.people.viewer(.member)
        )
        world.site.pass(.minutes(1))
        _ = try await world.actor.askQuestion(
            of: world.threads()[2],
            PostText("Frost in a question?"),
            as: world.people.viewer(.member)
        )
        _ = try await world.site.thread(
            "Elsewhere",
            "Frost elsewhere.",
            in: world.commons,
            of: world.people.community,
            by: world.people.member(.member)
        )
        return world
    }

    private static let all = ["Frost in a question?", "Frost in the notes.", "First frost."]

    @Test(
        "finds what was written about its dates, newest first, by any part of its name",
        arguments: [
            ("series:\"École – evening rounds\"", all), ("series:ecole", all), ("series:\"evening rou\"", all),
            ("SERIES:EVENING", all), ("series:rounds notes", ["Frost in the notes."]),
            ("frost -series:rounds", ["Frost elsewhere."]), ("series:\"rounds evening\"", []), ("series:morning", []),
        ]
    )
    func operators(query: String, texts: [String]) async throws {
        #expect(try await world().found(query) == texts)
    }

    @Test("is a field of the form and of the API, and says so if nothing is found")
    func field() async throws {
        let world = try await world()
        #expect(try await world.found("", [("series", "evening rounds")]) == Self.all)
        #expect(try await world.found("notes", [("series", "evening"), ("community", "nursing")]).count == 1)
        let page = try await world.page("/search?q=&series=evening", .visitor)
        #expect(page.has("3 results") && page.has("value=\"evening\""))
        #expect(page.has("First frost.") && !page.has("Frost elsewhere.") && page.has("series:&quot;School nurse"))
        #expect(Markup.faults(page.text) == [])
        for path in ["/search?q=series:%22Nowhere+at+all%22", "/search?q=&series=Nowhere"] {
            let none = try await world.page(path, .member)
            #expect(none.status == 200 && none.has("No results") && none.has("Try fewer or different words"), "\(path)")
        }
        #expect(try await world.page("/search?q=&series=%21", .member).status == 200)
    }

    @Test("is looked in from its page, by everyone who reads that")
    func link() async throws {
        let world = try await world(), path = "/c/nursing/series/\(world.series)"
        for persona in [Persona.visitor, .member, .facilitator] {
            let page = try await world.page(path, persona)
            let link = try #require(page.text.firstMatch(of: /href="(\/search\?series=[^"]*)">Search in this series</))
            let found = try await world.page(String(link.1).replacing("&amp;", with: "&"), persona)
            #expect(found.has("First frost.") && !found.has("Frost elsewhere."), "\(persona)")
        }
    }

    @Test("goes by the name that it has now")
    func renamed() async throws {
        let world = try await world()
        try await world.change { $0.date.title = "Morning walks" }
        #expect(try await world.found("series:rounds") == [])
        #expect(try await world.found("series:walks") == Self.all)
    }

    @Test("finds nothing of one that its reader does not read, also where one date of it is open to them")
    func hidden() async throws {
        let world = try await SeriesWorld(visibility: .public), people = world.people, site = world.site
        let circle = try await people.griefCircle()
        let secret = try await world.actor.planSeries(
            site.series("Secret rounds"),
            in: circle,
            as: people.viewer(.facilitator)
        )
        let date: ThreadID = try await site.value("SELECT threadId FROM gathering WHERE seriesId = \(secret) LIMIT 1")
        _ = try await world.actor.reply(to: date, PostText("A secret frost."), as: people.viewer(.facilitator))
        #expect(try await world.found("series:secret", by: .facilitator) == ["A secret frost."])
        for persona in [Persona.visitor, .stranger, .member, .manager, .siteAdministrator] {
            #expect(try await world.found("series:secret", by: persona) == [], "\(persona)")
            let known = try await world.page("/search?q=&series=secret", persona)
            #expect(known.has("No results") && !known.has("Secret"), "\(persona)")
        }
        try await site.admit(people.member(.stranger), to: date, until: site.now + .days(9))
        #expect(try await world.found("frost", by: .stranger) == ["A secret frost."])
        #expect(try await world.found("series:secret", by: .stranger) == [])
        #expect(try await world.found("frost series:secret", by: .stranger) == [])
        #expect(try await world.found("frost -series:secret", by: .stranger) == ["A secret frost."])
    }
}
