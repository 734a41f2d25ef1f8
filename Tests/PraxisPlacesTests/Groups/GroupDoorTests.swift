import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("A confidential group")
struct ConfidentialGroupTests {
    static let confidential: [GroupKind] = [.peerSupport, .peerSupervision]

    /// A circle of two, one of them a facilitator, with a thread.
    func circle(
        _ world: CommunityWorld,
        kind: GroupKind = .peerSupport,
        access: GroupAccess = .invite,
        isListed: Bool = true
    ) async throws -> GroupID {
        let site = world.site
        let circle = try await site.group("circle", in: world.community, kind: kind, access: access, isListed: isListed)
        let insider = try await site.member("Inside Person")
        try await site.join(insider, world.community)
        try await site.join(insider, group: circle, of: world.community, as: .facilitator)
        _ = try await site.thread("What I carried home", in: circle, of: world.community, by: insider)
        return circle
    }

    @Test("shows those outside a sealed door, whatever their role", arguments: confidential)
    func sealedDoor(kind: GroupKind) async throws {
        let world = try await CommunityWorld()
        _ = try await circle(world, kind: kind, access: .open)
        for persona in Persona.allCases {
            let browser = try await world.browser(persona)
            let answer = try await browser.get("/c/nursing/g/circle")
            let sees: Set<Persona> = [.member, .silenced, .facilitator, .moderator, .manager]
            #expect(answer.status == (sees.contains(persona) ? 200 : 404), "\(persona)")
            #expect(answer.text.contains("What circle is for.") == sees.contains(persona), "\(persona)")
            for secret in ["What I carried home", "Inside", "1 member", "2 members", "person has joined"] {
                #expect(!answer.text.contains(secret), "\(persona) \(secret)")
            }
            for page in ["/members", "/settings"] {
                let status = try await browser.get("/c/nursing/g/circle" + page).status
                #expect(status >= 300, "\(persona) \(page)")
            }
        }
    }

    @Test("is read by anyone who has joined it")
    func isRead() async throws {
        let world = try await CommunityWorld(personas: [.member])
        _ = try await circle(world, access: .open)
        #expect(try await world.post("/c/nursing/g/circle/join", [], as: .member).status == 303)
        #expect(try await world.browser(.member).get("/c/nursing/g/circle").text.contains("What I carried home"))
        #expect(try await world.browser(.member).get("/c/nursing/g/circle/members").text.contains("Inside Person"))
        _ = try await world.post("/c/nursing/g/circle/leave", [], as: .member)
        #expect(
            try await world.browser(.member).get("/c/nursing/g/circle").text.contains("What I carried home") == false
        )
    }

    @Test("that is hidden answers everybody outside as a missing one does", arguments: Persona.allCases)
    func hidden(persona: Persona) async throws {
        let world = try await CommunityWorld(visibility: .public)
        _ = try await circle(world, isListed: false)
        let browser = try await world.browser(persona)
        for page in ["", "/members", "/settings", "/leave"] {
            let hidden = try await browser.get("/c/nursing/g/circle" + page)
            let missing = try await browser.get("/c/nursing/g/nobody" + page)
            #expect(hidden.status == missing.status && hidden.status != 200)
            #expect(hidden.text.replacing("circle", with: "nobody") == missing.text)
        }
        let token = try await browser.token(on: persona == .visitor ? "/c/nothing" : "/communities")
        for form in ["/join", "/leave", "/members/1", "/invitations", "/invitations/1/revoke", "/settings"] {
            let hidden = try await browser.post("/c/nursing/g/circle" + form, [("note", "x")], token: token)
            let missing = try await browser.post("/c/nursing/g/nobody" + form, [("note", "x")], token: token)
            #expect(hidden.status == missing.status && hidden.status >= 400)
            #expect(hidden.text.replacing("circle", with: "nobody") == missing.text)
        }
        #expect(try await browser.get("/c/nursing").text.contains("circle") == false)
        for (method, end) in [(HTTPRequest.Method.get, ""), (.post, "/membership"), (.delete, "/membership")] {
            let hidden = try await world.api(method, "/communities/nursing/groups/circle" + end, as: persona)
            let missing = try await world.api(method, "/communities/nursing/groups/nobody" + end, as: persona)
            #expect(hidden.status == missing.status && hidden.status >= 400)
        }
        let list = try await world.api(.get, "/communities/nursing/groups", as: persona)
        #expect((list.json["items"] as? [[String: Any]])?.contains { $0["slug"] as? String == "circle" } == false)
    }

    @Test("has its requests decided by its own facilitators, not by the manager")
    func requests() async throws {
        let world = try await CommunityWorld(personas: [.member, .manager, .moderator, .facilitator])
        let group = try await circle(world, access: .request)
        #expect(try await world.post("/c/nursing/g/circle/join", [("note", "Please")], as: .member).status == 303)
        for persona in [Persona.manager, .moderator, .facilitator] {
            #expect(try await world.post("/requests/1/accept", [], as: persona).status == 404, "\(persona)")
            let list = try await world.api(.get, "/communities/nursing/requests", as: persona)
            #expect((list.json["items"] as? [Any])?.isEmpty != false, "\(persona)")
        }
        try await world.site.join(world.member(.facilitator), group: group, of: world.community, as: .facilitator)
        #expect(try await world.browser(.facilitator).get("/c/nursing/g/circle/members").text.contains("Please"))
        #expect(
            try await world.post("/requests/1/accept", [], as: .facilitator).location
                == "/c/nursing/g/circle/members?done=accepted"
        )
        #expect(try await world.browser(.member).get("/c/nursing/g/circle").text.contains("What I carried home"))
    }

    @Test("cannot be entered by a manager who gives themselves a role in it or changes its settings")
    func noSideDoor() async throws {
        let world = try await CommunityWorld(personas: [.manager])
        _ = try await circle(world, access: .request)
        let path = "/c/nursing/g/circle"
        let own = try world.member(.manager)
        #expect(try await world.post(path + "/members/\(own)", [("role", "facilitator")], as: .manager).status == 403)
        #expect(
            try await world.post(path + "/settings", GroupSettingsTests.fields("topic", "open"), as: .manager).status
                == 403
        )
        #expect(try await world.post(path + "/invitations", [("uses", "1")], as: .manager).status == 403)
    }
}

