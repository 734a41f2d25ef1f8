import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
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

    @Test("cannot be given to a person who never belonged")
    func notToStrangers() async throws {
        let world = try await CommunityWorld(personas: [.manager, .stranger])
        let path = "/c/nursing/members/\(try world.member(.stranger))"
        #expect(try await world.post(path, [("role", "member"), ("standing", "active")], as: .manager).status == 404)
    }

    @Test(
        "that are what they were change nothing: no line in the journal, none in the audit log",
        arguments: [false, true]
    )
    func unchanged(inGroup: Bool) async throws {
        let world = try await CommunityWorld(personas: [.manager, .member]), site = world.site
        var path = "/c/nursing/members/\(try world.member(.member))"
        if inGroup {
            let group = try await site.group("plain", in: world.community)
            try await site.join(world.member(.member), group: group, of: world.community)
            path = "/c/nursing/g/plain/members/\(try world.member(.member))"
        }
        let lines = "SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM audit)" as SQL<Int>
        let before = try await site.count(lines)
        #expect(try await world.post(path, [("role", "member"), ("standing", "active")], as: .manager).status == 303)
        #expect(try await site.count(lines) == before)
        let other = inGroup ? "facilitator" : "moderator"
        #expect(try await world.post(path, [("role", other), ("standing", "active")], as: .manager).status == 303)
        #expect(try await site.count(lines) > before + 1)
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

    @Test("given on a page end the sessions of anyone who gains rights over others, and no one else's")
    func endSessions() async throws {
        for (role, staysSignedIn) in [(Role.moderator, false), (.manager, false), (.facilitator, true), (.guest, true)]
        {
            let world = try await CommunityWorld(personas: [.member, .manager])
            let browser = try await world.browser(.member), path = "/c/nursing/members/\(try world.member(.member))"
            #expect(try await browser.isSignedIn())
            let fields = [("role", role.rawValue), ("standing", "active")]
            #expect(try await world.post(path, fields, as: .manager).status == 303)
            #expect(try await browser.isSignedIn() == staysSignedIn, "\(role)")
        }
    }

    @Test("end on a page of their own, which asks first and names who it is about", arguments: [false, true])
    func remove(fromGroup: Bool) async throws {
        let world = try await CommunityWorld(personas: [.manager, .member, .facilitator])
        let member = try world.member(.member)
        var place = "/c/nursing"
        if fromGroup {
            let circle = try await world.site.group("circle", in: world.community)
            place += "/g/circle"
            try await world.site.join(member, group: circle, of: world.community)
        }
        let path = "\(place)/members/\(member)/remove", manager = try await world.browser(.manager)
        let people = try await manager.get(place + "/members").text
        #expect(people.contains("href=\"\(path)\"") && !people.contains("value=\"former\""))
        #expect(try await manager.get(path).text.contains("<h1 dir=\"auto\">Remove Member Person?</h1>"))
        for persona in fromGroup ? [Persona.member] : [.member, .facilitator] {
            #expect(try await world.browser(persona).get(path).status == 403)
            #expect(try await world.post(path, [], as: persona).status == 403)
        }
        #expect(try await manager.get("\(place)/members/999/remove").status == 404)
        let done = try await world.post(path, [], as: .manager)
        #expect(done.location == place + "/members?done=removed")
        manager.comeFromForm()
        #expect(try await manager.get(place + "/members?done=removed").text.contains("They have been removed."))
        #expect(try await manager.get(place + "/members").text.contains("Member Person") == false)
        #expect(try await world.post(path, [], as: .manager).status == 404)
    }

    @Test("of the only manager do not end by removing them")
    func keepTheLastManager() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let path = "/c/nursing/members/\(try world.member(.manager))/remove"
        let refused = try await world.post(path, [], as: .manager)
        #expect(refused.status == 422 && refused.text.contains("at least one community manager"))
        #expect(try await world.browser(.manager).get("/c/nursing/settings").status == 200)
    }
}
