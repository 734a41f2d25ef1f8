import HTTPTypes
import PraxisCommunity
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

/// A community whose log holds a line of each sort of place.
private struct LogWorld {
    let world: CommunityWorld
    var site: TestSite { world.site }

    /// Groups: open, by request, an unlisted one by invitation, a confidential one with the facilitator in it.
    init() async throws {
        world = try await CommunityWorld()
        let site = world.site, community = world.community, facilitator = try world.member(.facilitator)
        let groups = [
            try await site.group("openxq", in: community),
            try await site.group("askxq", in: community, access: .request),
            try await site.group("atticxq", in: community, access: .invite, isListed: false),
            try await site.group("circlexq", in: community, kind: .peerSupport, access: .invite),
        ]
        try await site.join(facilitator, group: groups[3], of: community, as: .facilitator)
        let hidden = try await site.community("zephyrhall", visibility: .hidden)
        let stranger = try world.member(.stranger)
        try await site.env.site.command { db in
            try db.audit(
                .roleChanged,
                by: facilitator,
                community: community,
                subject: stranger.subject,
                detail: "member moderator"
            )
            for group in groups { try db.audit(.groupChanged, by: facilitator, community: community, group: group) }
            try db.audit(.communityChanged, by: facilitator, community: hidden, subject: hidden.subject)
            try db.audit(.accountAdded, by: nil, subject: stranger.subject)
        }
    }

    func page(_ path: String, _ persona: Persona) async throws -> Browser.Answer {
        try await world.browser(persona).get(path)
    }
}

@Suite("The pages of the audit log")
struct AuditPagesTests {
    @Test("fold the filters on a narrow page, unless one is in use or wrong, and lead back to all")
    func folds() async throws {
        let log = try await LogWorld(), folded = "<details class=\"unfold\"><summary>Filters", path = "/c/nursing/audit"
        #expect(try await log.page(path, .manager).text.contains(folded))
        for filter in ["person=Nowhere", "from=nonsense"] {
            let page = try await log.page(path + "?" + filter, .manager).text
            #expect(page.contains("<details class=\"unfold\" open><summary>Filters") && !page.contains(folded))
        }
        let none = try await log.page(path + "?person=Nowhere", .manager).text
        #expect(none.contains("<a class=\"btn alt\" href=\"\(path)\">Show all entries</a>"))
    }

    @Test("of a community are for its moderators and community managers")
    func communityRoles() async throws {
        let world = try await LogWorld().world
        for path in ["/c/nursing/audit", "/c/nursing/audit.csv"] {
            let statuses = try await world.statuses(of: path)
            #expect(statuses.with(200) == [.moderator, .manager], "\(path)")
            #expect(statuses.with(303) == [.visitor])
        }
        #expect(try await world.browser(.manager).get("/c/zephyrhall/audit").status == 404)
    }

