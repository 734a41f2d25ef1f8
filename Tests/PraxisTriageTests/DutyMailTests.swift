import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("The daily mail about what is waiting")
struct DutyMailTests {
    /// Saturday, 9:00 in London; the next morning at 7:00 and something.
    private func morning(_ world: TriageWorld) { world.site.pass(.hours(22) + .minutes(1)) }

    private func round(_ world: TriageWorld) async throws -> Int {
        try await DutyRound(world.site.env, at: world.site.now).run()
    }

    private func handOver(_ world: TriageWorld) async -> [Message] {
        let before = world.site.mails.count
        await Outbox(world.site.env, atOnce: 1).handOverDue()
        return Array(world.site.mails.dropFirst(before))
    }

    @Test(
        "goes once a day, at the hour of their digest, to those for whom something is waiting, and says only how much"
    )
    func daily() async throws {
        let world = try await TriageWorld()
        try await world.report(world.first, .spam, "A whinchat note.", by: world.bob)
        #expect(try await round(world) == 0)
        morning(world)
        #expect(try await round(world) == 2)
        #expect(try await round(world) == 0)
        let mails = await handOver(world)
        #expect(Set(mails.map(\.to.address.text)) == ["mo.hassan@example.org", "priya.nair@example.org"])
        for mail in mails {
            #expect(mail.subject == "1 item needs your decision")
            #expect(mail.text.contains("- Nursing: ") && mail.text.contains("/c/nursing/queue\n"))
            for word in ["whinchat", "heron", "Ann", "Bob", "A day at work"] { #expect(!mail.text.contains(word)) }
        }
        world.site.pass(.hours(3))
        #expect(try await round(world) == 0)
        world.site.pass(.days(1))
        // By then it has come to the safeguarding contact, too.
        #expect(try await round(world) == 3)
    }

    @Test("tells the safeguarding contact what came to them after a day, and not before")
    func contact() async throws {
        let world = try await TriageWorld()
        try await world.report(world.first, .spam, by: world.bob)
        morning(world)
        _ = try await round(world)
        #expect(await handOver(world).allSatisfy { $0.to.address.text != "con.contact@example.org" })
        world.site.pass(.days(1))
        _ = try await round(world)
        #expect(await handOver(world).contains { $0.to.address.text == "con.contact@example.org" })
    }

    @Test("is not sent where nothing is waiting, any more or at all, nor to anyone who turned it off or is away")
    func unwanted() async throws {
        let quiet = try await TriageWorld()
        morning(quiet)
        #expect(try await round(quiet) == 0)

        let world = try await TriageWorld()
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.site.env.site.setDutyMail(isOff: true, as: world.viewer(world.pri))
        morning(world)
        #expect(try await round(world) == 1)
        try await world.site.env.site.setDutyMail(isOff: true, as: world.viewer(world.mo))
        #expect(await handOver(world).isEmpty)
        #expect(
            try await world.site.value("SELECT failure FROM outbox WHERE kind = 'duty'" as SQL<String>) == "unwanted"
        )

        try await world.site.env.site.setDutyMail(isOff: false, as: world.viewer(world.mo))
        world.site.pass(.days(1))
        #expect(try await round(world) >= 1)
        try await world.resolve(item, .dismiss, by: world.mo)
        #expect(await handOver(world).allSatisfy { !$0.subject.contains("waiting") })
    }

    @Test("has its switch in the settings of those who decide, and not of others")
    func settings() async throws {
        let world = try await TriageWorld()
        #expect(
            try await world.site.browser(world.bob).get("/settings/mail").text.contains("/settings/mail/duty") == false
        )
        let browser = try await world.site.browser(world.mo)
        let page = try await browser.get("/settings/mail").text
        #expect(page.contains("name=\"duty\" value=\"on\" checked") && Markup.faults(page) == [])
        #expect(try await browser.post("/settings/mail/duty", [], from: "/settings/mail").status == 303)
        #expect(try await browser.get("/settings/mail").text.contains("name=\"duty\" value=\"on\">"))
        #expect(try await browser.post("/settings/mail/duty", [("duty", "on")], from: "/settings/mail").status == 303)
        #expect(try await browser.get("/settings/mail").text.contains("name=\"duty\" value=\"on\" checked"))
        // "Unsubscribe from all" is from this, too.
        #expect(try await browser.post("/settings/mail/stop", [], from: "/settings/mail").status == 303)
        #expect(try await browser.get("/settings/mail").text.contains("name=\"duty\" value=\"on\">"))
    }
}
