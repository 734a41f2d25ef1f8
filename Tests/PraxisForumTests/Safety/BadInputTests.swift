import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("Bad input")
struct BadInputTests {
    /// What a form or JSON route may answer, whatever it is sent.
    private static let statuses: Set = [200, 201, 204, 303, 400, 401, 403, 404, 409, 413, 422]

    /// Of the tests whose requests are refused, but for those that keep drafts, which no other of them meets.
    private static let refusing = Task { try await BadInputWorld() }

    @Test(
        "is answered in words on every route, field by field, with the typed text kept",
        arguments: BadInputWorld.names
    )
    func everyField(name: String) async throws {
        let world = try await BadInputWorld()
        let route = try #require(BadInputWorld.named(name))
        let fields = BadInputWorld.fields(of: route)
        var answered = 0
        for field in [""] + fields {
            for bad in route.isAPI ? Self.badJSON : Self.badValues {
                let sender = try await Sender(world, route)
                let answer = try await sender.send(fields, but: field, bad)
                answered += 1
                let what = "\(name) with \(field) = \(bad.prefix(40))"
                #expect(Self.statuses.contains(answer.status), "\(what): \(answer.status)")
                if route.isAPI, answer.status >= 400 {
                    #expect(answer.headers[.contentType] == "application/problem+json", "\(what)")
                }
                guard !route.isAPI, [409, 422].contains(answer.status) else { continue }
                for kept in BadInputWorld.texts(of: route) where kept != field && field != "" {
                    #expect(answer.text.contains("keepsake-\(kept)"), "\(what): \(kept) is lost")
                }
            }
        }
        #expect(answered > 10)
    }

    @Test("is tried in the fields of every form, but for those that are named as buttons alone")
    func fieldsAreListed() {
        let forms = BadInputWorld.unsafe.filter { !$0.isAPI }
        for form in forms {
            let isButton = BadInputWorld.buttons.contains(form.path)
            #expect(isButton || !BadInputWorld.fields(of: form).isEmpty, "\(form.path) has no fields listed")
        }
        #expect(BadInputWorld.buttons.isSubset(of: forms.map(\.path)))
    }

    @Test("of a route with an id that is missing or hidden is missing", arguments: BadInputWorld.names)
    func otherIDs(name: String) async throws {
        let world = try await Self.refusing.value
        let route = try #require(BadInputWorld.named(name))
        guard let outsider = world.doors.principals[.outsider] else { return }
        for (missing, hidden) in world.otherAddresses(of: route) {
            var statuses: [Int] = []
            let none = name.contains("drafts") ? [] : ["-1", "x"].map { missing.replacing("99999", with: $0) }
            for path in [missing, hidden] + none {
                let sender = try await Sender(world, route, as: outsider)
                let answer = try await sender.send(BadInputWorld.fields(of: route), but: "", "", to: path)
                statuses.append(answer.status)
            }
            #expect(Set(statuses).count == 1, "\(name): \(statuses)")
            // What is refused for its fields says nothing of the id.
            #expect(!statuses.contains(422) || name.contains("drafts"), "\(name)")
            #expect(statuses.allSatisfy { (400..<500).contains($0) || name.contains("drafts") }, "\(name): \(statuses)")
        }
    }

    @Test(
        "of a form without its proof is refused, and the text is kept",
        arguments: BadInputWorld.names.filter { BadInputWorld.named($0)?.proof == .form }
    )
    func proofs(name: String) async throws {
        let world = try await BadInputWorld()
        let route = try #require(BadInputWorld.named(name))
        let fields = BadInputWorld.fields(of: route)
        let foreign = try await Sender(world, route, as: world.doors.principals[.member])
        let sender = try await Sender(world, route)
        let other = try await foreign.token()
        let own = try await sender.token()
        let tries: [(String?, [(String, String)])] = [
            (nil, []), ("", []), (other, []), (own + "x", []), (own, [("Sec-Fetch-Site", "cross-site")]),
            (own, [("Sec-Fetch-Site", "same-site")]), (own, [("Origin", "https://evil.example")]),
            (own, [("Origin", "http://127.0.0.1:8081")]),
        ]
        for (token, headers) in tries {
            let answer = try await sender.send(fields, but: "", "", token: .some(token), headers: headers)
            #expect(answer.status == 403, "\(name) \(headers)")
            for kept in BadInputWorld.texts(of: route) {
                #expect(answer.text.contains("keepsake-\(kept)"), "\(name): \(kept) is lost")
            }
        }
        for headers in [[("Origin", "null")], [("Origin", "http://127.0.0.1:8080")]] {
            let answer = try await sender.send(fields, but: "", "", token: .some(own), headers: headers)
            #expect(!(answer.status == 403 && answer.text.contains("keepsake-")), "\(name) \(headers)")
        }
    }

