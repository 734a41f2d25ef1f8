import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("Search")
struct SearchTests {
    @Test("finds words in titles and posts, by their stems and without their accents")
    func words() async throws {
        let world = try await SearchWorld()
        try await world.write("The guardian’s signature", "Who signs?")
        try await world.write("Another thread", "We asked the guardians of the équipe.")
        #expect(try await world.found("guardian").titles == ["The guardian’s signature", "Another thread"])
        #expect(try await world.found("equipe").titles == ["Another thread"])
        #expect(try await world.found("guard").titles == [])
        let item = try #require(try await world.found("équipe").items.first)
        #expect(item.kind == "post" && item.id == "2" && item.thread == "2" && item.url == "/p/2")
        #expect(item.snippet == "We asked the guardians of the <mark>équipe</mark>.")
    }

    @Test(
        "understands phrases, minus and operators",
        arguments: [
            ("special guardian", ["Alpha", "Bravo"]), ("\"special guardian\"", ["Alpha"]),
            ("guardian -special", ["Charlie"]),
            ("guardian kind:question", ["Bravo"]), ("special status:unanswered", ["Bravo"]),
            ("guardian status:closed", []),
            ("guardian from:sam", ["Charlie"]),
            ("guardian from:\"Sam Ellis\"", ["Charlie"]), ("guardian from:ell", []),
            ("guardian group:everyone -special", ["Charlie"]),
            ("guardian group:nowhere", []), ("guardian before:2026-11-21", []),
            ("-special guardian after:2026-11-21", ["Charlie"]),
            ("from:sam", ["Alpha", "Charlie"]), ("kind:question", ["Bravo"]), ("kind:discussion from:ann -special", []),
            ("kind:discussion -special -thank", ["Charlie"]),
            ("a", ["Bravo"]),
        ]
    )
    func operators(query: String, titles: [String]) async throws {
        let world = try await SearchWorld(), sam = try await world.site.member("Sam Ellis")
        try await world.site.join(sam, world.community)
        let alpha = try await world.write("Title Alpha", "The special guardian signs.")
        _ = try await world.site.reply("Thank you.", to: alpha, of: world.community, by: sam)
        try await world.write("Title Bravo", "A guardian, but nothing special.", kind: .question)
        try await world.write("Title Charlie", "The guardian angel.", by: sam)
        #expect(Set(try await world.found(query).titles) == Set(titles.map { "Title " + $0 }))
    }

