import PraxisApp
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("praxis membership set")
struct MembershipCommandTests {
    private let site: TestSite
    private let nursing: CommunityID
    private let ann: MemberID
    private let mary: MemberID

    init() async throws {
        site = try TestSite()
        nursing = try await site.community("nursing", agreement: "Be kind.")
        ann = try await site.member("Ann")
        mary = try await site.member("Mary")
        try await site.join(mary, nursing, as: .manager)
    }

    private func set(
        _ name: String,
        _ role: Role,
        group: String? = nil
    ) async -> (code: Int32, said: Said) {
        let said = Said()
        let work = AdminCommand.setMembership(
            email: "\(name)@example.org",
            community: "nursing",
            group: group,
            role: role
        )
        let code = await work.run(in: CommandContext(site.env, Configuration()), Output(out: said.out, err: said.err))
        return (code, said)
    }

    private func status(_ browser: Browser, _ path: String) async throws -> Int { try await browser.get(path).status }

    private func number(_ sql: SQL<Int>) async throws -> Int? { try await site.env.store.read { try $0.first(sql) } }

    @Test(
        "ends the sessions of anyone who gains rights over others, and no one else's",
        arguments: [(Role.moderator, false), (.manager, false), (.facilitator, true), (.member, true)]
    )
    func endsSessions(role: Role, staysSignedIn: Bool) async throws {
        try await site.join(ann, nursing)
        let browser = try await site.browser(ann)
        for _ in 1...2 { #expect(try await status(browser, "/settings") == 200) }
        #expect(await set("ann", role).code == 0)
        #expect(try await (status(browser, "/settings") == 200) == staysSignedIn)
        let again = try await site.browser(ann)
        #expect(await set("ann", role).code == 0)
        #expect(try await status(again, "/settings") == 200, "a second run changes nothing")
        #expect(await set("ann", .guest).code == 0)
        #expect(try await status(again, "/settings") == 200)
        #expect(try await status(again, "/c/nursing/settings") != 200)
    }

    @Test("vouches for a newcomer: nothing they write is held", arguments: [nil, "everyone"])
    func vouches(group: String?) async throws {
        let nora = try await site.newcomer("Nora", nursing), viewer = Viewer(member: mary)
        let change = try CareChange(heldPosts: 3, contact: nil, crisis: "", version: 0)
        try await site.env.communities[nursing].change(change, as: viewer)
        let commons = try await site.commons(of: nursing)
        func state(_ title: String) async throws -> String? {
            let thread = try await site.thread(title, in: commons, of: nursing, by: nora)
            return try await site.env.store.read {
                try $0.first("SELECT state FROM post WHERE threadId = \(thread)" as SQL<String>)
            }
        }
        #expect(try await state("Before") == "held")
        #expect(await set("nora", .member, group: group).code == 0)
        #expect(try await state("After") == "published")
    }

    @Test(
        "keeps the last manager, and says whom it kept, and what to do",
        arguments: [Role.guest, .member, .moderator]
    )
    func keepsTheLastManager(role: Role) async throws {
        let browser = try await site.browser(mary)
        let refused = await set("mary", role)
        #expect(refused.code == 1)
        #expect(
            refused.said.err == [
                """
                mary@example.org is the only community manager of nursing. Nothing was changed: make someone else a manager \
                first, with praxis membership set --role manager.
                """
            ]
        )
        #expect(try await status(browser, "/c/nursing/settings") == 200)
        #expect(await set("ann", .manager).code == 0)
        #expect(await set("mary", role).code == 0)
        #expect(try await status(browser, "/c/nursing/settings") != 200)
    }

    @Test("answers the request to join of anyone who is put in", arguments: [nil, "circle"])
    func closesRequests(group: String?) async throws {
        let circle = try await site.group("circle", in: nursing, access: .request)
        let community = site.env.communities[nursing]
        if group == nil {
            _ = try await community.join(agreeing: 1, note: "", as: Viewer(member: ann))
        } else {
            try await site.join(ann, nursing)
            _ = try await community.join(circle, note: "", as: Viewer(member: ann))
        }
        #expect(try await number("SELECT count(*) FROM request WHERE decidedAt IS NULL") == 1)
        #expect(await set("ann", .member, group: group).code == 0)
        #expect(try await number("SELECT count(*) FROM request WHERE decidedAt IS NULL") == 0)
        #expect(try await number("SELECT count(*) FROM queueItem WHERE state = 'open'") == 0)
        let people = try await site.browser(mary).get("/c/nursing/members").text
        #expect(people.contains("Ann") && !people.contains("asks to join"))
    }

    @Test("makes anyone whom it puts into a group a member of the community, but not a guest")
    func entersTheCommunity() async throws {
        #expect(await set("ann", .facilitator, group: "everyone").code == 0)
        #expect(try await status(site.browser(ann), "/c/nursing/g/everyone/settings") == 200)
        let ben = try await site.member("Ben")
        #expect(await set("ben", .guest, group: "everyone").code == 0)
        #expect(try await number("SELECT count(*) FROM membership WHERE memberId = \(ben)") == 0)
    }
}
