import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisTesting
import Testing

@Suite("Gatherings in the JSON API")
struct GatheringAPITests {
    private static let body = [
        "title": #""Spring round""#, "group": #""everyone""#, "start": #""2027-03-16T12:30""#,
        "zone": #""Europe/London""#,
        "minutes": "60", "mode": #""online""#, "joinLink": #""https://meet.example/wren""#, "purpose": #""Why""#,
    ]

    private static func json(_ other: [String: String] = [:]) -> String {
        let fields = body.merging(other) { $1 }
        return "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func fields(_ json: [String: Any]) -> [String] {
        (json["errors"] as? [[String: Any]])?.compactMap { $0["field"] as? String } ?? []
    }

    @Test("are planned, read, listed by days and by year, changed and cancelled")
    func whole() async throws {
        let world = try await GatheringWorld(), people = world.people
        let (status, made) = try await people.api(
            .post,
            "/communities/nursing/gatherings",
            Self.json(),
            as: .facilitator
        )
        #expect(status == 201 && made["start"] as? String == "2027-03-16T12:30:00.000Z")
        #expect(made["localStart"] as? String == "2027-03-16T12:30" && made["version"] as? Int == 1)
        let id = try #require(made["id"] as? String)
        #expect(made["thread"] as? String == id && made["joinLink"] as? String == "https://meet.example/wren")
        func titles(_ path: String) async throws -> [String] {
            let items = try await people.api(.get, path, as: .member).json["items"] as? [[String: Any]]
            #expect(items?.allSatisfy { $0["joinLink"] == nil } == true)
            return items?.compactMap { $0["title"] as? String } ?? []
        }
        #expect(try await titles("/gatherings") == ["Winter round", "Spring round"])
        #expect(try await titles("/gatherings?from=2026-12-16") == ["Spring round"])
        #expect(try await titles("/gatherings?to=2026-12-15") == ["Winter round"])
        #expect(try await titles("/communities/nursing/gatherings?year=2027&group=everyone") == ["Spring round"])
        #expect(try await titles("/gatherings?limit=1") == ["Winter round"])
        let thread = try await people.api(.get, "/threads/\(id)", as: .member).json
        #expect(
            (thread["gathering"] as? [String: Any])?["mode"] as? String == "online"
                && thread["kind"] as? String == "gathering"
        )
        let change = #"{"start":"2027-03-17T09:00","minutes":30,"title":"Spring circle","version":1}"#
        let changed = try await people.api(.patch, "/gatherings/\(id)", change, as: .facilitator)
        #expect(changed.status == 200 && changed.json["end"] as? String == "2027-03-17T09:30:00.000Z")
        #expect(changed.json["title"] as? String == "Spring circle")
        let stale = try await people.api(.patch, "/gatherings/\(id)", change, as: .facilitator)
        #expect(stale.status == 409)
        let version = try #require(changed.json["version"] as? Int)
        let end = #"{"state":"cancelled","version":\#(version)}"#
        #expect(try await people.api(.patch, "/gatherings/\(id)", end, as: .member).status == 403)
        #expect(
            try await people.api(.patch, "/gatherings/\(id)", end, as: .facilitator).json["state"] as? String
                == "cancelled"
        )
    }

    @Test(
        "refuse by name what cannot be",
        arguments: [
            ("start", #""2027-02-30T12:00""#), ("start", #""2027-03-28T01:30""#), ("start", #""2026-11-01T12:00""#),
            ("start", #""soon""#), ("zone", #""Mars/Olympus""#), ("minutes", "0"), ("minutes", "\"60\""),
            ("mode", #""dream""#), ("title", #""No""#), ("joinLink", #""ftp://x""#), ("place", #""Hall""#),
            ("rule", "1"),
        ]
    )
    func refused(field: String, value: String) async throws {
        let world = try await GatheringWorld()
        let answer = try await world.people.api(
            .post,
            "/communities/nursing/gatherings",
            Self.json([field: value]),
            as: .facilitator
        )
        #expect(answer.status == 422 && fields(answer.json) == [field], "\(field): \(fields(answer.json))")
        #expect(try await world.count() == 1)
    }

    @Test("that are hidden or no dates are missing, and only facilitators plan")
    func missing() async throws {
        let world = try await GatheringWorld(), people = world.people
        let thread = try await world.site.thread(
            "No date",
            in: world.commons,
            of: people.community,
            by: people.member(.member)
        )
        for path in ["/gatherings/\(thread)", "/gatherings/999"] {
            #expect(try await people.api(.get, path, as: .member).status == 404)
            #expect(try await people.api(.patch, path, #"{"version":1}"#, as: .facilitator).status == 404)
        }
        #expect(try await world.page("/t/\(thread).ics", .member).status == 404)
        #expect(try await world.page("/t/\(thread)/gathering", .facilitator).status == 404)
        for (persona, status) in [
            (Persona.member, 403), (.guest, 403), (.stranger, 404), (.visitor, 401), (.manager, 403),
        ] {
            let answer = try await people.api(.post, "/communities/nursing/gatherings", Self.json(), as: persona)
            #expect(answer.status == status, "\(persona): \(answer.status)")
        }
        for query in ["from=x", "to=2026-02-30", "cursor=x", "limit=0"] {
            #expect(try await people.api(.get, "/gatherings?\(query)", as: .member).status == 422, "\(query)")
        }
    }
}