    @Test("of a group are for its facilitators, and for moderators and managers where it is not confidential")
    func groupRoles() async throws {
        let world = try await LogWorld().world
        #expect(
            try await world.statuses(of: "/c/nursing/g/openxq/audit").with(200) == [.facilitator, .moderator, .manager]
        )
        #expect(try await world.statuses(of: "/c/nursing/g/circlexq/audit").with(200) == [.facilitator])
        #expect(try await world.statuses(of: "/c/nursing/g/atticxq/audit").with(200) == [])
        #expect(try await world.browser(.moderator).get("/c/nursing/g/atticxq/audit").status == 404)
    }

    @Test("tell in words what kind of item a decision was about, in the list and in the spreadsheet")
    func kindsInWords() async throws {
        let world = try await LogWorld().world, community = world.community
        try await world.site.env.site.command { db in
            for kind in Forum.capabilities.queueKinds.all.map(\.kind) {
                try db.audit(.resolved, by: nil, community: community, detail: "\(kind.rawValue) approved")
            }
        }
        for path in ["/c/nursing/audit", "/c/nursing/audit.csv"] {
            let text = try await world.browser(.moderator).get(path).text
            for words in ["Approved a reported post", "Approved a first post", "Approved a request to join"] {
                #expect(text.contains(words), "\(path): \(words)")
            }
        }
    }

    @Test("of a place do not say its community in each line; those of the site, and the spreadsheet, do")
    func communityOnce() async throws {
        let log = try await LogWorld()
        let own = try await log.page("/c/nursing/audit", .manager).text
        #expect(own.contains("<span class=\"meta\">Openxq</span>") && own.contains(">The community itself</span>"))
        #expect(!own.contains("Openxq · Nursing"))
        #expect(try await log.page("/c/nursing/audit.csv", .manager).text.contains("Openxq · Nursing"))
        try await log.site.join(log.world.member(.siteAdministrator), log.world.community, as: .manager)
        #expect(
            try await log.page("/audit", .siteAdministrator).text.contains(
                "<span class=\"meta\">Openxq · Nursing</span>"
            )
        )
    }

    @Test("of the site are for its administrators")
    func siteRoles() async throws {
        let world = try await LogWorld().world
        for path in ["/audit", "/audit.csv"] {
            #expect(try await world.statuses(of: path).with(200) == [.siteAdministrator], "\(path)")
        }
        #expect(try await world.browser(.siteAdministrator).get("/c/nursing/audit").status == 403)
    }

    @Test("tell moderators of listed groups, and of confidential and unlisted ones nothing", arguments: ["", ".csv"])
    func places(suffix: String) async throws {
        let log = try await LogWorld()
        for persona in [Persona.moderator, .manager] {
            let text = try await log.page("/c/nursing/audit" + suffix, persona).text
            for word in ["Openxq", "Askxq", "Facilitator Person", "Stranger Person", "Member → Moderator"] {
                #expect(text.contains(word), "\(persona): \(word)")
            }
            for word in ["Circlexq", "circlexq", "Atticxq", "atticxq", "Zephyrhall"] { #expect(!text.contains(word)) }
        }
        let own = try await log.page("/c/nursing/g/circlexq/audit" + suffix, .facilitator).text
        #expect(own.contains("Circlexq") && !own.contains("Openxq"))
    }

    @Test("tell a moderator who has joined a confidential group nothing of it, and one who facilitates it all")
    func joinedModerators() async throws {
        let log = try await LogWorld(), site = log.site, community = log.world.community
        let circle: GroupID = try await site.value("SELECT id FROM \"group\" WHERE slug = 'circlexq'")
        let moderator = try log.world.member(.moderator)
        try await site.join(moderator, group: circle, of: community)
        #expect(try await !log.page("/c/nursing/audit", .moderator).text.contains("Circlexq"))
        try await site.join(moderator, group: circle, of: community, as: .facilitator)
        #expect(try await log.page("/c/nursing/audit", .moderator).text.contains("Circlexq"))
    }

    @Test(
        "tell the site's administrator that something was done in places closed to them, without a name or an id",
        arguments: ["", ".csv"]
    )
    func site(suffix: String) async throws {
        let text = try await LogWorld().page("/audit" + suffix, .siteAdministrator).text
        for word in ["Circlexq", "circlexq", "Atticxq", "Askxq", "Zephyrhall", "zephyrhall"] {
            #expect(!text.contains(word))
        }
        for word in [
            "A place you cannot see", "A group you cannot see", "Nursing", "on the server",
        ] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test("do not tell by a name who acted in a confidential group")
    func namesTellNothing() async throws {
        let log = try await LogWorld()
        let found = try await log.page("/audit?person=facilitator&act=group-changed", .siteAdministrator).text
        #expect(!found.contains("A place you cannot see") && found.contains("A group you cannot see"))
    }

    @Test("filter by act, person and day, and say what is wrong with a filter")
    func filters() async throws {
        let log = try await LogWorld()
        let acts = try await log.page("/c/nursing/audit?act=role-changed", .manager).text
        #expect(acts.contains("Stranger Person") && !acts.contains("Openxq"))
        #expect(try await log.page("/c/nursing/audit?person=STRÁNGER", .manager).text.contains("Member → Moderator"))
        #expect(try await log.page("/c/nursing/audit?person=nobody", .manager).text.contains("No entries match."))
        #expect(try await log.page("/c/nursing/audit?from=2026-11-21&to=2026-11-21", .manager).text.contains("Openxq"))
        #expect(try await !log.page("/c/nursing/audit?to=2026-11-20", .manager).text.contains("Openxq"))
        #expect(try await !log.page("/c/nursing/audit?from=2026-11-22", .manager).text.contains("Openxq"))
        for bad in ["act=nothing", "from=yesterday", "to=2026-13-01", "person=" + String(repeating: "x", count: 81)] {
            for suffix in ["", ".csv"] {
                #expect(try await log.page("/c/nursing/audit\(suffix)?\(bad)", .manager).status == 422, "\(bad)")
            }
        }
        #expect(try await log.page("/c/nursing/audit?before=x&before=-1&person=%00", .manager).status == 200)
    }

    @Test("go on from page to page without losing or repeating a line")
    func pages() async throws {
        let log = try await LogWorld(), community = log.world.community
        try await log.site.env.site.command { db in
            for number in 0..<120 { try db.audit(.noted, by: nil, community: community, detail: "line\(number)x") }
        }
        var path = "/c/nursing/audit?act=noted", seen: [String] = []
        for _ in 0..<3 {
            let text = try await log.page(path, .manager).text
            seen += text.matches(of: /line[0-9]+x/).map { String($0.0) }
            guard let link = text.firstMatch(of: /href="([^"]+)" rel="next"/) else { break }
            path = String(link.1).replacing("&amp;", with: "&")
        }
        #expect(seen == (0..<120).reversed().map { "line\($0)x" })
    }

    @Test("come as a file in which no cell is taken for a formula")
    func file() async throws {
        let log = try await LogWorld(), stranger = try log.world.member(.stranger)
        _ = try await log.site.env.site.command { db in
            try db.run("UPDATE member SET name = '=cmd(\"x\"),1' WHERE id = \(stranger)")
        }
        let answer = try await log.page("/c/nursing/audit.csv?act=role-changed", .manager)
        #expect(answer.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(answer.headers[.contentDisposition] == "attachment; filename=\"audit.csv\"")
        let lines = answer.text.split(separator: "\r\n")
        #expect(lines.count == 2 && lines[1].contains("\"'=cmd(\"\"x\"\"),1\""))
    }

    @Test("say in a table who did what, where and when")
    func table() async throws {
        let log = try await LogWorld(), world = log.world
        let moderator = try world.member(.moderator)
        try await world.site.env.site.command { db in
            try db.audit(.resolved, by: moderator, community: world.community, detail: "report returned")
            try db.audit(.undone, by: moderator, community: world.community, detail: "held hidden")
        }
        let text = try await log.page("/c/nursing/audit", .manager).text
        let row = "<th scope=\"row\">Moderator Person</th><td>Returned a reported post to its author"
        #expect(text.contains(row + "<br><span class=\"meta\">The community itself</span></td>"))
        #expect(text.contains("<td>Undid a decision<span class=\"meta\"> · Removed a first post</span><br>"))
    }

    @Test("leave out what was only claimed or put back, with a link that shows it; the file holds it all")
    func claims() async throws {
        let log = try await LogWorld(), world = log.world
        let moderator = try world.member(.moderator)
        try await world.site.env.site.command { db in
            for act in [AuditAct.claimed, .released] {
                try db.audit(act, by: moderator, community: world.community, detail: "report")
            }
        }
        let claimed = "<td>Claimed an item in the queue"
        let text = try await log.page("/c/nursing/audit?person=mod", .manager).text
        #expect(!text.contains(claimed) && text.contains("href=\"/c/nursing/audit?person=mod&amp;claims=yes\""))
        let shown = try await log.page("/c/nursing/audit?claims=yes", .manager).text
        #expect(shown.contains(claimed) && shown.contains("<td>Put an item back") && shown.contains(">Hide claims</a>"))
        #expect(try await log.page("/c/nursing/audit?act=claimed", .manager).text.contains(claimed))
        #expect(try await log.page("/c/nursing/audit.csv", .manager).text.contains("Claimed an item in the queue"))
    }
}
