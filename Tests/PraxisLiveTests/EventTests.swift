import PraxisCapability
import PraxisCommunity
import PraxisForum
import Testing

@Suite("What follows from an event")
struct EventTests {
    @Test("is declared by one capability")
    func once() {
        let own = Forum.capabilities.events.filter(\.isOwn).map(\.event)
        #expect(Set(own).count == own.count)
        #expect(Set(Forum.capabilities.events.map(\.event)) == Set(own))
    }
}
