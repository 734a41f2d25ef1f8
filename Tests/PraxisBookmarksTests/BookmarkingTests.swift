import HTTPTypes
import PraxisBookmarks
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A bookmark")
struct BookmarkingTests {
    @Test("is made and removed with one press in the post's menu, which leads back to the post; twice is once")
    func toggle() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread(), post = try await world.reply("A heron.", to: thread)
        let before = try await world.page("/t/\(thread)", world.bob)
        #expect(before.has("action=\"/p/\(post)/bookmark\"") && before.has(">Bookmark the discussion</button>"))
        #expect(before.count(">Bookmark</button>") == 1 && !before.has(">Bookmarked<"))
        let form = "acts\(thread)", buttons = before.count("form=\"\(form)\" formaction=\"/p/")
        #expect(before.count("<form id=\"\(form)\"") == 1 && buttons > 3)
        for _ in 1...2 {
            let answer = try await world.press("bookmark", post, world.bob)
            #expect(answer.status == 303 && answer.location == "/t/\(thread)#p\(post)")
        }
        #expect(try await world.count() == 1)
        let page = try await world.page("/t/\(thread)", world.bob)
        #expect(page.has("<a href=\"/p/\(post)/bookmark\">Bookmarked</a>"))
        #expect(page.has("action=\"/p/\(post)/unbookmark\"") && !page.has("action=\"/p/\(post)/bookmark\""))
        for _ in 1...2 { #expect(try await world.press("unbookmark", post, world.bob).status == 303) }
        #expect(try await world.count() == 0)
        #expect(!(try await world.page("/t/\(thread)", world.bob)).has("Bookmarked"))
    }

    @Test("is of any post that one reads, one's own too, also in a closed discussion and while silenced or a stranger")
    func readers() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread(), post = try await world.reply("A heron.", to: thread)
        try await world.change(thread, .closed, "UPDATE thread SET state = 'closed' WHERE id = \(thread)")
        try await world.site.join(world.bob, world.community, standing: .silenced)
        for who in [world.ann, world.bob, world.stranger] {
            #expect(try await world.page("/t/\(thread)", who).has("action=\"/p/\(post)/bookmark\""))
            #expect(try await world.press("bookmark", post, who).status == 303)
            #expect(try await world.bookmarks(who).has("A heron."))
        }
        #expect(!(try await world.page("/t/\(thread)", nil)).has("ookmark"))
        #expect(try await Browser(world.site).get("/bookmarks").location?.hasPrefix("/sign-in") == true)
        let visitor = try await Browser(world.site).post("/p/\(post)/bookmark", [], from: "/sign-in")
        #expect(visitor.status != 303 || visitor.location?.hasPrefix("/sign-in") == true)
        #expect(try await world.count() == 3)
    }

    @Test("is seen by its owner alone, leaves no line in journal and audit log, and makes no kept page another")
    func unseen() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread(), post = try await world.reply("A heron.", to: thread)
        let readers: [MemberID?] = [world.ann, world.fay, world.stranger, nil]
        let address = "/t/\(thread)", stream = try await world.site.subscription(world.fay, "nursing")
        for reader in readers { _ = try await world.page(address, reader) }
        let (journal, audit) = (try await world.count("journal"), try await world.count("audit"))
        let kept = try await world.page(address, nil)
        _ = try await world.press("bookmark", post, world.bob)
        _ = try await world.press("reminder", post, world.bob, [("remindOn", "2026-12-01")])
        for reader in readers {
            let page = try await world.page(address, reader)
            #expect(!page.has(">Bookmarked<") && !page.has("/unbookmark"))
        }
        #expect(try await world.page(address, nil).bytes == kept.bytes)
        for path in ["/threads/\(thread)/posts", "/threads/\(thread)"] {
            #expect(!(try await world.api(path, world.bob)).has("ookmark"))
        }
        #expect(try await world.count("journal") == journal)
        #expect(try await world.count("audit") == audit)
        #expect(!(try await world.bookmarks(world.ann)).has("A heron."))
        try await world.reply("A wren.", to: thread)
        #expect(try #require(await stream.next()).data?.contains("\"posted\"") == true)
        await stream.hangUp()
    }

    @Test("is one of a thousand at most, which a sentence says; those that are there can still be changed")
    func limit() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread(), post = try await world.reply("A heron.", to: thread)
        _ = try await world.press("bookmark", post, world.bob)
        try await world.changeSilently(
            """
            INSERT INTO post (threadId, number, authorId, state, body, html, plain, createdAt, revision, journal, hash, renderer)
            WITH RECURSIVE n (k) AS (SELECT 3 UNION ALL SELECT k + 1 FROM n WHERE k < 1001)
            SELECT threadId, k, authorId, state, body, html, plain, createdAt, revision, journal, hash, renderer
            FROM post JOIN n WHERE id = \(post)
            """
        )
        try await world.changeSilently(
            "INSERT INTO bookmark (memberId, postId, at) SELECT \(world.bob), id, 5 FROM post WHERE number > 2"
        )
        #expect(try await world.count() == Limits.bookmarks)
        let first: PostID = try await world.site.value("SELECT id FROM post WHERE number = 1" as SQL<PostID>)
        let answer = try await world.press("bookmark", first, world.bob)
        #expect(answer.status == 422 && answer.has("You can have up to 1,000 bookmarks"))
        let byAPI = try await world.call(.put, "/posts/\(first)/bookmark", world.bob, "{}")
        #expect(byAPI.status == 422 && byAPI.has("You can have up to 1,000 bookmarks"))
        #expect(try await world.press("reminder", post, world.bob, [("remindOn", "2026-12-01")]).status == 303)
        #expect(try await world.press("bookmark", first, world.fay).status == 303)
        #expect(try await world.count() == Limits.bookmarks + 1)
    }

    @Test("goes with a post that is withdrawn, once that cannot be undone")
    func purged() async throws {
        let world = try await ReadingWorld()
        let post = try await world.reply("A heron.", to: try await world.thread())
        _ = try await world.press("bookmark", post, world.bob)
        let actor = world.site.env.communities[world.community]
        try await actor.withdraw(post, basedOn: nil, as: Viewer(member: world.ann))
        for (minutes, left) in [(9, 1), (2, 0)] as [(Int64, Int)] {
            world.site.pass(.minutes(minutes))
            for tick in Forum.capabilities.ticks where tick.name == "withdrawals" { try await tick.run(world.site.env) }
            #expect(try await world.count() == left)
        }
    }
}
