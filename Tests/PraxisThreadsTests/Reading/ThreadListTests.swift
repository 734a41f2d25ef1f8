import HTML
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisWeb
import Testing

@Suite("A list of threads")
struct ThreadListTests {
    /// The pages of communities and groups belong to another slice; these show the list alone.
    private static let routes: [Route] = [
        .page("/list/{community}/{group}") { call in
            try await call.list(group: GroupID(try call.parameter("group")), slug: "winter")
        },
        .page("/list/{community}") { call in try await call.list(group: nil, slug: nil) },
    ]

    private func world(
        visibility: CommunityVisibility = .members,
        kind: GroupKind = .topic,
        access: GroupAccess = .open
    ) async throws -> ReadingWorld {
        try await ReadingWorld(visibility: visibility, kind: kind, access: access, routes: Self.routes)
    }

    private func list(
        _ world: ReadingWorld,
        _ member: MemberID?,
        _ query: String = "",
        whole: Bool = false
    ) async throws
        -> Browser.Answer
    {
        try await world.page("/list/\(world.community)" + (whole ? "" : "/\(world.group)") + query, member)
    }

    /// What a line says of who wrote last, up to the time.
    private func latest(_ name: String) -> String {
        "<span class=\"vh\">Latest from</span> <span class=\"by\"><bdi>\(name)</bdi>, <time"
    }

    @Test("puts a point between the facts above a title, who wrote last the last of them")
    func points() async throws {
        let world = try await world(visibility: .public)
        let kind = ThreadKind.question
        let thread = try await world.thread()
        try await world.change(thread, .retitled, "UPDATE thread SET kind = \(kind) WHERE id = \(thread)")
        let whole = try await list(world, world.bob, whole: true)
        #expect(whole.has("Question</span>  · Winter · \(latest("Ann Okafor"))"))
        let group = try await list(world, world.bob)
        #expect(group.has("Question</span>  · \(latest("Ann Okafor"))"))
        try await world.change(thread, .retitled, "UPDATE thread SET kind = 'discussion' WHERE id = \(thread)")
        #expect(try await list(world, world.bob, whole: true).has("<p class=\"over\">Winter · \(latest("Ann Okafor"))"))
        #expect(try await list(world, world.bob).has("<p class=\"over\">\(latest("Ann Okafor"))"))
    }

    @Test("has the latest activity first, no matter who reads", arguments: [false, true])
    func order(whole: Bool) async throws {
        let world = try await world(visibility: .public)
        let first = try await world.thread("The first thread")
        let second = try await world.thread("The second thread")
        for who in [nil, world.bob, world.stranger] {
            let answer = try await list(world, who, whole: whole)
            #expect(try titles(answer) == ["The second thread", "The first thread"])
            #expect(answer.has(latest("Ann Okafor")) && answer.has("1\u{A0}post<"))
        }
        try await world.reply("Up again.", to: first, by: world.fay)
        for who in [nil, world.bob] {
            let answer = try await list(world, who, whole: whole)
            #expect(try titles(answer) == ["The first thread", "The second thread"])
            #expect(answer.has(latest("Fay Ellis")) && answer.has("2\u{A0}posts<"))
        }
        #expect(second != first)
    }

    @Test("shows who wrote lately as faces and in words, the latest first, and no one whose post is hidden")
    func people() async throws {
        let world = try await world(visibility: .public)
        let thread = try await world.thread()
        try await world.reply("One.", to: thread, by: world.fay)
        let kim = try await world.site.member("Kim Poe")
        try await world.site.join(kim, world.community)
        _ = try await world.post("Not for all.", in: thread, by: kim, .hidden)
        for who in [nil, world.bob] {
            let answer = try await list(world, who)
            #expect(answer.has(latest("Fay Ellis")) && answer.has("<span class=\"vh\">With Ann Okafor.</span>"))
            #expect(answer.count("<b class=\"f") == 2 && !answer.has("Kim Poe"))
        }
        try await world.reply("Two.", to: thread, by: world.bob)
        try await world.reply("Three.", to: thread, by: kim)
        for whole in [false, true] {
            let answer = try await list(world, world.bob, whole: whole)
            #expect(answer.has(latest("Kim Poe")) && answer.has(">With Bob Reader, Fay Ellis.</span>"))
            #expect(answer.count("<b class=\"f") == 3 && answer.count(">KP</b>") == 1)
        }
    }

