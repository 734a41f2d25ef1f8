import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisThreads
import PraxisPlaces
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("A decision that is taken back")
struct UndoneMailTests {
    private func handOver(_ world: TriageWorld) async -> [Message] {
        let before = world.site.mails.count
        await Outbox(world.site.env, atOnce: 1).handOverDue()
        return Array(world.site.mails.dropFirst(before))
    }

    @Test("after its mails have left is told to those who had them, once, and where the next decision stands")
    func told() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.resolve(item, .hide, by: world.mo, reason: "It sells.")
        world.site.pass(.minutes(2))
        #expect(await handOver(world).count == 2)
        world.site.pass(.minutes(1))
        try await world.actor.undo(item, as: world.viewer(world.mo))
        #expect(await handOver(world).isEmpty)
        world.site.pass(.minutes(2))
        let mails = await handOver(world)
        #expect(Set(mails.map(\.to.address.text)) == ["ann.okafor@example.org", "bob.baker@example.org"])
        for mail in mails {
            #expect(mail.text.contains("took back the decision"))
            #expect(!mail.text.contains("It sells.") && !mail.text.contains("heron"))
        }
        try await world.resolve(item, .dismiss, by: world.mo)
        world.site.pass(.minutes(2))
        #expect(await handOver(world).map(\.to.address.text) == ["bob.baker@example.org"])
    }

    @Test("before its mails have left is told to nobody")
    func untold() async throws {
        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.resolve(item, .hide, by: world.mo, reason: "It sells.")
        world.site.pass(.minutes(1))
        try await world.actor.undo(item, as: world.viewer(world.mo))
        world.site.pass(.minutes(10))
        #expect(await handOver(world).isEmpty)
    }

    @Test("is told to who asked to join, too, if they had been told")
    func request() async throws {
        let world = try await TriageWorld()
        guard
            case .asked(let request) = try await world.actor.join(
                agreeing: nil,
                note: "",
                as: world.viewer(world.eve)
            )
        else { throw Denial.missing }
        _ = try await world.actor.decide(request, accepting: false, as: world.viewer(world.max))
        let declined = await handOver(world)
        #expect(declined.map(\.to.address.text).contains("eve.stranger@example.org"))
        let item: QueueItemID = try await world.site.value(
            "SELECT id FROM queueItem WHERE subjectKind = 'request' AND subjectId = \(request)"
        )
        try await world.actor.undo(item, as: world.viewer(world.max))
        let undone = await handOver(world).filter { $0.to.address.text == "eve.stranger@example.org" }
        #expect(undone.map(\.subject) == ["Your request is waiting again: Nursing"])
        // Decided and taken back before anything left: nothing to say.
        world.site.pass(.seconds(1))
        _ = try await world.actor.decide(request, accepting: false, as: world.viewer(world.max))
        try await world.actor.undo(item, as: world.viewer(world.max))
        #expect(await handOver(world).isEmpty)
    }
}
