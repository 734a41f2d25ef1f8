import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisSetup
import PraxisStore
import PraxisTesting
import Testing

@Suite("Setup of an empty site")
struct SetupTests {
    private static let token = "first-start-token", link = "/setup/first-start-token"
    private static let form = link + "/administrator"
    private static let person = [
        ("name", "Sam Admin"), ("email", "Sam@College.example"), ("password", "three random words"),
    ]

    private func begun(limits: Bool = false) async throws -> TestSite {
        let site = try TestSite(limits: limits)
        #expect(try await site.env.site.beginSetup(token: Self.token))
        return site
    }

    @Test("begins with the first account, which is a site administrator's and signed in at once")
    func firstAccount() async throws {
        let site = try await begun(), browser = Browser(site)
        let list = try await browser.get(Self.link).text
        #expect(list.contains("0 of 5 steps done") && list.contains("href=\"\(Self.form)\""))
        #expect(list.components(separatedBy: "Cannot start yet").count == 5 && !list.contains("/settings/site"))
        #expect(list.contains("<dd>Europe/London</dd>"))
        let answer = try await browser.post(Self.form, Self.person)
        #expect(answer.location == "/setup")
        let page = try await browser.get("/setup").text
        #expect(page.contains("1 of 5 steps done") && page.contains("href=\"/settings/site\""))
        #expect(try await browser.get("/settings").text.contains("sam@college.example"))
        #expect(try await browser.get("/").text.contains("Go on with setup: 1 of 5 steps done"))
        #expect(try await site.audited().map(\.act) == [.accountAdded])
    }

    @Test("takes one account only: then the form is missing, and the next start prints no link")
    func once() async throws {
        let site = try await begun(), browser = Browser(site), second = Browser(site)
        let token = try await second.token(on: Self.form)
        #expect(try await browser.post(Self.form, Self.person).status == 303)
        let again = [("name", "Eve"), ("email", "eve@college.example"), ("password", "three random words")]
        #expect(try await second.post(Self.form, again, token: token).status != 303)
        #expect(try await !second.get(Self.form).text.contains("Create account"))
        #expect(try await !site.env.site.beginSetup(token: "another"))
        let count = try await site.env.store.read { try $0.first("SELECT count(*) FROM member" as SQL<Int>) }
        #expect(count == 1)
    }

    @Test("keeps what was typed when something is wrong with it, and names each field")
    func badInput() async throws {
        let site = try await begun(), browser = Browser(site)
        let wrong = [("name", ""), ("email", "nobody"), ("password", "short")]
        let answer = try await browser.post(Self.form, wrong)
        #expect(answer.status == 422 && answer.text.contains("value=\"nobody\"") && !answer.text.contains("\"short\""))
        for field in ["name", "email", "password"] { #expect(answer.text.contains("href=\"#\(field)\""), "\(field)") }
        #expect(try await browser.get(Self.link).text.contains("0 of 5 steps done"))
    }

    @Test("is missing without the token, with another, with an earlier one and after a week")
    func otherTokens() async throws {
        let site = try await begun(), browser = Browser(site)
        for path in ["/setup", "/setup/x", "/setup/\(Self.token)x", "/setup/\(Self.token)x/administrator"] {
            #expect(try await !browser.get(path).text.contains("steps done"), "\(path)")
        }
        #expect(try await site.env.site.beginSetup(token: "second"))
        #expect(try await !browser.get(Self.link).text.contains("steps done"))
        #expect(try await browser.get("/setup/second").text.contains("steps done"))
        site.pass(.days(7))
        #expect(try await !browser.get("/setup/second").text.contains("steps done"))
    }

    @Test("refuses an address that tries many tokens")
    func guessing() async throws {
        let site = try await begun(limits: true), browser = Browser(site)
        for number in 0..<60 { #expect(try await browser.get("/setup/guess\(number)").status != 429) }
        #expect(try await browser.get("/setup/guess60").status == 429)
        #expect(try await Browser(site, from: "192.0.2.9").get(Self.link).status == 200)
    }

    @Test("follows what is in the database, until an administrator finishes it")
    func steps() async throws {
        let site = try await begun(), browser = Browser(site)
        _ = try await browser.post(Self.form, Self.person)
        _ = try await browser.post("/settings/site", [("organisation-en", "The College"), ("version", "0")])
        #expect(try await browser.get("/setup").text.contains("2 of 5 steps done"))
        #expect(
            try await browser.post("/settings/outbox/test", [], from: "/settings/outbox").location
                == "/settings/outbox?done=tested#test"
        )
        #expect(try await browser.get("/setup").text.contains("<span class=\"tag info\">Waiting</span>"))
        let fields = [("name", "Nursing"), ("visibility", "members"), ("joining", "invite"), ("language", "en")]
        #expect(try await browser.post("/communities/new", fields).location == "/c/nursing")
        #expect(try await browser.get("/setup").text.contains("href=\"/c/nursing/members#invite\""))
        let member = try await site.browser(try await site.member("Mia Member"))
        #expect(try await browser.get("/setup").text.contains("4 of 5 steps done"))
        #expect(try await member.get("/setup").status == 404)
        #expect(try await member.post("/setup/finish", [], from: "/settings").status == 403)
        #expect(try await !member.get("/").text.contains("Go on with setup"))
        #expect(try await browser.post("/setup/finish", [], from: "/setup").location == "/")
        #expect(try await browser.get("/setup").status == 404)
        #expect(try await !Browser(site).get(Self.link).text.contains("steps done"))
        #expect(try await browser.post("/setup/finish", [], from: "/settings").status == 404)
        #expect(try await site.audited().last?.act == .setupFinished)
    }

    @Test("speaks French to those who ask for it")
    func french() async throws {
        let site = try await begun()
        let page = try await Browser(site).get(Self.link, headers: [("Accept-Language", "fr")]).text
        #expect(page.contains("Mettre ce site en place") && page.contains("0 étape terminée sur 5"))
        #expect(Markup.faults(page) == [])
    }
}
