import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("A field that the API does not know")
struct UnknownFieldTests {
    private static func named(_ answer: Browser.Answer) throws -> [String] {
        let problem = try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
        return (problem?["errors"] as? [[String: Any]])?.compactMap { $0["field"] as? String } ?? []
    }

    /// Every address of the API, with ids and slugs of things that are there.
    private static func path(_ route: Route, _ world: BoundsWorld) -> String {
        route.path.split(separator: "/").map { part in
            switch part {
            case "{slug}": "school"
            case "{group}": "circle"
            case "{thread}" where route.path.contains("/gatherings/"): world.gathering.description
            case "{thread}": world.thread.description
            case "{series}": world.series.description
            case "{post}" where route.path.hasSuffix("/wanted"): world.asked.description
            case "{post}": world.answer.description
            case "{item}": world.item.description
            case "{agenda}": world.agenda.description
            case "{followup}": world.followUp.description
            case "{member}": world.member.description
            case "{request}": world.request.description
            case "{kind}": "thanks"
            case "{place}": route.path.hasSuffix("{group}") ? "group:school" : "thread:\(world.thread)"
            default: String(part)
            }
        }.reduce("") { $0 + "/" + $1 }
    }

    /// Those who may do what the route does are among them.
    private static func bearers(_ world: BoundsWorld) async throws -> [String] {
        try await [world.manager, world.moderator, world.facilitator].asyncMap { viewer in
            try await world.site.bearer(#require(viewer.member))
        }
    }

    /// The route is really asked: what is missing is refused before its fields are looked at.
    private static func isRefusedByName(_ answers: [Browser.Answer], _ field: String) throws -> Bool {
        try answers.contains { answer in try answer.status == 422 && named(answer).contains(field) }
            && answers.allSatisfy { [403, 404, 422].contains($0.status) }
    }

    @Test(
        "is refused by name in every body, whatever is in it, and nothing is done",
        arguments: [#""everyone""#, "null", #"{"everyone": {"sharedWith": true}}"#, #"[{"sharedWith": 1}]"#]
    )
    func bodies(value: String) async throws {
        let world = try await BoundsWorld(), bearers = try await Self.bearers(world), browser = Browser(world.site)
        let before = try await world.site.allRows()
        var asked = 0
        for route in Forum.routes where route.isAPI && route.method != .get {
            let answers = try await bearers.asyncMap { bearer in
                try await browser.send(
                    route.method,
                    Self.path(route, world),
                    body: "{\"sharedWith\": \(value)}",
                    headers: [("Authorization", "Bearer " + bearer), ("Content-Type", "application/json")]
                )
            }
            asked += 1
            #expect(try Self.isRefusedByName(answers, "sharedWith"), "\(route.method) \(route.path)")
        }
        #expect(asked > 25)
        #expect(try await world.site.allRows() == before)
    }

    @Test("is refused by name in every query string, of requests that read and of those that write")
    func queries() async throws {
        let world = try await BoundsWorld(), bearers = try await Self.bearers(world), browser = Browser(world.site)
        let before = try await world.site.allRows()
        for route in Forum.routes where route.isAPI {
            let answers = try await bearers.asyncMap { bearer in
                try await browser.send(
                    route.method,
                    Self.path(route, world) + "?sharedWith=1",
                    body: "",
                    headers: [("Authorization", "Bearer " + bearer), ("Content-Type", "application/json")]
                )
            }
            #expect(try Self.isRefusedByName(answers, "sharedWith"), "\(route.method) \(route.path)")
        }
        #expect(try await world.site.allRows() == before)
    }

    /// The check knows the fields of a body, and nothing within them: where there is nothing within, nothing is passed over.
    @Test("cannot hide within a field: no body that the API takes has objects or lists in it")
    func flat() {
        var fields = 0
        for route in Forum.routes where route.isAPI {
            guard let request = route.api?.request else { continue }
            guard case .object(let properties, _) = request else {
                Issue.record("\(route.method) \(route.path) takes something else than an object of fields")
                continue
            }
            for property in properties {
                fields += 1
                #expect(property.schema.isPlain, "\(route.method) \(route.path): \(property.name)")
            }
        }
        #expect(fields > 25)
    }

    @Test(
        "cannot hide within a field that is known: an object in the place of a text is refused under that field's name"
    )
    func nested() async throws {
        let world = try await WritingWorld()
        let bearer = "Bearer " + (try await world.site.bearer(world.ann))
        let answer = try await Browser(world.site).send(
            .post,
            "/api/v1/threads/\(world.thread)/posts",
            body: #"{"body": {"text": "A confidence", "alias": "Heron"}}"#,
            headers: [("Authorization", bearer), ("Content-Type", "application/json")]
        )
        #expect(answer.status == 422)
        #expect(try Self.named(answer) == ["body"])
    }

    @Test("never publishes a name where an alias was asked for", arguments: ["threads", "reply"])
    func alias(_ what: String) async throws {
        let world = try await WritingWorld()
        let posts = try await world.site.count("SELECT count(*) FROM post")
        let path = what == "reply" ? "/threads/\(world.thread)/posts" : "/communities/nursing/threads"
        var body = ["body": "A confidence", "alias": "Heron"]
        if what == "threads" { body["title"] = "A title that fits" }
        let answer = try await world.api(world.ann, "POST", path, body)
        #expect(answer.status == 422)
        #expect((answer.json["errors"] as? [[String: Any]])?.map { $0["field"] as? String } == ["alias"])
        #expect(try await world.site.count("SELECT count(*) FROM post") == posts)
    }

    @Test(
        "and a value that is not as the document says are refused by name",
        arguments: [
            ("limit", "/communities?limit=many"), ("limit", "/communities?limit=0"), ("limit", "/me/drafts?limit=101"),
            ("filter", "/communities/nursing/threads?filter=best"), ("sort", "/search?q=x&sort=best+first"),
            ("limit", "/communities?limit=1&limit=2"), ("limit", "/communities?limit="),
            ("limit", "/communities?limit=%2B5"), ("limit", "/communities?limit=05"), ("sort", "/search?sort="),
            ("cursor", "/communities?cursor="), ("cursor", "/communities?cursor=x"), ("cursor", "/search?cursor=9"),
            ("cursor", "/me/drafts?cursor=post:1"), ("cursor", "/communities/nursing/queue?cursor=2.1.1"),
            ("cursor", "/communities/nursing/threads?cursor=1234567890123456789"), ("before", "/search?before="),
            ("after", "/search?after=2026-13-01"),
        ]
    )
    func values(_ field: String, _ path: String) async throws {
        let world = try await WritingWorld()
        let headers = [("Authorization", "Bearer " + (try await world.site.bearer(world.ann)))]
        let answer = try await Browser(world.site).get("/api/v1" + path, headers: headers)
        #expect(answer.status == 422)
        #expect(try Self.named(answer) == [field])
    }

    @Test(
        "and a field of a body that is not as the document says are refused by name",
        arguments: [
            ("upTo", "/me/caught-up", #"{"upTo": ""}"#), ("upTo", "/me/caught-up", #"{"upTo": "0"}"#),
            ("replyTo", "/threads/{thread}/posts", #"{"body": "x", "replyTo": "first"}"#),
            ("revision", "/posts/{post}/redaction", #"{"body": "x", "revision": 2147483648}"#),
            ("revision", "/posts/{post}/redaction", #"{"body": "x", "revision": -1}"#),
            ("body", "/threads/{thread}/posts", "{\"body\": \"\u{200B}\u{2800}\"}"),
        ]
    )
    func fields(_ field: String, _ path: String, _ body: String) async throws {
        let world = try await WritingWorld()
        let bearer = "Bearer " + (try await world.site.bearer(world.ann))
        let answer = try await Browser(world.site).send(
            .post,
            "/api/v1"
                + path.replacing("{thread}", with: "\(world.thread)").replacing("{post}", with: "\(world.first)"),
            body: body,
            headers: [("Authorization", bearer), ("Content-Type", "application/json")]
        )
        #expect(answer.status == 422)
        #expect(try Self.named(answer) == [field])
    }
}

extension Schema {
    /// Neither an object nor a list, nor one of them that may be null or has a name.
    fileprivate var isPlain: Bool {
        switch self {
        case .object, .list: false
        case .nullable(let inner), .named(_, let inner): inner.isPlain
        default: true
        }
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
