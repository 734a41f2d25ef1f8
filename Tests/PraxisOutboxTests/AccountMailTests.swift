import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisMail
import PraxisOutbox
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("Golden mails about accounts")
struct AccountMailTests {
    @Test(
        "are what the files in Tests/Golden/mail say, on a site whose name means no good",
        arguments: Language.allCases
    )
    func golden(language: Language) async throws {
        let site = try TestSite(change: { settings in
            (settings.signUp, settings.languages) = (.approval, [language])
            settings.name = "Riverside <b>\"& Sons\"</b>"
        })
        let admin = try await site.member("Root", isSiteAdministrator: true), browser = Browser(site)
        let newest = { (name: String) in
            try GoldenMails.compare(try #require(await site.mailsSent().last), name, language)
        }
        for (number, next) in ["/t/7", "/i/token", "/"].enumerated() {
            let email = "ann\(number)@example.org"
            _ = try await Browser(site).signUp(site, email, name: "Ann Number\(number)", next: next)
            if number == 0 { try await newest("account-code-sign-up") }
            let path = "/settings/accounts/\(number + 2)/approve"
            _ = try await site.browser(admin).post(path, [], from: "/settings/accounts")
            try await newest("account-approved" + ["-next", "-invited", ""][number])
        }
        let email = ("email", "ann0@example.org")
        _ = try await browser.post("/sign-up", [email])
        try await newest("account-code-known")
        _ = try await browser.post("/sign-in", [email, ("password", "")])
        try await newest("account-code-sign-in")
        _ = try await browser.post("/reset", [email])
        try await newest("account-code-reset")
        let code = [email, ("code", try await site.code(to: "ann0@example.org"))]
        let proof = try #require(try await browser.post("/reset/code", code, from: "/reset").hidden("proof"))
        let password = [("proof", proof), ("password", "three dull words")]
        #expect(try await browser.post("/reset/password", password, from: "/reset").status == 303)
        try await newest("account-password-changed")
    }
}

@Suite("Golden mails about decisions that are taken back")
struct UndoneGoldenMailTests {
    @Test(
        "are what the files in Tests/Golden/mail say, of a community whose name means no good",
        arguments: Language.allCases
    )
    func golden(language: Language) async throws {
        let world = try await TriageWorld(), site = world.site, injection = MailWorld.injection
        try await site.write { db in
            try db.run("UPDATE member SET language = \(language)")
            try db.run("UPDATE community SET name = \(injection)")
        }
        let item = try await world.report(world.first, .spam, by: world.bob)
        try await world.resolve(item, .hide, by: world.mo, reason: injection)
        site.pass(.minutes(2))
        let outbox = Outbox(site.env, atOnce: 1)
        await outbox.handOverDue()
        try await world.actor.undo(item, as: world.viewer(world.mo))
        site.pass(.minutes(2))
        let before = site.mails.count
        await outbox.handOverDue()
        let mails = site.mails.dropFirst(before)
        for (name, address) in [("post-decision-undone", "ann.okafor"), ("report-outcome-undone", "bob.baker")] {
            let mail = mails.first { $0.to.address.text.hasPrefix(address) }
            try GoldenMails.compare(try #require(mail), name, language)
        }
    }
}
