import Foundation
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("A digest that waits for another try")
struct UnwantedDigestTests {
    /// Ann's digest of Monday was refused for now, and is tried again in a minute.
    private func world(_ title: String = "How do you record this?") async throws -> DigestWorld {
        let world = try await DigestWorld()
        try await world.thread(title)
        world.becomeMonday()
        _ = try await DigestRound(world.site.env, at: world.site.now, isSpread: false).run()
        world.site.checkMail { _ in throw SendmailFailure(exitCode: 75, output: []) }
        await Outbox(world.site.env, atOnce: 1).handOverDue()
        world.site.checkMail(nil)
        world.site.pass(.minutes(1))
        return world
    }

    private func handOver(_ world: DigestWorld) async -> [Message] {
        await Outbox(world.site.env, atOnce: 1).handOverDue()
        return world.site.mails
    }

    private func state(_ world: DigestWorld) async throws -> String {
        try await world.site.value("SELECT state || ' ' || coalesce(failure, '') FROM outbox ORDER BY id DESC LIMIT 1")
    }

    @Test("leaves where nothing was changed")
    func leaves() async throws {
        let world = try await world()
        #expect(await handOver(world).count == 1)
    }

    @Test("does not leave once it was stopped, by the settings or by a link in a mail", arguments: [true, false])
    func stopped(byLink: Bool) async throws {
        let world = try await world()
        if byLink {
            let token = MailLink(member: world.ann, scope: .digest).token(world.site.env.store.siteKey, version: 1)
            _ = try await world.site.env.site.follow(token, .stop, key: world.site.env.store.siteKey)
        } else {
            try await world.site.env.site.stopDigest(of: world.ann)
        }
        #expect(await handOver(world).isEmpty)
        #expect(try await state(world) == "skipped unwanted")
        #expect(try await world.site.env.site.retryMail(MailID(rawValue: 1)) == 0)
    }

    @Test("does not leave while it is paused, and what it would have said comes with the next one, once")
    func paused() async throws {
        let world = try await world()
        let monday = world.site.now
        try await world.settings({ _ in }, paused: monday + .days(2))
        #expect(await handOver(world).isEmpty)
        #expect(try await state(world) == "skipped unwanted")
        for _ in 1...4 {
            world.site.pass(.days(1))
            _ = try await DigestRound(world.site.env, at: world.site.now, isSpread: false).run()
            _ = await handOver(world)
        }
        let mails = world.site.mails
        #expect(mails.count == 1)
        #expect(mails.first?.text.contains("How do you record this?") == true)
    }

    @Test("does not leave of a community that was left out meanwhile, nor to an account that was suspended")
    func leftOut() async throws {
        let world = try await world()
        try await world.settings({ _ in }, levels: [world.community: .none])
        #expect(await handOver(world).isEmpty)
        #expect(try await state(world) == "skipped nothing")

        let other = try await self.world()
        try await other.site.write { db in
            try db.run("UPDATE member SET standing = 'suspended' WHERE id = \(other.ann)")
        }
        #expect(await handOver(other).isEmpty)
        #expect(try await state(other) == "skipped account")
    }
}

@Suite("The first digest of a member")
struct FirstDigestTests {
    @Test("is due at their first hour after they came, though nobody looked in between", arguments: [true, false])
    func quietNight(isNamed: Bool) async throws {
        let site = try TestSite()
        let ann = try await site.member("Ann Okafor"), sam = try await site.member("Sam Ellis")
        let community = try await site.community("nursing")
        for member in [ann, sam] { try await site.join(member, community) }
        let commons = try await site.commons(of: community)
        _ = try await site.thread("How do you record this?", in: commons, of: community, by: sam)
        // The first look of all is that of an administrator who names Monday noon, or of a server that starts then.
        let monday = TestSite.morning + .hours(51)
        if !isNamed { site.pass(.hours(51)) }
        let tally = try await DigestRound(site.env, at: monday, isSpread: false).run()
        #expect(tally == .init(lookedAt: 2, queued: 1))
        #expect(try await site.digests(to: ann).map(\.period) == ["2026-11-23"])
    }

    @Test("is not passed over after a move to another zone, when an administrator names a moment to come")
    func moved() async throws {
        let world = try await DigestWorld()
        try await world.thread("How do you record this?")
        try await world.site.write { db in
            try db.run("UPDATE member SET timeZone = 'America/Halifax' WHERE id = \(world.ann)")
        }
        let monday = TestSite.morning + .hours(51)
        #expect(try await DigestRound(world.site.env, at: monday, isSpread: false).run().queued == 1)
        #expect(try await world.queued().count == 1)
    }

    @Test("comes once for someone who came long ago by import, and at their next hour")
    func imported() async throws {
        let site = try TestSite()
        let address = try #require(EmailAddress("old@example.org"))
        let made = try await site.env.site.command { db in
            var member = NewMember(email: address, name: "Old Hand")
            member.joinedAt = Timestamp(rawValue: 1_000_000_000_000)
            return try db.addMember(member, by: .system())
        }
        let next: Timestamp = try await site.value("SELECT nextAt FROM digestState WHERE memberId = \(made)")
        #expect(next > site.now)
    }
}
