import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("Joining a community")
struct JoiningTests {
    @Test("is done at once where it is open, once the agreement is accepted")
    func joinsAtOnce() async throws {
        let world = try await CommunityWorld(joining: .open, agreement: "Be kind.", personas: [.stranger])
        #expect(try await world.browser(.stranger).get("/c/nursing/join").text.contains("Be kind."))
        let refused = try await world.post("/c/nursing/join", [], as: .stranger)
        #expect(refused.status == 422 && refused.text.contains("href=\"#agreement\""))
        #expect(try await world.post("/c/nursing/join", [("agreement", "2")], as: .stranger).status == 422)
        #expect(try await world.post("/c/nursing/join", [("agreement", "1")], as: .stranger).status == 303)
        #expect(try await world.browser(.stranger).get("/c/nursing/members").status == 200)
    }

    @Test("waits for a manager where it is on request")
    func waits() async throws {
        let world = try await CommunityWorld(
            agreement: "Be kind.",
            personas: [.stranger, .manager, .member, .moderator]
        )
        let asked = try await world.post(
            "/c/nursing/join",
            [("agreement", "1"), ("note", "I nurse <here>")],
            as: .stranger
        )
        #expect(asked.location == "/c/nursing?done=asked")
        #expect(try await world.browser(.stranger).get("/c/nursing/join").text.contains("You have asked to join"))
        #expect(try await world.browser(.stranger).get("/c/nursing/members").status == 403)
        #expect(try await world.browser(.manager).get("/c/nursing/members").text.contains("I nurse &lt;here&gt;"))
        #expect(try await world.browser(.member).get("/c/nursing/members").text.contains("I nurse") == false)
        for persona in [Persona.stranger, .member, .moderator] {
            #expect(try await world.post("/requests/1/accept", [], as: persona).status == 404)
        }
        let accepted = try await world.post("/requests/1/accept", [], as: .manager)
        #expect(accepted.location == "/c/nursing/members?done=accepted")
        #expect(try await world.browser(.stranger).get("/c/nursing/members").status == 200)
        #expect(try await world.post("/requests/1/accept", [], as: .manager).status == 303)
        #expect(try await world.post("/requests/1/decline", [], as: .manager).status == 409)
    }

    @Test("can be declined, and asked for again")
    func isDeclined() async throws {
        let world = try await CommunityWorld(personas: [.stranger, .manager])
        _ = try await world.post("/c/nursing/join", [], as: .stranger)
        _ = try await world.post("/c/nursing/join", [], as: .stranger)
        #expect(try await world.post("/requests/1/decline", [], as: .manager).status == 303)
        #expect(try await world.browser(.stranger).get("/c/nursing/members").status == 403)
        #expect(try await world.post("/requests/2/decline", [], as: .manager).status == 404)
        _ = try await world.post("/c/nursing/join", [], as: .stranger)
        #expect(try await world.post("/requests/2/accept", [], as: .manager).status == 303)
    }

    @Test("is asked for no more once the asking is taken back, by the button or by the API", arguments: [false, true])
    func isWithdrawn(byAPI: Bool) async throws {
        let world = try await CommunityWorld(personas: [.stranger, .manager])
        _ = try await world.post("/c/nursing/join", [], as: .stranger)
        let page = try await world.browser(.stranger).get("/c/nursing").text
        #expect(page.contains("action=\"/c/nursing/join/withdraw\""))
        if byAPI {
            #expect(try await world.api(.delete, "/communities/nursing/membership", as: .stranger).status == 204)
        } else {
            let done = try await world.post("/c/nursing/join/withdraw", [], as: .stranger)
            #expect(done.location == "/c/nursing?done=withdrawn")
        }
        #expect(try await world.browser(.manager).get("/c/nursing/members").text.contains("asks to join") == false)
        #expect(try await world.post("/requests/1/accept", [], as: .manager).status == 409)
        let open = try await world.openThings()
        #expect(open == 0)
        let again = try await world.browser(.stranger).get("/c/nursing").text
        #expect(again.contains("Ask to join") && !again.contains("You have asked"))
        _ = try await world.post("/c/nursing/join", [], as: .stranger)
        #expect(try await world.post("/requests/2/accept", [], as: .manager).status == 303)
        // A page that is older than the answer ends no membership.
        #expect(try await world.post("/c/nursing/join/withdraw", [], as: .stranger).location == "/c/nursing")
        #expect(try await world.browser(.stranger).get("/c/nursing/members").status == 200)
    }

    @Test("in a group is asked for no more once the asking is taken back", arguments: [false, true])
    func isWithdrawnFromAGroup(byAPI: Bool) async throws {
        let world = try await CommunityWorld(personas: [.member, .manager])
        _ = try await world.site.group("circle", in: world.community, access: .request)
        _ = try await world.post("/c/nursing/g/circle/join", [], as: .member)
        let door = try await world.browser(.member).get("/c/nursing/g/circle").text
        #expect(door.contains("action=\"/c/nursing/g/circle/join/withdraw\""))
        if byAPI {
            let path = "/communities/nursing/groups/circle/membership"
            #expect(try await world.api(.delete, path, as: .member).status == 204)
        } else {
            let done = try await world.post("/c/nursing/g/circle/join/withdraw", [], as: .member)
            #expect(done.location == "/c/nursing/g/circle?done=withdrawn")
        }
        #expect(try await world.openThings() == 0)
        #expect(try await world.browser(.member).get("/c/nursing/g/circle").text.contains("You have asked") == false)
    }

