import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisReactions
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

extension ReadingWorld {
    /// The API by bearer, with any method.
    func call(_ method: HTTPRequest.Method, _ path: String, _ member: MemberID) async throws -> Browser.Answer {
        let headers = [("Authorization", "Bearer \(try await site.bearer(member))")]
        return try await Browser(site).send(method, "/api/v1" + path, body: "", headers: headers)
    }
}

@Suite("A reaction to a post")
struct ReactingTests {
    @Test("is given and taken back with one press, which leads back to the post, and twice is once")
    func toggle() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        for _ in 1...2 {
            let answer = try await world.react("thanks", post, world.bob)
            #expect(answer.status == 303 && answer.location == "/t/\(thread)#p\(post)")
        }
        #expect(try await world.reactions() == 1)
        #expect(try await world.site.value("SELECT count(*) FROM journal WHERE event = 'reacted'" as SQL<Int>) == 1)
        let page = try await world.page("/t/\(thread)", world.bob)
        #expect(
            page.has(
                "value=\"thanks\" aria-pressed=\"true\" formaction=\"/p/\(post)/unreact\">Thanks <span class=\"n\">1</span>"
            )
        )
        #expect(page.has("<li><b>Thanks</b> Bob Reader</li>"))
        for _ in 1...2 { #expect(try await world.react("thanks", post, world.bob, part: "unreact").status == 303) }
        #expect(try await world.reactions() == 0)
        #expect(try await world.site.value("SELECT count(*) FROM journal WHERE event = 'unreacted'" as SQL<Int>) == 1)
        let after = try await world.page("/t/\(thread)", world.bob)
        #expect(!after.has("aria-pressed=\"true\" formaction") && !after.has("<b>Thanks</b>"))
    }

    @Test("is counted with others', by kind, and each reader's own is pressed for them alone")
    func counts() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        _ = try await world.react("thanks", post, world.bob)
        _ = try await world.react("thanks", post, world.fay)
        _ = try await world.react("tried", post, world.fay)
        let page = try await world.page("/t/\(thread)", world.bob)
        #expect(page.count("aria-pressed=\"true\" formaction") == 1 && page.has("<summary>React</summary>"))
        #expect(page.has("<b>Thanks</b> Bob Reader, Fay Ellis") && page.has("<b>I tried this</b> Fay Ellis"))
        let author = try await world.page("/t/\(thread)", world.ann)
        #expect(
            author.count("name=\"reaction\"") == 0 && author.has("<summary>2 people")
                && author.has("Thanks <span class=\"n\">2</span>")
        )
    }

    @Test("stands before the reactions that nobody has given yet, which are folded behind it; the reply comes first")
    func folded() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        let before = [
            "id=\"p\(post)\"", "Reply", "<summary>React", "value=\"thanks\"", "value=\"more\"", "<summary>More",
        ]
        #expect(try await world.page("/t/\(thread)", world.bob).holds(inOrder: before))
        _ = try await world.react("tried", post, world.fay)
        let after = [
            "id=\"p\(post)\"", "Reply", "value=\"tried\"", "<summary>React", "value=\"thanks\"", "</b> Fay Ellis",
            "<summary>More",
        ]
        let page = try await world.page("/t/\(thread)", world.bob)
        #expect(page.holds(inOrder: after) && page.count("value=\"tried\"") == 2)
    }

    @Test("is not given to a post of one's own, nor in words that are none")
    func refused() async throws {
        let world = try await ReadingWorld()
        let post = try await world.reply("A heron.", to: try await world.thread())
        let own = try await world.react("agree", post, world.ann)
        #expect(own.status == 422 && own.has("This is your own post"))
        for word in ["", "love", "THANKS"] { #expect(try await world.react(word, post, world.bob).status == 422) }
        #expect(try await world.call(.put, "/posts/\(post)/reactions/love", world.bob).status == 404)
        #expect(try await world.reactions() == 0)
    }

    @Test("is given by those who may write there: also in a closed thread, not by strangers, visitors and the silenced")
    func roles() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        #expect(try await world.react("thanks", post, world.stranger).status == 403)
        #expect(!(try await world.page("/t/\(thread)", world.stranger)).has("name=\"reaction\""))
        let visitor = try await Browser(world.site).post("/p/\(post)/react", [("reaction", "thanks")], from: "/sign-in")
        #expect(visitor.status != 303 || visitor.location?.hasPrefix("/sign-in") == true)
        try await world.change(thread, .closed, "UPDATE thread SET state = 'closed' WHERE id = \(thread)")
        #expect(try await world.react("thanks", post, world.fay).status == 303)
        try await world.site.join(world.bob, world.community, standing: .silenced)
        #expect(try await world.react("thanks", post, world.bob).status == 403)
        #expect(!(try await world.page("/t/\(thread)", world.bob)).has("name=\"reaction\""))
        #expect(try await world.reactions() == 1)
    }

    @Test(
        "can be taken back by who may not react any more, and only by who reads the post",
        arguments: [
            (Standing.active, 303), (.silenced, 303), (.lapsed, 303), (.suspended, 404), (.former, 404),
            (.pending, 404),
        ]
    )
    func takenBack(standing: Standing, status: Int) async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        for (kind, who) in [("thanks", world.bob), ("thanks", world.fay), ("more", world.fay)] {
            _ = try await world.react(kind, post, who)
        }
        try await world.site.join(world.bob, world.community, standing: standing)
        let page = try await world.page("/t/\(thread)", world.bob)
        let canReact = standing == .active, reads = status == 303
        #expect(page.count("aria-pressed=\"true\" formaction") == (reads ? 1 : 0))
        #expect(page.has("action=\"/p/\(post)/react\"") == canReact)
        #expect(page.has("<span>Tell us more <span class=\"n\">1</span></span>") == (reads && !canReact))
        #expect(try await world.react("more", post, world.bob).status == (canReact ? 303 : reads ? 403 : 404))
        #expect(try await world.react("thanks", post, world.bob, part: "unreact").status == status)
        #expect(try await world.reactions() == (canReact ? 3 : reads ? 2 : 3))
        let byAPI = try await world.call(.delete, "/posts/\(post)/reactions/thanks", world.bob)
        #expect(byAPI.status == (reads ? 204 : 404))
    }

    @Test(
        "to a post that is withdrawn, held or hidden is neither taken nor shown",
        arguments: PostState.allCases.filter { $0 != .published }
    )
    func unshown(state: PostState) async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        _ = try await world.react("thanks", post, world.bob)
        try await world.change(thread, .hidden, "UPDATE post SET state = \(state) WHERE id = \(post)")
        #expect(try await world.react("agree", post, world.fay).status == 404)
        #expect(try await world.react("thanks", post, world.bob, part: "unreact").status == 404)
        for who in [world.ann, world.bob] { #expect(!(try await world.page("/t/\(thread)", who)).has("<b>Thanks</b>")) }
        let own = try await world.api("/threads/\(thread)/posts", world.ann)
        #expect(!own.has("\"thanks\""))
        #expect(try await world.reactions() == 1)
    }

    @Test("of a confidential group is seen by its own people alone")
    func confidential() async throws {
        let world = try await ReadingWorld(kind: .peerSupport, access: .invite)
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        _ = try await world.react("more", post, world.fay)
        #expect(try await world.page("/t/\(thread)", world.ann).has("<b>Tell us more</b> Fay Ellis"))
        for who in [world.bob, world.stranger] {
            #expect(try await world.react("thanks", post, who).status == 404)
            #expect(try await world.call(.put, "/posts/\(post)/reactions/thanks", who).status == 404)
            #expect(!(try await world.page("/t/\(thread)", who)).has("Fay Ellis"))
        }
        #expect(try await world.reactions() == 1)
    }

    @Test("makes the kept page of visitors new at once, which counts and names no one")
    func visitors() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        #expect(!(try await world.page("/t/\(thread)", nil)).has("Thanks"))
        _ = try await world.react("thanks", post, world.bob)
        let page = try await world.page("/t/\(thread)", nil)
        #expect(
            page.has("Thanks <span class=\"n\">1</span>") && !page.has("Bob Reader") && !page.has("name=\"reaction\"")
        )
        _ = try await world.react("thanks", post, world.bob, part: "unreact")
        #expect(!(try await world.page("/t/\(thread)", nil)).has("Thanks"))
    }

    @Test("is the hundred and first of a day no more; presses that add nothing are not counted")
    func limit() async throws {
        let site = try TestSite(limits: true)
        let community = try await site.community("nursing")
        let (ann, bob) = (try await site.member("Ann Okafor"), try await site.member("Bob Reader"))
        for member in [ann, bob] { try await site.join(member, community) }
        let commons = try await site.commons(of: community)
        let thread = try await site.thread("A title", kind: .discussion, in: commons, of: community, by: ann)
        for _ in 1...25 {
            site.pass(.minutes(120))
            _ = try await site.reply("A heron.", to: thread, of: community, by: ann)
        }
        let own = try await site.reply("Bob's own.", to: thread, of: community, by: bob)
        let posts = try await site.all("SELECT id FROM post WHERE authorId = \(ann) ORDER BY id" as SQL<PostID>)
        let browser = try await site.browser(bob), token = try await browser.token(on: "/settings")
        func send(_ kind: ReactionKind, _ post: PostID, _ part: String = "react") async throws -> Int {
            try await browser.post("/p/\(post)/\(part)", [("reaction", kind.rawValue)], token: token).status
        }
        for post in posts.prefix(25) {
            site.pass(.seconds(61))
            for kind in ReactionKind.allCases {
                for _ in 1...2 { #expect(try await send(kind, post) == 303) }
            }
            #expect(try await send(.thanks, own) == 422)
        }
        let last = try #require(posts.last)
        #expect(try await send(.thanks, last) == 429)
        #expect(try await site.value("SELECT count(*) FROM reaction" as SQL<Int>) == 100)
        #expect(try await send(.agree, posts[0]) == 303)
        #expect(try await send(.agree, posts[0], "unreact") == 303)
        #expect(try await send(.agree, posts[0]) == 429)
    }
}
