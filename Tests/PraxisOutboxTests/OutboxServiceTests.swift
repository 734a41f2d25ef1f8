import Foundation
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisStore
import PraxisTesting
import Testing

@Suite("The outbox's service")
struct OutboxServiceTests {
    /// Never comes to its end by itself.
    private static let forever: @Sendable (Span) async throws -> Void = { _ in
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        continuation.finish()
        throw CancellationError()
    }

    @Test("is woken by a command that queues mail, and lets what is in hand end when it is stopped")
    func wakes() async throws {
        let world = try await OutboxWorld(), gate = Gate()
        world.site.checkMail { _ in await gate.pass() }
        async let running: Void = world.outbox.run(pause: Self.forever)
        try await world.queue("1")
        await gate.arrival(of: 1)
        world.outbox.stop()
        try await world.queue("2")
        await gate.open()
        await running
        #expect(try await world.rows() == ["sent 1", "waiting 0"])
    }

    @Test("waits until the next mail is due", arguments: [Span.seconds(1), .seconds(30), .hours(2)])
    func alarm(due: Span) async throws {
        let world = try await OutboxWorld(), gate = Gate()
        let dueAt = world.site.now + due, ann = world.ann
        _ = try await world.site.env.site.command { db in
            try db.queueMail(.digest, to: ann, period: "1", notBefore: dueAt)
        }
        let pauses = AsyncStream.makeStream(of: Span.self)
        async let running: Void = world.outbox.run { span in
            pauses.continuation.yield(span)
            await gate.pass()
        }
        var iterator = pauses.stream.makeAsyncIterator()
        #expect(await iterator.next() == min(due, .minutes(1)))
        world.site.pass(due)
        await gate.open()
        while try await world.rows() != ["sent 1"] { await Task.yield() }
        world.outbox.stop()
        await running
    }

    @Test("runs so many mail programs at once and no more, commands included", arguments: [1, 3])
    func bound(atOnce: Int) async throws {
        let world = try await OutboxWorld(atOnce: atOnce), gate = Gate()
        world.site.checkMail { _ in await gate.pass() }
        for period in 1...20 { try await world.queue(String(period)) }
        async let running: Void = world.outbox.run(pause: Self.forever)
        await gate.arrival(of: atOnce)
        async let first = world.outbox.handOverDue()
        async let second = world.outbox.handOverDue()
        await gate.open()
        _ = await (first, second)
        while try await world.rows() != Array(repeating: "sent 1", count: 20) { await Task.yield() }
        world.outbox.stop()
        await running
        #expect(await gate.most == atOnce)
        #expect(Set(world.site.mails.map(\.messageID)).count == 20 && world.site.mails.count == 20)
    }

    @Test("leaves a mail to the process that has it in hand, until the lease has passed")
    func lease() async throws {
        let world = try await OutboxWorld()
        try await world.queue()
        try await world.run("UPDATE outbox SET leasedUntil = \(world.site.now + .minutes(10))")
        #expect(await world.outbox.handOverDue() == 0)
        #expect(try await world.site.env.site.retryMail(MailID(rawValue: 1)) == 0)
        world.site.pass(.minutes(10))
        #expect(await world.outbox.handOverDue() == 1)
    }

    @Test("tells of a place once a day, however much happens there")
    func daily() async throws {
        let world = try await OutboxWorld(), ann = world.ann
        func tell() async throws {
            try await world.site.env.site.command { db in
                try db.queueDailyMail(.digest, to: ann, about: CommunityID(rawValue: 1).subject)
            }
        }
        try await tell()
        try await tell()
        #expect(await world.outbox.handOverDue() == 1)
        for _ in 1...3 { try await tell() }
        #expect(await world.outbox.handOverDue() == 0)
        #expect(try await world.rows() == ["sent 1", "waiting 0"])
        world.site.pass(.days(1))
        try await tell()
        #expect(await world.outbox.handOverDue() == 1)
    }
}
