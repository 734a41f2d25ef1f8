import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("Between building and sending a digest")
struct DigestAccessTests {
    @Test("a member removed from a group gets nothing of it")
    func removed() async throws {
        let world = try await DigestWorld()
        let group = try await world.site.group("board", in: world.community, access: .invite)
        for member in [world.ann, world.sam] { try await world.site.join(member, group: group, of: world.community) }
        try await world.thread("For the board", in: group)
        try await world.thread("For everybody")
        world.becomeMonday()
        try await world.round()
        #expect(try #require(try await world.mail()).text.contains("For the board"))
        try await world.site.join(world.ann, group: group, of: world.community, standing: .former)
        let mail = try #require(try await world.mail())
        #expect(mail.text.contains("For everybody") && !mail.everything.contains("For the board"))
        try await world.site.join(world.ann, world.community, standing: .suspended)
        #expect(try await world.mail() == nil)
    }

    @Test("what was hidden, withdrawn, read or left behind meanwhile is not in it")
    func changed() async throws {
        let world = try await DigestWorld()
        let hidden = try await world.thread("Hidden meanwhile"), read = try await world.thread("Read meanwhile")
        let muted = try await world.thread("Muted meanwhile")
        try await world.thread("Still there")
        world.becomeMonday()
        try await world.round()
        let community = world.site.env.communities[world.community], ann = Viewer(member: world.ann)
        try await world.site.write { db in
            try db.run("UPDATE post SET state = 'hidden' WHERE threadId = \(hidden)")
        }
        try await community.setReadingPlace(in: read, to: 1, as: ann)
        try await community.follow(muted, .muted, as: ann)
        let mail = try #require(try await world.mail())
        #expect(mail.text.contains("Still there"))
        for title in ["Hidden", "Read", "Muted"] { #expect(!mail.everything.contains("\(title) meanwhile")) }
    }

    @Test("what is written after it was built waits for the next one")
    func bounded() async throws {
        let world = try await DigestWorld()
        try await world.thread("Before")
        world.becomeMonday()
        try await world.round()
        try await world.thread("Afterwards")
        let first = try #require(try await world.mail())
        #expect(first.text.contains("Before") && !first.text.contains("Afterwards"))
        world.site.pass(.days(1))
        try await world.round()
        let second = try #require(try await world.mail())
        #expect(second.text.contains("Afterwards") && !second.text.contains("Before"))
    }

    @Test("shows a private word to nobody it is not for", arguments: Principal.allCases)
    func sideDoor(principal: Principal) async throws {
        let world = try await SideDoorWorld()
        guard let member = world.principals[principal] else { return }
        try await world.site.write { db in
            // Everything there is counts as new, as if all of them had been there from the beginning.
            try db.run("UPDATE membership SET readFrom = 0")
            try db.run("UPDATE groupMembership SET readFrom = 0")
            try db.run("UPDATE digestState SET upTo = 0, weeklyUpTo = 0")
        }
        let round = { try await DigestRound(world.site.env, at: world.site.now, isSpread: true).run() }
        _ = try await round()
        world.site.pass(.hours(46))
        _ = try await round()
        let mail = try await world.site.digest(to: member)
        let said = mail?.everything ?? ""
        // Of confidential groups nothing leaves by mail, whomever it is for.
        let confidential = ["turnstone", "whimbrel", "Circlexq", "Atticxq"]
        for canary in SideDoorWorld.canaries {
            let mayLeave = !confidential.contains { canary.word.hasPrefix($0) }
            if canary.allowed.contains(principal), mayLeave { continue }
            #expect(!said.contains(canary.word), "\(principal) gets \(canary.word)")
        }
        // The guest's time is over by then.
        if principal != .guest, Principal.inside.contains(principal) {
            #expect(said.contains("plovertitle") && said.contains("ploverbody"))
        }
        if principal == .insider { #expect(said.contains("one of your groups")) }
    }
}
