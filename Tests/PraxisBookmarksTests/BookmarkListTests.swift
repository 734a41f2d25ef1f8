import Foundation
import HTTPTypes
import PraxisBookmarks
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The list of bookmarks")
struct BookmarkListTests {
    @Test("says of each what it is, whose, how it begins and when it was bookmarked, and is in the navigation")
    func lines() async throws {
        let world = try await ReadingWorld()
        #expect(try await world.bookmarks(world.bob).has("You have no bookmarks yet."))
        let thread = try await world.thread("Of <herons>"),
            post = try await world.reply("A **grey** heron.", to: thread)
        let first: PostID = try await world.site.value("SELECT id FROM post WHERE number = 1" as SQL<PostID>)
        for which in [first, post] {
            _ = try await world.press("bookmark", which, world.bob)
            world.site.pass(.minutes(1))
        }
        let page = try await world.bookmarks(world.bob)
        #expect(Markup.faults(page.text) == [])
        #expect(
            page.has("<a href=\"/p/\(post)\">Of &lt;herons></a>")
                || page.has("<a href=\"/p/\(post)\">Of &lt;herons&gt;</a>")
        )
        #expect(page.has("<bdi>Ann Okafor</bdi>") && page.has("A grey heron.") && page.has("today at 9:01am"))
        #expect(page.count("<li class=\"line\"") == 2 && page.count(">Discussion</span>") == 1)
        let (newer, older) = (page.text.range(of: "/p/\(post)\""), page.text.range(of: "/p/\(first)\""))
        #expect(try #require(newer).lowerBound < #require(older).lowerBound)
        #expect(page.has("<a href=\"/bookmarks\" aria-current=\"page\">"))
        #expect(!(try await world.page("/communities", nil)).has("/bookmarks"))
    }

    @Test("lets a reminder be set, changed and removed, and puts those whose day has come on top")
    func reminders() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread), other = try await world.reply("A wren.", to: thread)
        for which in [post, other] { _ = try await world.press("bookmark", which, world.bob) }
        #expect(!(try await world.bookmarks(world.bob)).has("Reminder: "))
        let form = try await world.page("/p/\(post)/bookmark", world.bob)
        #expect(form.has("type=\"date\"") && form.has("min=\"2026-11-21\"") && Markup.faults(form.text) == [])
        let set = try await world.press("reminder", post, world.bob, [("remindOn", "2026-11-23")])
        #expect(set.location == "/bookmarks?done=reminder-set")
        #expect(try await world.page("/bookmarks?done=reminder-set", world.bob).has("The reminder is set."))
        #expect(try await world.bookmarks(world.bob).has("Reminder: Monday 23 November"))
        #expect(try await world.page("/p/\(post)/bookmark", world.bob).has("value=\"2026-11-23\""))
        world.site.pass(.days(2))
        let due = try await world.bookmarks(world.bob)
        #expect(due.has("<h2>Reminders</h2>") && due.has("<h2>Other bookmarks</h2>") && due.has("Reminder: today"))
        let (top, below) = (due.text.range(of: "A heron."), due.text.range(of: "A wren."))
        #expect(try #require(top).lowerBound < #require(below).lowerBound && due.count("A heron.") == 1)
        #expect(
            try await world.page("/", world.bob).has(
                "<a href=\"/bookmarks\">1 bookmark that you wanted to be reminded of"
            )
        )
        #expect(!(try await world.page("/", world.ann)).has("reminded of"))
        let removed = try await world.press("reminder", post, world.bob, [("remindOn", "")])
        #expect(!(try await world.page("/", world.bob)).has("reminded of"))
        #expect(removed.location == "/bookmarks?done=reminder-removed")
        #expect(!(try await world.bookmarks(world.bob)).has("Reminder: "))
    }

    @Test(
        "refuses a reminder that is no day to come, with what was typed",
        arguments: ["2026-11-20", "2026-02-30", "soon"]
    )
    func badDays(day: String) async throws {
        let world = try await ReadingWorld()
        let post = try await world.reply("A heron.", to: try await world.thread())
        _ = try await world.press("bookmark", post, world.bob)
        let answer = try await world.press("reminder", post, world.bob, [("remindOn", day)])
        #expect(answer.status == 422 && answer.has("value=\"\(day)\"") && Markup.faults(answer.text) == [])
        #expect(answer.has(day == "2026-11-20" ? "Enter today or a later day" : "Enter a date like"))
        #expect(try await world.count("bookmark WHERE remindOn IS NOT NULL") == 0)
    }

    @Test("lets a bookmark be removed and put back, with its reminder")
    func undo() async throws {
        let world = try await ReadingWorld()
        let post = try await world.reply("A heron.", to: try await world.thread())
        _ = try await world.press("reminder", post, world.bob, [("remindOn", "2026-12-01")])
        let browser = try await world.browser(world.bob)
        let fields = [("post", "\(post)"), ("remindOn", "2026-12-01")]
        let removed = try await browser.post("/bookmarks/remove", fields, from: "/bookmarks")
        #expect(try await world.count() == 0)
        let page = try await browser.get(try #require(removed.location))
        #expect(page.has("The bookmark is removed.") && page.has("action=\"/bookmarks/restore\""))
        #expect(page.has("name=\"remindOn\" value=\"2026-12-01\""))
        let restored = try await browser.post("/bookmarks/restore", fields, from: "/bookmarks")
        #expect(try await browser.get(try #require(restored.location)).has("Reminder: Tuesday 1 December"))
        // Its address says so no longer.
        #expect(try await !browser.get(removed.location ?? "").has("The bookmark is removed."))
    }

    @Test("goes on with older ones behind a page of thirty")
    func pages() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        for number in 1...31 {
            _ = try await world.press("bookmark", try await world.reply("Bird \(number).", to: thread), world.bob)
            world.site.pass(.seconds(1))
        }
        let page = try await world.bookmarks(world.bob)
        #expect(page.count("<li class=\"line\"") == 30 && page.has("Bird 2.") && !page.has("Bird 1."))
        let next = try #require(page.text.firstMatch(of: /href="(\/bookmarks\?after=[0-9.]+)"/))
        let older = try await world.page(String(next.1), world.bob)
        #expect(older.count("<li class=\"line\"") == 1 && older.has("Bird 1."))
    }
}

