import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import PraxisWeb
import Testing

@Suite("No side door")
struct SideDoorTests {
    @Test("shows a private word to anybody it is not for, on any route", arguments: Principal.allCases)
    func everyRoute(principal: Principal) async throws {
        let world = try await SideDoorWorld()
        let client = try await Client(world, principal)
        let forbidden = SideDoorWorld.canaries.filter { !$0.allowed.contains(principal) }.map(\.word)
        var requests = 0
        // Reading first: what the forms then change could end what the principal may read.
        for isSafe in [true, false] {
            for route in Forum.routes
            where (route.method == .get) == isSafe && route.caching != .forever && !endsSession(route) {
                for path in addresses(of: route, world) {
                    let answer = try await client.send(route, path)
                    requests += 1
                    #expect(answer.status < 500, "\(route.method) \(path)")
                    if answer.text.hasPrefix("<!doctype html>") { #expect(Markup.faults(answer.text) == [], "\(path)") }
                    let said = answer.text + answer.headers.map(\.value).joined(separator: "\n")
                    for word in forbidden where said.contains(word) {
                        Issue.record("\(principal) meets \(word) at \(route.method) \(path) (\(answer.status))")
                    }
                }
            }
        }
        #expect(requests > 300)
    }

    @Test(
        "tells a hidden place from one that does not exist",
        arguments: [Principal.visitor, .outsider, .member, .manager, .siteAdministrator]
    )
    func existence(principal: Principal) async throws {
        let world = try await SideDoorWorld()
        let client = try await Client(world, principal)
        let pairs = [
            ("/c/zephyrhall", "/c/nosuchhall"), ("/c/zephyrhall/g/vaultxq", "/c/nosuchhall/g/vaultxq"),
            ("/c/guildxq/g/atticxq", "/c/guildxq/g/nosuch1"), ("/t/\(world.threads[5])", "/t/99"),
            ("/p/\(world.posts[9])", "/p/9999"), ("/api/v1/communities/zephyrhall", "/api/v1/communities/nosuchhall"),
            ("/api/v1/threads/\(world.threads[4])", "/api/v1/threads/99"),
            ("/c/guildxq/queue/3", "/c/guildxq/queue/999"), ("/p/\(world.posts[9])/report", "/p/9999/report"),
        ]
        for (hidden, missing) in pairs {
            let (first, second) = (try await client.get(hidden), try await client.get(missing))
            #expect(first.status == second.status && first.status >= 300, "\(hidden)")
            let (firstText, secondText) = (
                first.text.replacing(hidden, with: "X"), second.text.replacing(missing, with: "X")
            )
            #expect(firstText == secondText, "\(hidden) reads unlike \(missing)")
        }
    }

    @Test("opens for those it is for: the words are really there", arguments: [Principal.insider, .facilitator])
    func theRightDoor(principal: Principal) async throws {
        let world = try await SideDoorWorld()
        let client = try await Client(world, principal)
        let page = try await client.get("/t/\(world.threads[3])").text
        for word in ["turnstonetitle", "turnstonebody", "turnstonereply", "Avocetxq"] { #expect(page.contains(word)) }
        #expect(try await client.get("/search?q=companion").text.contains("turnstonebody"))
        if principal == .facilitator {
            let item = try await client.get("/c/guildxq/queue/3").text
            for word in ["smewbody", "scaupnote", "wigeonnote", "gadwallreason"] { #expect(item.contains(word)) }
            let moderator = try await Client(world, .moderator)
            #expect(try await moderator.get("/c/guildxq/queue/1").text.contains("pratincolebody"))
        }
        let visitor = try await Client(world, .visitor).get("/t/\(world.threads[0])").text
        #expect(visitor.contains("ospreybody") && visitor.contains("class=\"reactions\""))
        let member = try await Client(world, .member)
        #expect(try await member.get("/t/\(world.threads[0])").text.contains("Jacanaxq"))
        #expect(try await member.get("/t/\(world.threads[1])").text.contains("ploverbody"))
    }

    /// What would send the principal home in the middle of the round.
    private func endsSession(_ route: Route) -> Bool {
        route.method != .get
            && ["/sign-out", "/settings/password", "/settings/sessions/end", "/api/v1/session"].contains(route.path)
    }

    /// Every address of a route in this world: each parameter by each thing it could name.
    private func addresses(of route: Route, _ world: SideDoorWorld) -> [String] {
        var paths = [""]
        for part in route.path.split(separator: "/") {
            let values = part.hasPrefix("{") ? world.values[part.dropFirst().dropLast()] : [String(part)]
            guard let values else {
                Issue.record("\(route.path): nothing in this world is a \(part)")
                return []
            }
            paths = paths.flatMap { path in values.map { path + "/" + $0 } }
        }
        if paths == [""] { paths = ["/"] }
        guard route.method == .get else { return paths }
        let queries = [
            [], [("q", "companion"), ("sort", "newest")], [("filter", "all"), ("group", "circlexq")],
            [("page", "1"), ("reply", "4"), ("quote", "6"), ("group", "atticxq"), ("community", "zephyrhall")],
            [("place", "thread:\(world.threads[3])"), ("q", "avocet")],
        ]
        // The JSON API refuses what it does not know before it looks at anything: only what it knows reaches its doors.
        let known = queries.map { query in
            query.filter { name, _ in route.api?.query.contains { $0.name == name } ?? true }
                .map { name, value in name + "=" + value }.joined(separator: "&")
        }
        return paths.flatMap { path in Set(known).sorted().map { path + ($0.isEmpty ? "" : "?" + $0) } }
    }
}

/// One principal with a browser and a bearer token.
private struct Client: Sendable {
    let browser: Browser
    let bearer: String?

    init(_ world: SideDoorWorld, _ principal: Principal) async throws {
        if let member = world.principals[principal] {
            browser = try await world.site.browser(member)
            bearer = try await world.site.bearer(member)
        } else {
            browser = Browser(world.site)
            bearer = nil
        }
    }

    private var authorization: [(String, String)] { bearer.map { [("Authorization", "Bearer " + $0)] } ?? [] }

    func get(_ path: String) async throws -> Browser.Answer {
        try await browser.get(path, headers: path.hasPrefix("/api/") ? authorization : [])
    }

    func send(_ route: Route, _ path: String) async throws -> Browser.Answer {
        if route.method == .get { return try await get(path) }
        if route.isAPI {
            let values = [
                "title": "\"A title that fits\"", "body": "\"Something\"", "revision": "1", "version": "1",
                "number": "1",
                "level": "\"muted\"", "name": "\"A name\"", "slug": "\"a-name\"", "access": "\"open\"",
                "group": "\"atticxq\"",
                "agreement": "1", "reason": "\"other\"", "action": "\"dismiss\"", "email": "\"x@example.org\"",
                "password": "\"not the right one\"",
            ]
            let known = route.api?.request?.propertyNames ?? []
            let members = known.compactMap { name in values[name].map { "\"\(name)\": \($0)" } }
            let body = "{" + members.joined(separator: ", ") + "}"
            return try await browser.send(
                route.method,
                path,
                body: body,
                headers: authorization + [("Content-Type", "application/json")]
            )
        }
        let fields = [
            ("title", "A title that fits"), ("body", "Something"), ("kind", "discussion"), ("group", "atticxq"),
            ("revision", "1"),
            ("version", "1"), ("place", "thread:5"), ("level", "muted"), ("preview", "1"), ("note", "please"),
        ]
        return try await browser.post(path, fields, token: try await browser.token(on: "/settings"))
    }
}
