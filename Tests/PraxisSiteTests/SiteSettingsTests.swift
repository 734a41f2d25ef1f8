import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisSite
import PraxisStore
import PraxisTesting
import Testing

@Suite("What the site says of itself")
struct SiteSettingsTests {
    private static let texts = [
        ("email", "Help Desk <help@college.example>"), ("organisation-en", "The <College>"),
        ("organisation-fr", "Le Collège"), ("contact-en", "Ring **0123** <b>now</b>"), ("contact-fr", ""),
        ("help-en", "Ask *Ann*."), ("help-fr", "Demandez à Ann."), ("privacy-en", "Kept for two years."),
        ("privacy-fr", ""), ("accessibility-en", ""), ("accessibility-fr", ""),
    ]

    private func world() async throws -> (TestSite, Browser) {
        let site = try TestSite()
        return (site, try await site.browser(try await site.member("Sam Admin", isSiteAdministrator: true)))
    }

    private func save(
        _ browser: Browser,
        version: Int = 0,
        _ change: [String: String] = [:]
    ) async throws
        -> Browser.Answer
    {
        let fields = Self.texts.map { ($0.0, change[$0.0] ?? $0.1) } + [("version", String(version))]
        return try await browser.post("/settings/site", fields)
    }

    @Test("is set by a site administrator, in each language, and read by everyone at once")
    func set() async throws {
        let (site, browser) = try await world()
        let visitor = Browser(site)
        #expect(try await !visitor.get("/").text.contains("This site is run by"))
        #expect(try await browser.get("/settings").text.contains("href=\"/settings/site\""))
        #expect(try await save(browser).location == "/settings/site?done=changed")
        #expect(try await browser.get("/settings/site?done=changed").text.contains("Your changes are saved"))
        for path in ["/", "/help", "/nosuchpage", "/sign-in"] {
            let page = try await visitor.get(path).text
            #expect(page.contains("This site is run by <strong dir=\"auto\">The &lt;College&gt;</strong>"), "\(path)")
        }
        #expect(try await visitor.get("/help").text.contains("<li><a href=\"/contact\">Contact</a></li>"))
        let contact = try await visitor.get("/contact").text
        #expect(contact.contains("mailto:help@college.example"))
        #expect(contact.contains("<strong>0123</strong> &lt;b&gt;now"))
        #expect(try await visitor.get("/help").text.contains("Ask <em>Ann</em>."))
        #expect(try await site.audited().map(\.act) == [.siteChanged])
        #expect(try await site.auditFault() == nil)
    }

    @Test("is shown in the reader's language, else in the one that there is, marked as such")
    func french() async throws {
        let (site, browser) = try await world()
        _ = try await save(browser)
        let visitor = Browser(site), french = [("Accept-Language", "fr-CA")]
        let help = try await visitor.get("/help", headers: french).text
        #expect(help.contains("Demandez à Ann.") && help.contains("Ce site est géré par"))
        #expect(help.contains("<strong dir=\"auto\">Le Collège</strong>"))
        let privacy = try await visitor.get("/privacy", headers: french).text
        #expect(privacy.contains("<div class=\"prose\" dir=\"auto\" lang=\"en\"><p>Kept for two years."))
        #expect(try await !visitor.get("/accessibility", headers: french).text.contains("Texte de cet organisme"))
    }

    @Test("keeps what was typed when something is wrong with it, and names each field")
    func badInput() async throws {
        let (site, browser) = try await world()
        let long = String(repeating: "x", count: 101)
        let answer = try await save(browser, ["email": "not an address", "organisation-fr": long])
        #expect(answer.status == 422)
        #expect(answer.text.contains("href=\"#email\"") && answer.text.contains("href=\"#organisation-fr\""))
        #expect(answer.text.contains("Who runs this site (In French): use 100 characters or fewer. You have 101"))
        #expect(answer.text.contains("value=\"not an address\"") && answer.text.contains("Kept for two years."))
        #expect(try await !Browser(site).get("/privacy").text.contains("Kept for two years."))
        let number = try await browser.post("/settings/site", [("version", "x")])
        #expect(number.status == 422)
    }

