import PraxisForum
import PraxisSearch
import PraxisTesting
import Testing

@Suite("The beat of the search")
struct SearchBeatTests {
    @Test("lets answers go at whole beats only, the next one after they are ready")
    func wholeBeats() {
        for microseconds in stride(from: 0, through: 200_000, by: 331) {
            let elapsed = Duration.microseconds(microseconds), rest = ResponsePadding.rest(after: elapsed)
            let beats = (elapsed + rest) / ResponsePadding.length
            #expect(beats == beats.rounded() && beats >= 1)
            #expect(rest >= .zero && rest <= ResponsePadding.length)
        }
    }

    @Test(
        "holds the answer of a word that stands in closed posts as long as that of one that stands nowhere",
        arguments: ["", "/api/v1"]
    )
    func answersOnTheBeat(base: String) async throws {
        let world = try await SearchWorld()
        try await world.write("Circle thread", "Zwitschern, they say.", in: world.circle)
        for word in ["zwitschern", "zwitscherx"] {
            _ = try await Browser(world.site).get("\(base)/search?q=\(word)")
        }
        #expect(world.site.slept == [ResponsePadding.length, ResponsePadding.length])
    }
}
