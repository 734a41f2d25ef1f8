import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisStore
import PraxisTesting
import Testing

@Suite("The page about outgoing mail")
struct OutboxPageTests {
    private func world() async throws -> (OutboxWorld, administrator: MemberID) {
        let world = try await OutboxWorld()
        world.site.checkMail { _ in throw SendmailFailure(exitCode: 67, output: Array("no <b>such</b> user".utf8)) }
        try await world.queue("1")
        await world.outbox.handOverDue()
        world.site.checkMail(nil)
        return (world, try await world.site.member("Sam Admin", isSiteAdministrator: true))
    }

    @Test("shows site administrators what was given up and why, and their home page leads there")
    func shows() async throws {
        let (world, administrator) = try await world()
        let browser = try await world.site.browser(administrator)
        #expect(try await browser.get("/").text.contains("1 email could not be sent"))
        let settings = try await browser.get("/settings").text, duties = "<h2>Manage this site</h2>"
        let own = try #require(settings.range(of: "href=\"/settings/mail\"")),
            site = try #require(settings.range(of: duties))
        #expect(own.upperBound < site.lowerBound, "what is theirs comes first")
        #expect(settings[site.upperBound...].contains("href=\"/settings/outbox\""))
        let member = try await world.site.browser(try await world.site.member("Mia Member"))
        #expect(try await !member.get("/settings").text.contains(duties))
        let page = try await browser.get("/settings/outbox").text
        #expect(page.contains("No emails are waiting to be sent. 1 failed permanently in the last 90 days.</p>"))
        #expect(page.contains("no &lt;b&gt;such&lt;/b&gt; user") && page.contains("Ann Okafor"))
        #expect(page.components(separatedBy: "Ann Okafor").count == 2)
    }

    @Test("tries again what was given up, one or all", arguments: [[("mail", "1")], []])
    func retries(fields: [(String, String)]) async throws {
        let (world, administrator) = try await world()
        let browser = try await world.site.browser(administrator)
        let answer = try await browser.post("/settings/outbox/retry", fields, from: "/settings/outbox")
        #expect(answer.location == "/settings/outbox?done=retried")
        await world.outbox.handOverDue()
        #expect(try await world.rows() == ["sent 1"])
        let page = try await browser.get("/settings/outbox").text
        #expect(page.contains("No emails are waiting to be sent. None failed permanently in the last 90 days.</p>"))
    }

    @Test("knows no mail but those that can be tried again", arguments: ["2", "0", "-1", "x", ""])
    func unknown(mail: String) async throws {
        let (world, administrator) = try await world()
        let browser = try await world.site.browser(administrator)
        #expect(
            try await browser.post("/settings/outbox/retry", [("mail", mail)], from: "/settings/outbox").status == 404
        )
    }

    @Test("sends the administrator who asks a test mail, and says how it ended", arguments: [true, false])
    func test(isTaken: Bool) async throws {
        let (world, administrator) = try await world()
        let site = world.site, browser = try await site.browser(administrator), outbox = Outbox(site.env, atOnce: 1)
        #expect(try await !browser.get("/settings/outbox").text.contains("The last one"))
        if !isTaken { site.checkMail { _ in throw SendmailFailure(exitCode: 67, output: Array("no such user".utf8)) } }
        let before = site.mails.count
        let answer = try await browser.post("/settings/outbox/test", [], from: "/settings/outbox")
        #expect(answer.location == "/settings/outbox?done=tested#test")
        let waiting = try await browser.get("/settings/outbox?done=tested").text
        #expect(waiting.contains("<strong>Waiting</strong>") && waiting.contains("Look again"))
        await outbox.handOverDue()
        let page = try await browser.get("/settings/outbox").text
        #expect(page.contains(isTaken ? "<strong>Handed over</strong>" : "<strong>Failed (tried once)<br>"))
        #expect(!page.contains("Look again") && page.contains("no such user") == !isTaken)
        #expect(site.mails.count == before + (isTaken ? 1 : 0))
        #expect(try await site.audited().last?.act == .mailTested)
    }

    @Test("is for nobody else")
    func others() async throws {
        let (world, _) = try await world()
        let browser = try await world.site.browser(world.ann)
        #expect(try await browser.get("/settings/outbox").status == 403)
        #expect(try await browser.post("/settings/outbox/retry", [], from: "/settings").status == 403)
        #expect(try await browser.post("/settings/outbox/test", [], from: "/settings").status == 403)
        #expect(try await browser.get("/").text.contains("could not be sent") == false)
        #expect(try await Browser(world.site).get("/settings/outbox").status != 200)
        #expect(try await world.rows().first?.hasPrefix("failed") == true)
    }

    @Test("and all that sends walk an index, however many mails are remembered")
    func plans() async throws {
        let (world, administrator) = try await world()
        let browser = try await world.site.browser(administrator)
        for path in ["/", "/settings/outbox"] { _ = try await browser.get(path) }
        try await world.queue("2")
        await world.outbox.handOverDue()
        let plans = try world.site.env.store.plans().filter { $0.key.contains("outbox") }
        #expect(plans.count >= 8)
        // The newest in the order of the key, and the counts, which administrators ask for, seldom.
        let whole = ["ORDER BY o.id DESC LIMIT", "GROUP BY kind, state"]
        for (statement, plan) in plans where !whole.contains(where: statement.contains) {
            #expect(!plan.contains { $0.hasPrefix("SCAN o") && !$0.contains("outbox_due") }, "\(statement)")
        }
    }
}
