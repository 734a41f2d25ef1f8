import PraxisCapability
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("Gatherings in a corpus file")
struct GatheringLineTests {
    private static let before = [
        #"{"type":"member","id":1,"display_name":"Ann Okafor","email":"ann@example.org"}"#,
        #"{"type":"community","id":1,"slug":"nursing","name":"Nursing"}"#,
        #"{"type":"group","id":1,"slug":"winter","name":"Winter","community":1}"#,
        #"{"type":"thread","id":1,"group_id":1,"author_id":1,"title":"Of herons","kind":"gathering","facet":true,"created_at":"-P9D"}"#,
        #"{"type":"thread","id":2,"group_id":1,"author_id":1,"title":"No date","created_at":"-P9D"}"#,
        #"{"type":"post","id":1,"thread_id":2,"author_id":1,"body":"A heron.","created_at":"-P9D"}"#,
    ]

    private func taken(_ fields: String, thread: Int = 1) async throws -> (rows: [String], refused: [BadLine]) {
        let site = try TestSite()
        let line =
            #"{"type":"gathering","thread_id":\#(thread),"zone":"Europe/London","minutes":60,"mode":"online","# + fields
            + "}"
        let refused = try await Corpus(Self.before + [line, line]).take(into: site).refused
        let rows: [String] = try await site.all("SELECT localStart || ' ' || startAt || ' ' || state FROM gathering")
        return (rows, refused.map(\.reason))
    }

    @Test("are read once, at a time or so many days after the import")
    func read() async throws {
        let fixed = try await taken(#""start":"2027-07-15T12:30","state":"cancelled""#)
        #expect(fixed.rows == ["2027-07-15T12:30 1815651000000 cancelled"] && fixed.refused.isEmpty)
        #expect(try await taken(#""start":"P5DT12H30M""#).rows.first?.hasPrefix("2026-11-26T12:30 ") == true)
        #expect(try await taken(#""start":"-P30DT9H""#).rows.first?.hasPrefix("2026-10-22T09:00 ") == true)
    }

    @Test(
        "are refused by the name of the field that is wrong",
        arguments: [
            (#""start":"2027-02-30T12:30""#, "start"), (#""start":"P5D""#, "start"),
            (#""start":"2027-03-28T01:30""#, "start"),
            (#""start":"P5DT12H","zone":"Mars/Olympus""#, "zone"),
            (#""start":"P5DT12H","join_link":"javascript:1""#, "join_link"),
            (#""start":"P5DT12H","join_link":"https://""#, "join_link"),
            (#""start":"P5DT12H","join_link":"https://meet.example.org/a b""#, "join_link"),
            (#""start":"P5DT12H","join_link":"https://meet.example.org/\"onclick=1""#, "join_link"),
            (#""start":"P5DT12H","mode":"in-person","join_link":"https://meet.example.org/a""#, "join_link"),
            (#""start":"P5DT12H","mode":"dream""#, "mode"), (#""start":"P5DT12H","minutes":0"#, "minutes"),
        ]
    )
    func refused(fields: String, name: String) async throws {
        let line = #"{"type":"gathering","thread_id":1,"# + fields
        let given = ["zone": #""Europe/London""#, "minutes": "60", "mode": #""online""#].filter {
            !fields.contains("\"\($0.key)\"")
        }
        let whole = given.reduce(line) { $0 + ",\"\($1.key)\":\($1.value)" } + "}"
        let site = try TestSite()
        let reasons = try await Corpus(Self.before + [whole]).take(into: site).refused.map(\.reason)
        guard case .wrong(let field, _) = try #require(reasons.first) else {
            Issue.record("\(reasons)")
            return
        }
        #expect(field == name)
        #expect(try await site.value("SELECT count(*) FROM gathering" as SQL<Int>) == 0)
    }

    @Test("belong to threads of their kind alone")
    func kinds() async throws {
        let (rows, refused) = try await taken(#""start":"P5DT12H""#, thread: 2)
        #expect(
            rows.isEmpty
                && refused.first == .wrong(field: "thread_id", expected: "a thread of the kind gathering, with facet")
        )
    }
}
