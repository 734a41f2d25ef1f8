import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

/// A community with one person of every kind, and a date of it on 15 December at 12:30 in London.
struct GatheringWorld: Sendable {
    let people: CommunityWorld
    let commons: GroupID
    let gathering: ThreadID

    var site: TestSite { people.site }

    init(
        visibility: CommunityVisibility = .members,
        _ change: (inout TypedGathering) -> Void = { _ in }
    ) async throws {
        people = try await CommunityWorld(visibility: visibility)
        let commons = try await people.site.commons(of: people.community)
        self.commons = commons
        let new = try people.site.gathering(
            "Winter round",
            joinLink: "https://meet.example/heron",
            place: "Hall 3; first door, left",
            purpose: "We talk of **herons**.",
            change
        )
        gathering = try await people.site.env.communities[people.community].planGathering(
            new,
            in: commons,
            as: people.viewer(.facilitator)
        )
    }

    static let form = [
        ("group", "everyone"), ("title", "Spring round"), ("date", "2027-03-16"), ("time", "12:30"),
        ("zone", "Europe/London"), ("minutes", "60"), ("mode", "online"), ("place", ""), ("joinLink", ""),
        ("purpose", "To hear of spring."),
    ]

    /// The usual form, with other values in some of its fields.
    static func form(_ other: [String: String]) -> [(String, String)] { form.map { ($0.0, other[$0.0] ?? $0.1) } }

    func page(_ path: String, _ persona: Persona) async throws -> Browser.Answer {
        let browser = try await people.browser(persona)
        browser.comeFromForm()
        return try await browser.get(path)
    }

    /// One of the three buttons of the date's page.
    func answer(_ word: String, _ persona: Persona) async throws -> Browser.Answer {
        try await people.post("/t/\(gathering)/answer", [("answer", word)], as: persona)
    }

    func suspend(_ persona: Persona) async throws {
        let member = try people.member(persona)
        try await site.join(member, people.community, standing: .suspended)
    }

    /// Has mails name neither the group nor the date; those who answered before are of it.
    func hideName() async throws {
        try await site.write { db in
            try db.run("UPDATE \"group\" SET kind = 'peer-supervision' WHERE id = \(commons)")
        }
        for persona in [Persona.member, .moderator] {
            try await site.join(people.member(persona), group: commons, of: people.community)
        }
        try await site.join(people.member(.facilitator), group: commons, of: people.community, as: .facilitator)
    }

    /// The last mail of a kind as it would be made now; nil where nothing is left to say.
    func lastMail(_ kind: MailKind, _ language: Language = .english) async throws -> MailContent? {
        guard let queued = try await site.queued(kind).last else { return nil }
        return try await site.content(of: queued, language)
    }

    /// What was said, in order.
    func answers() async throws -> [String] { try await site.all("SELECT answer FROM gatheringAnswer ORDER BY turn") }

    func journal() async throws -> Int {
        try await site.value("SELECT count(*) FROM journal WHERE event = 'gathering-answered'" as SQL<Int>)
    }

    func change(_ body: (inout GatheringChange) -> Void) async throws {
        var change = GatheringChange()
        body(&change)
        let made = change
        try await site.env.communities[people.community].changeGathering(
            gathering,
            made,
            as: people.viewer(.facilitator)
        )
    }

    func move(to date: String, _ time: String) async throws {
        let read = try await people.api(.get, "/gatherings/\(gathering)", as: .facilitator)
        let version = try #require(read.json["version"] as? Int)
        let body = #"{"start":"\#(date)T\#(time)","version":\#(version)}"#
        let moved = try await people.api(.patch, "/gatherings/\(gathering)", body, as: .facilitator)
        #expect(moved.status == 200)
    }

    func row() async throws -> String {
        try await site.value(
            """
            SELECT localStart || ' ' || zone || ' ' || startAt || ' ' || endAt || ' ' || mode || ' ' || state || ' ' || version
            FROM gathering WHERE threadId = \(gathering)
            """ as SQL<String>
        )
    }

    func count() async throws -> Int { try await site.value("SELECT count(*) FROM gathering" as SQL<Int>) }
}

extension Browser.Answer {
    func has(_ part: String) -> Bool { text.contains(part) }
}

extension CommunityWorld {
    /// A confidential group that the facilitator holds, and of which no one else is.
    func griefCircle() async throws -> GroupID {
        let circle = try await site.group("griefcircle", in: community, kind: .peerSupport, access: .invite)
        try await site.join(member(.facilitator), group: circle, of: community, as: .facilitator)
        return circle
    }
}
