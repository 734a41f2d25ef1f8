import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("The mail of what a host writes to people by what they answered")
struct HostMessageMailTests {
    private static let text = """
        Dear all, **bring boots**:

        - a mug <b>bold</b>
        - see https://example.org/map

        1. Meet at the gate.
        """

    @Test(
        "is asked again at hand-over: not to those who answer otherwise by then, have no access, or do not want it",
        arguments: [
            ("", "sent"), ("no", "nothing"), ("maybe", "nothing"), ("left", "nothing"), ("suspended", "nothing"),
            ("off", "unwanted"), ("paused", "unwanted"), ("cancelled", "nothing"), ("removed", "nothing"),
        ]
    )
    func handOver(change: String, end: String) async throws {
        let world = try await GatheringWorld(), member = try world.people.member(.member)
        let outbox = Outbox(world.site.env, atOnce: 1)
        _ = try await world.answer("yes", .member)
        await outbox.handOverDue()
        _ = try await world.write(to: ["seated"])
        world.site.pass(.minutes(2))
        try await world.tick()
        switch change {
        case "no", "maybe": _ = try await world.answer(change, .member)
        case "left": try await world.site.env.communities[world.people.community].leave(as: Viewer(member: member))
        case "suspended": try await world.suspend(.member)
        case "off": _ = try await world.people.post("/settings/mail/gatherings", [("confirmation", "on")], as: .member)
        case "paused":
            let until = world.site.now + .days(3)
            try await world.site.write { db in try db.set(DigestSetting.pausedUntil, until, of: member) }
        case "cancelled": try await world.change { $0.state = .cancelled }
        case "removed": _ = try await world.withdraw("1")
        default: break
        }
        await outbox.handOverDue()
        let ends: [String] = try await world.site.all(
            "SELECT coalesce(failure, state) FROM outbox WHERE kind = 'host-message'"
        )
        #expect(ends == [end])
        let sent = world.site.mails.filter { $0.subject == "Message from Facilitator Person: Winter round" }
        #expect(sent.count == (end == "sent" ? 1 : 0))
    }

    @Test("can be turned off under the settings, where it is on at first")
    func setting() async throws {
        let world = try await GatheringWorld(), path = "/settings/mail"
        let box = "name=\"messages\" value=\"on\" checked"
        #expect(try await world.page(path, .member).has(box))
        _ = try await world.people.post(path + "/gatherings", [("confirmation", "on")], as: .member)
        #expect(!(try await world.page(path, .member)).has(box))
    }

    @Test("to many leaves in parts, to each once")
    func parts() async throws {
        let world = try await GatheringWorld(), commons = world.gathering
        var members: [MemberID] = []
        for number in 1...251 { members.append(try await world.site.member("Person \(number)")) }
        let many = members
        try await world.site.write { db in
            for (turn, member) in many.enumerated() {
                try db.run(
                    """
                    INSERT INTO gatheringAnswer (threadId, memberId, answer, turn, needs, answeredAt, isOfSeries)
                    VALUES (\(commons), \(member), 'yes', \(turn + 1), '', \(db.now), \(false))
                    """
                )
            }
        }
        _ = try await world.write(to: ["seated"])
        world.site.pass(.minutes(2))
        #expect(try await HostMessageRound(world.site.env, at: world.site.now).run() == 251)
        #expect(try await HostMessageRound(world.site.env, at: world.site.now).run() == 0)
        #expect(try await Set(world.site.queued(.hostMessage).map(\.member)) == Set(many))
    }

    @Test(
        "of a group whose name may not leave says that there is a message, when and where to read it; it is read there"
    )
    func discreet() async throws {
        let world = try await GatheringWorld(), path = "/t/\(world.gathering)"
        try await world.hideName()
        _ = try await world.answer("yes", .member)
        #expect(
            try await world.page(path + "/message", .facilitator).has("the email says only that there is a message")
        )
        _ = try await world.write(to: ["seated"], Self.text)
        world.site.pass(.minutes(2))
        try await world.tick()
        let mail = try #require(try await world.lastMail(.hostMessage))
        for word in ["Winter round", "Hall 3", "meet.example", "boots", "Facilitator Person", "map"] {
            #expect(!mail.everything.contains(word), "\(word)")
        }
        #expect(mail.text.contains("15 December") && mail.text.contains(path + "/answers#messages-h"))
        #expect(try await world.page(path + "/answers", .member).has("<strong>bring boots</strong>"))
    }

    @Test("says who wrote what, to which answers, about which date, and why it comes", arguments: Language.allCases)
    func golden(language: Language) async throws {
        for name in [
            "host-message", "host-message-over", "host-message-something", "host-message-titles",
            "host-message-waiting",
        ] {
            let world = try await GatheringWorld {
                ($0.zone, $0.time, $0.capacity) = ("America/Toronto", "20:30", "1")
            }
            if name.hasSuffix("something") { try await world.hideName() }
            if name.hasSuffix("titles") {
                let manager = try world.people.viewer(.manager)
                try await world.site.env.communities[world.people.community].setMailRule(titlesOnly: true, as: manager)
            }
            if name.hasSuffix("waiting") { _ = try await world.answer("yes", .moderator) }
            _ = try await world.answer("yes", .member)
            if name.hasSuffix("over") { world.site.pass(.days(26)) }
            _ = try await world.write(to: name.hasSuffix("waiting") ? ["waiting"] : ["seated"], Self.text)
            world.site.pass(.minutes(2))
            try await world.tick()
            let mail = try #require(try await world.lastMail(.hostMessage, language))
            #expect(!mail.text.contains("{"), "every gap is filled")
            let isWhole = !["something", "titles"].contains { name.hasSuffix($0) }
            #expect(mail.everything.contains("boots") == isWhole && mail.everything.contains("Facilitator") == isWhole)
            try GoldenMails.compare(mail.withoutTokens, name, language)
        }
    }
}