    @Test("narrows by the fields of its form as by operators")
    func fields() async throws {
        let world = try await SearchWorld(), other = try await world.site.community("school", visibility: .public)
        try await world.site.join(world.ann, other)
        try await world.write("In nursing", "frost")
        _ = try await world.site.thread(
            "In school",
            "frost",
            kind: .question,
            in: try await world.site.commons(of: other),
            of: other,
            by: world.ann
        )
        #expect(try await world.found("frost", "&community=school").titles == ["In school"])
        #expect(try await world.found("frost", "&kind=discussion").titles == ["In nursing"])
        #expect(try await world.found("", "&community=school").titles == ["In school"])
        #expect(
            try await world.found("frost", "&from=Ann+Okafor&community=nursing&group=everyone").titles == ["In nursing"]
        )
        #expect(try await world.found("frost", "&after=2026-11-21T10:00:00Z").titles == [])
        #expect(try await world.found("frost", "&sort=newest").titles == ["In school", "In nursing"])
    }

    @Test(
        "refuses fields that make no sense, naming them",
        arguments: [
            ("kind=poem", "kind"), ("status=x", "status"), ("sort=x", "sort"), ("before=x", "before"),
            ("cursor=x", "cursor"),
            ("q=" + String(repeating: "a", count: 501), "q"), ("limit=0", "limit"),
        ]
    )
    func refuses(query: String, field: String) async throws {
        let browser = Browser(try await SearchWorld().site)
        let answer = try await browser.get("/api/v1/search?" + query)
        #expect(answer.status == 422 && answer.text.contains("\"field\":\"\(field)\""))
        if field != "limit" {
            let page = try await browser.get("/search?" + query)
            #expect(
                page.status == 422 && page.text.contains("There is a problem")
                    && page.text.contains("role=\"search\"")
            )
        }
    }

    @Test("escapes what members typed, and marks only its own hits")
    func escapes() async throws {
        let world = try await SearchWorld()
        try await world.write("A <b>title</b>", "`<script>alert(1)</script>` guardian \u{E000}typed\u{E001} end")
        let item = try #require(try await world.found("guardian").items.first)
        #expect(item.snippet == "&lt;script&gt;alert(1)&lt;/script&gt; <mark>guardian</mark> typed end")
        let page = try await world.page("guardian <i>\"")
        #expect(!page.text.contains("<b>title") && !page.text.contains("<i>") && !page.text.contains("<script>alert"))
        #expect(try await world.page("title").text.contains("A &lt;b&gt;title&lt;/b&gt;"))
        #expect(try await world.found("typed").titles.count == 1)
    }

    @Test("forgets the old words of what is edited, and all of what is withdrawn")
    func editAndWithdraw() async throws {
        let world = try await SearchWorld()
        let thread = try await world.write("The thread", "old words")
        let post = try await world.site.reply("former words", to: thread, of: world.community, by: world.ann)
        try await world.site.write { db in
            try db.removeFromSearch(post)
            try db.run("UPDATE post SET plain = 'later words' WHERE id = \(post)")
            db.indexForSearch(post)
        }
        #expect(try await world.found("former").titles == [])
        #expect(try await world.found("later").titles == ["The thread"])
        try await world.site.write { db in
            try db.removeFromSearch(post)
            try db.run("UPDATE post SET state = 'withdrawn' WHERE id = \(post)")
        }
        #expect(try await world.found("later").titles == [])
        #expect(try await world.found("from:ann").items.map(\.id) == ["1"])
    }

    @Test("goes through its list page by page, unmoved by what arrives meanwhile", arguments: ["best", "newest"])
    func paging(sort: String) async throws {
        let world = try await SearchWorld()
        let thread = try await world.write("Frost thread", "frost 0")
        for number in 1..<45 {
            _ = try await world.site.reply("frost \(number)", to: thread, of: world.community, by: world.ann)
        }
        let all = try await world.found("frost", "&limit=100&sort=\(sort)").items.map(\.id)
        #expect(all.count == 45)
        var seen: [String] = [], rest = "&sort=\(sort)"
        while true {
            let page = try await world.found("frost", rest)
            seen += page.items.map(\.id)
            _ = try await world.site.reply("frost frost later", to: thread, of: world.community, by: world.ann)
            guard let next = page.next else { break }
            rest = "&sort=\(sort)&cursor=\(next)"
        }
        #expect(seen == all)
        let page = try await world.page("frost")
        #expect(page.text.contains("48 results for “frost”") && page.text.contains("cursor=48.40"))
    }

    @Test("keeps the query when somebody searches too often")
    func tooOften() async throws {
        let world = try await SearchWorld(limits: true), browser = Browser(world.site)
        for _ in 0..<15 { #expect(try await browser.get("/search?q=frost").status == 200) }
        let refused = try await browser.get("/search?q=frost")
        #expect(
            refused.status == 429 && refused.headers[.retryAfter] != nil && refused.text.contains("value=\"frost\"")
        )
        #expect(try await browser.get("/api/v1/search?q=frost").status == 429)
        #expect(try await browser.get("/search").status == 200)
        #expect(try await Browser(world.site, from: "192.0.2.2").get("/search?q=frost").status == 200)
        world.site.pass(.minutes(3))
        #expect(try await browser.get("/search?q=frost").status == 200)
    }

    @Test("offers the places that the reader reads, and no others")
    func places() async throws {
        let world = try await SearchWorld()
        _ = try await world.site.community("secret", visibility: .hidden)
        let own = try await world.site.browser(world.ann).get("/search?community=nursing")
        #expect(
            own.text.contains("<option value=\"nursing\" selected>") && own.text.contains("<option value=\"circle\">")
        )
        let visitor = try await Browser(world.site).get("/search?community=nursing")
        #expect(visitor.text.contains("<option value=\"everyone\">") && !visitor.text.contains("circle"))
        #expect(!own.text.contains("secret") && !visitor.text.contains("secret"))
    }

    @Test("never fails on the naughty strings", .needsCorpora)
    func naughtyStrings() async throws {
        let world = try await SearchWorld(), browser = Browser(world.site)
        try await world.write("A thread", "Some text.")
        for string in try Corpora.naughtyStrings() + [
            "\"", "-", "--", "*", "a*", "NEAR(a b, 3)", "title:a", "^a", "a AND", "\u{0}",
        ] {
            for path in ["/search?q=", "/api/v1/search?q="] {
                let answer = try await browser.get(path + encoded(string))
                // The API refuses a NUL in every text.
                let isRefused = string.unicodeScalars.count > 500 || path.hasPrefix("/api") && string.contains("\u{0}")
                #expect(answer.status == (isRefused ? 422 : 200), "\(string)")
            }
        }
    }
}
