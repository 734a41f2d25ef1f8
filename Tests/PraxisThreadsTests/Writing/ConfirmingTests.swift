import Foundation
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("A confirmation")
struct ConfirmingTests {
    /// Whether the banner with that text stands directly above the post.
    private func stands(_ text: String, above post: PostID, in page: String) -> Bool {
        let done = page.range(of: "id=\"done\"")?.lowerBound, article = page.range(of: "id=\"p\(post)\"")?.lowerBound
        guard let done, let article, done < article else { return false }
        return page[done..<article].contains(text) && !page[done..<article].contains("</article>")
    }

    @Test("of a reply stands beside it, and says who is told and who cannot be")
    func posted() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let fields = [("body", "@Ann Okafor and @Nora Nowhere, see above."), ("revision", "0")]
        let answer = try await bob.post("/t/\(world.thread)/posts", fields, from: "/drafts")
        let made: PostID = try await world.site.value("SELECT max(id) FROM post")
        let page = try await bob.get(answer.location ?? "").text
        #expect(stands("Posted. We will let Ann Okafor know.", above: made, in: page))
        #expect(stands("Nora Nowhere", above: made, in: page))
        let ann = try await world.site.browser(world.ann).get(answer.location ?? "").text
        #expect(!ann.contains("We will let"))
    }

    @Test("of a new discussion stands beside its first post")
    func started() async throws {
        let world = try await WritingWorld()
        let ann = try await world.site.browser(world.ann)
        let fields = [("group", "everyone"), ("kind", "story"), ("title", "A new one"), ("body", "It begins.")]
        let answer = try await ann.post("/c/nursing/new-thread", fields)
        let made: PostID = try await world.site.value("SELECT max(id) FROM post")
        #expect(stands("Posted.", above: made, in: try await ann.get(answer.location ?? "").text))
    }

    @Test("of a held post says that a moderator reads it first")
    func held() async throws {
        let world = try await WritingWorld()
        let max = try await world.site.member("Max Manager")
        try await world.site.join(max, world.community, as: .manager)
        try await world.site.env.communities[world.community].change(
            CareChange(heldPosts: 1, contact: nil, crisis: "", version: 0),
            as: Viewer(member: max)
        )
        let nia = try await world.site.newcomer("Nia New", world.community)
        let browser = try await world.site.browser(nia)
        let answer = try await browser.post("/t/\(world.thread)/posts", [("body", "Hello.")], from: "/drafts")
        let made: PostID = try await world.site.value("SELECT max(id) FROM post")
        let state: String = try await world.site.value("SELECT state FROM post WHERE id = \(made)")
        #expect(state == "held")
        #expect(stands("A moderator reads it", above: made, in: try await browser.get(answer.location ?? "").text))
    }

    @Test("of a change to a post stands beside it, with the undoing of a withdrawal")
    func changed() async throws {
        let world = try await WritingWorld()
        let post = try await world.reply("A reply.", by: world.bob), bob = try await world.site.browser(world.bob)
        let edited = try await bob.post("/p/\(post)/edit", [("body", "Another."), ("revision", "1")])
        #expect(stands("Your changes are saved.", above: post, in: try await bob.get(edited.location ?? "").text))
        let gone = try await bob.post("/p/\(post)/withdraw", [("revision", "2")], from: "/drafts")
        let page = try await bob.get(gone.location ?? "").text
        #expect(stands("action=\"/p/\(post)/restore\"", above: post, in: page))
    }

    @Test("of a withdrawal stands while the post is withdrawn, and its undoing while that works")
    func withdrawn() async throws {
        let world = try await WritingWorld()
        let post = try await world.reply("A reply.", by: world.bob), bob = try await world.site.browser(world.bob)
        let withdrawal = {
            try await bob.post("/p/\(post)/withdraw", [("revision", "1")], from: "/drafts").location ?? ""
        }
        let address = try await withdrawal(), undo = "action=\"/p/\(post)/restore\""
        #expect(try await bob.get(address).text.contains(undo))
        _ = try await bob.post("/p/\(post)/restore", [], from: "/drafts")
        #expect(try await !bob.get(address).text.contains("id=\"done\""))
        let again = try await withdrawal()
        #expect(try await bob.get(again).text.contains(undo))
        world.site.pass(.minutes(11))
        bob.comeFromForm()
        let late = try await bob.get(again).text
        #expect(late.contains("Your post is withdrawn.") && !late.contains(undo))
    }

    @Test("that names a post of another thread, or a word that nobody says, says nothing", arguments: ["999", "x"])
    func nonsense(post: String) async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        bob.comeFromForm()
        let page = try await bob.get("/t/\(world.thread)?done=edited&post=\(post)").text
        #expect(!page.contains("Your changes are saved.") && !page.contains("id=\"done\""))
        bob.comeFromForm()
        #expect(try await !bob.get("/t/\(world.thread)?done=praise&post=\(world.first)").text.contains("id=\"done\""))
    }

    @Test("of a form that was kept through signing in comes with where it goes, who reads it, and a way to keep it")
    func kept() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.browser(world.bob)
        let fields = [
            ("place", "group:nursing/everyone"), ("group", "everyone"), ("kind", "question"),
            ("title", "A title of one line"),
            ("body", "Kept."), ("revision", "0"), ("key", "k"),
        ]
        let token = try await bob.token(on: "/c/nursing/new-thread")
        try await world.site.env.site.endSessions(of: world.bob)
        let refused = try await bob.post("/c/nursing/new-thread", fields, token: token)
        #expect(refused.text.contains("Kept."))
        let packed = try #require(refused.text.firstMatch(of: /name="kept" value="([^"]*)"/)).1.replacing(
            "&amp;",
            with: "&"
        )
        let own = try #require(refused.text.firstMatch(of: /name="token" value="([^"]*)"/)).1
        let page = try await bob.post(
            "/sign-in",
            [("email", "bob.baker@example.org"), ("password", "correct horse battery"), ("kept", String(packed))],
            token: String(own)
        )
        #expect(page.text.contains("Nursing · Everyone") && page.text.contains("3 members of Nursing can read this."))
        #expect(
            page.text.contains("<input class=\"full\" id=\"kept-title\" name=\"title\" value=\"A title of one line\">")
        )
        #expect(page.text.contains("formaction=\"/drafts\"") && page.text.contains("formaction=\"/drafts/discard\""))
        let now = String(try #require(page.text.firstMatch(of: /name="token" value="([^"]*)"/)).1)
        let gone = try await bob.post("/drafts/discard", fields, token: now)
        let undo = try await bob.get(gone.location ?? "").text
        let id = String(try #require(undo.firstMatch(of: /name="draft" value="([0-9]+)"/)).1)
        #expect(try await world.site.all("SELECT body FROM draft" as SQL<String>).isEmpty)
        _ = try await bob.post("/drafts/restore", [("draft", id)], token: now)
        let draft = try await world.api(world.bob, "GET", "/me/drafts/group:nursing/everyone").json
        #expect(draft["body"] as? String == "Kept." && draft["kind"] as? String == "question")
    }
}
