import HTTPTypes
import PraxisCapability
import PraxisForum
import PraxisTesting
import PraxisWeb
import Testing

/// One principal with a browser and a bearer token, who asks each route with what the parts of the world bring.
struct SideDoorClient: Sendable {
    let browser: Browser
    let bearer: String?
    /// Of all forms, as long as no route is asked that ends the session.
    private let token: String

    init(_ world: SideDoorWorld, _ principal: Principal) async throws {
        if let member = world.principals[principal] {
            browser = try await world.site.browser(member)
            bearer = try await world.site.bearer(member)
        } else {
            browser = Browser(world.site)
            bearer = nil
        }
        token = try await browser.token(on: "/settings")
    }

    private var authorization: [(String, String)] { bearer.map { [("Authorization", "Bearer " + $0)] } ?? [] }

    func get(_ path: String) async throws -> Browser.Answer {
        try await browser.get(path, headers: path.hasPrefix("/api/") ? authorization : [])
    }

    func send(_ route: Route, _ path: String) async throws -> Browser.Answer {
        if route.method == .get { return try await get(path) }
        guard route.isAPI else {
            return try await browser.post(path, SideDoorFields.form(of: route), token: token)
        }
        let known = SideDoorFields.json(of: route)
        let members = (route.api?.request?.propertyNames ?? []).compactMap { name in
            known[name].map { "\"\(name)\": \($0)" }
        }
        return try await browser.send(
            route.method,
            path,
            body: "{" + members.joined(separator: ", ") + "}",
            headers: authorization + [("Content-Type", "application/json")]
        )
    }
}

/// What a route is asked with: first what the parts of its own capability bring, then what those of the others do.
enum SideDoorFields {
    /// What can stand for a part of an address: `{thread}` and `{thread}.ics` for every thread; nil if nothing is known.
    static func values(of part: Substring, _ known: (Substring) -> [String]?) -> [String]? {
        guard part.hasPrefix("{"), let end = part.firstIndex(of: "}") else { return [String(part)] }
        let rest = part[part.index(after: end)...]
        return known(part[..<end].dropFirst())?.map { $0 + rest }
    }

    /// The capability of each route, by method and path.
    private static let owners: [String: String] = {
        let pairs = Forum.capabilities.all.flatMap { capability in
            capability.routes(among: Forum.capabilities).map { (name(of: $0), capability.name) }
        }
        return Dictionary(pairs) { first, _ in first }
    }()

    private static func name(of route: Route) -> String { "\(route.method) \(route.path)" }

    /// The fields of each form, by method and path: a form is sent to hundreds of addresses.
    private static let forms = Dictionary(
        Forum.routes.filter { $0.method != .get && !$0.isAPI }.map { (name(of: $0), makeForm(of: $0)) }
    ) { first, _ in first }

    /// The parts, those of the route's own capability first.
    private static func parts(for route: Route) -> [SideDoorPart] {
        let owner = owners[name(of: route)]
        return SideDoorWorld.parts.filter { $0.capability == owner }
            + SideDoorWorld.parts.filter { $0.capability != owner }
    }

    static func json(of route: Route) -> [String: String] {
        let named = parts(for: route).flatMap { $0.json.map { ($0.key, $0.value) } }
        return Dictionary(fields(named, of: route)) { first, _ in first }
    }

    static func form(of route: Route) -> [(String, String)] { forms[name(of: route)] ?? makeForm(of: route) }

    private static func makeForm(of route: Route) -> [(String, String)] {
        var known: Set<String> = []
        let named = parts(for: route).flatMap(\.form).map { ($0.name, $0.value) }
        return fields(named, of: route).filter { known.insert($0.0).inserted }
    }

    /// Those that a route has, first the ones whose name says a part of its path: `/follow-ups state`.
    private static func fields(_ named: [(String, String)], of route: Route) -> [(String, String)] {
        let own = named.compactMap { name, value -> (String, String)? in
            let halves = name.split(separator: " ")
            guard halves.count == 2, route.path.contains(halves[0]) else { return nil }
            return (String(halves[1]), value)
        }
        return own + named.filter { !$0.0.contains(" ") }
    }

    /// Every query string that a part brings, with what the route reads of it: the JSON API refuses what it does not know before it looks at
    /// anything.
    static func queries(of route: Route) -> [String] {
        let queries = SideDoorWorld.parts.flatMap(\.queries).map { query in
            query.filter { name, _ in route.api?.query.contains { $0.name == name } ?? true }
                .map { name, value in name + "=" + value }.joined(separator: "&")
        }
        return Set(queries + [""]).sorted()
    }

    /// What would send the principal home in the middle of the round.
    static func endsSession(_ route: Route) -> Bool {
        route.method != .get
            && ["/sign-out", "/settings/password", "/settings/sessions/end", "/api/v1/session"].contains(route.path)
    }

    /// Every address of a route in this world: each parameter by each thing it could name.
    static func addresses(of route: Route, _ world: SideDoorWorld) -> [String] {
        var paths = [""]
        for part in route.path.split(separator: "/") {
            let values = Self.values(of: part) { world.values[$0] }
            guard let values else {
                Issue.record("\(route.path): no part of the world knows a \(part)")
                return []
            }
            paths = paths.flatMap { path in values.map { path + "/" + $0 } }
        }
        if paths == [""] { paths = ["/"] }
        guard route.method == .get else { return paths }
        let queries = Self.queries(of: route)
        return paths.flatMap { path in queries.map { path + ($0.isEmpty ? "" : "?" + $0) } }
    }
}
