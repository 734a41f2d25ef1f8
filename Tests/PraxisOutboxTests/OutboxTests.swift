import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisWords
import Testing

@Suite("The outbox")
struct OutboxTests {
    @Test("hands a mail over once, to one recipient, with what keeps automatic answers away", arguments: MailKind.sent)
    func once(kind: MailKind) async throws {
        let world = try await OutboxWorld()
        for _ in 1...3 { try await world.queue("1", kind) }
        #expect(await world.outbox.handOverDue() == 1)
        #expect(await world.outbox.handOverDue() == 0)
        let mail = try #require(world.site.mails.first)
        #expect(world.site.mails.count == 1)
        #expect(mail.to == Mailbox(name: "Ann Okafor", address: "ann.okafor@example.org"))
        #expect(mail.from == Mailbox(name: "Riverside", address: "praxis@localhost"))
        #expect(mail.subject == "About [7, 8]" && mail.text == "Hello Ann Okafor.\n" && mail.language == "en")
        let headers = mail.headers.map { "\($0.name): \($0.value)" }
        #expect(
            headers.prefix(2) == [
                "Auto-Submitted: text(\"auto-generated\")", "X-Auto-Response-Suppress: text(\"All\")",
            ]
        )
        #expect(headers.contains("Precedence: text(\"list\")") == (kind == .digest))
        #expect((mail.envelopeSender == .null) == (kind != .digest))
        #expect(try await world.rows() == ["sent 1"])
    }

    @Test("gives a mail the same identifier each time, another one to each mail, and tells nothing by it")
    func identifiers() async throws {
        let world = try await OutboxWorld()
        let ben = try await world.site.member("Ben Stone")
        for (period, kind, member) in [
            ("1", MailKind.digest, world.ann), ("2", .digest, world.ann), ("1", .requestDecision, world.ann),
            ("1", .digest, ben),
        ] { try await world.queue(period, kind, to: member) }
        await world.outbox.handOverDue()
        try await world.run("UPDATE outbox SET state = 'waiting'")
        await world.outbox.handOverDue()
        let ids = world.site.mails.map(\.messageID.text)
        #expect(ids.count == 8 && Set(ids).count == 4 && Set(ids.prefix(4)) == Set(ids.suffix(4)))
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{40}@127\.0\.0\.1/) != nil })
        let other = try await OutboxWorld()
        try await other.queue("1", .digest)
        await other.outbox.handOverDue()
        #expect(!ids.contains(try #require(other.site.mails.first).messageID.text))
    }

    @Test("writes in the member's language, where the site has it")
    func language() async throws {
        let world = try await OutboxWorld { order in
            MailContent(subject: order.words.code(), text: "", html: "")
        }
        try await world.run("UPDATE member SET language = 'fr'")
        try await world.queue()
        await world.outbox.handOverDue()
        #expect(world.site.mails.map(\.subject) == ["fr"] && world.site.mails.map(\.language) == ["fr"])
    }

    @Test("tries again after 1, 10 and 60 minutes, then every 4 hours for 5 days, and then gives up")
    func retries() async throws {
        let world = try await OutboxWorld()
        world.site.checkMail { _ in throw SendmailFailure(exitCode: 75, output: Array("come again".utf8)) }
        try await world.queue()
        var pauses: [Int64] = []
        while true {
            #expect(await world.outbox.handOverDue() == 1)
            let next = try await world.site.env.store.read { db in
                try db.first("SELECT dueAt FROM outbox WHERE state = 'waiting'" as SQL<Timestamp>)
            }
            guard let next else { break }
            let pause = next.since(world.site.now)
            pauses.append(pause.milliseconds / 60_000)
            world.site.pass(Span(milliseconds: pause.milliseconds - 1))
            #expect(await world.outbox.handOverDue() == 0)
            world.site.pass(Span(milliseconds: 1))
        }
        #expect(pauses == [1, 10, 60] + Array(repeating: 240, count: 30))
        let failure = "the mail program ended with 75, it asks to try again later: come again"
        #expect(try await world.rows() == ["failed 34 \(failure)"])
        world.site.checkMail(nil)
        #expect(try await world.site.env.site.retryMail(nil) == 1)
        #expect(await world.outbox.handOverDue() == 1)
        #expect(try await world.rows() == ["sent 1"])
    }

    @Test("gives up at once on what is wrong with the mail or its recipient", arguments: [65, 67, 68] as [Int32])
    func permanent(code: Int32) async throws {
        let world = try await OutboxWorld()
        world.site.checkMail { _ in throw SendmailFailure(exitCode: code, output: []) }
        try await world.queue()
        await world.outbox.handOverDue()
        #expect(try await world.rows().first?.hasPrefix("failed 1 ") == true)
    }

    @Test(
        "keeps for later what may yet go",
        arguments: [.brokenPipe, .timedOut, .died(signal: 9), .cannotStart(2), .temporary(69)]
            as [SendmailFailure.Reason]
    )
    func temporary(reason: SendmailFailure.Reason) async throws {
        let world = try await OutboxWorld()
        world.site.checkMail { _ in throw SendmailFailure(reason) }
        try await world.queue()
        await world.outbox.handOverDue()
        #expect(try await world.rows().first?.hasPrefix("waiting 1 ") == true)
        world.site.checkMail(nil)
        world.site.pass(.minutes(1))
        await world.outbox.handOverDue()
        #expect(try await world.rows() == ["sent 2"])
    }

    @Test(
        "skips what has no recipient any more, with the reason",
        arguments: [
            ("UPDATE member SET standing = 'suspended'", "account"),
            ("UPDATE member SET standing = 'former'", "account"),
            ("UPDATE member SET email = '-oQ/tmp@example.org'", "address"),
            ("UPDATE member SET email = 'a@example.org' || char(10) || 'Bcc: b@example.org'", "address"),
            ("UPDATE outbox SET memberId = 4711", "account"), ("UPDATE outbox SET kind = 'of-the-future'", "kind"),
        ] as [(SQL<Void>, String)]
    )
    func skips(change: SQL<Void>, reason: String) async throws {
        let world = try await OutboxWorld()
        try await world.queue()
        try await world.run(change)
        await world.outbox.handOverDue()
        #expect(world.site.mails.isEmpty)
        #expect(try await world.rows() == ["skipped 0 \(reason)"])
    }

    @Test(
        "skips what its template has nothing to say about, or what its recipient may not see",
        arguments: [false, true]
    )
    func nothingLeft(isHidden: Bool) async throws {
        let world = try await OutboxWorld { _ in
            if isHidden { throw Denial.missing }
            return nil
        }
        try await world.queue()
        await world.outbox.handOverDue()
        #expect(try await world.rows() == ["skipped 0 nothing"])
    }

    @Test("keeps a mail that cannot be made, and makes the others")
    func broken() async throws {
        let world = try await OutboxWorld { order in
            if order.period == "1" { throw StoreError.unreadable(column: 1) }
            return try OutboxWorld.content(order)
        }
        for period in ["1", "2"] { try await world.queue(period) }
        await world.outbox.handOverDue()
        #expect(try await world.rows() == ["waiting 1 it could not be made", "sent 1"])
    }

    @Test("forgets the outcome of a mail after 90 days, and nothing that waits")
    func tidies() async throws {
        let world = try await OutboxWorld()
        try await world.queue("1")
        await world.outbox.handOverDue()
        world.site.pass(.days(1))
        try await world.queue("2")
        await world.outbox.handOverDue()
        world.site.checkMail { _ in throw SendmailFailure(.timedOut) }
        try await world.queue("3")
        world.site.pass(.days(89) + .seconds(1))
        await runOnce(world)
        #expect(try await world.rows().count == 2)
    }

    /// Lets the service look once.
    private func runOnce(_ world: OutboxWorld) async {
        let gate = Gate()
        world.site.checkMail { _ in
            await gate.pass()
            throw SendmailFailure(.timedOut)
        }
        async let running: Void = world.outbox.run { _ in await gate.pass() }
        await gate.arrival(of: 1)
        world.outbox.stop()
        await gate.open()
        await running
    }
}

extension MailKind {
    static let sent: [MailKind] = [.digest, .requestDecision]
}
