import PraxisCommunity
import PraxisDomain
import Testing

@Suite("The ids of live events")
struct LiveSealTests {
    private let seal = LiveSeal(
        siteKey: Array(repeating: 7, count: 32),
        tokenHash: Array(repeating: 1, count: 32),
        community: CommunityID(rawValue: 1)
    )

    @Test("are read by the one who made them", arguments: [0, 1, 255, 1 << 40, Int64.max])
    func roundTrip(number: Int64) {
        let id = seal.id(of: JournalNumber(rawValue: number))
        #expect(seal.number(of: id)?.rawValue == number)
        #expect(id == seal.id(of: JournalNumber(rawValue: number)))
    }

    @Test("do not stand in order, and differ from stream to stream")
    func opaque() {
        let numbers = (1...50).map { JournalNumber(rawValue: $0) }
        let ids = numbers.map(seal.id(of:))
        #expect(ids != ids.sorted())
        for (token, community) in [(UInt8(2), Int64(1)), (1, 2)] {
            let other = LiveSeal(
                siteKey: Array(repeating: 7, count: 32),
                tokenHash: Array(repeating: token, count: 32),
                community: CommunityID(rawValue: community)
            )
            #expect(Set(ids).isDisjoint(with: numbers.map(other.id(of:))))
            #expect(ids.allSatisfy { other.number(of: $0) == nil })
        }
    }

    @Test(
        "are none when they are bent",
        arguments: ["", "1", "AAAAAAAAAAAAAAAAAAAAAA", "🙂", String(repeating: "A", count: 500)]
    )
    func bent(id: String) { #expect(seal.number(of: id) == nil) }
}
