import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("Who holds back whom")
struct StandingRolesTests {
    @Test("in a community: moderators and community managers hold back others, managers the moderators, too")
    func community() async throws {
        let made = try await StandingWorld()
        let reaches: [Persona: Set<Persona>] = [
            .moderator: [.member, .guest, .facilitator, .silenced, .suspended],
            .manager: [.member, .guest, .facilitator, .silenced, .suspended, .moderator],
        ]
        for actor in Persona.allCases {
            for target in [Persona.member, .guest, .facilitator, .silenced, .suspended, .moderator, .manager] {
                let answer = try await made.hold(target, .silenced, by: actor)
                let isReached = reaches[actor]?.contains(target) ?? false
                #expect((answer.status == 303) == isReached, "\(actor) to \(target): \(answer.status)")
                if !isReached { #expect(answer.status >= 401, "\(actor) to \(target)") }
                if isReached { #expect(try await made.lift(target, by: actor) == 303, "\(actor) to \(target)") }
            }
        }
    }

    @Test("in a confidential group: its facilitators alone, whatever others are in the community")
    func confidential() async throws {
        let made = try await StandingWorld(), site = made.site, community = made.world.community
        let circle = try await site.group("circle", in: community, kind: .peerSupervision, access: .invite)
        for persona in [Persona.member, .moderator, .manager] {
            try await site.join(made.world.member(persona), group: circle, of: community)
        }
        try await site.join(made.world.member(.facilitator), group: circle, of: community, as: .facilitator)
        for target in [Persona.member, .moderator, .manager] {
            #expect(
                try await made.hold(target, .silenced, group: "circle", by: .facilitator).status == 303,
                "\(target)"
            )
            #expect(try await made.lift(target, group: "circle", by: .facilitator) == 303, "\(target)")
        }
        for actor in [Persona.moderator, .manager, .member] {
            #expect(try await made.hold(.member, .silenced, group: "circle", by: actor).status == 403, "\(actor)")
        }
        #expect(try await made.hold(.facilitator, .silenced, group: "circle", by: .facilitator).status == 403)
        #expect(try await made.hold(.guest, .silenced, group: "circle", by: .facilitator).status == 404)
    }

    @Test("in another group: its facilitators, and moderators and managers who see that it exists")
    func groups() async throws {
        let made = try await StandingWorld(), site = made.site, community = made.world.community
        let winter = try await site.group("winter", in: community, access: .request)
        let attic = try await site.group("attic", in: community, access: .invite, isListed: false)
        for group in [winter, attic] { try await site.join(made.world.member(.member), group: group, of: community) }
        try await site.join(made.world.member(.facilitator), group: winter, of: community, as: .facilitator)
        for actor in [Persona.facilitator, .moderator, .manager] {
            #expect(try await made.hold(.member, .suspended, group: "winter", by: actor).status == 303, "\(actor)")
            #expect(try await made.lift(.member, group: "winter", by: actor) == 303, "\(actor)")
            #expect(try await made.hold(.member, .silenced, group: "attic", by: actor).status == 404, "\(actor)")
        }
        #expect(try await made.hold(.manager, .silenced, group: "winter", by: .facilitator).status == 404)
        try await site.join(made.world.member(.moderator), group: winter, of: community)
        #expect(try await made.hold(.moderator, .silenced, group: "winter", by: .facilitator).status == 403)
        #expect(try await made.hold(.facilitator, .silenced, group: "winter", by: .moderator).status == 303)
        #expect(try await made.hold(.member, .silenced, group: "winter", by: .facilitator).status == 403)
    }

    @Test("is shown on the members' page to those who may, with what holds whom and until when")
    func membersPage() async throws {
        let made = try await StandingWorld()
        _ = try await made.hold(.member, .suspended, days: "3")
        for persona in [Persona.moderator, .manager] {
            let text = try await made.world.browser(persona).get("/c/nursing/members").text
            #expect(text.contains(try made.path(.member)) && text.contains("until Tuesday 24 November"), "\(persona)")
            #expect(!text.contains(try made.path(persona)), "\(persona)")
        }
        for persona in [Persona.guest, .silenced, .facilitator] {
            let text = try await made.world.browser(persona).get("/c/nursing/members").text
            #expect(!text.contains("/standing") && !text.contains("Suspended"), "\(persona)")
        }
    }

    @Test("and reads the private reason: those who may do it there, and nobody else")
    func privateReason() async throws {
        let made = try await StandingWorld()
        _ = try await made.hold(.member, .silenced)
        for persona in Persona.allCases {
            let page = try await made.world.browser(persona).get(try made.path(.member))
            #expect((page.status == 200) == [.moderator, .manager].contains(persona), "\(persona)")
            #expect(page.text.contains("privatexq") == [.moderator, .manager].contains(persona), "\(persona)")
        }
    }

    @Test("does so with a reason and for a while that there is; what was typed is kept")
    func badInput() async throws {
        let made = try await StandingWorld(), path = try made.path(.member)
        let good = [("kind", "silenced"), ("days", "7"), ("text", "A reason."), ("note", "A note.")]
        let bad: [(String, String)] = [
            ("kind", "banned"), ("kind", ""), ("days", "0"), ("days", "366"), ("days", "-1"), ("days", "soon"),
            ("days", ""),
            ("text", ""), ("text", " \n "), ("text", "nul\0"), ("text", String(repeating: "x", count: 1001)),
            ("note", String(repeating: "y", count: 2001)),
        ]
        for (name, value) in bad {
            let fields = good.map { $0.0 == name ? (name, value) : $0 }
            let answer = try await made.world.post(path, fields, as: .moderator)
            #expect(answer.status == 422, "\(name) \(value.prefix(9))")
            #expect(answer.text.contains(name == "note" ? "A reason." : "A note."))
            #expect(Markup.faults(answer.text) == [])
        }
        #expect(try await made.reply(.member) == 303)
        for missing in [
            "/c/nursing/members/999/standing", "/c/nursing/members/x/standing", "/c/nowhere/members/1/standing",
        ] {
            #expect(try await made.world.post(missing, good, as: .moderator).status == 404, "\(missing)")
        }
        for persona in [Persona.pending, .former, .stranger, .guestOfThePast] {
            #expect(try await made.hold(persona, .silenced).status == 404, "\(persona)")
        }
        #expect(try await Browser(made.site).post(path, good, token: nil).status == 401)
    }
}
