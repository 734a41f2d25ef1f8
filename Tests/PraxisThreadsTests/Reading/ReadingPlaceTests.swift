import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisHome
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A reading place")
struct ReadingPlaceTests {
    @Test("is where the page was read to, and the rule stands before what is new")
    func rule() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let browser = try await world.browser(world.bob)
        #expect(try await browser.get("/t/\(thread)").count("id=\"new\"") == 1)
        #expect(try await browser.get("/t/\(thread)").has("id=\"new\"") == false)
        let post = try await world.reply("Something new.", to: thread)
        let answer = try await browser.get("/t/\(thread)")
        #expect(answer.has("tabindex=\"-1\">New to you</h2>\n<article class=\"post\" id=\"p\(post)\""))
        #expect(try await world.place(of: world.bob, in: thread) == 2)
    }

    @Test("the rule names the last visit, not the day of the first new post")
    func lastVisit() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread(), browser = try await world.browser(world.bob)
        _ = try await browser.get("/t/\(thread)")
        world.site.pass(.hours(30))
        try await world.reply("Long after that.", to: thread)
        world.site.pass(.days(2))
        let answer = try await browser.get("/t/\(thread)")
        #expect(answer.has("New since your last visit, "))
    }

    @Test("is not moved over what is new before a late page that somebody comes to from a search")
    func latePage() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        for number in 2...60 { try await world.reply("Reply number \(number).", to: thread) }
        let browser = try await world.browser(world.bob)
        _ = try await browser.get("/t/\(thread)?page=3")
        #expect(try await unread(world, world.bob).map { $0[2] } == [60])
        for page in 1...3 { _ = try await browser.get("/t/\(thread)?page=\(page)") }
        #expect(try await unread(world, world.bob).isEmpty)
    }

    @Test(
        "makes one post new that is published late behind what was read, and what follows only for those who had not read on"
    )
    func publishedLate() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let held = try await world.post("Held for a while.", in: thread, by: world.ann, .held)
        for number in 3...5 { try await world.reply("Reply number \(number).", to: thread) }
        let (bob, fay) = (try await world.browser(world.bob), world.fay)
        _ = try await bob.get("/t/\(thread)")
        try await world.site.write { db in try db.moveReadingPlace(of: fay, in: thread, to: 3) }
        try await world.site.env.communities[world.community].command { db in
            try db.moderate(held, to: .published, by: Permit.system().mandate)
        }
        #expect(try await unread(world, world.bob).map { $0[2] } == [1])
        #expect(try await unread(world, fay).map { $0[2] } == [4])
        let page = try await bob.get("/t/\(thread)")
        #expect(page.has("New to you</h2>\n<article class=\"post\" id=\"p\(held)\""))
        #expect(try await unread(world, world.bob).isEmpty)
        try await world.reply("And on it goes.", to: thread)
        #expect(try await unread(world, world.bob).map { $0[2] } == [1])
    }

    @Test("is the highest number of the page that was served, and never goes back by reading")
    func pages() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        for number in 2...27 { try await world.reply("Reply number \(number).", to: thread) }
        let browser = try await world.browser(world.bob)
        _ = try await browser.get("/t/\(thread)")
        #expect(try await world.place(of: world.bob, in: thread) == 25)
        _ = try await browser.get("/t/\(thread)?page=2")
        #expect(try await world.place(of: world.bob, in: thread) == 27)
        _ = try await browser.get("/t/\(thread)")
        #expect(try await world.place(of: world.bob, in: thread) == 27)
    }

    @Test("never moves by a prefetch, a HEAD, or a program")
    func notByPrograms() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let browser = try await world.browser(world.bob)
        _ = try await browser.get("/t/\(thread)", headers: [("Sec-Purpose", "prefetch")])
        _ = try await browser.get("/t/\(thread)", headers: [("Purpose", "prefetch;prerender")])
        let head = try await browser.send(.head, "/t/\(thread)", body: "")
        #expect(head.status == 200)
        #expect(try await world.api("/threads/\(thread)", world.bob).status == 200)
        #expect(try await world.api("/threads/\(thread)/posts", world.bob).status == 200)
        #expect(try await world.place(of: world.bob, in: thread) == nil)
    }

    @Test("of one's own posts is behind them, and they are never new")
    func ownPosts() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        try await world.change(thread, .edited, "DELETE FROM readingPlace")
        #expect(try await world.page("/t/\(thread)", world.ann).has("id=\"new\"") == false)
    }

    @Test("begins at joining: what was there before is not new")
    func joining() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let late = try await world.site.member("Late Joiner")
        try await world.site.join(late, world.community)
        #expect(try await world.page("/t/\(thread)", late).has("id=\"new\"") == false)
        let post = try await world.reply("After joining.", to: thread)
        let answer = try await world.page("/t/\(thread)", late)
        #expect(answer.has("</h2>\n<article class=\"post\" id=\"p\(post)\""))
    }

    @Test("is not kept for an onlooker")
    func onlooker() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let answer = try await world.page("/t/\(try await world.thread())", world.stranger)
        #expect(!answer.has("id=\"new\"") && !answer.has("/unread"))
    }

    @Test("can be set back to a post, and forward again", arguments: [false, true])
    func markUnread(isCaughtUp: Bool) async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let second = try await world.reply("The second.", to: thread)
        try await world.reply("The third.", to: thread)
        let browser = try await world.browser(world.bob)
        _ = try await browser.get("/t/\(thread)")
        if isCaughtUp {
            try await world.changeSilently("UPDATE member SET caughtUpTo = 1000, caughtUpAt = \(world.site.now)")
            world.site.pass(.minutes(1))
        }
        let answer = try await browser.post("/p/\(second)/unread", [], from: "/t/\(thread)")
        #expect(answer.status == 303)
        #expect(answer.location == "/t/\(thread)?page=1&done=unread&before=3#p\(second)")
        let shown = try await browser.get("/t/\(thread)?page=1&done=unread&before=3")
        #expect(shown.has("Marked as unread") && shown.has("</h2>\n<article class=\"post\" id=\"p\(second)\""))
        #expect(try await world.place(of: world.bob, in: thread) == 1)
        _ = try await browser.post("/t/\(thread)/read", [("number", "3")], from: "/t/\(thread)?done=unread")
        #expect(try await world.place(of: world.bob, in: thread) == 3)
        #expect(try await !browser.get("/t/\(thread)?page=1&done=unread&before=3").has("Marked as unread"))
        #expect(try await browser.get("/t/\(thread)?done=unread").has("id=\"new\"") == false)
    }

    @Test("that was set back counts as read again once the reader is caught up")
    func caughtUpLater() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let second = try await world.reply("The second.", to: thread)
        let browser = try await world.browser(world.bob)
        _ = try await browser.post("/p/\(second)/unread", [], from: "/t/\(thread)")
        world.site.pass(.minutes(1))
        try await world.changeSilently("UPDATE member SET caughtUpTo = 1000, caughtUpAt = \(world.site.now)")
        #expect(try await browser.get("/t/\(thread)?done=unread").has("id=\"new\"") == false)
        #expect(try await unread(world, world.bob).isEmpty)
    }

    @Test("is set back by those only who read the post")
    func markUnreadAccess() async throws {
        let world = try await ReadingWorld(kind: .peerSupport)
        let thread = try await world.thread()
        let post = try await world.reply("For us.", to: thread)
        let browser = try await world.browser(world.bob)
        let token = try await browser.token(on: "/t/\(thread)")
        #expect(try await browser.post("/p/\(post)/unread", [], token: token).status == 404)
        #expect(try await Browser(world.site).post("/p/\(post)/unread", [], token: nil).status == 401)
        #expect(try await world.place(of: world.bob, in: thread) == nil)
    }

    @Test("a post's own address leads to it on its page")
    func permalink() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        var last = try await world.reply("First reply.", to: thread)
        for number in 3...26 { last = try await world.reply("Reply number \(number).", to: thread) }
        let answer = try await world.page("/p/\(last)", world.bob)
        #expect(answer.status == 303 && answer.location == "/t/\(thread)?page=2#p\(last)")
        #expect(try await world.page("/p/\(last)", world.stranger).status == 404)
        #expect(try await world.page("/p/\(last)", nil).status == 404)
        #expect(try await world.page("/p/99999", world.bob).status == 404)
        let held = try await world.post("Held.", in: thread, by: world.ann, .held)
        #expect(try await world.page("/p/\(held)", world.ann).status == 303)
        #expect(try await world.page("/p/\(held)", world.bob).status == 404)
    }

    /// What `Unread` says in SQL: threads with the number of their first unread post and how many there are.
    private func unread(_ world: ReadingWorld, _ member: MemberID) async throws -> [[Int]] {
        let now = world.site.now
        return try await world.site.env.store.read { db in
            let query: SQL<Counted> = """
                WITH \(Unread.threads(Viewer(member: member), at: now))
                SELECT threadId, firstNumber, count, mentions FROM unread ORDER BY lastJournal
                """
            return try db.all(query).map(\.values)
        }
    }

    /// What the home page counts, from kept tallies.
    private func news(_ world: ReadingWorld, _ member: MemberID) async throws -> News {
        let now = world.site.now, snapshots = world.site.env.snapshots
        return try await world.site.env.store.read { db in
            try News.load(snapshots, Reading(Viewer(member: member), db, at: now))
        }
    }

    private struct Counted: RowDecodable {
        let values: [Int]
        init(_ columns: inout Columns) throws {
            values = [try columns.int(), try columns.int(), try columns.int(), try columns.int()]
        }
    }

    @Test(
        "counts a post that was published late as new, although its number is lower than what was read",
        arguments: [0, 2, 4]
    )
    func publishedLate(place: Int) async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        for number in 2...6 {
            try await world.reply("Reply \(number).", to: thread, by: number == 5 ? world.bob : world.fay)
        }
        try await world.changeSilently("UPDATE post SET journal = journal + 100 WHERE number = 3")
        try await world.changeSilently("UPDATE thread SET lastJournal = (SELECT max(journal) FROM post)")
        try await world.changeSilently(
            "UPDATE member SET caughtUpTo = (SELECT journal FROM post WHERE number = 5) WHERE id = \(world.bob)"
        )
        try await world.changeSilently("DELETE FROM readingPlace WHERE memberId = \(world.bob)")
        try await world.changeSilently(
            "INSERT INTO readingPlace (memberId, threadId, number) VALUES (\(world.bob), \(thread), \(place))"
        )
        let expected = [3, 6].filter { $0 > place }
        #expect(try await unread(world, world.bob) == [[Int(thread.rawValue), expected[0], expected.count, 0]])
        let news = try await news(world, world.bob)
        #expect(news.newPosts == expected.count && news.communities.first?.threads.first?.firstNew == expected[0])
    }

    @Test("and what counts as read decide together what is unread: in SQL, at home and on the page", arguments: 0..<48)
    func oneRule(seed: Int) async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        for number in 2...6 {
            try await world.reply("Reply \(number).", to: thread, by: number == 4 ? world.bob : world.fay)
        }
        let journals = try await world.site.env.store.read { db in
            try db.all("SELECT journal FROM post WHERE threadId = \(thread) ORDER BY number" as SQL<Int>)
        }
        let (place, from, caughtUp, mark) = (seed % 4 * 2, journals[seed / 4 % 3 * 2] - 1, seed / 12 % 2, seed / 24)
        let now = world.site.now.rawValue
        try await world.changeSilently("UPDATE membership SET readFrom = \(from) WHERE memberId = \(world.bob)")
        try await world.changeSilently(
            "UPDATE member SET caughtUpTo = \(caughtUp * journals[3]), caughtUpAt = \(now - 1000) WHERE id = \(world.bob)"
        )
        try await world.changeSilently("DELETE FROM readingPlace WHERE memberId = \(world.bob)")
        try await world.changeSilently(
            """
            INSERT INTO readingPlace (memberId, threadId, number, markedAt)
            VALUES (\(world.bob), \(thread), \(place), \(mark == 0 ? nil : now))
            """
        )
        let floor = mark == 1 ? 0 : max(from, caughtUp * journals[3])
        let expected = (1...6).filter { $0 != 4 && $0 > place && journals[$0 - 1] > floor }
        let found = try await unread(world, world.bob)
        #expect(found == (expected.first.map { [[Int(thread.rawValue), $0, expected.count, 0]] } ?? []))
        let news = try await news(world, world.bob)
        #expect(news.newPosts == expected.count)
        #expect(news.communities.flatMap(\.threads).map(\.firstNew) == Array(expected.prefix(1)))
        let page = try await world.page("/t/\(thread)?done=unread", world.bob)
        let ids = try await world.site.env.store.read { db in
            try db.all("SELECT id FROM post WHERE threadId = \(thread) ORDER BY number" as SQL<PostID>)
        }
        #expect(page.has("id=\"new\"") == !expected.isEmpty)
        if let first = expected.first { #expect(page.has("</h2>\n<article class=\"post\" id=\"p\(ids[first - 1])\"")) }
    }
}
