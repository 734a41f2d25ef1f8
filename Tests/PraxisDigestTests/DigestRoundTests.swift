import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A round of digests")
struct DigestRoundTests {
    @Test("queues one mail a day for everyone who has something new, after their hour and never before")
    func once() async throws {
        let world = try await DigestWorld()
        try await world.thread("How do you record this?")
        #expect(try await world.round() == .init())
        world.becomeMonday()
        #expect(try await world.round() == .init(lookedAt: 2, queued: 1))
        #expect(try await world.round() == .init())
        let mails = try await world.queued()
        #expect(mails.map(\.period) == ["2026-11-23"])
        let due = try #require(Timestamp(rfc3339: "2026-11-23T07:00:00Z"))
        #expect(mails.allSatisfy { $0.dueAt >= due && $0.dueAt < due + .minutes(10) })
    }

    @Test("sends nothing when nothing is new, and tells of each thing once")
    func nothingNew() async throws {
        let world = try await DigestWorld()
        try await world.thread("How do you record this?")
        world.becomeMonday()
        try await world.round()
        world.site.pass(.days(1))
        #expect(try await world.round().queued == 0)
        try await world.thread("Another matter")
        world.site.pass(.days(1))
        #expect(try await world.round().queued == 1)
        let text = try #require(try await world.mail()).text
        #expect(text.contains("Another matter") && !text.contains("How do you record this?"))
    }

    @Test("leaves out what was read before, what is muted and what one wrote oneself")
    func onlyUnread() async throws {
        let world = try await DigestWorld()
        let read = try await world.thread("Read before")
        let muted = try await world.thread("Muted before")
        try await world.thread("Her own", by: world.ann)
        let ann = Viewer(member: world.ann)
        try await world.site.env.communities[world.community].setReadingPlace(in: read, to: 1, as: ann)
        try await world.site.env.communities[world.community].follow(muted, .muted, as: ann)
        world.becomeMonday()
        #expect(try await world.queued().isEmpty)
        try await world.round()
        #expect(try await world.queued().isEmpty)
        #expect(try await world.queued(world.sam).count == 1)
    }

    @Test("collapses the days on which nobody looked into one mail")
    func collapses() async throws {
        let world = try await DigestWorld()
        try await world.thread("Before the outage")
        world.becomeMonday()
        world.site.pass(.hours(55))
        try await world.round()
        #expect(try await world.queued().map(\.period) == ["2026-11-25"])
    }

    @Test("waits while a member pauses, and then tells of all that was new meanwhile")
    func pauses() async throws {
        let world = try await DigestWorld()
        try await world.settings({ _ in }, paused: world.site.now + .days(10))
        try await world.thread("While she was away")
        for _ in 0..<9 {
            world.site.pass(.days(1))
            try await world.round()
        }
        #expect(try await world.queued().isEmpty)
        world.site.pass(.days(2))
        try await world.round()
        #expect(try await world.queued().map(\.period) == ["2026-12-02"])
        #expect(try #require(try await world.mail()).text.contains("While she was away"))
    }

    @Test("keeps places that are wanted weekly for the first digest of a week, and says nothing of those not wanted")
    func levels() async throws {
        let world = try await DigestWorld()
        let other = try await world.site.community("teaching"), third = try await world.site.community("housing")
        for place in [other, third] {
            for member in [world.ann, world.sam] { try await world.site.join(member, place) }
        }
        try await world.settings({ _ in }, levels: [other: .weekly, third: .none])
        func write(_ title: String) async throws {
            for place in [world.community, other, third] {
                _ = try await world.site.thread(
                    "\(title) in \(place)",
                    in: try await world.site.commons(of: place),
                    of: place,
                    by: world.sam
                )
            }
        }
        try await write("Weekend")
        world.becomeMonday()
        try await world.round()
        let monday = try #require(try await world.mail()).text
        #expect(monday.contains("Weekend in \(world.community)") && monday.contains("Weekend in \(other)"))
        try await write("Monday")
        world.site.pass(.days(1))
        try await world.round()
        let tuesday = try #require(try await world.mail()).text
        #expect(tuesday.contains("Monday in \(world.community)") && !tuesday.contains("Monday in \(other)"))
        world.site.pass(.days(6))
        try await world.round()
        let next = try #require(try await world.mail()).text
        #expect(next.contains("Monday in \(other)") && !next.contains("Weekend"))
        for text in [monday, tuesday, next] { #expect(!text.contains("in \(third)")) }
    }

    @Test("counts from the moment an account is made, and stops with it")
    func accounts() async throws {
        let world = try await DigestWorld()
        try await world.thread("Before she came")
        let eve = try await world.site.member("Eve Late")
        try await world.site.join(eve, world.community)
        try await world.round()
        world.becomeMonday()
        try await world.round()
        #expect(try await world.queued(eve).isEmpty)
        try await world.thread("After she came")
        try await world.site.write { db in
            try db.run("UPDATE member SET standing = 'suspended' WHERE id = \(world.ann)")
        }
        world.site.pass(.days(1))
        try await world.round()
        #expect(try await world.queued(eve).count == 1)
        #expect(try await world.queued().count == 1)
    }

    @Test("computes it anew when a member moves to another zone")
    func moves() async throws {
        let world = try await DigestWorld()
        try await world.thread("Good morning")
        try await world.site.write { db in
            try db.run("UPDATE member SET timeZone = 'Pacific/Kiritimati' WHERE id = \(world.ann)")
        }
        try await world.round()
        let next = try await world.site.env.store.read { try DigestState.of(world.ann, $0).nextAt }
        #expect(next == Timestamp(rfc3339: "2026-11-22T17:00:00Z"))
    }

    @Test("changes nothing in a rehearsal")
    func rehearsal() async throws {
        let world = try await DigestWorld()
        try await world.thread("How do you record this?")
        world.becomeMonday()
        let round = DigestRound(world.site.env, at: world.site.now, isSpread: false)
        let tally = try await round.rehearse { member, period in
            #expect(member == world.ann && period == "2026-11-23")
        }
        #expect(tally == .init(lookedAt: 2, queued: 1))
        #expect(try await world.queued().isEmpty)
        #expect(try await round.run().queued == 1)
    }

    @Test("looks at more members than share a transaction")
    func batches() async throws {
        let world = try await DigestWorld()
        var members: [MemberID] = []
        for number in 0..<230 {
            let member = try await world.site.member("Member Number\(number)")
            try await world.site.join(member, world.community)
            members.append(member)
        }
        try await world.round()
        try await world.thread("For everybody")
        world.becomeMonday()
        #expect(try await world.round() == .init(lookedAt: 232, queued: 231))
    }
}
