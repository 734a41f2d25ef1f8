import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("A mail about a request to join")
struct RequestMailTests {
    private static let injection = "Mallory\r\nBcc: x@example.org <b>\u{202e}=?utf-8?q?=0D=0A?="

    private func handOver(_ world: CommunityWorld) async -> [Message] {
        await Outbox(world.site.env, atOnce: 4).handOverDue()
        return world.site.mails
    }

    @Test("goes to those who decide and to nobody else, once a day for all who ask")
    func deciders() async throws {
        let world = try await CommunityWorld()
        let second = try await world.site.member("Second Stranger")
        _ = try await world.post("/c/nursing/join", [], as: .stranger)
        _ = try await world.site.env.communities[world.community].join(
            agreeing: nil,
            note: "A secret note.",
            as: Viewer(member: second)
        )
        let mails = await handOver(world)
        #expect(mails.map(\.to.address.text) == ["manager.person@example.org"])
        let mail = try #require(mails.first)
        #expect(mail.subject == "2 people ask to join Nursing")
        #expect(mail.text.contains("- Stranger Person\n- Second Stranger\n"))
        #expect(mail.text.contains("http://127.0.0.1:8080/c/nursing/members\n"))
        #expect(mail.html?.contains("http://127.0.0.1:8080/c/nursing/members\"") == true)
        #expect(!mail.text.contains("secret"))
    }

    @Test("is not sent when nobody asks any more, or its recipient decides no more")
    func nothingLeft() async throws {
        let decided = try await CommunityWorld(personas: [.stranger, .manager])
        _ = try await decided.post("/c/nursing/join", [], as: .stranger)
        _ = try await decided.post("/requests/1/decline", [], as: .manager)
        #expect(await handOver(decided).map(\.to.address.text) == ["stranger.person@example.org"])

        let left = try await CommunityWorld(personas: [.stranger, .manager])
        _ = try await left.post("/c/nursing/join", [], as: .stranger)
        try await left.site.join(try left.member(.manager), left.community, as: .member)
        #expect(await handOver(left).isEmpty)
    }

    @Test("tells who asked what was decided, while it holds", arguments: [true, false], Language.allCases)
    func decision(isAccepted: Bool, language: Language) async throws {
        let world = try await CommunityWorld(personas: [.stranger, .manager])
        let stranger = try world.member(.stranger)
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE member SET language = \(language) WHERE id = \(stranger)")
        }
        _ = try await world.post("/c/nursing/join", [], as: .stranger)
        _ = try await world.post("/requests/1/" + (isAccepted ? "accept" : "decline"), [], as: .manager)
        let mail = try #require(await handOver(world).last)
        #expect(mail.to.address.text == "stranger.person@example.org" && mail.language == language.rawValue)
        let subjects: [Language: [Bool: String]] = [
            .english: [true: "You are now a member of Nursing", false: "Your request was declined: Nursing"],
            .french: [
                true: "Vous avez rejoint Nursing",
                false: "Demande refusée : Nursing",
            ],
        ]
        #expect(mail.subject == subjects[language]?[isAccepted])

        let gone = try await CommunityWorld(personas: [.stranger, .manager])
        _ = try await gone.post("/c/nursing/join", [], as: .stranger)
        _ = try await gone.post("/requests/1/accept", [], as: .manager)
        try await gone.site.join(try gone.member(.stranger), gone.community, standing: .suspended)
        #expect(await handOver(gone).allSatisfy { $0.to.address.text != "stranger.person@example.org" })
    }

    @Test("names neither a confidential group nor its people")
    func confidential() async throws {
        let world = try await CommunityWorld(personas: [.stranger, .manager, .moderator, .member, .facilitator])
        let circle = try await world.site.group("turnstone", in: world.community, kind: .peerSupport, access: .request)
        let facilitator = try world.member(.facilitator), member = try world.member(.member)
        try await world.site.join(facilitator, group: circle, of: world.community, as: .facilitator)
        let community = world.site.env.communities[world.community]
        guard case .asked(let request) = try await community.join(circle, note: "", as: Viewer(member: member)) else {
            Issue.record("It was not asked for.")
            return
        }
        #expect(await handOver(world).map(\.to.address.text) == ["facilitator.person@example.org"])
        _ = try await community.decide(request, accepting: true, as: Viewer(member: facilitator))
        let mails = await handOver(world)
        #expect(mails.count == 2)
        for mail in mails {
            let whole = String(decoding: mail.rendered(), as: UTF8.self).replacing("=\n", with: "").lowercased()
            #expect(!whole.contains("turnstone") && !whole.contains("nursing"))
            if mail.to.address.text.hasPrefix("facilitator") { #expect(!whole.contains("member person")) }
        }
    }

    @Test("looks as its golden files say, with a name that means no good in it", arguments: Language.allCases)
    func golden(language: Language) async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let mallory = try await world.site.member("Mallory")
        let injection = Self.injection
        _ = try await world.site.env.site.command { db in
            try db.run(
                "UPDATE member SET language = \(language), name = CASE WHEN id = \(mallory) THEN \(injection) ELSE name END"
            )
        }
        _ = try await world.site.env.communities[world.community].join(
            agreeing: nil,
            note: "",
            as: Viewer(member: mallory)
        )
        let asked = try #require(await handOver(world).last)
        _ = try await world.post("/requests/1/accept", [], as: .manager)
        let accepted = try #require(await handOver(world).last)
        let niall = try await world.site.member("Niall")
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE member SET language = \(language) WHERE id = \(niall)")
            try db.run("UPDATE community SET name = \(injection)")
        }
        _ = try await world.site.env.communities[world.community].join(
            agreeing: nil,
            note: "",
            as: Viewer(member: niall)
        )
        _ = try await world.post("/requests/2/decline", [], as: .manager)
        let declined = try #require(await handOver(world).last)
        for (name, mail) in [("join-request", asked), ("request-accepted", accepted), ("request-declined", declined)] {
            try GoldenMails.compare(mail, name, language, withSubject: false)
        }
        #expect(asked.html?.contains("<b>") == false)
        let lines = String(decoding: accepted.rendered(), as: UTF8.self).split(separator: "\n")
        #expect(!lines.contains { $0.hasPrefix("Bcc") })
    }
}
