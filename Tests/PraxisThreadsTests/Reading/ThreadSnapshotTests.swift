import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A kept page of a thread")
struct ThreadSnapshotTests {
    @Test("is kept: what changes behind the journal's back is not seen")
    func isKept() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread("As it was first")
        for who in [nil, world.bob] {
            _ = try await world.page("/t/\(thread)", who)
        }
        try await world.changeSilently("UPDATE thread SET title = 'Changed in secret'")
        for who in [nil, world.bob, world.ann] {
            #expect(try await world.page("/t/\(thread)", who).has("As it was first"))
        }
    }

    @Test(
        "is new at once after a change, for visitors and for everybody else",
        arguments: [
            (Event.edited, "UPDATE post SET html = CAST('After the change' AS BLOB)" as SQL<Void>, "After the change"),
            (.retitled, "UPDATE thread SET title = 'After the change'", "After the change"),
            (.closed, "UPDATE thread SET state = 'closed'", "You can read it but not reply."),
            (.groupChanged, "UPDATE \"group\" SET name = 'After the change'", "After the change"),
            (.communityChanged, "UPDATE community SET name = 'After the change'", "After the change"),
            (.profileChanged, "UPDATE member SET name = 'After The-Change'", "After The-Change"),
            (.roleChanged, "UPDATE groupMembership SET role = 'facilitator'", ">Facilitator</span>"),
        ]
    )
    func staleness(event: Event, change: SQL<Void>, sign: String) async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        for who in [nil, world.bob] {
            #expect(try await world.page("/t/\(thread)", who).has(sign) == false)
        }
        try await world.change(thread, event, change)
        for who in [nil, world.bob, world.fay] {
            #expect(try await world.page("/t/\(thread)", who).has(sign))
        }
    }

    @Test("has the colours that the visitor's browser keeps, and none that nobody chose")
    func appearance() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        for (kept, sign) in [
            ("", "<html lang=\"en\"><head>"), ("dark.large", "<html lang=\"en\" class=\"dark large\"><head>"),
            ("neon.large", "<html lang=\"en\"><head>"), ("dark", "<html lang=\"en\"><head>"),
        ] {
            let visitor = Browser(world.site)
            if !kept.isEmpty { visitor.keep("praxis-appearance", kept) }
            for _ in 1...2 { #expect(try await visitor.get("/t/\(thread)").text.contains(sign), "\(kept)") }
        }
    }

    @Test("shows what its authors are from the moment on which they join as more than members")
    func joinedWithRole() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread(), sign = "Bob Reader</bdi></h3> <span class=\"meta\">Facilitator</span>"
        try await world.reply("From a member of the community.", to: thread, by: world.bob)
        #expect(try await !world.page("/t/\(thread)", nil).has(sign))
        try await world.site.join(world.bob, group: world.group, of: world.community, as: .facilitator)
        for who in [nil, world.fay] { #expect(try await world.page("/t/\(thread)", who).has(sign)) }
    }

    @Test("is new after a reply, on its last page and on the first")
    func reply() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        for number in 2...25 { try await world.reply("Reply number \(number).", to: thread) }
        #expect(try await world.page("/t/\(thread)", nil).has("rel=\"next\"") == false)
        try await world.reply("On the second page.", to: thread)
        for who in [nil, world.bob] {
            #expect(try await world.page("/t/\(thread)", who).has("rel=\"next\""))
            #expect(try await world.page("/t/\(thread)?page=2", who).has("On the second page."))
        }
    }

    @Test("is gone for visitors when its community is opened to members only")
    func closing() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        #expect(try await world.page("/t/\(thread)", nil).status == 200)
        try await world.change(thread, .communityChanged, "UPDATE community SET visibility = 'members'")
        #expect(try await world.page("/t/\(thread)", nil).status == 404)
        #expect(try await world.page("/t/\(thread)", world.stranger).status == 404)
        #expect(try await world.page("/t/\(thread)", world.bob).status == 200)
    }

    @Test("is gone at once for a member whose right has ended")
    func ended() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let browser = try await world.browser(world.bob)
        #expect(try await browser.get("/t/\(thread)").status == 200)
        try await world.site.join(world.bob, world.community, standing: .suspended)
        #expect(try await browser.get("/t/\(thread)").status == 404)
    }

    @Test("that was read before a change never replaces one read after it, and is not kept at all")
    func older() async throws {
        struct Copy: Snapshot {
            let text: String
            let cost = 1
        }
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let (topic, snapshots, store) = (Snapshots.Topic.thread(thread), world.site.env.snapshots, world.site.env.store)
        snapshots.expect(topic)
        let before = try await store.read { try $0.journalNumber() }
        try await world.reply("Meanwhile.", to: thread)
        let after = try await store.read { try $0.journalNumber() }
        snapshots.keep(Copy(text: "old"), topic, "page 1", readAt: before)
        #expect(snapshots.kept(topic, "page 1", as: Copy.self) == nil)
        snapshots.keep(Copy(text: "new"), topic, "page 1", readAt: after)
        snapshots.keep(Copy(text: "old"), topic, "page 1", readAt: before)
        #expect(snapshots.kept(topic, "page 1", as: Copy.self)?.text == "new")
    }

    @Test("has a tag by which a visitor's browser need not load it again, until it changes")
    func tags() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let first = try await world.page("/t/\(thread)", nil)
        let tag = try #require(first.headers[.eTag])
        let again = try await Browser(world.site).get("/t/\(thread)", headers: [("If-None-Match", tag)])
        #expect(again.status == 304 && again.bytes.isEmpty && again.headers[.eTag] == tag)
        let other = try await Browser(world.site).get("/t/\(thread)", headers: [("If-None-Match", "\"other\"")])
        #expect(other.status == 200)
        try await world.reply("Something new.", to: thread)
        let changed = try await Browser(world.site).get("/t/\(thread)", headers: [("If-None-Match", tag)])
        #expect(changed.status == 200 && changed.has("Something new.") && changed.headers[.eTag] != tag)
        #expect(try await world.page("/t/\(thread)", world.ann).headers[.eTag] == nil)
    }

    @Test("speaks each visitor's language and holds no token of anybody")
    func languages() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let english = try await world.page("/t/\(thread)", nil)
        let french = try await Browser(world.site).get("/t/\(thread)", headers: [("Accept-Language", "fr-CA")])
        #expect(english.has("1\u{A0}post, 1\u{A0}person") && french.has("1\u{A0}message, 1\u{A0}personne"))
        #expect(!english.has("name=\"token\"") && !french.has("name=\"token\""))
        world.site.pass(.days(1))
        #expect(try await world.page("/t/\(thread)", nil).has("yesterday at 9:00am"))
    }

    @Test("shows dates in each reader's own zone, across a change of the clocks")
    func zones() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let tokyo = try await world.site.member("Tomoko Reader")
        try await world.changeSilently("UPDATE member SET timeZone = 'Asia/Tokyo' WHERE id = \(tokyo)")
        #expect(try await world.page("/t/\(thread)", tokyo).has("today at 6:00pm"))
        #expect(try await world.page("/t/\(thread)", world.bob).has("today at 9:00am"))
        // 25 October 2026 is when British summer time ends; 0:30 and 12:30 UTC lie on both sides.
        try await world.reply("After the change.", to: thread)
        let before = Timestamp(rawValue: 1_792_888_200_000), after = before + .hours(12)
        try await world.change(thread, .edited, "UPDATE post SET createdAt = \(before) WHERE number = 1")
        try await world.change(thread, .edited, "UPDATE post SET createdAt = \(after) WHERE number = 2")
        let page = try await world.page("/t/\(thread)", world.bob)
        #expect(page.has("Sunday 25 October at 1:30am") && page.has("Sunday 25 October at 12:30pm"))
    }
}
