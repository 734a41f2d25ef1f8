import PraxisBookmarks
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("Bookmarks in a corpus file")
struct BookmarkLineTests {
    private static let before = [
        #"{"type":"member","id":1,"display_name":"Ann Okafor","email":"ann@example.org","time_zone":"America/Halifax"}"#,
        #"{"type":"community","id":1,"slug":"nursing","name":"Nursing"}"#,
        #"{"type":"group","id":1,"slug":"winter","name":"Winter","community":1}"#,
        #"{"type":"thread","id":1,"group_id":1,"author_id":1,"title":"Of herons","created_at":"-P9D"}"#,
        #"{"type":"post","id":1,"thread_id":1,"author_id":1,"body":"A heron.","created_at":"-P9D"}"#,
    ]

    private func taken(_ fields: String) async throws -> (site: TestSite, refused: [BadLine]) {
        let site = try TestSite()
        let line = #"{"type":"bookmark","post_id":1,"member_id":1,"# + fields + "}"
        let refused = try await Corpus(Self.before + [line, line]).take(into: site).refused
        return (site, refused.map(\.reason))
    }

    private func row(_ site: TestSite) async throws -> String {
        try await site.value(
            "SELECT count(*) || ' ' || coalesce(max(remindOn), '-') || ' ' || coalesce(max(remindAt), '-') FROM bookmark"
                as SQL<String>
        )
    }

    @Test("are read once; a reminder to come is told of at the member's midnight, one that is over is not")
    func read() async throws {
        let (plain, refused) = try await taken(#""created_at":"-P2D""#)
        #expect(try await row(plain) == "1 - -" && refused.isEmpty)
        let (coming, _) = try await taken(#""created_at":"-P2D","remind_on":"2026-12-01""#)
        let midnight = try #require(Timestamp(rfc3339: "2026-12-01T04:00:00Z")).rawValue
        #expect(try await row(coming) == "1 20788 \(midnight)")
        let (over, _) = try await taken(#""created_at":"-P2D","remind_on":"2026-11-20""#)
        #expect(try await row(over) == "1 20777 -")
    }

    @Test("are refused by the name of the field that is wrong", arguments: ["2026-02-30", "soon", ""])
    func refused(day: String) async throws {
        let (site, reasons) = try await taken(#""created_at":"-P2D","remind_on":"\#(day)""#)
        #expect(reasons.first == .wrong(field: "remind_on", expected: "a day that there is, as 2026-12-01"))
        #expect(try await row(site) == "0 - -")
    }
}
