import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("Reactions in a corpus file")
struct ReactionLineTests {
    private static let before = [
        #"{"type":"member","id":1,"display_name":"Ann Okafor","email":"ann@example.org"}"#,
        #"{"type":"member","id":2,"display_name":"Sam Ellis","email":"sam@example.org"}"#,
        #"{"type":"community","id":1,"slug":"nursing","name":"Nursing"}"#,
        #"{"type":"group","id":1,"slug":"winter","name":"Winter","community":1}"#,
        #"{"type":"thread","id":1,"group_id":1,"author_id":1,"title":"Of herons","created_at":"-P9D"}"#,
        #"{"type":"post","id":1,"thread_id":1,"author_id":1,"body":"A heron.","created_at":"-P9D"}"#,
    ]

    @Test("are refused to one's own post, as they are on the site", arguments: [(1, 0), (2, 1)])
    func own(member: Int, taken: Int) async throws {
        let site = try TestSite()
        let line = #"{"type":"reaction","post_id":1,"member_id":\#(member),"kind":"thanks","created_at":"-P2D"}"#
        let refused = try await Corpus(Self.before + [line]).take(into: site).refused.map(\.reason)
        let own = BadLine.wrong(field: "member_id", expected: "someone else than the post's author")
        #expect(refused == (taken == 0 ? [own] : []))
        #expect(try await site.value("SELECT count(*) FROM reaction" as SQL<Int>) == taken)
    }
}
