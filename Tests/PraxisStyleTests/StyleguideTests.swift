import HTML
import PraxisCapability
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStyle
import PraxisTesting
import PraxisWeb
import Testing

@Suite("The style guide")
struct StyleguideTests {
    private static let sheet = String(decoding: Assets(Forum.capabilities.pages).sheets, as: UTF8.self)

    /// As a site administrator sees it.
    private func guide(_ language: Language = .english) async throws -> String {
        let site = try TestSite()
        var administrator = NewMember(email: try #require(EmailAddress("sam@example.org")), name: "Sam Admin")
        (administrator.isSiteAdministrator, administrator.language) = (true, language)
        return try await site.browser(site.add(administrator)).get("/styleguide").text
    }

    @Test("is missing for everyone but site administrators, whose settings lead there")
    func readers() async throws {
        let site = try TestSite(), administrator = try await site.member("Sam Admin", isSiteAdministrator: true)
        let browser = try await site.browser(administrator)
        #expect(try await browser.get("/settings").text.contains("href=\"/styleguide\""))
        #expect(try await browser.get("/styleguide").status == 200)
        let pressed = try await browser.post("/styleguide", [], from: "/settings")
        #expect(pressed.status == 303 && pressed.location == "/styleguide")
        let other = try await site.browser(site.member("Mia Member"))
        #expect(try await !other.get("/settings").text.contains("/styleguide"))
        #expect(try await other.get("/styleguide").status == 404)
        #expect(try await other.post("/styleguide", [], from: "/settings").status == 404)
        let visitor = try await Browser(site).get("/styleguide")
        #expect(visitor.status != 200 && !visitor.text.contains("swatch"))
    }

    @Test("is balanced, and no sample leads to something that exists", arguments: Language.allCases)
    func markup(language: Language) async throws {
        let page = try await guide(language)
        #expect(Markup.faults(page) == [])
        #expect(page.contains("<html lang=\"\(language.rawValue)\""))
        let main = page[
            try #require(page.firstRange(of: "<main"))
                .lowerBound..<(try #require(page.firstRange(of: "</main>"))).lowerBound
        ]
        let paths = main.matches(of: /(?:href|(?:form)?action)="(\/[^"#?]*)/).map { String($0.1) }
        // The last two take no number, and what is sent to them from here names something that nobody has.
        let kept: Set = [
            "/styleguide", "/settings", "/preview", "/drafts", "/sign-in", "/sign-up", "/drafts/discard",
            "/bookmarks/remove",
        ]
        #expect(paths.count > 60)
        for path in paths where !kept.contains(path) && !path.hasPrefix("/assets/") {
            #expect(path.contains("/-") || path.contains("/~"), "\(path)")
        }
    }

    /// Classes that have a rule and are drawn by no sample, each with where it is looked at instead.
    private static let elsewhere: [String: Set<String>] = [
        "on the root, by what a member has set": ["dark", "light", "large", "larger"],
        "the frame and the layout of other pages": [
            "grid", "list", "halves", "brief", "duty", "live", "two", "beside", "sections", "unfold",
        ],
        "on paper": ["print-only"],
        "the groups of a community and what stands beside its pages": ["places", "head-link", "small"],
        "one item of the queue": [
            "triage", "triage-post", "triage-more", "steps", "keyed", "keys", "done", "still", "whole", "noted",
        ],
        "settings of mail": ["choices-row"],
        "joining, the steps of a newcomer and of a new site, what a site says of itself": [
            "first-days", "step-links", "guide",
        ],
        "the form of a search": ["ask"],
        "the form of a new discussion": ["readers"],
        "tables that people write": ["num"],
        "the agenda and the follow-ups of a gathering": ["spaced"],
    ]

    @Test("draws every class that the style sheet has a rule for, but for those of single pages")
    func complete() async throws {
        let rules = Self.sheet.replacing(/\/\*.*?\*\//, with: "").replacing(/\{[^{}]*\}/, with: "{}")
        let styled = Set(rules.matches(of: /\.([a-z][a-z0-9-]*)/).map { String($0.1) })
        let drawn = Set(
            try await guide().matches(of: /class="([^"]*)"/).flatMap { $0.1.split(separator: " ").map(String.init) }
        )
        let exempt = Self.elsewhere.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        #expect(styled.count > 80)
        #expect(styled.subtracting(drawn).subtracting(exempt).sorted() == [], "have no sample")
        #expect(exempt.subtracting(styled).sorted() == [], "have no rule")
        #expect(exempt.intersection(drawn).sorted() == [], "have a sample after all")
    }

    @Test("shows each icon by its name")
    func icons() async throws {
        let page = try await guide()
        for icon in Icon.allCases { #expect(page.contains("\(icon.html.string) <code>\(icon.rawValue)</code>")) }
    }
}
