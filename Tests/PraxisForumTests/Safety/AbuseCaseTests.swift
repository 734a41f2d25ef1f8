import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisWeb
import Testing

@Suite("Abuse cases")
struct AbuseCaseTests {
    @Test("A28: no answer that knows its reader can be kept by a cache between, and no error by any")
    func caches() async throws {
        let world = try await BadInputWorld()
        let browser = try await world.site.browser(world.ada)
        for route in Forum.routes where route.method == .get && route.caching != .forever {
            for path in [world.address(of: route), world.otherAddresses(of: route).first?.missing ?? "/nowhere"] {
                for headers in [[], [("Accept", "application/json")], [("X-Requested-With", "XMLHttpRequest")]] {
                    let answer = try await browser.get(path, headers: headers)
                    let kept = answer.headers[.cacheControl] ?? ""
                    #expect(kept == "no-store" || kept.hasPrefix("private"), "\(path): \(kept)")
                    if answer.status >= 400 { #expect(kept == "no-store", "\(path)") }
                }
            }
        }
    }

    @Test("A34: no address that the site makes holds a title, and none is told to others")
    func addresses() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let fields = [("title", "Whimbrel matters"), ("body", "x"), ("kind", "discussion"), ("group", "everyone")]
        let made = try await bob.post("/c/nursing/new-thread", fields, from: "/drafts")
        let location = try #require(made.location)
        #expect(location.wholeMatch(of: /\/t\/[0-9]+\?done=posted#done/) != nil)
        let page = try await bob.get(location)
        #expect(page.headers[HTTPField.Name("Referrer-Policy") ?? .accept] == "no-referrer")
        for match in page.text.matches(of: /(?:href|action|src)="([^"]*)"/) {
            #expect(!match.1.lowercased().contains("whimbrel"), "\(match.1)")
        }
    }

    @Test("C01: an answer never speaks of the host that a request names")
    func hosts() async throws {
        let site = try TestSite(), browser = Browser(site)
        for path in ["/", "/sign-in", "/settings", "/nowhere", "/api/v1/openapi.json"] {
            let answer = try await browser.get(
                path,
                headers: [("X-Forwarded-Host", "evil.example"), ("Host", "evil.example")]
            )
            #expect(!answer.text.contains("evil") && answer.location?.contains("evil") != true)
        }
    }

    @Test("D12: nothing of an unknown address or query is said on a page of ours as if we said it")
    func reflections() async throws {
        let site = try TestSite(), browser = Browser(site)
        for path in [
            "/your-account-is-closed", "/c/your-account-is-closed", "/communities?done=your-account-is-closed",
        ] {
            // Where signing in leads back to stands in a link and a hidden field, which say nothing.
            browser.comeFromForm()
            let text = try await browser.get(path).text.replacing(/next=[^"]*/, with: "")
                .replacing(/<input type="hidden" name="next" value="[^"]*">/, with: "")
            #expect(!text.contains("your-account-is-closed"), "\(path)")
        }
    }

    @Test("F03: a reply to a closed thread is refused, by form and by JSON, and its text kept")
    func closed() async throws {
        let world = try await WritingWorld()
        let thread = world.thread
        try await world.site.env.site.command { db in
            _ = try db.run("UPDATE thread SET state = 'closed' WHERE id = \(thread)")
        }
        let bob = try await world.site.browser(world.bob)
        let answer = try await bob.post("/t/\(thread)/posts", [("body", "a kept reply")], from: "/drafts")
        #expect(answer.status == 403 && answer.text.contains("a kept reply"))
        let bearer = try await world.site.bearer(world.bob)
        #expect(
            try await api(bob, "POST", "/threads/\(thread)/posts", "{\"body\": \"x\"}", bearer: bearer).status == 403
        )
    }

    @Test(
        "F04: an edit keeps to the same lengths as a new text",
        arguments: ["", "  ", String(repeating: "ü", count: 32_001)]
    )
    func edits(body: String) async throws {
        let world = try await WritingWorld()
        let ann = try await world.site.browser(world.ann)
        for path in ["/p/\(world.first)/edit", "/t/\(world.thread)/posts"] {
            let answer = try await ann.post(path, [("body", body), ("revision", "1")], from: "/drafts")
            #expect(answer.status == 422, "\(path)")
        }
        let whole = String(repeating: "ü", count: 32_000)
        #expect(
            try await ann.post("/p/\(world.first)/edit", [("body", whole), ("revision", "1")], from: "/drafts").status
                == 303
        )
    }

    @Test("F08, F09: fields that no form of ours holds change nothing, and JSON refuses them by name")
    func extraFields() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let extra = [
            ("authorId", "\(world.ann)"), ("author", "\(world.ann)"), ("user_id", "\(world.ann)"), ("createdAt", "0"),
            ("created_at", "0"), ("pinned", "1"), ("state", "hidden"), ("visibility", "public"), ("number", "99"),
            ("role", "manager"), ("isSiteAdministrator", "1"), ("isPublic", "1"), ("groupId", "1"),
            ("communityId", "1"),
        ]
        _ = try await bob.post("/t/\(world.thread)/posts", [("body", "plain")] + extra, from: "/drafts")
        let bearer = try await world.site.bearer(world.bob)
        let pairs = extra.map { "\"\($0.0)\": \"\($0.1)\"" }.joined(separator: ", ")
        let json = "{\"body\": \"plain\", \(pairs)}"
        let refused = try await api(bob, "POST", "/threads/\(world.thread)/posts", json, bearer: bearer)
        #expect(refused.status == 422)
        for (name, _) in extra { #expect(refused.text.contains("\"\(name)\"")) }
        let profile = [("name", "Bob Baker"), ("language", "en"), ("timeZone", "Europe/London")]
        #expect(try await bob.post("/settings", profile + extra).status == 303)
        let now = world.site.now, author = world.bob
        let plain = try await world.site.count(
            """
            SELECT count(*) FROM post WHERE authorId = \(author) AND createdAt = \(now) AND state = 'published' AND number < 4
            """
        )
        #expect(plain == 1)
        #expect(try await world.site.count("SELECT count(*) FROM thread WHERE isPinned") == 0)
        #expect(try await world.site.count("SELECT count(*) FROM member WHERE isSiteAdministrator") == 0)
    }

    @Test("H02: no page or list gives more than a hundred, at any depth")
    func depths() async throws {
        let world = try await WritingWorld(), browser = Browser(world.site)
        let bearer = try await world.site.bearer(world.bob)
        for _ in 0..<30 { _ = try await world.reply("x", by: world.bob) }
        let paths = ["/threads/\(world.thread)/posts", "/communities/nursing/threads", "/communities", "/search"]
        for path in paths {
            for query in [
                "limit=1000000000", "limit=-1", "limit=0", "page=1000000000", "page=-1", "cursor=9.1000000000",
            ] {
                let answer = try await api(browser, "GET", "\(path)?q=x&\(query)", bearer: bearer)
                #expect(
                    answer.status == 422 || answer.text.components(separatedBy: "\"id\":").count < 100,
                    "\(path)?\(query)"
                )
                #expect(answer.status < 500)
            }
        }
    }

    @Test(
        "D10: no query makes an accident on any page",
        arguments: [
            "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "x' OR 1=1--", "\"", "*",
            "NEAR(",
            "title:", "\u{0}", "1.5", "9999-12-31T23:59:59Z", "0000-00-00", "+999999999-01-01T00:00:00Z",
        ]
    )
    func queries(value: String) async throws {
        let world = try await BadInputWorld()
        let browser = try await world.site.browser(world.ada), bearer = try await world.site.bearer(world.ada)
        let names = [
            "page", "before", "after", "upTo", "from", "to", "cursor", "limit", "reply", "quote", "group", "community",
            "q",
            "kind", "status", "sort", "filter", "done", "uses", "next", "post",
        ]
        let all = names.map { "\($0)=\(Fields.encode(value))" }
        for route in Forum.routes where route.method == .get && route.caching != .forever {
            for query in (value == "9223372036854775807" ? all : []) + [all.joined(separator: "&")] {
                let path = world.address(of: route) + "?" + query
                let headers = route.isAPI ? [("Authorization", "Bearer " + bearer)] : []
                let answer = try await browser.get(path, headers: headers)
                #expect(answer.status < 500, "\(path)")
            }
        }
    }
}