    @Test("asks for all faces of a page at once")
    func peopleOfAPage() async throws {
        let world = try await world()
        for number in 1...3 {
            try await world.reply("Yes.", to: try await world.thread("Thread \(number)"), by: world.bob)
        }
        let answer = try await list(world, world.bob)
        #expect(answer.count(latest("Bob Reader")) == 3 && answer.count(">With Ann Okafor.<") == 3)
        let plans = try world.site.env.store.plans().keys.filter { $0.contains("max(p.number) DESC") }
        #expect(plans.count == 1)
    }

    @Test("goes on page after page, each thread once")
    func paging() async throws {
        let world = try await world()
        for number in 1...65 { _ = try await world.thread("Thread number \(number)") }
        var query = "", seen: [String] = []
        for count in [30, 30, 5] {
            let answer = try await list(world, world.bob, query)
            let shown = try titles(answer)
            #expect(shown.count == count)
            seen += shown
            let next = answer.text.split(separator: "?before=").dropFirst().first?.prefix { $0 != "\"" }
            query = next.map { "?before=\($0)" } ?? "none"
        }
        #expect(query == "none" && Set(seen).count == 65)
        #expect(try await list(world, world.bob, "?before=x").status == 404)
    }

    @Test("tells what is new and leads to it")
    func unread() async throws {
        let world = try await world()
        let thread = try await world.thread()
        let browser = try await world.browser(world.bob)
        let path = "/list/\(world.community)/\(world.group)"
        #expect(try await browser.get(path).has("<h3 dir=\"auto\"><a href=\"/t/\(thread)#new\">"))
        _ = try await browser.get("/t/\(thread)")
        #expect(try await browser.get(path).has("class=\"line unread\"") == false)
        for number in 1...26 {
            try await world.reply("Reply \(number).", to: thread, by: number == 1 ? world.bob : world.fay)
        }
        let answer = try await browser.get(path)
        #expect(answer.has("<span class=\"tag new\">25\u{A0}new</span>") && answer.has("href=\"/t/\(thread)#new\""))
        _ = try await browser.get("/t/\(thread)")
        let later = try await browser.get(path)
        #expect(later.has(">2\u{A0}new<") && later.has("href=\"/t/\(thread)?page=2#new\""))
        let token = try await browser.token(on: "/t/\(thread)?done=unread")
        _ = try await browser.post("/t/\(thread)/follow", [("level", "muted")], token: token)
        #expect(try await browser.get(path).has("class=\"line unread\"") == false)
        #expect(try await list(world, world.ann).has("class=\"line unread\""))
    }

    @Test("begins with what is pinned, on the first page of a group alone")
    func pinned() async throws {
        let world = try await world()
        let old = try await world.thread("The pinned one")
        for number in 1...31 { _ = try await world.thread("Thread number \(number)") }
        try await world.change(old, .pinned, "UPDATE thread SET isPinned = 1 WHERE id = \(old)")
        let answer = try await list(world, world.bob)
        #expect(try titles(answer).first == "The pinned one" && answer.count("The pinned one") == 1)
        #expect(answer.has("Pinned</span>"))
        #expect(try await list(world, world.bob, "?before=100").has("The pinned one") == false)
        #expect(try titles(try await list(world, world.bob, whole: true)).first == "Thread number 31")
    }

    @Test("of a community begins with what is pinned in its commons")
    func pinnedInCommunity() async throws {
        let world = try await world(), site = world.site
        let commons = try await site.commons(of: world.community)
        let welcome = try await site.thread("Welcome to all", in: commons, of: world.community, by: world.ann)
        for number in 1...3 { _ = try await world.thread("Thread number \(number)") }
        try await world.change(welcome, .pinned, "UPDATE thread SET isPinned = 1 WHERE id = \(welcome)")
        let answer = try await list(world, world.bob, whole: true)
        #expect(try titles(answer) == ["Welcome to all", "Thread number 3", "Thread number 2", "Thread number 1"])
    }