    @Test("at once, where it has become open meanwhile, leaves no request behind")
    func closesOwnRequest() async throws {
        let world = try await CommunityWorld(personas: [.stranger, .manager])
        _ = try await world.post("/c/nursing/join", [], as: .stranger)
        let settings = [
            ("name", "Nursing"), ("visibility", "members"), ("joining", "open"), ("language", "en"), ("version", "1"),
        ]
        #expect(try await world.post("/c/nursing/settings", settings, as: .manager).status == 303)
        #expect(try await world.post("/c/nursing/join", [], as: .stranger).status == 303)
        #expect(try await world.openThings() == 0)
    }

    @Test(
        "tells readers who are not signed in how, in a public community, too",
        arguments: ["/c/nursing", "/c/nursing/about"]
    )
    func tellsVisitors(path: String) async throws {
        for visibility in [CommunityVisibility.public, .members] {
            let world = try await CommunityWorld(visibility: visibility, personas: [])
            let page = try await world.browser(.visitor).get(path).text
            #expect(page.contains("href=\"/sign-in?next=/c/nursing/join\""), "\(visibility)")
            #expect(page.contains("href=\"/sign-up?next=/c/nursing/join\""), "\(visibility)")
        }
        let closed = try await CommunityWorld(visibility: .public, joining: .invite, personas: [])
        #expect(try await closed.browser(.visitor).get(path).text.contains("/sign-up?next") == false)
    }

    @Test("is refused to those who were shut out, and where one joins by invitation")
    func isRefused() async throws {
        let open = try await CommunityWorld(joining: .open)
        #expect(try await open.post("/c/nursing/join", [], as: .suspended).status == 403)
        #expect(try await open.post("/c/nursing/join", [], as: .visitor).status == 401)
        let closed = try await CommunityWorld(joining: .invite)
        #expect(try await closed.post("/c/nursing/join", [], as: .stranger).status == 403)
    }

    @Test("again begins with everything read that was written meanwhile")
    func beginsAnew() async throws {
        let world = try await CommunityWorld(joining: .open, personas: [.member, .manager])
        let commons = try await world.site.commons(of: world.community)
        let member = try world.member(.member)
        let first = try await world.readFrom(member)
        #expect(try await world.post("/c/nursing/leave", [], as: .member).location == "/communities?done=left")
        _ = try await world.site.thread(
            "Written meanwhile",
            in: commons,
            of: world.community,
            by: world.member(.manager)
        )
        #expect(try await world.post("/c/nursing/join", [], as: .member).status == 303)
        #expect(try await world.readFrom(member) > first)
        let newest = try await world.site.env.store.read { try $0.journalNumber() }
        #expect(try await world.readFrom(member) == newest.rawValue - 1, "only the joining itself is younger")
    }

    @Test("and leaving ends groups, too, at once")
    func leavingEndsGroups() async throws {
        let world = try await CommunityWorld(joining: .open, personas: [.member])
        let circle = try await world.site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.member(.member), group: circle, of: world.community)
        let browser = try await world.browser(.member)
        #expect(try await browser.get("/c/nursing/g/circle/members").status == 200)
        _ = try await browser.post("/c/nursing/leave", [], from: "/communities")
        #expect(try await browser.get("/c/nursing/g/circle").status == 404)
        _ = try await browser.post("/c/nursing/join", [], from: "/communities")
        #expect(try await browser.get("/c/nursing/g/circle").text.contains("No one else can open it"))
    }

    @Test("does not free anybody of a standing that holds them back")
    func keepsStanding() async throws {
        let world = try await CommunityWorld(joining: .open, personas: [.silenced])
        _ = try await world.post("/c/nursing/leave", [], as: .silenced)
        #expect(try await world.post("/c/nursing/join", [], as: .silenced).status == 403)
    }
}

extension CommunityWorld {
    /// Requests and items of the queue that wait.
    fileprivate func openThings() async throws -> Int? {
        try await site.env.store.read { db in
            try db.first(
                """
                SELECT (SELECT count(*) FROM request WHERE decidedAt IS NULL)
                     + (SELECT count(*) FROM queueItem WHERE state = 'open')
                """ as SQL<Int>
            )
        }
    }

    fileprivate func readFrom(_ member: MemberID) async throws -> Int64 {
        let community = community
        return try await site.env.store.read { db in
            try db.first(
                "SELECT readFrom FROM membership WHERE communityId = \(community) AND memberId = \(member)"
                    as SQL<Int64>
            )
        } ?? -1
    }
}
