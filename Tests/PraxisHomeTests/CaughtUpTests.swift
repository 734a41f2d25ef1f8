import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import Testing

@Suite("Being caught up")
struct CaughtUpTests {
    private func upTo(_ page: Browser.Answer) throws -> String {
        let start = try #require(page.text.range(of: "name=\"upTo\" value=\"")).upperBound
        return String(page.text[start...].prefix { $0 != "\"" })
    }

    @Test("covers what the page showed and not what was posted since")
    func laterPostsStay() async throws {
        let world = try await HomeWorld(), browser = try await world.site.browser(world.ann)
        try await world.thread("Shown")
        let page = try await browser.get("/")
        try await world.thread("Arrived meanwhile")
        let answer = try await browser.post("/caught-up", [("upTo", try upTo(page))], from: "/")
        #expect(answer.status == 303 && answer.location == "/?done=caught-up")
        let after = try await browser.get("/?done=caught-up")
        #expect(after.text.contains("Everything you were shown is marked as read."))
        #expect(after.text.contains("action=\"/caught-up/undo\"") && !after.text.contains("You’re caught up."))
        #expect(after.text.contains("Arrived meanwhile") && !after.text.contains(">Shown<"))
    }

    @Test("can be undone for ten minutes", arguments: [(9, true), (11, false)])
    func undo(minutes: Int64, isUndone: Bool) async throws {
        let world = try await HomeWorld(), browser = try await world.site.browser(world.ann)
        try await world.thread("Shown")
        _ = try await browser.post("/caught-up", [], from: "/")
        #expect(try await browser.get("/").text.contains("Nothing new in your communities."))
        world.site.pass(.minutes(minutes))
        let answer = try await browser.post("/caught-up/undo", [], from: "/")
        #expect(answer.location == (isUndone ? "/?done=undone" : "/?done=too-late"))
        #expect(try await browser.get("/").text.contains(">Shown<") == isUndone)
        let said = isUndone ? "marked as new again." : "within 10 minutes"
        #expect(try await browser.get(answer.location ?? "").text.contains(said))
    }

