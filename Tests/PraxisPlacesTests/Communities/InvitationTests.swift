import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisTesting
import Testing

@Suite("An invitation link")
struct InvitationTests {
    @Test("is made by a manager, shown once, and works for as many as it says")
    func isMade() async throws {
        let world = try await CommunityWorld(agreement: "Be kind.", personas: [.manager, .member, .stranger, .former])
        #expect(try await world.post("/c/nursing/invitations", [("uses", "1")], as: .member).status == 403)
        #expect(try await world.post("/c/nursing/invitations", [("uses", "0")], as: .manager).status == 422)
        let page = try await world.post("/c/nursing/invitations", [("uses", "1")], as: .manager)
        let address = try #require(page.text.split(separator: "/i/").dropFirst().first?.prefix { $0 != "<" })
        let path = "/i/" + address
        #expect(page.headers[.cacheControl]?.contains("no-store") == true)
        #expect(try await world.browser(.manager).get("/c/nursing/members").text.contains(path) == false)
        #expect(try await world.browser(.stranger).get(path).text.contains("Be kind."))
        #expect(try await world.post(path, [], as: .stranger).status == 422)
        #expect(try await world.post(path, [("agreement", "1")], as: .stranger).status == 303)
        #expect(try await world.browser(.stranger).get("/c/nursing/members").status == 200)
        #expect(try await world.post(path, [("agreement", "1")], as: .former).status == 404)
    }

    @Test("is not spent by looking at it, nor by those who belong, whose role it leaves alone")
    func isNotSpent() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member, .stranger, .visitor])
        let token = try await world.invitation()
        for persona in [Persona.visitor, .stranger, .member] {
            #expect(try await world.browser(persona).get("/i/" + token).status == 200)
        }
        #expect(try await world.post("/i/" + token, [], as: .manager).status == 303)
        #expect(try await world.browser(.manager).get("/c/nursing/settings").status == 200)
        #expect(try await world.post("/i/" + token, [], as: .stranger).status == 303)
    }

    @Test("makes nobody signed in")
    func makesNoSession() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let token = try await world.invitation()
        let visitor = Browser(world.site)
        #expect(try await visitor.get("/i/" + token).text.contains("Sign in to join"))
        #expect(try await visitor.post("/i/" + token, [], from: "/communities").status >= 400)
        #expect(try await visitor.get("/c/nursing/members").status == 303)
    }

    @Test("lets exactly one of many in who use its last use at the same moment")
    func lastUse() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        let token = try await world.invitation()
        var viewers: [Viewer] = []
        for number in 1...50 { viewers.append(Viewer(member: try await world.site.member("Racer \(number)"))) }
        let community = world.site.env.communities[world.community]
        let entered = await withTaskGroup(of: Bool.self) { group in
            for viewer in viewers {
                group.addTask {
                    do {
                        _ = try await community.redeem(token, agreeing: nil, as: viewer)
                        return true
                    } catch {
                        return false
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(entered == 1)
    }

    @Test("dies of age, of being taken back, and when its maker may not invite any more")
    func dies() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member, .stranger])
        let old = try await world.invitation()
        world.site.pass(.days(31))
        let revoked = try await world.invitation()
        #expect(try await world.post("/c/nursing/invitations/2/revoke", [], as: .member).status == 403)
        #expect(try await world.post("/c/nursing/invitations/2/revoke", [], as: .manager).status == 303)
        let community = world.site.env.communities[world.community]
        try await community.setPart(
            of: world.member(.member),
            role: .manager,
            standing: .active,
            as: world.viewer(.manager)
        )
        let orphan = try await world.invitation(by: .member)
        try await community.setPart(
            of: world.member(.member),
            role: .member,
            standing: .active,
            as: world.viewer(.manager)
        )
        let stranger = try await world.browser(.stranger)
        let unknown = try await stranger.get("/i/never-made")
        for token in [old, revoked, orphan] {
            let dead = try await stranger.get("/i/" + token)
            #expect(dead.status == 404)
            #expect(dead.text.replacing(token, with: "never-made") == unknown.text)
            #expect(try await world.post("/i/" + token, [], as: .stranger).status == 404)
        }
    }

    @Test("does not let in whom the community has shut out")
    func notTheSuspended() async throws {
        let world = try await CommunityWorld()
        let token = try await world.invitation(uses: 5)
        #expect(try await world.post("/i/" + token, [], as: .suspended).status == 403)
        for persona in [Persona.former, .guest, .guestOfThePast, .pending] {
            #expect(try await world.post("/i/" + token, [], as: persona).status == 303, "\(persona)")
            #expect(try await world.browser(persona).get("/c/nursing/members").status == 200, "\(persona)")
        }
    }

    @Test("to a group is for members of its community, whatever is sent with it")
    func toAGroup() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member, .stranger, .facilitator])
        let site = world.site
        let circle = try await site.group(
            "circle",
            in: world.community,
            kind: .peerSupport,
            access: .invite,
            isListed: false
        )
        let other = try await site.group(
            "other",
            in: world.community,
            kind: .peerSupport,
            access: .invite,
            isListed: false
        )
        try await site.join(world.member(.facilitator), group: circle, of: world.community, as: .facilitator)
        let token = try await world.invitation(to: circle, uses: 2, by: .facilitator)
        #expect(try await world.browser(.stranger).get("/i/" + token).text.contains("This link is for members of"))
        #expect(try await world.post("/i/" + token, [], as: .stranger).status == 403)
        let fields = [("group", "other"), ("community", "elsewhere"), ("role", "facilitator")]
        #expect(try await world.post("/i/" + token, fields, as: .member).location == "/c/nursing/g/circle?done=joined")
        #expect(try await world.browser(.member).get("/c/nursing/g/circle/members").status == 200)
        #expect(try await world.browser(.member).get("/c/nursing/g/circle/settings").status == 403)
        #expect(try await world.browser(.member).get("/c/nursing/g/other").status == 404)
        await #expect(throws: Denial.missing) { try await world.invitation(to: other, by: .facilitator) }
        await #expect(throws: Denial.missing) { try await world.invitation(to: circle, by: .manager) }
    }

    @Test("to a group in a hidden community tells strangers nothing")
    func toAHiddenGroup() async throws {
        let world = try await CommunityWorld(visibility: .hidden, personas: [.stranger, .facilitator])
        let circle = try await world.site.group("circle", in: world.community, kind: .topic, access: .invite)
        try await world.site.join(world.member(.facilitator), group: circle, of: world.community, as: .facilitator)
        let token = try await world.invitation(to: circle, by: .facilitator)
        #expect(try await world.browser(.stranger).get("/i/" + token).status == 404)
        #expect(try await world.post("/i/" + token, [], as: .stranger).status == 404)
    }
}
