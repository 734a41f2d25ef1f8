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

    /// Every address of the API, with ids and slugs of a thread, a post, a group and a community that are there.
    private static func path(_ route: Route, _ world: WritingWorld) -> String {
        route.path.split(separator: "/").map { part in
            switch part {
            case "{slug}": "nursing"
            case "{group}": "everyone"
            case "{thread}": world.thread.description
            case "{post}": world.first.description
            case "{place}": route.path.hasSuffix("{group}") ? "group:nursing" : "thread:\(world.thread)"
            default: part.hasPrefix("{") ? "1" : String(part)
            }
        }.reduce("") { $0 + "/" + $1 }
    }

    @Test("is refused by name in every body, and nothing is done")
    func bodies() async throws {
        let world = try await WritingWorld()
        let bearer = try await world.site.bearer(world.ann), browser = Browser(world.site)
        for route in Forum.routes where route.isAPI && route.method != .get {
            let headers = [("Authorization", "Bearer " + bearer), ("Content-Type", "application/json")]
            let answer = try await browser.send(
                route.method,
                Self.path(route, world),
                body: "{\"sharedWith\": \"everyone\"}",
                headers: headers
            )
            // What is not there (an item of the queue, a request to join) may be missing before its body is read.
            if answer.status == 404 { continue }
            #expect(answer.status == 422, "\(route.method) \(route.path)")
            #expect(try Self.named(answer).contains("sharedWith"), "\(route.method) \(route.path)")
        }
        let me = try await browser.get("/api/v1/me", headers: [("Authorization", "Bearer " + bearer)])
        #expect(me.status == 200, "the session was not ended by a request that was refused")
    }

    @Test("is refused by name in every query string")
    func queries() async throws {
        let world = try await WritingWorld()
        let headers = [("Authorization", "Bearer " + (try await world.site.bearer(world.ann)))]
        let browser = Browser(world.site)
        for route in Forum.routes where route.isAPI && route.method == .get {
            let answer = try await browser.get(Self.path(route, world) + "?sharedWith=1", headers: headers)
            #expect(answer.status == 422, "\(route.path)")
            #expect(try Self.named(answer).contains("sharedWith"), "\(route.path)")
        }
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
