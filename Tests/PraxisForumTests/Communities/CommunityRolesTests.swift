import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("Roles in a community")
struct CommunityRolesTests {
    @Test("are set by a manager and work at once")
    func areSet() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member, .facilitator])
        let path = "/c/nursing/members/\(try world.member(.member))"
        for persona in [Persona.member, .facilitator] {
            #expect(
                try await world.post(path, [("role", "manager"), ("standing", "active")], as: persona).status == 403
            )
        }
        #expect(try await world.post(path, [("role", "boss")], as: .manager).status == 422)
        #expect(try await world.post(path, [("role", "manager"), ("standing", "active")], as: .manager).status == 303)
        #expect(try await world.browser(.member).get("/c/nursing/settings").status == 200)
        for standing in ["silenced", "suspended"] {
            #expect(
                try await world.post(path, [("role", "manager"), ("standing", standing)], as: .manager).status == 422
            )
        }
        let held = [("kind", "suspended"), ("days", "no-end"), ("text", "A reason.")]
        #expect(try await world.post(path + "/standing", held, as: .manager).status == 303)
        #expect(try await world.browser(.member).get("/c/nursing/settings").status == 403)
        #expect(
            try await world.post(path, [("role", "manager"), ("standing", "active")], as: .manager).status == 422
        )
        #expect(try await world.post(path, [("role", "member"), ("standing", "former")], as: .manager).status == 303)
        #expect(try await world.post(path, [("role", "manager"), ("standing", "active")], as: .manager).status == 404)
    }

    @Test(
        "given on the machine itself end the sessions of whoever gains rights over others, and no one else's",
        arguments: [(Role.moderator, false), (.manager, false), (.facilitator, true), (.member, true)]
    )
    func onTheMachine(role: Role, staysSignedIn: Bool) async throws {
        let world = try await CommunityWorld(personas: [.member, .manager])
        let browser = try await world.browser(.member), site = world.site.env.site
        for _ in 1...2 { #expect(try await browser.isSignedIn()) }
        let email = try #require(EmailAddress("member.person@example.org"))
        _ = try await site.setMembership(of: email, community: "nursing", role: role)
        #expect(try await browser.isSignedIn() == staysSignedIn)
        let again = try await world.browser(.member)
        _ = try await site.setMembership(of: email, community: "nursing", role: role)
        #expect(try await again.isSignedIn())
        _ = try await site.setMembership(of: email, community: "nursing", role: .guest)
        #expect(try await again.isSignedIn())
        #expect(try await again.get("/c/nursing/settings").status != 200)
    }

    @Test("cannot be given to whoever never belonged")
    func notToStrangers() async throws {
        let world = try await CommunityWorld(personas: [.manager, .stranger])
        let path = "/c/nursing/members/\(try world.member(.stranger))"
        #expect(try await world.post(path, [("role", "member"), ("standing", "active")], as: .manager).status == 404)
    }

    @Test("always leave one manager")
    func leaveOneManager() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let path = "/c/nursing/members/\(try world.member(.manager))"
        for fields in [[("role", "member"), ("standing", "active")], [("role", "manager"), ("standing", "lapsed")]] {
            let answer = try await world.post(path, fields, as: .manager)
            #expect(answer.status == 422 && answer.text.contains("at least one community manager"))
        }
        #expect(try await world.post("/c/nursing/leave", [], as: .manager).status == 422)
        #expect(try await world.browser(.manager).get("/c/nursing/settings").status == 200)
    }

    @Test("leave one manager, too, when two leave at the same moment")
    func leaveOneInParallel() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member])
        let first = try world.viewer(.manager), second = try world.viewer(.member)
        let community = world.site.env.communities[world.community]
        try await community.setPart(of: world.member(.member), role: .manager, standing: .active, as: first)
        let left = await withTaskGroup(of: Bool.self) { group in
            for viewer in [first, second] {
                group.addTask { (try? await community.leave(as: viewer)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(left == 1)
        let id = world.community
        let managers = try await world.site.env.store.read { db in
            try db.first(
                """
                SELECT count(*) FROM membership WHERE communityId = \(id) AND role = 'manager' AND standing = 'active'
                """ as SQL<Int>
            )
        }
        #expect(managers == 1)
    }

    @Test("are set from the machine itself, as often as one likes")
    func areSetBySystem() async throws {
        let world = try await CommunityWorld(personas: [.stranger, .manager])
        let site = world.site.env.site
        let email = try #require(EmailAddress("stranger.person@example.org"))
        for _ in 1...2 {
            #expect(
                try await site.setMembership(of: email, community: "nursing", role: .moderator)
                    == world.member(.stranger)
            )
        }
        _ = try await site.setMembership(of: email, community: "nursing", group: "everyone", role: .facilitator)
        #expect(try await world.browser(.stranger).get("/c/nursing/g/everyone/settings").status == 200)
        #expect(try await world.browser(.stranger).get("/c/nursing/members").text.contains("Moderator"))
    }

    @Test("name what is unknown when they are set from the machine")
    func nameTheUnknown() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let site = world.site.env.site
        let nobody = try #require(EmailAddress("nobody@example.org"))
        let manager = try #require(EmailAddress("manager.person@example.org"))
        await #expect(throws: Denial.input([FieldError("member", .unknownMember)])) {
            try await site.setMembership(of: nobody, community: "nursing", role: .member)
        }
        await #expect(throws: Denial.input([FieldError("community", .notAChoice(["elsewhere", "nursing"]))])) {
            try await site.setMembership(of: manager, community: "nursery", role: .member)
        }
        await #expect(throws: Denial.input([FieldError("group", .notAChoice(["everyone"]))])) {
            try await site.setMembership(of: manager, community: "nursing", group: "circle", role: .member)
        }
        await #expect(throws: Denial.input([FieldError("role", .notAChoice(["guest", "member", "facilitator"]))])) {
            try await site.setMembership(of: manager, community: "nursing", group: "everyone", role: .manager)
        }
        await #expect(throws: Denial.input([FieldError("role", .lastManager)])) {
            try await site.setMembership(of: manager, community: "nursing", role: .member)
        }
    }
}
