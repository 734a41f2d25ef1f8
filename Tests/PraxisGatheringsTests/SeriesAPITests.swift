import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("Series in the API")
struct SeriesAPITests {
    private static let body: [String: String] = [
        "name": #""Spring rounds""#, "group": #""everyone""#, "start": #""2027-03-01T12:30""#,
        "zone": #""Europe/London""#, "rule": #""FREQ=MONTHLY;BYDAY=2TU;COUNT=3""#, "minutes": "60",
        "mode": #""online""#, "purpose": #""To hear of spring.""#, "credit": #""1 hour""#,
    ]

    private static func json(_ other: [String: String] = [:]) -> String {
        let fields = body.merging(other) { $1 }
        return "{" + fields.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private func fields(_ json: [String: Any]) -> [String] {
        (json["errors"] as? [[String: Any]])?.compactMap { $0["field"] as? String } ?? []
    }

    private func dates(_ people: CommunityWorld, _ series: String) async throws -> [[String: Any]] {
        let path = "/communities/nursing/gatherings?series=\(series)"
        return try await people.api(.get, path, as: .member).json["items"] as? [[String: Any]] ?? []
    }

    @Test("are planned, read, listed with their dates, and changed")
    func whole() async throws {
        let people = try await GatheringWorld().people
        let (status, made) = try await people.api(.post, "/communities/nursing/series", Self.json(), as: .facilitator)
        #expect(status == 201 && made["rule"] as? String == "FREQ=MONTHLY;BYDAY=2TU;COUNT=3")
        #expect(made["start"] as? String == "2027-03-09T12:30" && made["version"] as? Int == 1)
        #expect(made["recording"] as? String == "never" && made["credit"] as? String == "1 hour")
        let id = try #require(made["id"] as? String)
        let dates = try await dates(people, id)
        #expect(
            dates.compactMap { $0["localStart"] as? String } == [
                "2027-03-09T12:30", "2027-04-13T12:30", "2027-05-11T12:30",
            ]
        )
        #expect(
            dates.compactMap { $0["start"] as? String }.map { $0.prefix(16) } == [
                "2027-03-09T12:30", "2027-04-13T11:30", "2027-05-11T11:30",
            ]
        )
        #expect(dates.allSatisfy { $0["series"] as? String == id })
        let list =
            try await people.api(.get, "/communities/nursing/series", as: .member).json["items"] as? [[String: Any]]
        #expect(list?.compactMap { $0["name"] as? String } == ["Spring rounds"])
        let change = #"{"name":"Summer rounds","rule":"FREQ=WEEKLY;COUNT=4","version":1}"#
        #expect(try await people.api(.patch, "/series/\(id)", change, as: .member).status == 403)
        let changed = try await people.api(.patch, "/series/\(id)", change, as: .facilitator)
        #expect(changed.status == 200 && changed.json["rule"] as? String == "FREQ=WEEKLY;BYDAY=TU;COUNT=4")
        #expect(try await people.api(.patch, "/series/\(id)", change, as: .facilitator).status == 409)
        let moved = try await self.dates(people, id)
        #expect(moved.compactMap { $0["localStart"] as? String }.last == "2027-03-30T12:30" && moved.count == 4)
        #expect(moved.allSatisfy { $0["title"] as? String == "Summer rounds" })
        #expect(moved.prefix(3).compactMap { $0["id"] as? String } == dates.compactMap { $0["id"] as? String })
    }

    @Test("are changed from a date on, and lose dates by a delete that a change undoes")
    func scope() async throws {
        let people = try await GatheringWorld().people
        let made = try await people.api(.post, "/communities/nursing/series", Self.json(), as: .facilitator).json
        let series = try #require(made["id"] as? String)
        let second = try #require(try await dates(people, series)[1]["id"] as? String)
        let change = #"{"minutes":30,"scope":"onward","version":1}"#
        #expect(try await people.api(.patch, "/gatherings/\(second)", change, as: .facilitator).status == 200)
        #expect(try await dates(people, series).compactMap { $0["minutes"] as? Int } == [60, 30, 30])
        #expect(try await people.api(.delete, "/gatherings/\(second)", as: .member).status == 403)
        #expect(try await people.api(.delete, "/gatherings/\(second)", as: .facilitator).status == 204)
        #expect(try await dates(people, series).count == 2)
        let skipped = try await people.api(.get, "/gatherings/\(second)", as: .member).json
        #expect(skipped["state"] as? String == "skipped")
        let version = try #require(skipped["version"] as? Int)
        let back = #"{"state":"planned","version":\#(version)}"#
        #expect(try await people.api(.patch, "/gatherings/\(second)", back, as: .facilitator).status == 200)
        #expect(try await dates(people, series).count == 3)
        #expect(try await people.api(.delete, "/gatherings/\(second)?scope=onward", as: .facilitator).status == 204)
        #expect(try await dates(people, series).count == 1)
        #expect(try await people.api(.delete, "/gatherings/\(second)?scope=all", as: .facilitator).status == 422)
    }

    @Test(
        "refuse by name what cannot be",
        arguments: [
            ("rule", #""FREQ=DAILY""#), ("rule", #""FREQ=WEEKLY;INTERVAL=3""#), ("rule", #""FREQ=WEEKLY;BYDAY=MO,TU""#),
            ("rule", #""FREQ=HOURLY""#), ("rule", #""weekly""#), ("rule", #""FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30""#),
            ("rule", #""FREQ=WEEKLY;UNTIL=20270228""#), ("rule", #""FREQ=WEEKLY;COUNT=1000""#),
            ("rule", #""FREQ=WEEKLY;COUNT=1;UNTIL=20280101""#), ("start", #""2027-02-30T12:00""#),
            ("start", #""2027-03-28T01:30""#), ("start", #""2026-11-01T12:00""#), ("start", #""2031-11-01T12:00""#),
            ("zone", #""Mars/Olympus""#), ("minutes", "0"), ("mode", #""dream""#), ("name", #""No""#),
            ("joinLink", #""ftp://x""#), ("place", #""Hall""#), ("recording", #""maybe""#), ("title", #""A title""#),
        ]
    )
    func refused(field: String, value: String) async throws {
        let people = try await GatheringWorld().people
        let answer = try await people.api(
            .post,
            "/communities/nursing/series",
            Self.json([field: value]),
            as: .facilitator
        )
        #expect(
            answer.status == 422 && fields(answer.json) == [field],
            "\(field) \(value): \(answer.status) \(fields(answer.json))"
        )
        #expect(try await people.site.value("SELECT count(*) FROM series" as SQL<Int>) == 0)
    }

    @Test("that are hidden are missing, and only facilitators plan")
    func missing() async throws {
        let people = try await GatheringWorld().people
        for (persona, status) in [
            (Persona.member, 403), (.guest, 403), (.stranger, 404), (.visitor, 401), (.manager, 403),
        ] {
            let answer = try await people.api(.post, "/communities/nursing/series", Self.json(), as: persona)
            #expect(answer.status == status, "\(persona): \(answer.status)")
        }
        _ = try await people.api(.post, "/communities/nursing/series", Self.json(), as: .facilitator)
        for persona in Persona.without {
            #expect(try await people.api(.get, "/series/1", as: persona).status != 200, "\(persona)")
            #expect(
                try await people.api(.get, "/communities/nursing/gatherings?series=1", as: persona).json["items"]
                    as? [String] == nil
            )
        }
        #expect(try await people.api(.get, "/series/99", as: .member).status == 404)
        #expect(try await people.api(.get, "/communities/nursing/gatherings?series=x", as: .member).status == 422)
        #expect(try await people.api(.get, "/communities/nursing/gatherings?series=99", as: .member).status == 404)
    }
}
