import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

/// A community with a thread in its open group, and those who restrict and are restricted.
struct StandingWorld: Sendable {
    let world: CommunityWorld
    let commons: GroupID
    let thread: ThreadID
    var site: TestSite { world.site }

    init(visibility: CommunityVisibility = .members) async throws {
        world = try await CommunityWorld(visibility: visibility, joining: .open)
        commons = try await world.site.commons(of: world.community)
        thread = try await world.site.thread(
            "How do you do this?",
            in: commons,
            of: world.community,
            by: world.member(.manager)
        )
    }

    func path(_ persona: Persona, group: String? = nil) throws -> String {
        let home = group.map { "/c/nursing/g/\($0)" } ?? "/c/nursing"
        return "\(home)/members/\(try world.member(persona))/standing"
    }

    /// Sends the form that restricts a member.
    func hold(
        _ persona: Persona,
        _ kind: RestrictionKind,
        days: String = "7",
        group: String? = nil,
        replaces: String = "",
        by actor: Persona = .moderator
    ) async throws -> Browser.Answer {
        let fields = [
            ("kind", kind.rawValue), ("days", days), ("text", "You were rude, reasonxq."),
            ("note", "Third time, privatexq."),
            ("replaces", replaces),
        ]
        return try await world.post(try path(persona, group: group), fields, as: actor)
    }

    func lift(_ persona: Persona, group: String? = nil, by actor: Persona = .moderator) async throws -> Int {
        try await world.post(try path(persona, group: group) + "/end", [], as: actor).status
    }

    /// The status of a reply.
    func reply(_ persona: Persona, to thread: ThreadID? = nil) async throws -> Int {
        try await world.post("/t/\(thread ?? self.thread)/posts", [("body", "A reply.")], as: persona).status
    }

    func read(_ persona: Persona, _ thread: ThreadID? = nil) async throws -> Int {
        try await world.browser(persona).get("/t/\(thread ?? self.thread)").status
    }
}

@Suite("Holding a member back")
struct StandingTests {
    @Test("by silence takes their voice at once, tells them why, and ends by itself")
    func silence() async throws {
        let made = try await StandingWorld(), browser = try await made.world.browser(.member)
        #expect(try await browser.get("/t/\(made.thread)").text.contains("id=\"reply\""))
        #expect(try await made.hold(.member, .silenced).status == 303)
        #expect(try await made.reply(.member) == 403)
        for path in ["/t/\(made.thread)", "/c/nursing", "/c/nursing/g/everyone", "/settings"] {
            let page = try await browser.get(path)
            #expect(page.status == 200 && page.text.contains("reasonxq"), "\(path)")
            #expect(page.text.contains("You can read but not post in Nursing"), "\(path)")
            #expect(page.text.contains("Saturday 28 November") && !page.text.contains("privatexq"), "\(path)")
        }
        made.site.pass(.days(7) - .seconds(1))
        #expect(try await made.reply(.member) == 403)
        made.site.pass(.seconds(1))
        #expect(try await made.reply(.member) == 303)
        #expect(try await !browser.get("/settings").text.contains("reasonxq"))
    }

