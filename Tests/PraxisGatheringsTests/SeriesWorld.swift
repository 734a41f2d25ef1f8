import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

/// A community with one person of every kind, and a series of it: four Tuesdays from 15 December on, every second week at 12:30 in London.
struct SeriesWorld: Sendable {
    let people: CommunityWorld
    let commons: GroupID
    let series: SeriesID

    var site: TestSite { people.site }
    var actor: Community { site.env.communities[people.community] }

    init(
        visibility: CommunityVisibility = .members,
        _ change: (inout TypedSeries) -> Void = { _ in }
    ) async throws {
        people = try await CommunityWorld(visibility: visibility)
        let commons = try await people.site.commons(of: people.community)
        self.commons = commons
        let new = try people.site.series(
            "Evening rounds",
            joinLink: "https://meet.example/heron",
            purpose: "To talk of herons.",
            change
        )
        series = try await people.site.env.communities[people.community].planSeries(
            new,
            in: commons,
            as: people.viewer(.facilitator)
        )
    }

    static let form = [
        ("group", "everyone"), ("name", "Spring rounds"), ("purpose", "To hear of spring."), ("date", "2027-03-09"),
        ("time", "12:30"), ("zone", "Europe/London"), ("repeats", "monthly-weekday"), ("ends", "count"), ("count", "3"),
        ("until", ""), ("minutes", "60"), ("mode", "online"), ("place", ""), ("joinLink", ""), ("recording", "agreed"),
        ("credit", "1 hour of supervision"),
    ]

    /// The usual form, with other values in some of its fields.
    static func form(_ other: [String: String]) -> [(String, String)] { form.map { ($0.0, other[$0.0] ?? $0.1) } }

    func page(_ path: String, _ persona: Persona) async throws -> Browser.Answer {
        try await people.browser(persona).get(path)
    }

    func send(_ path: String, _ form: [(String, String)]) async throws -> Browser.Answer {
        try await people.post(path, form, as: .facilitator)
    }

    /// The dates by their occurrence: when they begin on their wall, and what else is said.
    func dates(_ columns: SQL<Void> = "localStart") async throws -> [String] {
        try await site.all(
            "SELECT \(columns) FROM gathering WHERE seriesId = \(series) AND occurrence IS NOT NULL ORDER BY occurrence"
                as SQL<String>
        )
    }

    func threads() async throws -> [ThreadID] {
        try await site.all(
            "SELECT threadId FROM gathering WHERE seriesId = \(series) AND occurrence IS NOT NULL ORDER BY occurrence"
                as SQL<ThreadID>
        )
    }

    func change(_ body: (inout TypedSeries) -> Void) async throws {
        let old = try await site.env.store.read { db in try db.first(Series.of(series)) }
        var typed = TypedSeries()
        let details = try #require(old).details
        typed.date.title = details.name.text
        (typed.purpose, typed.date.joinLink) = (details.purpose, details.joinLink)
        (typed.date.zone, typed.date.minutes) = (details.zone, String(details.minutes))
        (typed.date.mode, typed.date.place) = (details.mode.rawValue, details.place)
        (typed.date.date, typed.date.time) = ("2026-12-15", "12:30")
        (typed.repeats, typed.ends, typed.count) = ("fortnightly", "count", "4")
        let before = try typed.series(at: site.now)
        body(&typed)
        let new = try typed.series(at: site.now)
        var change = SeriesChange()
        change.details = new.details
        change.rhythm = new.rhythm == before.rhythm ? nil : new.rhythm
        try await actor.changeSeries(series, change, as: people.viewer(.facilitator))
    }

    func setState(_ state: GatheringState) async throws {
        var change = SeriesChange()
        change.state = state
        try await actor.changeSeries(series, change, as: people.viewer(.facilitator))
    }

    /// Runs the look that makes dates that have come within reach.
    func tick() async throws {
        for tick in Forum.capabilities.ticks where tick.name == "dates of series" { try await tick.run(site.env) }
    }
}
