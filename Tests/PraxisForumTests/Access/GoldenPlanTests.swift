import Foundation
import PraxisBookmarks
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisReactions
import PraxisStore
import PraxisTesting
import Testing

@Suite("Golden plans")
struct GoldenPlanTests {
    private static let pages = [
        "/", "/new", "/communities", "/c/guildxq", "/c/guildxq?filter=new", "/c/guildxq?filter=unanswered",
        "/c/guildxq?filter=mine", "/c/guildxq/members", "/c/guildxq/about", "/c/guildxq/g/circlexq",
        "/c/guildxq/g/circlexq/members", "/c/guildxq/new-thread", "/t/1", "/t/2", "/t/4", "/t/4?reply=7#reply",
        "/t/2/next-unread", "/p/7",
        "/p/7/history", "/gatherings", "/gatherings?year=2026",
        "/gatherings?month=2026-12&community=guildxq&mode=online&language=en",
        "/c/guildxq/gatherings?month=2026-12&mode=in-person", "/c/guildxq/gatherings", "/t/8", "/t/8.ics",
        "/t/8/answer", "/t/8/answers", "/c/guildxq/series/2", "/c/guildxq/series/2?year=2026",
        "/c/guildxq/series/2.ics", "/c/guildxq/series/2/change", "/c/guildxq/series/2/holidays",
        "/c/guildxq/gatherings/new-series", "/t/12",
        "/t/8/agenda/new", "/agenda/1",
        "/t/4/table", "/t/8/notes", "/t/10/notes", "/t/8/questions", "/t/9/recording", "/t/9/answers", "/t/9/message",
        "/t/8/follow-ups/new",
        "/me/learning",
        "/me/learning?done=removed&entry=1",
        "/drafts",
        "/settings", "/welcome/communities", "/welcome/digest", "/welcome/hello",
        "/search?q=companion",
        "/search?q=from:ada+after:2026-01-01+companion", "/search?q=status:open", "/search?q=series:rounds",
        "/search?q=companion+series:rounds", "/bookmarks", "/p/7/bookmark",
    ]
    private static let managers = [
        "/c/guildxq/audit", "/c/guildxq/audit?act=noted&person=principal&from=2026-01-01&to=2026-12-31",
        "/c/guildxq/g/everyone/audit", "/c/guildxq/queue", "/c/guildxq/queue?state=resolved", "/c/guildxq/queue/1",
        "/c/guildxq/holidays", "/c/guildxq/holidays/1/change", "/c/guildxq/mail", "/c/guildxq/members/2/standing",
        "/c/guildxq/g/everyone/members/2/standing",
    ]
    private static let api = [
        "/me", "/me/news", "/me/drafts", "/communities", "/communities/guildxq", "/communities/guildxq/groups",
        "/communities/guildxq/threads", "/gatherings?from=2026-12-01&to=2027-12-31",
        "/communities/guildxq/gatherings", "/communities/guildxq/gatherings?series=2", "/communities/guildxq/series",
        "/series/2",
        "/gatherings/8", "/gatherings/8/answers", "/gatherings/8/agenda", "/gatherings/8/notes",
        "/gatherings/8/questions",
        "/gatherings/9/recording",
        "/gatherings/8/follow-ups", "/threads/4", "/threads/4/posts",
        "/posts/7/revisions",
        "/search?q=companion", "/me/bookmarks", "/me/calendar", "/me/learning",
    ]

    @Test("query-plans.txt tells how every statement of a round through the site finds its rows")
    func plans() async throws {
        let world = try await SideDoorWorld()
        let member = try #require(world.principals[.facilitator])
        let browser = try await world.site.browser(member)
        for path in Self.pages { _ = try await browser.get(path) }
        let manager = try await world.site.browser(try #require(world.principals[.manager]))
        for path in Self.managers { _ = try await manager.get(path) }
        let newcomer = try await world.site.newcomer("Nell Newcomer", CommunityID(rawValue: 2))
        _ = try await world.site.browser(newcomer).get("/")
        let administrator = try await world.site.browser(try #require(world.principals[.siteAdministrator]))
        for path in ["/audit", "/audit?person=principal", "/settings/holidays"] {
            _ = try await administrator.get(path)
        }
        for path in Self.pages { _ = try await Browser(world.site).get(path) }
        _ = try await Browser(world.site).get("/certificates/dotterelcode")
        for door in ["/calendar/{calendar}.ics", "/calendar/{calendar of circlexq}.ics"] {
            _ = try await Browser(world.site).get(world.scene.address(door))
        }
        let bearer = [("Authorization", "Bearer " + (try await world.site.bearer(member)))]
        for path in ["attend", "attendance", "attendance/file"] {
            _ = try await browser.get(world.scene.address("/t/{stint}/" + path))
        }
        for path in Self.api { _ = try await browser.get("/api/v1" + path, headers: bearer) }
        _ = try await browser.get(world.scene.address("/api/v1/gatherings/{stint}/attendance"), headers: bearer)
        let guild = CommunityID(rawValue: 2), thread = world.threads[1]
        let own = try await world.site.reply("One more.", to: thread, of: guild, by: member)
        let insider = Viewer(member: world.principals[.insider])
        try await world.site.env.communities[guild].react(.thanks, to: own, as: insider)
        let once = [("body", "Once."), ("revision", "0"), ("key", "a key")]
        _ = try await browser.post("/t/\(thread)/posts", once, from: "/t/\(thread)")
        let tomorrow = Reminder(LocalTime(world.site.now + .days(1), in: .gmt), in: .gmt, at: world.site.now)
        try await world.site.env.site.bookmark(own, .to(tomorrow), as: Viewer(member: member))
        _ = try await browser.get("/settings/mail")
        for _ in 0..<2 {
            _ = try await DigestRound(world.site.env, at: world.site.now, isSpread: true).run()
            world.site.pass(.days(3))
        }
        _ = try await world.site.digest(to: member)
        var round = PlanRound()
        try round.take(world.site)
        try await round.forms()
        try await round.accounts()
        try await round.beginning()
        try await round.work()
        try await round.journey()
        let text = round.plans.sorted { $0.key < $1.key }.map { statement, plan in
            statement + "\n" + plan.map { "    " + $0 }.joined(separator: "\n")
        }
        #expect(try Golden.difference("query-plans.txt", text.joined(separator: "\n\n") + "\n") == nil)
    }

    /// Tables that no statement of ours names, and why.
    private static let unnamed: [String: String] = [
        "sealed": "the store's own, kept while the file is opened", "secret": "the same",
        "groupSearch": "asked by the full-text index alone, which has statements that only this engine reads",
    ]

    @Test(
        "query-plans.txt names every table of the schema but a few, and so the rule of common SQL is held for what asks them"
    )
    func tables() throws {
        let folder = URL(filePath: #filePath).appending(path: "../../../Golden").standardizedFileURL
        let plans = try String(contentsOf: folder.appending(path: "query-plans.txt"), encoding: .utf8)
        let schema = try String(contentsOf: folder.appending(path: "schema.sql"), encoding: .utf8)
        let statements = plans.split(separator: "\n").filter { !$0.hasPrefix(" ") }.joined(separator: "\n")
        let names = schema.matches(of: /CREATE (?:VIRTUAL )?TABLE "?(\w+)"?/).map { String($0.1) }
        let named = Set(statements.matches(of: /(?:FROM|JOIN|INTO|UPDATE) "?(\w+)"?/).map { String($0.1) })
        #expect(names.count > 40)
        #expect(Set(names).subtracting(named) == Set(Self.unnamed.keys))
    }
}