    @Test("by suspension makes a visitor of them at once, and ends by itself with everything they had joined")
    func suspension() async throws {
        let made = try await StandingWorld(), site = made.site, community = made.world.community
        let circle = try await site.group("circle", in: community, kind: .peerSupport, access: .invite)
        let member = try made.world.member(.member), manager = try made.world.member(.manager)
        for person in [member, manager] { try await site.join(person, group: circle, of: community) }
        let secret = try await site.thread("Something confidential", in: circle, of: community, by: manager)
        let browser = try await made.world.browser(.member), bearer = try await site.bearer(member)
        #expect(try await made.read(.member, secret) == 200)
        #expect(try await made.hold(.member, .suspended, days: "30").status == 303)
        #expect(try await browser.get("/t/\(secret)").status == 404)
        #expect(try await made.read(.member) == 404)
        let headers = [("Authorization", "Bearer " + bearer)]
        #expect(try await browser.get("/api/v1/threads/\(secret)", headers: headers).status == 404)
        let front = try await browser.get("/c/nursing").text
        #expect(
            front.contains("You are suspended from Nursing") && front.contains("reasonxq") && !front.contains("Join")
        )
        #expect(try await made.world.post("/c/nursing/join", [], as: .member).status == 403)
        #expect(try await made.world.post("/c/nursing/leave", [], as: .member).status < 500)
        made.site.pass(.days(30))
        #expect(try await made.read(.member) == 200)
        #expect(try await made.read(.member, secret) == 200)
        #expect(try await made.reply(.member, to: secret) == 303)
    }

    @Test("by suspension shuts out a guest of one of its groups, too")
    func guestsOfGroups() async throws {
        let made = try await StandingWorld(), site = made.site, community = made.world.community
        let circle = try await site.group("circle", in: community, kind: .peerSupport, access: .invite)
        try await site.join(made.world.member(.manager), group: circle, of: community)
        try await site.join(made.world.member(.member), group: circle, of: community, as: .guest)
        let secret = try await site.thread("Something", in: circle, of: community, by: made.world.member(.manager))
        #expect(try await made.read(.member, secret) == 200)
        _ = try await made.hold(.member, .suspended)
        #expect(try await made.read(.member, secret) == 404)
        #expect(try await !made.world.browser(.member).get("/").text.contains("Something"))
    }

    @Test("lasts until someone lifts it where no end is given")
    func noEnd() async throws {
        let made = try await StandingWorld()
        #expect(try await made.hold(.member, .silenced, days: "no-end").status == 303)
        made.site.pass(.days(2000))
        #expect(try await made.reply(.member) == 403)
        #expect(try await made.world.browser(.member).get("/c/nursing").text.contains("until someone lifts it"))
        #expect(try await made.lift(.member) == 303)
        #expect(try await made.reply(.member) == 303)
        #expect(try await made.lift(.member) == 303)
    }

    @Test("leaves a lapsed membership lapsed when it ends", arguments: [true, false])
    func lapsed(isLifted: Bool) async throws {
        let made = try await StandingWorld()
        try await made.site.join(made.world.member(.member), made.world.community, standing: .lapsed)
        _ = try await made.hold(.member, .suspended)
        if isLifted { _ = try await made.lift(.member) } else { made.site.pass(.days(8)) }
        #expect(try await made.read(.member) == 200)
        #expect(try await made.reply(.member) == 403)
    }

    @Test("in one group leaves the others alone, be it joined or not")
    func oneGroup() async throws {
        let made = try await StandingWorld(), site = made.site, community = made.world.community
        let winter = try await site.group("winter", in: community)
        let manager = try made.world.member(.manager)
        let thread = try await site.thread("Winter pressures", in: winter, of: community, by: manager)
        #expect(try await made.hold(.member, .silenced, group: "winter").status == 303)
        #expect(try await made.reply(.member, to: thread) == 403)
        #expect(try await made.reply(.member) == 303)
        let page = try await made.world.browser(.member).get("/t/\(thread)").text
        #expect(page.contains("not post in Winter") && page.contains("reasonxq"))
        made.site.pass(.days(8))
        #expect(try await made.reply(.member, to: thread) == 303)
        let row: String = try await site.value(
            "SELECT standingAfter FROM groupMembership WHERE memberId = \(made.world.member(.member)) AND groupId = \(winter)"
        )
        #expect(row == "former", "anyone who had not joined has not joined now")
    }

    @Test("in an open group gives nothing to read when the group is closed")
    func closedLater() async throws {
        let made = try await StandingWorld(), site = made.site, community = made.world.community
        let winter = try await site.group("winter", in: community)
        let facilitator = try made.world.member(.facilitator)
        try await site.join(facilitator, group: winter, of: community, as: .facilitator)
        let thread = try await site.thread("Winter", in: winter, of: community, by: facilitator)
        _ = try await made.hold(.member, .silenced, group: "winter")
        let closed = [
            ("name", "Winter"), ("kind", "topic"), ("access", "invite"), ("listed", "yes"), ("version", "1"),
            ("editDays", "30"),
        ]
        #expect(try await made.world.post("/c/nursing/g/winter/settings", closed, as: .facilitator).status == 303)
        #expect(try await made.read(.member, thread) == 404)
    }

    @Test(
        "is not escaped by leaving and joining again, and is over when its time has passed",
        arguments: RestrictionKind.allCases
    )
    func leaving(kind: RestrictionKind) async throws {
        let made = try await StandingWorld()
        _ = try await made.hold(.member, kind)
        _ = try await made.world.post("/c/nursing/leave", [], as: .member)
        #expect(try await made.world.post("/c/nursing/join", [], as: .member).status == 403)
        #expect(try await made.reply(.member) >= 403)
        let token = try await made.world.invitation()
        #expect(try await made.world.post("/i/" + token, [], as: .member).status == 403)
        made.site.pass(.days(8))
        if kind == .silenced { #expect(try await made.read(.member) == 404) }
        _ = try await made.world.post("/c/nursing/join", [], as: .member)
        #expect(try await made.reply(.member) == 303)
    }

    @Test("of a silenced guest is not escaped by an invitation")
    func guests() async throws {
        let made = try await StandingWorld()
        #expect(try await made.hold(.guest, .silenced).status == 303)
        let token = try await made.world.invitation()
        #expect(try await made.world.post("/i/" + token, [], as: .guest).status == 403)
        #expect(try await made.reply(.guest) == 403)
    }

    @Test("again replaces what there was, and of two who do it at once the second is shown the first")
    func replaced() async throws {
        let made = try await StandingWorld()
        #expect(try await made.hold(.member, .silenced).status == 303)
        let late = try await made.hold(.member, .suspended, by: .manager)
        #expect(late.status == 409 && late.text.contains("Moderator Person") && late.text.contains("privatexq"))
        #expect(try await made.read(.member) == 200)
        #expect(try await made.hold(.member, .suspended, replaces: "1", by: .manager).status == 303)
        #expect(try await made.read(.member) == 404)
        let page = try await made.world.browser(.moderator).get(try made.path(.member)).text
        #expect(page.contains("Lifted by Manager Person") && page.contains("Suspended (no access)"))
    }
}

extension Span {
    fileprivate static func - (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds - right.milliseconds)
    }
}
