import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("Messages of hosts in a corpus file")
struct HostMessageLineTests {
    private static let before = [
        #"{"type":"member","id":1,"display_name":"Ann Okafor","email":"ann@example.org"}"#,
        #"{"type":"community","id":1,"slug":"nursing","name":"Nursing"}"#,
        #"{"type":"group","id":1,"slug":"winter","name":"Winter","community":1}"#,
        #"{"type":"thread","id":1,"group_id":1,"author_id":1,"title":"Of herons","kind":"gathering","facet":true,"created_at":"-P9D"}"#,
        #"{"type":"gathering","thread_id":1,"zone":"Europe/London","minutes":60,"mode":"online","start":"P5DT12H"}"#,
        #"{"type":"thread","id":2,"group_id":1,"author_id":1,"title":"Of storks","created_at":"-P9D"}"#,
        #"{"type":"post","id":1,"thread_id":2,"author_id":1,"body":"Where?","created_at":"-P8D"}"#,
    ]

    private func taken(_ fields: String) async throws -> (site: TestSite, refused: [BadLine]) {
        let site = try TestSite(), line = #"{"type":"host_message","author_id":1,"created_at":"-P6D","# + fields + "}"
        let refused = try await Corpus(Self.before + [line, line]).take(into: site).refused
        return (site, refused.map(\.reason))
    }

    @Test("are read once, and nobody is mailed")
    func read() async throws {
        let (site, refused) = try await taken(#""thread_id":1,"audience":"seated maybe","body":"Boots.""#)
        #expect(refused.isEmpty)
        #expect(
            try await site.all("SELECT audience || ' ' || state FROM hostMessage" as SQL<String>) == [
                "seated maybe sent"
            ]
        )
        #expect(try await HostMessageRound(site.env, at: site.now + .days(1)).run() == 0)
    }

    @Test(
        "are refused by the name of the field",
        arguments: [
            (#""thread_id":2,"audience":"seated","body":"Boots.""#, "thread_id"),
            (#""thread_id":1,"audience":"all","body":"Boots.""#, "audience"),
            (#""thread_id":1,"audience":"","body":"Boots.""#, "audience"),
            (#""thread_id":1,"audience":"seated","body":" ""#, "body"),
        ]
    )
    func refused(fields: String, name: String) async throws {
        let refused = try await taken(fields).refused
        guard case .wrong(let field, _) = try #require(refused.first) else {
            Issue.record("\(refused)")
            return
        }
        #expect(field == name)
    }
}
