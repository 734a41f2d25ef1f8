import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisImport
import PraxisSetup
import PraxisStore
import PraxisTesting
import PraxisVerify
import PraxisWeb

/// The statements of several rounds through sites of their own, with the plan of each.
struct PlanRound {
    private(set) var plans: [String: [String]] = [:]

    mutating func take(_ site: TestSite) throws {
        plans.merge(try site.env.store.plans()) { first, _ in first }
    }

    /// Every form and every body that the JSON API takes, sent to everything in the side-door world.
    mutating func forms() async throws {
        for principal in [Principal.manager, .facilitator, .moderator, .insider, .siteAdministrator, .visitor] {
            let world = try await SideDoorWorld(), client = try await SideDoorClient(world, principal)
            for route in Forum.routes where route.method != .get && !SideDoorFields.endsSession(route) {
                for path in SideDoorFields.addresses(of: route, world) { _ = try await client.send(route, path) }
            }
            try take(world.site)
        }
    }

    /// A site that is set up, its first account, one that signs up, and a password that was forgotten.
    mutating func accounts() async throws {
        let site = try TestSite(change: { $0.signUp = .open }), first = Browser(site), second = Browser(site)
        _ = try await site.env.site.beginSetup(token: "first-start")
        let person = [("name", "Sam Admin"), ("email", "sam@example.org"), ("password", "three random words")]
        _ = try await first.post("/setup/first-start/administrator", person)
        _ = try await first.get("/setup")
        _ = try await first.post("/setup/finish", [], from: "/setup")
        let email = ("email", "june@example.org")
        _ = try await second.post("/sign-up", [email])
        let code = ("code", try await site.code(to: email.1))
        let proven = try await second.post("/sign-up/code", [email, code], from: "/sign-up")
        let name = [
            ("proof", proven.hidden("proof") ?? ""), ("name", "June Arsenault"), ("password", "four dull words"),
        ]
        _ = try await second.post("/sign-up/name", name, from: "/sign-up")
        _ = try await Browser(site).post("/sign-in", [email, ("password", "four dull words")])
        let third = Browser(site)
        _ = try await third.post("/reset", [email])
        let digits = ("code", try await site.code(to: email.1))
        let page = try await third.post("/reset/code", [email, digits], from: "/reset")
        let password = [("proof", page.hidden("proof") ?? ""), ("password", "three dull words")]
        _ = try await third.post("/reset/password", password, from: "/reset")
        try take(site)
    }

    /// A community that is new, and the list of its first steps, which its manager closes.
    mutating func beginning() async throws {
        let site = try TestSite(), community = try await site.community("nursing")
        let mia = try await site.member("Mia Manager")
        try await site.join(mia, community, as: .manager)
        let manager = try await site.browser(mia)
        _ = try await manager.post("/c/nursing/first-steps/agreement", [], from: "/c/nursing")
        _ = try await manager.post("/c/nursing/first-steps/close", [], from: "/c/nursing")
        try take(site)
    }

    /// What is due while a site is served, and what `praxis verify` asks.
    mutating func work() async throws {
        let world = try await SideDoorWorld(), site = world.site
        _ = try await Verify.content(site.env) { _ in }
        for _ in 1...3 {
            for tick in Forum.capabilities.ticks { try await tick.run(site.env) }
            site.pass(.days(3))
        }
        try take(site)
    }

    /// An export of a site, of a community and of a member, and the import of the first into an empty site, twice.
    mutating func journey() async throws {
        let world = try await SideDoorWorld(), guild = CommunityID(rawValue: 2)
        guard let member = world.principals[.insider] else { throw Denial.missing }
        let scopes = [ExportScope.community(guild), .member(member), .site]
        var lines: [String] = []
        for scope in scopes {
            let path = NSTemporaryDirectory() + "praxis-plans-" + UUID().uuidString + ".jsonl"
            defer { try? FileManager.default.removeItem(atPath: path) }
            _ = try await CorpusExport(scope, world.site.env).write(to: path)
            lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        }
        try take(world.site)
        let site = try TestSite()
        for _ in 1...2 { _ = try await Corpus(lines).take(into: site) }
        try take(site)
    }
}