@Suite("A group of other kinds")
struct GroupDoorTests {
    @Test("is read by the members of its community where it is open, by everybody where that is public")
    func open() async throws {
        for visibility in [CommunityVisibility.members, .public] {
            let world = try await CommunityWorld(visibility: visibility)
            let group = try await world.site.group("winter", in: world.community, kind: .working)
            _ = try await world.site.thread(
                "Rota for January",
                in: group,
                of: world.community,
                by: world.member(.member)
            )
            for persona in Persona.allCases {
                let answer = try await world.browser(persona).get("/c/nursing/g/winter")
                let reads = visibility == .public || Persona.within.contains(persona)
                #expect(answer.status == (reads ? 200 : 404), "\(persona)")
                #expect(answer.text.contains("Rota for January") == reads, "\(persona)")
            }
        }
    }

    @Test("that is closed is opened by a request or an invitation only", arguments: [GroupAccess.request, .invite])
    func closed(access: GroupAccess) async throws {
        let world = try await CommunityWorld()
        let group = try await world.site.group("winter", in: world.community, access: access)
        try await world.site.join(world.member(.facilitator), group: group, of: world.community, as: .facilitator)
        _ = try await world.site.thread(
            "Rota for January",
            in: group,
            of: world.community,
            by: world.member(.facilitator)
        )
        for persona in [Persona.member, .moderator, .manager] {
            let text = try await world.browser(persona).get("/c/nursing/g/winter").text
            #expect(text.contains("What winter is for.") && !text.contains("Rota for January"))
        }
        let answer = try await world.post("/c/nursing/g/winter/join", [("note", "May I?")], as: .member)
        #expect(answer.status == (access == .request ? 303 : 403))
        #expect(try await world.browser(.member).get("/c/nursing/g/winter/members").status == 403)
        guard access == .request else { return }
        #expect(try await world.browser(.member).get("/c/nursing/g/winter").text.contains("You have asked to join"))
        #expect(try await world.post("/requests/1/accept", [], as: .manager).status == 303)
        #expect(try await world.browser(.member).get("/c/nursing/g/winter").text.contains("Rota for January"))
        _ = try await world.post("/c/nursing/g/winter/leave", [], as: .member)
        #expect(try await world.browser(.member).get("/c/nursing/g/winter").text.contains("Rota for January") == false)
    }

    @Test("refuses a request that is too long, and keeps what was typed")
    func longNote() async throws {
        let world = try await CommunityWorld(personas: [.member])
        _ = try await world.site.group("winter", in: world.community, access: .request)
        let note = String(repeating: "w", count: 1001)
        let answer = try await world.post("/c/nursing/g/winter/join", [("note", note)], as: .member)
        #expect(answer.status == 422 && answer.text.contains(note) && answer.text.contains("href=\"#note\""))
    }

    @Test("is not joined by the silenced, nor by those who were shut out of it")
    func notJoined() async throws {
        let world = try await CommunityWorld(personas: [.member, .silenced, .stranger])
        let group = try await world.site.group("winter", in: world.community)
        try await world.site.join(world.member(.member), group: group, of: world.community, standing: .suspended)
        for persona in [Persona.member, .silenced] {
            #expect(try await world.post("/c/nursing/g/winter/join", [], as: persona).status == 403, "\(persona)")
        }
        #expect(try await world.browser(.member).get("/c/nursing/g/winter/members").status == 403)
        #expect(try await world.post("/c/nursing/g/winter/join", [], as: .stranger).status == 404)
    }

    @Test("has its roles set by its facilitators, and who is taken out loses it at once")
    func roles() async throws {
        let world = try await CommunityWorld(personas: [.member, .facilitator, .manager])
        let group = try await world.site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.member(.facilitator), group: group, of: world.community, as: .facilitator)
        try await world.site.join(world.member(.member), group: group, of: world.community)
        let path = "/c/nursing/g/circle/members/"
        let member = try world.member(.member), facilitator = try world.member(.facilitator)
        #expect(try await world.post(path + "\(facilitator)", [("role", "member")], as: .member).status == 403)
        #expect(try await world.post(path + "\(member)", [("role", "manager")], as: .facilitator).status == 422)
        #expect(try await world.post(path + "\(member)", [("role", "facilitator")], as: .facilitator).status == 303)
        #expect(try await world.browser(.member).get("/c/nursing/g/circle/settings").status == 200)
        let out = [("role", "member"), ("standing", "former")]
        #expect(try await world.post(path + "\(member)", out, as: .facilitator).status == 303)
        #expect(try await world.browser(.member).get("/c/nursing/g/circle/members").status == 403)
        #expect(try await world.post(path + "\(try world.member(.manager))", out, as: .facilitator).status == 404)
    }
}