    @Test("can be narrowed", arguments: ThreadFilter.allCases)
    func filters(filter: ThreadFilter) async throws {
        let world = try await world()
        let asked = try await world.thread("An open question", kind: .question)
        try await world.reply("Adding to my own question.", to: asked)
        let replied = try await world.thread("A question with a reply", kind: .question)
        try await world.reply("Like this.", to: replied, by: world.bob)
        let lonely = try await world.thread("A lonely discussion")
        let closed = try await world.thread("A closed discussion")
        try await world.change(closed, .closed, "UPDATE thread SET state = 'closed' WHERE id = \(closed)")
        _ = try await world.page("/t/\(lonely)", world.bob)
        let answer = try await list(world, world.bob, "?filter=\(filter.rawValue)")
        let expected: [ThreadFilter: [String]] = [
            .all: ["A closed discussion", "A lonely discussion", "A question with a reply", "An open question"],
            .unanswered: ["A lonely discussion", "An open question"],
            .new: ["A closed discussion", "An open question"],
            .mine: ["A question with a reply"],
        ]
        #expect(try titles(answer) == expected[filter])
        #expect(answer.has("aria-current=\"true\">") && answer.count("aria-current=\"true\"") == 1)
        let visitor = try await list(world, nil, "?filter=\(filter.rawValue)")
        #expect(visitor.status == (filter == .new || filter == .mine ? 303 : 404))
    }

    @Test("shows strangers only what was written for everybody")
    func publicOnly() async throws {
        let world = try await world(visibility: .members)
        let before = try await world.thread("Written for members")
        try await world.change(before, .communityChanged, "UPDATE community SET visibility = 'public'")
        _ = try await world.thread("Written for everybody")
        _ = try await list(world, world.bob)
        for who in [nil, world.stranger] {
            for whole in [false, true] {
                let answer = try await list(world, who, whole: whole)
                #expect(try titles(answer) == ["Written for everybody"])
            }
        }
        #expect(try titles(try await list(world, world.bob)).count == 2)
    }

    @Test("is nothing to those who see a group but do not read it, and missing to those who do not see it")
    func sealed() async throws {
        let world = try await world(kind: .peerSupport)
        _ = try await world.thread("Sealed")
        let bob = try await list(world, world.bob)
        #expect(bob.status == 200 && !bob.has("Sealed") && !bob.has("threads"))
        #expect(try await list(world, world.bob, whole: true).has("Sealed") == false)
        #expect(try await list(world, world.stranger).status == 404)
        #expect(try await list(world, nil).status == 404)
        #expect(try await list(world, world.ann).has("Sealed"))
        #expect(try await list(world, world.ann, whole: true).has("Sealed"))
    }

    @Test("leaves out a thread whose only post is held, and counts no held posts")
    func held() async throws {
        let world = try await world()
        let thread = try await world.thread("With a held reply")
        _ = try await world.post("Held.", in: thread, by: world.bob, .held)
        let hidden = try await world.thread("Not yet to be seen")
        try await world.change(hidden, .edited, "UPDATE thread SET lastJournal = 0 WHERE id = \(hidden)")
        let answer = try await list(world, world.fay)
        #expect(try titles(answer) == ["With a held reply"] && answer.has("1\u{A0}post<"))
    }

    @Test("tells facilitators how long a question has waited")
    func waiting() async throws {
        let world = try await world()
        _ = try await world.thread("Who covers the holidays?", kind: .question)
        world.site.pass(.days(3))
        #expect(try await list(world, world.fay).has("Unanswered 3 days</span>"))
        #expect(try await list(world, world.bob).has("Unanswered 3") == false)
    }

    private func titles(_ answer: Browser.Answer) throws -> [String] {
        answer.text.split(separator: "<h3 dir=\"auto\"><a href=\"").dropFirst().map { part in
            String(part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
        }
    }
}

extension Call {
    fileprivate func list(group: GroupID?, slug: String?) async throws -> Response {
        let community: CommunityID = try id("community")
        let place = ThreadListScope(community: community, communitySlug: "nursing", group: group, groupSlug: slug)
        let filter = try query.word("filter", ThreadFilter.self) ?? .all
        let list = try await ThreadListView.load(place, filter: filter, before: query["before"], self)
        return .html(list?.html ?? HTML())
    }
}