    @Test("is said while it is so and can be undone, and not by its address alone")
    func saidOnce() async throws {
        let world = try await HomeWorld(), browser = try await world.site.browser(world.ann)
        func page(_ done: String) async throws -> String {
            browser.comeFromForm()
            return try await browser.get("/?done=" + done).text
        }
        try await world.thread("Shown")
        for done in ["caught-up", "all-read"] { #expect(try await !page(done).contains("class=\"banner")) }
        _ = try await browser.post("/caught-up", [], from: "/")
        let said = try await page("caught-up")
        #expect(said.contains("You’re caught up.") && said.contains("action=\"/caught-up/undo\""))
        for done in ["undone", "too-late"] { #expect(try await !page(done).contains("class=\"banner")) }
        world.site.pass(.minutes(11))
        #expect(try await !page("caught-up").contains("class=\"banner"))
    }

    @Test("pressed twice is still undone at once, and only once")
    func pressedTwice() async throws {
        let world = try await HomeWorld(), browser = try await world.site.browser(world.ann)
        try await world.thread("Shown")
        for _ in 0..<2 { _ = try await browser.post("/caught-up", [], from: "/") }
        #expect(try await browser.post("/caught-up/undo", [], from: "/").location == "/?done=undone")
        #expect(try await browser.get("/").text.contains(">Shown<"))
        #expect(try await browser.post("/caught-up/undo", [], from: "/").location == "/?done=too-late")
    }

    @Test("never reaches beyond now, nor back")
    func bounds() async throws {
        let world = try await HomeWorld(), token = try await world.site.bearer(world.ann), browser = Browser(world.site)
        let bearer = [("Authorization", "Bearer " + token)]
        try await world.thread("First")
        let now = try await world.journalNumber()
        let far = try await browser.send(
            .post,
            "/api/v1/me/caught-up",
            body: #"{"upTo": "999999999"}"#,
            headers: bearer
        )
        #expect(far.status == 200 && far.text == #"{"upTo":"\#(now)"}"#)
        let back = try await browser.send(.post, "/api/v1/me/caught-up", body: #"{"upTo": "1"}"#, headers: bearer)
        #expect(back.text == #"{"upTo":"\#(now)"}"#)
        try await world.thread("Second")
        #expect(try await world.news().contains("Second"))
        let all = try await browser.send(.post, "/api/v1/me/caught-up", body: "{}", headers: bearer)
        #expect(all.text == #"{"upTo":"\#(try await world.journalNumber())"}"#)
        #expect(!(try await world.news().contains("Second")))
    }

    @Test("refuses what is no number, and anyone who brings no proof")
    func refuses() async throws {
        let world = try await HomeWorld(), browser = try await world.site.browser(world.ann)
        try await world.thread("Shown")
        #expect(try await browser.post("/caught-up", [("upTo", "x")], from: "/").status == 422)
        #expect(try await browser.post("/caught-up", [], token: nil).status == 403)
        #expect(try await browser.send(.post, "/api/v1/me/caught-up", body: "{}").status == 401)
        #expect(try await browser.get("/").text.contains(">Shown<"))
    }
}

@Suite("Everything new, in order")
struct EverythingNewTests {
    @Test("shows new posts alone, thread by thread, the oldest first, and moves nothing")
    func order() async throws {
        let world = try await HomeWorld(), browser = try await world.site.browser(world.ann)
        let first = try await world.thread("Alpha", replies: 1)
        try await world.thread("Bravo", replies: 1)
        try await world.site.read(first, upTo: 1, by: world.ann)
        _ = try await world.site.reply("Alpha, last.", to: first, of: world.community, by: world.sam)
        for _ in 0..<2 {
            let page = try await browser.get("/new")
            #expect(page.text.contains("4\u{A0}new posts in 2 discussions."))
            #expect(
                page.holds(inOrder: [
                    "Alpha", "Alpha, reply 1.", "Alpha, last.", "Bravo", "The first post.", "Bravo, reply 1.",
                ])
            )
            #expect(page.text.components(separatedBy: "The first post.").count == 2)
            #expect(page.text.contains("/t/\(first)?reply="))
        }
        #expect(try await browser.get("/").text.contains("4\u{A0}new posts"))
    }

    @Test("goes on after a hundred posts, unmoved by what arrives meanwhile, and ends with the button")
    func pages() async throws {
        let world = try await HomeWorld(), browser = try await world.site.browser(world.ann)
        let thread = try await world.thread("A long one", replies: 119)
        try await world.thread("Short")
        let page = try await browser.get("/new")
        #expect(page.text.components(separatedBy: "<article").count == 101)
        #expect(!page.text.contains("action=\"/caught-up\""))
        let start = try #require(page.text.range(of: "href=\"/new?")).upperBound
        let next = "/new?" + String(page.text[start...].prefix { $0 != "\"" }).replacing("&amp;", with: "&")
        _ = try await world.site.reply("Too late for this reading.", to: thread, of: world.community, by: world.sam)
        let rest = try await browser.get(next)
        #expect(rest.text.components(separatedBy: "<article").count == 22)
        #expect(
            rest.holds(inOrder: ["A long one, reply 100.", "A long one, reply 119.", "Short", "action=\"/caught-up\""])
        )
        #expect(!rest.text.contains("Too late for this reading."))
        let token = try await browser.token(on: next)
        let upTo = next.split(separator: "&")[0].split(separator: "=")[1]
        _ = try await browser.post("/caught-up", [("upTo", String(upTo))], token: token)
        let home = try await browser.get("/")
        #expect(home.text.contains("1\u{A0}new post in your community."))
    }

    @Test("says that there is nothing when there is nothing")
    func nothing() async throws {
        let world = try await HomeWorld()
        #expect(try await world.site.browser(world.ann).get("/new").text.contains("Nothing new in your communities."))
    }
}

@Suite("The news of the API")
struct NewsAPITests {
    private struct News: Decodable {
        let lastVisit: String?
        let upTo: String
        let newPosts: Int
        let communities: [Community]
        struct Community: Decodable {
            let slug: String
            let newPosts: Int
            let moreThreads: Int
            let threads: [Conversation]
        }
        struct Conversation: Decodable {
            let id: String
            let title: String
            let community: String
            let group: String
            let newPosts: Int
            let firstNew: Int
        }
    }

    @Test("says what the home page shows")
    func sameAsPage() async throws {
        let world = try await HomeWorld()
        let thread = try await world.thread("Alpha", replies: 4)
        for name in ["Bravo", "Charlie", "Delta"] { try await world.thread(name) }
        try await world.site.read(thread, upTo: 2, by: world.ann)
        _ = try await world.site.reply("Once more.", to: thread, of: world.community, by: world.sam)
        try await world.site.join(world.ann, try await world.site.community("quiet"))
        let text = try await world.news()
        #expect(text.contains("\"lastVisit\":null"))
        let news = try JSONDecoder().decode(News.self, from: Data(text.utf8))
        let page = try await world.site.browser(world.ann).get("/")
        #expect(page.text.contains("\(news.newPosts)\u{A0}new posts in 1 of your 2 communities.") && news.newPosts == 7)
        #expect(page.text.contains("name=\"upTo\" value=\"\(news.upTo)\""))
        #expect(news.communities.map(\.slug) == ["nursing", "quiet"] && news.communities[1].newPosts == 0)
        let community = try #require(news.communities.first)
        let all = "See all \(community.newPosts)\u{A0}new<"
        #expect(page.holds(inOrder: [all] + community.threads.map(\.title)) && community.moreThreads == 1)
        let shown = try #require(community.threads.first)
        #expect(shown.id == "\(thread)" && shown.newPosts == 4 && shown.firstNew == 3)
        #expect(shown.community == "nursing" && shown.group == "everyone")
    }
}
