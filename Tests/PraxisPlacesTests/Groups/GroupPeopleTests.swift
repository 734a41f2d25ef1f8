import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The people of a group, on its page and at its door")
struct GroupPeopleTests {
    /// Who is told who facilitates a group that they have not joined, in a public community.
    private static let told: Set<Persona> = [.member, .silenced, .facilitator, .moderator, .manager]

    private let name = "<bdi>Facilitator Person</bdi>"
    private let path = "/c/nursing/g/winter"

    /// What stands beside the page.
    private func panel(_ page: Browser.Answer) -> String? {
        page.text.firstMatch(of: /(?s)<section class="card"><h2>People<\/h2>.*?<\/section>/).map { String($0.0) }
    }

    /// A group of two, one of them its facilitator, and of others whose part does not count.
    private func winter(
        _ world: CommunityWorld,
        access: GroupAccess = .open,
        kind: GroupKind = .topic
    ) async throws -> GroupID {
        let site = world.site, community = world.community
        let group = try await site.group("winter", in: community, kind: kind, access: access)
        try await site.join(world.member(.facilitator), group: group, of: community, as: .facilitator)
        for (name, role, standing) in [
            ("Anna Berg", Role.member, Standing.active), ("Ben Gone", .facilitator, .former),
            ("Cleo Barred", .facilitator, .suspended),
        ] {
            let member = try await site.member(name)
            try await site.join(member, community)
            try await site.join(member, group: group, of: community, as: role, standing: standing)
        }
        _ = try await site.thread(
            "Rota for January",
            kind: .question,
            in: group,
            of: community,
            by: world.member(.facilitator)
        )
        return group
    }

    @Test("beside an open group are counted for everyone, and its facilitators named to those who belong to it")
    func open() async throws {
        let world = try await CommunityWorld(visibility: .public)
        _ = try await winter(world)
        for persona in Persona.allCases {
            let page = try await world.browser(persona).get(path)
            #expect(Markup.faults(page.text) == [], "\(persona)")
            let beside = try #require(panel(page), "\(persona)")
            #expect(beside.contains("2\u{A0}people have joined"), "\(persona)")
            let isTold = Self.told.contains(persona) || persona == .guest
            #expect(beside.contains(name) == isTold, "\(persona)")
            let link = "<a href=\"\(path)/members?q=Facilitator%20Person\">" + name
            #expect(beside.contains(link) == Self.told.contains(persona), "\(persona)")
            for other in ["Ben Gone", "Cleo Barred", "Anna Berg"] { #expect(!beside.contains(other), "\(persona)") }
        }
        let people = try await world.browser(.member).get(path + "/members?q=Facilitator%20Person")
        #expect(people.text.contains("<strong>Facilitator Person</strong>"))
    }

    @Test(
        "are counted at the door of one that has to be joined, and its facilitators named to members; nothing else of it is said",
        arguments: [GroupAccess.request, .invite]
    )
    func door(access: GroupAccess) async throws {
        let world = try await CommunityWorld(visibility: .public)
        _ = try await winter(world, access: access)
        for persona in Persona.allCases where persona != .facilitator {
            let door = try await world.browser(persona).get(path)
            #expect(door.status == 200 && door.text.contains("What winter is for."), "\(persona)")
            #expect(door.text.contains("<dd>2\u{A0}people have joined</dd>"), "\(persona)")
            #expect(
                door.text.contains("<dt>Facilitator</dt><dd>\(name)</dd>") == Self.told.contains(persona),
                "\(persona)"
            )
            let signUp = door.text.contains("<a class=\"btn\" href=\"/sign-up?next=/c/nursing/g/winter\">")
            #expect(signUp == (persona == .visitor && access == .request), "\(persona)")
            if [.visitor, .stranger, .member].contains(persona) {
                let asks = door.text.contains("Members of Nursing can ask to join.")
                let onward = door.text.contains("<a class=\"btn\" href=\"/c/nursing\">")
                #expect(asks == (persona != .member && access == .request), "\(persona)")
                #expect(onward == (persona == .stranger && access == .request), "\(persona)")
            }
            for secret in ["Rota for January", "Anna Berg", "Ben Gone", "Cleo Barred", "Open questions", "/members?q"] {
                #expect(!door.text.contains(secret), "\(persona) \(secret)")
            }
            #expect(Markup.faults(door.text) == [], "\(persona)")
        }
        let inside = try await world.browser(.facilitator).get(path)
        #expect(inside.text.contains(name) && inside.text.contains("Open questions"))
    }

    @Test("are told at the door only to those who may know of it, and said to be none where nobody has joined")
    func existence() async throws {
        let world = try await CommunityWorld()
        _ = try await world.site.group("winter", in: world.community, access: .request)
        for persona in Persona.allCases {
            let door = try await world.browser(persona).get(path)
            let knows = Self.told.contains(persona)
            #expect(door.status == (knows ? 200 : 404), "\(persona)")
            #expect(door.text.contains("<dd>No one has joined yet</dd>") == knows, "\(persona)")
        }
    }

    @Test("of a confidential one are seen by those who have joined it, and by nobody at its door")
    func confidential() async throws {
        let world = try await CommunityWorld(visibility: .public)
        _ = try await winter(world, access: .request, kind: .peerSupport)
        for persona in Persona.allCases {
            let page = try await world.browser(persona).get(path), isInside = persona == .facilitator
            #expect(page.status == 200 && page.text.contains("What winter is for."), "\(persona)")
            #expect(panel(page)?.contains("2\u{A0}people have joined") ?? false == isInside, "\(persona)")
            #expect(page.text.contains(name) == isInside, "\(persona)")
            #expect(!page.text.contains("<dt>People</dt>") && !page.text.contains("<dt>Facilitator"), "\(persona)")
        }
    }

    @Test("name twelve facilitators, and say how many more there are")
    func many() async throws {
        let world = try await CommunityWorld(visibility: .public)
        let winter = try await world.site.group("winter", in: world.community)
        let spring = try await world.site.group("spring", in: world.community, access: .request)
        for number in 10...24 {
            let member = try await world.site.member("Person \(number)")
            try await world.site.join(member, world.community)
            for group in [winter, spring] {
                try await world.site.join(member, group: group, of: world.community, as: .facilitator)
            }
        }
        let member = try await world.browser(.member)
        let page = try await member.get(path), door = try await member.get("/c/nursing/g/spring")
        for text in [try #require(panel(page)), door.text] {
            #expect(text.contains("Person 21") && !text.contains("Person 22"))
            #expect(text.contains("and 3 more"))
        }
        #expect(Markup.faults(page.text) == [] && Markup.faults(door.text) == [])
    }

    @Test("are counted anew on the page that is kept for visitors")
    func kept() async throws {
        let world = try await CommunityWorld(visibility: .public)
        _ = try await winter(world)
        let visitor = Browser(world.site)
        #expect(try await visitor.get(path).text.contains("2\u{A0}people have joined"))
        _ = try await world.post(path + "/join", [], as: .member)
        #expect(try await visitor.get(path).text.contains("3\u{A0}people have joined"))
        _ = try await world.post(path + "/leave", [], as: .member)
        #expect(try await visitor.get(path).text.contains("2\u{A0}people have joined"))
    }
}
