import Foundation
import HTTPTypes
import PraxisDomain
import PraxisStore
import PraxisTesting
import Testing

@Suite("A community's pages")
struct CommunityPagesTests {
    @Test("show the front of a members' community to everybody, its discussions to those who belong")
    func showsTheFront() async throws {
        let world = try await CommunityWorld()
        let commons = try await world.site.commons(of: world.community)
        _ = try await world.site.thread(
            "Lone working at night",
            in: commons,
            of: world.community,
            by: world.member(.member)
        )
        for persona in Persona.allCases {
            let answer = try await world.browser(persona).get("/c/nursing")
            #expect(answer.status == 200)
            // What it is about stands before those who do not belong, and for members on a page of its own.
            let about = try await world.browser(persona).get("/c/nursing/about").text
            #expect(answer.text.contains("How we practise.") || Persona.within.contains(persona), "\(persona)")
            #expect(about.contains("How we practise.") || !Persona.within.contains(persona), "\(persona)")
            #expect(answer.text.contains("Lone working at night") == Persona.within.contains(persona), "\(persona)")
            #expect(answer.text.contains("g/everyone") == (Persona.within.contains(persona)), "\(persona)")
        }
    }

    @Test("have its name as their heading, and its groups in one order on all of them, also where something is new")
    func heads() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member])
        let site = world.site, community = world.community, member = try world.member(.member)
        for name in ["alder", "willow"] {
            try await site.join(member, group: try await site.group(name, in: community), of: community)
        }
        let browser = try await world.browser(.member)
        let quiet = try await browser.get("/c/nursing").text
        let willow: GroupID = try await site.value("SELECT id FROM \"group\" WHERE slug = 'willow'")
        try await site.join(world.member(.manager), group: willow, of: community)
        _ = try await site.thread("Fresh news", in: willow, of: community, by: world.member(.manager))
        let page = try await browser.get("/c/nursing").text
        func places(_ parts: [String], in page: String) -> [String.Index] {
            parts.compactMap { part in
                page.range(of: "id=\"groups\"").flatMap {
                    page.range(of: part, range: $0.upperBound..<page.endIndex)?.lowerBound
                }
            }
        }
        #expect(page.contains("class=\"tag new\"") && page.contains("<h2>About</h2>"))
        let (people, about) = (
            try await browser.get("/c/nursing/members").text, try await browser.get("/c/nursing/about").text
        )
        for tab in [quiet, page, people, about] {
            let sorted = places(["/g/alder\"", "/g/willow\""], in: tab)
            #expect(sorted.count == 2 && sorted == sorted.sorted(), "as they were put in order")
            #expect(tab.contains(/<h1[^>]*>Nursing<\/h1>/))
        }
    }

    @Test("say under the heading who can read them, also those of its settings and its groups")
    func readers() async throws {
        let world = try await CommunityWorld()
        let circle = try await world.site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.member(.manager), group: circle, of: world.community, as: .facilitator)
        let browser = try await world.browser(.manager), member = try world.member(.member)
        let places = [
            "", "/members", "/about", "/settings", "/settings/care", "/audit", "/queue", "/members/\(member)/standing",
            "/g/circle", "/g/circle/members", "/g/circle/settings", "/g/circle/audit",
        ]
        for place in places {
            let page = try await browser.get("/c/nursing" + place).text
            let head = page.range(of: "</h1>").map { String(page[$0.upperBound...].prefix(400)) } ?? ""
            #expect(head.contains("<p class=\"strip"), "\(place)")
        }
    }

    @Test("name in the list a role beyond a member's alone, and say who can see it")
    func listed() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member])
        let hall = try await world.site.community("hall", visibility: .hidden)
        try await world.site.join(world.member(.member), hall)
        try await world.site.join(world.member(.manager), hall)
        let member = try await world.browser(.member).get("/communities").text
        #expect(
            member.contains("Nursing") && !member.contains("Member</p>")
                && member.contains("#people\"/></svg> Members only")
                && member.contains("#hidden\"/></svg> Members only, not listed</p>")
        )
        #expect(
            try await world.browser(.manager).get("/communities").text.contains(
                " · Community manager</p>"
            )
        )
        let page = try await world.browser(.member).get("/c/hall").text
        #expect(page.contains(/<p class="strip"><svg[^>]*><use href="[^"]*#hidden"\/>/))
    }

    @Test("offer a discussion only to those who may start one")
    func offersToStart() async throws {
        let world = try await CommunityWorld(visibility: .public)
        for persona in Persona.allCases {
            let text = try await world.browser(persona).get("/c/nursing").text
            let starts = Persona.within.contains(persona) && persona != .silenced
            #expect(text.contains("Start a discussion") == starts, "\(persona)")
        }
    }

    @Test("offer to join to those who may")
    func offersToJoin() async throws {
        let world = try await CommunityWorld()
        for persona in Persona.allCases {
            let text = try await world.browser(persona).get("/c/nursing").text
            let joins: Set<Persona> = [.stranger, .pending, .former, .guestOfThePast, .siteAdministrator]
            #expect(text.contains("href=\"/c/nursing/join\">Ask to join") == joins.contains(persona), "\(persona)")
        }
        #expect(try await world.browser(.visitor).get("/c/nursing").text.contains("Sign in to join"))
    }

    @Test("show who belongs to members only")
    func showsPeople() async throws {
        let statuses = try await CommunityWorld(visibility: .public).statuses(of: "/c/nursing/members")
        #expect(statuses.with(200) == [.member, .silenced, .facilitator, .moderator, .manager])
        #expect(statuses.with(303) == [.visitor])
        #expect(statuses.with(403).count == Persona.allCases.count - 6)
    }

    @Test("leave managing to the community manager", arguments: ["/c/nursing/settings", "/c/nursing/groups/new"])
    func leavesManaging(path: String) async throws {
        let statuses = try await CommunityWorld().statuses(of: path)
        #expect(statuses.with(200) == [.manager])
        #expect(statuses.with(303) == [.visitor])
        #expect(statuses.with(403).count == Persona.allCases.count - 2)
    }

    @Test("leave adding communities to the site administrator")
    func leavesAdding() async throws {
        let world = try await CommunityWorld()
        let statuses = try await world.statuses(of: "/communities/new")
        #expect(statuses.with(200) == [.siteAdministrator])
        let fields = [("name", "School nurses"), ("visibility", "hidden"), ("joining", "invite"), ("language", "en")]
        #expect(try await world.post("/communities/new", fields, as: .manager).status == 403)
        let made = try await world.post("/communities/new", fields, as: .siteAdministrator)
        #expect(made.location == "/c/school-nurses")
        #expect(try await world.browser(.siteAdministrator).get("/c/school-nurses/settings").status == 200)
        #expect(try await world.browser(.member).get("/c/school-nurses").status == 404)
        let twice = fields + [("key", "k1")]
        let first = try await world.post("/communities/new", twice, as: .siteAdministrator)
        #expect(try await world.post("/communities/new", twice, as: .siteAdministrator).location == first.location)
        let again = try await world.post("/communities/new", fields, as: .siteAdministrator)
        #expect(first.location == "/c/school-nurses-2" && again.location == "/c/school-nurses-3")
    }

    @Test("list the communities that one may know of, one's own first")
    func listsCommunities() async throws {
        let world = try await CommunityWorld(visibility: .hidden)
        for persona in Persona.allCases {
            let text = try await world.browser(persona).get("/communities").text
            #expect(text.contains("/c/nursing\"") == Persona.within.contains(persona), "\(persona)")
            #expect(text.contains("/c/elsewhere\""))
        }
    }

    @Test("keep what was typed when a community cannot be added as it is")
    func keepsWhatWasTyped() async throws {
        let world = try await CommunityWorld(personas: [.siteAdministrator])
        let fields = [("name", "N"), ("domain", "Typed <domain>"), ("visibility", "secret"), ("joining", "open")]
        let answer = try await world.post("/communities/new", fields, as: .siteAdministrator)
        #expect(answer.status == 422)
        #expect(answer.text.contains("Typed &lt;domain&gt;"))
        for field in ["name", "visibility", "language"] {
            #expect(answer.text.contains("href=\"#\(field)\""), "\(field)")
        }
    }

    @Test("say where its people are, to everyone who can see it, as the community manager has set it")
    func region() async throws {
        let world = try await CommunityWorld(personas: [.manager, .member, .stranger])
        let path = "/c/nursing/settings",
            base = [("name", "Nursing"), ("domain", "How we practise."), ("language", "en")]
        let form = base + [("visibility", "members"), ("joining", "request"), ("version", "1")]
        for bad in [String(repeating: "w", count: 81), "Wa\0les"] {
            let answer = try await world.post(path, form + [("region", bad), ("agreement", "Be kind.")], as: .manager)
            #expect(answer.status == 422 && answer.text.contains("id=\"region-error\""))
            #expect(
                answer.text.contains("How we practise.") && answer.text.contains("Be kind."),
                "nothing else is lost"
            )
        }
        #expect(!(try await world.browser(.visitor).get("/c/nursing/about").text.contains("<dt>Region</dt>")))
        let set = try await world.post(path, form + [("region", " Ontario\n· Qu\u{E9}bec<b> ")], as: .manager)
        #expect(set.status == 303)
        #expect(try await world.browser(.manager).get(path).text.contains("value=\"Ontario · Qu\u{E9}bec&lt;b&gt;\""))
        for persona in [Persona.visitor, .stranger, .member] {
            let browser = try await world.browser(persona)
            let about = try await browser.get("/c/nursing/about").text,
                list = try await browser.get("/communities").text
            #expect(about.contains("<dt>Region</dt><dd dir=\"auto\">Ontario · Qu\u{E9}bec&lt;b&gt;</dd>"), "\(persona)")
            #expect(list.contains("Region: Ontario · Qu\u{E9}bec&lt;b&gt;</p>"), "\(persona)")
            let json = try await world.api(.get, "/communities/nursing", as: persona).json
            #expect(json["region"] as? String == "Ontario · Qu\u{E9}bec<b>", "\(persona)")
        }
        let stale = try await world.post(path, form + [("region", "Wales")], as: .manager)
        #expect(
            stale.status == 409 && stale.text.contains("value=\"Wales\"")
                && stale.text.contains("Qu\u{E9}bec&lt;b&gt;</dd>")
        )
        let none = try await world.post(path, form.map { $0.0 == "version" ? ($0.0, "2") : $0 }, as: .manager)
        #expect(none.status == 303)
        #expect(try await world.api(.get, "/communities/nursing", as: .visitor).json["region"] as? String == "")
    }

    @Test("say where the people of a new community are")
    func regionOfNew() async throws {
        let world = try await CommunityWorld(personas: [.siteAdministrator])
        let fields = [("name", "Fife nurses"), ("visibility", "public"), ("joining", "open"), ("language", "en")]
        let made = try await world.post("/communities/new", fields + [("region", "Fife")], as: .siteAdministrator)
        #expect(made.location == "/c/fife-nurses")
        #expect(try await Browser(world.site).get("/c/fife-nurses/about").text.contains(">Fife</dd>"))
    }

    @Test("speak French to readers of French")
    func speaksFrench() async throws {
        let world = try await CommunityWorld(personas: [])
        let answer = try await Browser(world.site).get("/c/nursing", headers: [("Accept-Language", "fr-CA")])
        #expect(answer.text.contains("Ce qui nous réunit"))
    }
}