    @Test(
        "is asked for a proof on every unsafe route, and for a form's token on every page but the one that mail programs call"
    )
    func everyProof() {
        let unsafe = Forum.routes.filter { $0.method != .get }
        #expect(unsafe.allSatisfy { $0.proof != .none })
        let withoutForm = unsafe.filter { !$0.isAPI && $0.proof != .form }
        #expect(withoutForm.map(\.path) == ["/u/{token}"] && withoutForm.map(\.proof) == [.link])
    }

    @Test("of a JSON route without a token, or with a cookie alone, is refused", arguments: BadInputWorld.names)
    func bearers(name: String) async throws {
        let route = try #require(BadInputWorld.named(name))
        guard route.proof == .bearer else { return }
        let world = try await Self.refusing.value
        let browser = try await world.site.browser(world.ada)
        for headers in [[], [("Authorization", "Bearer x")], [("Authorization", "Basic eDp4")]] {
            let answer = try await browser.send(
                route.method,
                world.address(of: route),
                body: "{}",
                headers: headers + [("Content-Type", "application/json")]
            )
            #expect(answer.status == 401, "\(name)")
        }
    }

    /// Percent-encoded as they go over the wire.
    private static let badValues =
        ["", "x" + String(repeating: "%C3%BC", count: 40_000), "a%00b", "%ff%fe", "%ed%a0%80", "%zz", "%"]
        + ["seven", "-1", "0", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e9", "%D9%A3"]
        + [
            "thread%3A9223372036854775807", "group%3A..%2F..", "%2F%2Fevil.example", "%0d%0aX%3A+y",
            "%F0%9F%8F%B4%CC%81",
        ]

    /// JSON as it goes over the wire.
    private static let badJSON =
        [
            "\"\"", "\"" + String(repeating: "ü", count: 40_000) + "\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\q\"", "",
            "nul",
        ]
        + ["null", "true", "1.5", "[]", "[1]", "{}", "{\"a\": 1}", "-1", "9223372036854775807", "9223372036854775808"]
        + ["1e400", "\"seven\"", "\"-1\"", "\"9223372036854775808\"", "\"\\r\\nX: y\""]
}

/// One member, or a visitor for the forms of visitors, who sends what a test says.
private struct Sender {
    let world: BadInputWorld
    let route: Route
    let browser: Browser
    let bearer: String?

    init(_ world: BadInputWorld, _ route: Route, as member: MemberID? = nil) async throws {
        (self.world, self.route) = (world, route)
        let isMember = route.needsMember
        // Those who belong have nothing to fill in there.
        let usual = route.path == "/c/{community}/join" ? world.doors.principals[.former] ?? world.ada : world.ada
        try await world.site.env.site.command { db in
            let items: SQL<Void> = "SELECT id FROM queueItem WHERE memberId = \(usual) AND kind = 'request'"
            try db.run("DELETE FROM queueEvent WHERE itemId IN (\(items))")
            try db.run("DELETE FROM queueItem WHERE id IN (\(items))")
            _ = try db.run("DELETE FROM request WHERE memberId = \(usual)")
        }
        browser = isMember && !route.isAPI ? try await world.site.browser(member ?? usual) : Browser(world.site)
        bearer = isMember && route.isAPI ? try await world.site.bearer(member ?? usual) : nil
    }

    func token() async throws -> String { try await browser.token(on: route.needsMember ? "/settings" : "/sign-in") }

    /// Sends all fields as they should be, but one of them as it is given: encoded, or JSON.
    func send(
        _ fields: [String],
        but bad: String,
        _ value: String,
        to path: String? = nil,
        token: String?? = nil,
        headers: [(String, String)] = []
    ) async throws -> Browser.Answer {
        let path = path ?? world.address(of: route)
        if route.isAPI {
            let pairs = fields.map { "\"\($0)\": " + ($0 == bad ? value : json($0)) }
            let authorization = bearer.map { [("Authorization", "Bearer " + $0)] } ?? []
            let all = headers + authorization + [("Content-Type", "application/json")]
            let body = bad.isEmpty && !value.isEmpty ? value : "{" + pairs.joined(separator: ", ") + "}"
            return try await browser.send(route.method, path, body: body, headers: all)
        }
        var pairs = fields.map { $0 + "=" + ($0 == bad ? value : Fields.encode(world.good($0, route))) }
        if bad.isEmpty, !value.isEmpty { pairs = ["\(value)=\(value)"] }
        let own = token == nil ? try await self.token() : nil
        if let token = token ?? own { pairs.append("token=" + Fields.encode(token)) }
        let all = headers + [("Content-Type", "application/x-www-form-urlencoded")]
        return try await browser.send(route.method, path, body: pairs.joined(separator: "&"), headers: all)
    }

    private func json(_ field: String) -> String {
        switch field {
        case "version", "revision", "number", "agreement", "uses", "capacity": "1"
        case "minutes": "60"
        case "pinned", "listed", "present": "true"
        default: "\"\(world.good(field, route))\""
        }
    }
}