    @Test("is not overwritten unseen: the second to save is shown what is there, and can save again")
    func stale() async throws {
        let (site, browser) = try await world()
        _ = try await save(browser)
        let answer = try await save(browser, ["help-en": "Ask Bob."])
        #expect(answer.status == 409 && answer.text.contains("Ask *Ann*.") && answer.text.contains("Ask Bob."))
        #expect(answer.text.contains("name=\"version\" value=\"1\""))
        #expect(try await save(browser, version: 1, ["help-en": "Ask Bob."]).status == 303)
        #expect(try await Browser(site).get("/help").text.contains("Ask Bob."))
    }

    @Test("is set by nobody else")
    func others() async throws {
        let (site, _) = try await world()
        let member = try await site.browser(try await site.member("Mia Member"))
        #expect(try await member.get("/settings/site").status == 403)
        #expect(try await member.post("/settings/site", Self.texts, from: "/settings").status == 403)
        let visitor = Browser(site)
        let page = try await visitor.get("/settings/site")
        #expect(page.status != 200, "\(page.status) \(page.text)")
        #expect(try await visitor.post("/settings/site", Self.texts, from: "/sign-in").status != 303)
        #expect(try await !visitor.get("/help").text.contains("Ask"))
    }
}

@Suite("The pages about the site")
struct SitePageTests {
    @Test("say what is true of every site, to anyone, in each language", arguments: ["en", "fr"])
    func builtIn(language: String) async throws {
        let site = try TestSite(), visitor = Browser(site)
        for path in ["/help", "/privacy", "/accessibility"] {
            let page = try await visitor.get(path, headers: [("Accept-Language", language)])
            #expect(page.status == 200 && page.text.contains("<html lang=\"\(language)\""), "\(path)")
            #expect(Markup.faults(page.text) == [], "\(path)")
            for link in ["/help", "/privacy", "/accessibility"] {
                #expect(page.text.contains("<li><a href=\"\(link)\">"), "\(path)")
            }
            #expect(!page.text.contains("/contact"), "\(path)")
        }
        #expect(try await visitor.get("/privacy").text.contains("one cookie that keeps you signed in"))
    }

    @Test(
        "lead nowhere while no contact is set: members are told where those stand who manage their communities, visitors that it is missing"
    )
    func noContact() async throws {
        let site = try TestSite()
        #expect(try await Browser(site).get("/contact").status == 404)
        let member = try await site.member("Mia Member"), community = try await site.community("nursing")
        _ = try await site.community("elsewhere")
        let mia = try await site.browser(member)
        let alone = try await mia.get("/contact")
        #expect(alone.status == 200 && !alone.text.contains("who manage your communities"))
        try await site.join(member, community)
        let page = try await mia.get("/contact").text
        #expect(
            page.contains("The people who manage your communities") && page.contains("<a href=\"/c/nursing/members\">")
        )
        #expect(!page.contains("/c/elsewhere") && !page.contains("/settings/site"))
        let guest = try await site.member("Gus Guest")
        try await site.join(guest, community, as: .guest)
        #expect(try await !site.browser(guest).get("/contact").text.contains("/c/nursing/members"))
        #expect(!page.contains("<a href=\"/contact\">"))
        let sam = try await site.browser(try await site.member("Sam Admin", isSiteAdministrator: true))
        #expect(try await sam.get("/contact").text.contains("href=\"/settings/site\">Add contact details"))
    }

    @Test("stand at the end of pages that are kept for visitors, and change with the settings there, too")
    func keptPages() async throws {
        let site = try TestSite()
        let community = try await site.community("nursing", visibility: .public)
        let ann = try await site.member("Ann Okafor")
        try await site.join(ann, community)
        let thread = try await site.thread(
            "A title",
            "A body.",
            in: try await site.commons(of: community),
            of: community,
            by: ann
        )
        let visitor = Browser(site), paths = ["/t/\(thread)", "/c/nursing/g/everyone"]
        for path in paths { for _ in 0..<2 { #expect(try await !visitor.get(path).text.contains("run by")) } }
        let sam = try await site.browser(try await site.member("Sam Admin", isSiteAdministrator: true))
        _ = try await sam.post("/settings/site", [("organisation-en", "The College"), ("version", "0")])
        for path in paths { #expect(try await visitor.get(path).text.contains("The College"), "\(path)") }
    }

    @Test("are linked from no answer that is no page") func probes() async throws {
        let site = try TestSite()
        #expect(try await !Browser(site).get("/api/v1/openapi.json").text.contains("<footer"))
    }
}