@Suite("Access to what is bookmarked")
struct BookmarkAccessTests {
    private func shows(_ world: ReadingWorld, _ post: PostID) async throws -> Bool {
        let page = try await world.bookmarks(world.bob), json = try await world.call(.get, "/me/bookmarks", world.bob)
        let one = try await world.page("/p/\(post)/bookmark", world.bob)
        #expect(page.has("A heron.") == json.has("\"post\":\"\(post)\"") && page.has("A heron.") == (one.status == 200))
        if !page.has("A heron.") { for said in [page, json, one] { #expect(!said.has("Of herons")) } }
        return page.has("A heron.")
    }

    private func bookmarked(_ world: ReadingWorld) async throws -> (thread: ThreadID, post: PostID) {
        let thread = try await world.thread("Of herons")
        let post = try await world.reply("A heron.", to: thread)
        #expect(try await world.press("bookmark", post, world.bob).status == 303)
        #expect(try await shows(world, post))
        return (thread, post)
    }

    @Test(
        "is what its owner may read now: gone with their standing, and back with it",
        arguments: [
            (Standing.silenced, true), (.lapsed, true), (.suspended, false), (.former, false), (.pending, false),
        ]
    )
    func standing(standing: Standing, isShown: Bool) async throws {
        let world = try await ReadingWorld()
        let (_, post) = try await bookmarked(world)
        try await world.site.join(world.bob, world.community, standing: standing)
        #expect(try await shows(world, post) == isShown)
        #expect(try await world.press("bookmark", post, world.bob).status == (isShown ? 303 : 404))
        try await world.site.join(world.bob, world.community)
        #expect(try await shows(world, post))
    }

    @Test(
        "is of published posts: gone while one is withdrawn, held or hidden, and back with it",
        arguments: PostState.allCases.filter { $0 != .published }
    )
    func state(state: PostState) async throws {
        let world = try await ReadingWorld()
        let (thread, post) = try await bookmarked(world)
        try await world.change(thread, .hidden, "UPDATE post SET state = \(state) WHERE id = \(post)")
        #expect(!(try await shows(world, post)))
        #expect(!(try await world.page("/t/\(thread)", world.bob)).has(">Bookmarked<"))
        try await world.change(thread, .hidden, "UPDATE post SET state = 'published' WHERE id = \(post)")
        #expect(try await shows(world, post))
    }

    @Test(
        "ends with leaving a confidential group; the bookmark can still be removed, and no one else can tell it from none"
    )
    func left() async throws {
        let world = try await ReadingWorld(kind: .peerSupport, access: .invite)
        try await world.site.join(world.bob, group: world.group, of: world.community)
        let (_, post) = try await bookmarked(world)
        try await world.site.join(world.bob, group: world.group, of: world.community, standing: .former)
        #expect(!(try await shows(world, post)))
        for method in ["bookmark", "unbookmark"] {
            let (hidden, missing) = (
                try await world.press(method, post, world.stranger),
                try await world.press(method, PostID(rawValue: 999), world.stranger)
            )
            #expect(hidden.status == 404 && missing.status == 404)
        }
        #expect(try await world.call(.put, "/posts/\(post)/bookmark", world.stranger, "{}").status == 404)
        for other in [world.stranger, world.ann] {
            let status = try await world.call(.delete, "/posts/\(post)/bookmark", other).status
            #expect(status == (other == world.ann ? 204 : 404))
        }
        #expect(try await world.count() == 1)
        for status in [204, 404] {
            #expect(try await world.call(.delete, "/posts/\(post)/bookmark", world.bob).status == status)
        }
        #expect(try await world.call(.delete, "/posts/999/bookmark", world.bob).status == 404)
        #expect(try await world.count() == 0)
    }
}
