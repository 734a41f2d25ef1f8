import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("Votes on questions in a corpus file")
struct QuestionLineTests {
    private static let before = [
        #"{"type":"member","id":1,"display_name":"Ann Okafor","email":"ann@example.org"}"#,
        #"{"type":"member","id":2,"display_name":"Ben Achebe","email":"ben@example.org"}"#,
        #"{"type":"community","id":1,"slug":"nursing","name":"Nursing"}"#,
        #"{"type":"group","id":1,"slug":"winter","name":"Winter","community":1}"#,
        #"{"type":"thread","id":1,"group_id":1,"author_id":1,"title":"Of herons","kind":"gathering","facet":true,"created_at":"-P9D"}"#,
        #"{"type":"gathering","thread_id":1,"zone":"Europe/London","minutes":60,"mode":"online","start":"P5DT12H"}"#,
        #"{"type":"post","id":1,"thread_id":1,"author_id":1,"role":"question","body":"Where?","created_at":"-P8D"}"#,
        #"{"type":"post","id":2,"thread_id":1,"author_id":1,"body":"A heron.","created_at":"-P7D"}"#,
    ]

    private func taken(_ fields: String) async throws -> (votes: Int, refused: [BadLine]) {
        let site = try TestSite(), line = #"{"type":"question_vote","created_at":"-P6D","# + fields + "}"
        let refused = try await Corpus(Self.before + [line, line]).take(into: site).refused
        return (try await site.value("SELECT count(*) FROM questionVote" as SQL<Int>), refused.map(\.reason))
    }

    @Test("are read once")
    func read() async throws {
        let taken = try await taken(#""post_id":1,"member_id":2"#)
        #expect(taken.votes == 1 && taken.refused.isEmpty)
    }

    @Test(
        "are refused by the name of the field: of a post that is no question, and of the one who asked it",
        arguments: [(#""post_id":2,"member_id":2"#, "post_id"), (#""post_id":1,"member_id":1"#, "member_id")]
    )
    func refused(fields: String, name: String) async throws {
        let taken = try await taken(fields)
        guard case .wrong(let field, _) = try #require(taken.refused.first) else {
            Issue.record("\(taken.refused)")
            return
        }
        #expect(taken.votes == 0 && field == name)
    }
}
