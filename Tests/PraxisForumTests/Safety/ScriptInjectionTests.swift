import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisWeb
import Testing

@Suite("Hostile markup", .needsCorpora)
struct ScriptInjectionTests {
    @Test("is found by the reader of pages that these tests trust")
    func theReader() {
        for page in [
            "<p onclick=\"x\">", "<img src=x>", "<a href='javascript:x'>", "<a href=\" javascript:x\">",
            "<script>x</script>",
            "<svg/onload=x>", "<p\nstyle=x>", "<a href=data:x>", "<!-- x -->", "<base href=/>", "<form action=//evil>",
        ] {
            #expect(Markup.activeContent(page) != [], "\(page)")
        }
        #expect(
            Markup.activeContent("<!doctype html>\n<p class=\"x\">1 < 2 <a href=\"https://x\">&lt;b onclick=</a>") == []
        )
    }

    @Test("in posts and drafts runs nowhere, whatever it is")
    func bodies() async throws {
        let world = try await BadInputWorld()
        let browser = try await world.site.browser(world.ada)
        let guild: CommunityID = try await world.site.value("SELECT communityId FROM thread WHERE id = \(world.thread)")
        var chunk = ""
        var chunks: [String] = []
        for payload in try Corpora.payloads() {
            if chunk.unicodeScalars.count + payload.unicodeScalars.count > 31_000 {
                chunks.append(chunk)
                chunk = ""
            }
            if payload.unicodeScalars.count < 31_000 { chunk += payload + "\n\n" }
        }
        for body in chunks + [chunk] {
            _ = try await world.site.reply(body, to: world.thread, of: guild, by: world.ada)
        }
        for number in 1...(chunks.count / 25 + 1) {
            let page = try await browser.get("/t/\(world.thread)?page=\(number)")
            #expect(page.status == 200)
            #expect(Markup.activeContent(page.text) == [])
        }
        for body in chunks.prefix(3) {
            let fields = [("place", "thread:\(world.thread)"), ("body", body)]
            let preview = try await browser.post("/preview", fields, token: try await browser.token(on: "/settings"))
            #expect(preview.status == 200 && Markup.activeContent(preview.text) == [])
        }
    }

    @Test("in titles, names, purposes, notes and queries runs nowhere", arguments: [0, 1, 2, 3])
    func shortTexts(part: Int) async throws {
        let world = try await BadInputWorld()
        let site = world.site, ada = world.ada, browser = try await site.browser(ada)
        let guild: CommunityID = try await site.value("SELECT communityId FROM thread WHERE id = \(world.thread)")
        for (number, payload) in try Corpora.payloads().enumerated() where number % 96 == part * 24 {
            let text = String(payload.unicodeScalars.prefix(190))
            let name = String(payload.unicodeScalars.prefix(78)), thread = world.thread, lounge = world.lounge
            // Behind the rules for names: an import may bring any.
            try await site.env.communities[guild].command { db in
                try db.run("UPDATE member SET name = \(name) WHERE id = \(ada)")
                try db.run("UPDATE thread SET title = \(text) WHERE id = \(thread)")
                try db.run(
                    "UPDATE community SET name = \(name), domain = \(text) WHERE id = \(guild)"
                )
                try db.run(
                    "UPDATE \"group\" SET name = \(name), purpose = \(text), contact = \(text) WHERE id = \(lounge)"
                )
                try db.run("UPDATE request SET note = \(text)")
                for event in [Event.communityChanged, .groupChanged, .retitled, .profileChanged] {
                    try db.journal(event, community: guild, subject: guild.subject, actor: ada)
                }
            }
            let query = Fields.encode(text)
            for path in [
                "/", "/communities", "/c/guildxq", "/c/guildxq/about", "/c/guildxq/members", "/c/guildxq/settings",
                "/c/guildxq/g/loungexq", "/c/guildxq/g/loungexq/settings", "/c/guildxq/g/loungexq/members", "/settings",
                "/c/guildxq/leave", "/c/guildxq/new-thread", "/t/\(thread)", "/t/\(thread)/title",
                "/p/\(world.post)/edit",
                "/search?q=\(query)&from=\(query)&community=\(query)&group=\(query)", "/sign-in?next=\(query)",
                "/\(query)", "/c/guildxq?filter=\(query)&before=\(query)&done=\(query)",
                "/t/\(thread)?done=\(query)&page=1",
            ] {
                browser.comeFromForm()
                let page = try await browser.get(path)
                #expect(page.status < 500)
                let found = Markup.activeContent(page.text)
                #expect(found == [], "\(path) with \(payload)")
            }
        }
    }
}
