import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

/// A group by invitation with two threads alike; Gus, who is no member of anything, is admitted to the first.
struct AdmissionWorld {
    let site: TestSite
    let community: CommunityID
    let group: GroupID
    let ann: MemberID
    let gus: MemberID
    let open: ThreadID
    let other: ThreadID
    let otherPost: PostID

    init(visibility: CommunityVisibility = .members, kind: GroupKind = .topic) async throws {
        site = try TestSite()
        community = try await site.community("nursing", visibility: visibility)
        group = try await site.group("circle", in: community, kind: kind, access: .invite, isListed: false)
        (ann, gus) = (try await site.member("Ann Okafor"), try await site.member("Gus Guest"))
        try await site.join(ann, community)
        try await site.join(ann, group: group, of: community)
        open = try await site.thread("Opened matter", "The canary sings.", in: group, of: community, by: ann)
        other = try await site.thread("Secret matter", "The canary hides.", in: group, of: community, by: ann)
        otherPost = try await site.reply("The canary keeps hiding.", to: other, of: community, by: ann)
        try await admit(for: .days(7))
    }

    func admit(for time: Span) async throws { try await site.admit(gus, to: open, until: site.now + time) }

    @discardableResult
    func reply(_ body: String, to thread: ThreadID? = nil) async throws -> PostID {
        try await site.reply(body, to: thread ?? open, of: community, by: ann)
    }

    /// A page or an answer of the API, as Gus gets it.
    func get(_ path: String) async throws -> Browser.Answer { try await get(path, as: gus) }

    func get(_ path: String, as member: MemberID) async throws -> Browser.Answer {
        guard path.hasPrefix("/api/") else { return try await site.browser(member).get(path) }
        return try await Browser(site).get(
            path,
            headers: [("Authorization", "Bearer " + (try await site.bearer(member)))]
        )
    }
}

@Suite("A guest of one thread")
struct AdmissionTests {
    private static let places: [(CommunityVisibility, GroupKind)] = [
        (.members, .topic), (.members, .peerSupport), (.hidden, .peerSupport), (.public, .topic),
    ]

    @Test("reads it by its page and the API, also in a confidential group", arguments: places)
    func reads(visibility: CommunityVisibility, kind: GroupKind) async throws {
        let world = try await AdmissionWorld(visibility: visibility, kind: kind), open = world.open
        for path in ["/t/\(open)", "/api/v1/threads/\(open)/posts"] {
            let answer = try await world.get(path)
            #expect(answer.status == 200 && answer.text.contains("canary sings"), "\(path)")
            #expect(!answer.text.contains("canary hides"), "\(path)")
        }
        #expect(try await world.get("/api/v1/threads/\(open)").status == 200)
    }

    @Test("is named its place, and led only where they may go", arguments: places)
    func crumbs(visibility: CommunityVisibility, kind: GroupKind) async throws {
        let world = try await AdmissionWorld(visibility: visibility, kind: kind)
        let page = try await world.get("/t/\(world.open)").text
        let crumbs = try #require(page.firstRange(of: /<nav class="crumbs".*?<\/nav>/).map { String(page[$0]) })
        #expect(crumbs.contains("<li>Circle</li>"))
        for link in crumbs.matches(of: /href="([^"]+)"/) {
            #expect(try await world.get(String(link.1)).status == 200, "\(link.1)")
        }
        let member = try await world.site.browser(world.ann).get("/t/\(world.open)").text
        #expect(member.contains("<a href=\"/c/nursing/g/circle\">Circle</a>"))
    }

    @Test("reads nothing beside it", arguments: places)
    func nothingElse(visibility: CommunityVisibility, kind: GroupKind) async throws {
        let world = try await AdmissionWorld(visibility: visibility, kind: kind),
            stranger = try await world.site.member("Sue")
        let paths = [
            "/t/\(world.other)", "/p/\(world.otherPost)", "/api/v1/threads/\(world.other)",
            "/api/v1/threads/\(world.other)/posts", "/api/v1/posts/\(world.otherPost)/revisions", "/c/nursing",
            "/c/nursing/members", "/c/nursing/about", "/c/nursing/new-thread", "/c/nursing/g/circle",
            "/c/nursing/g/circle/members",
            "/api/v1/communities/nursing/threads", "/api/v1/communities/nursing/groups",
            "/search?q=zwitscherx&community=nursing",
            "/settings/mail",
        ]
        for path in paths {
            let answer = try await world.get(path)
            #expect(try await answer.status == world.get(path, as: stranger).status, "\(path)")
            #expect(!answer.text.contains("Secret matter") && !answer.text.contains("canary hides"), "\(path)")
            // But for the line of the thread itself, in the list of a community that they see.
            if path != "/c/nursing" { #expect(!answer.text.contains("Circle"), "\(path)") }
        }
        #expect(try await world.get("/c/nursing/g/circle").status == 404)
    }

    @Test("posts nothing")
    func refusesReplies() async throws {
        let world = try await AdmissionWorld(), actor = world.site.env.communities[world.community]
        let text = try PostText("May I?"), viewer = Viewer(member: world.gus)
        await #expect(throws: Denial.notAllowed) { _ = try await actor.reply(to: world.open, text, as: viewer) }
        await #expect(throws: Denial.missing) { _ = try await actor.reply(to: world.other, text, as: viewer) }
        let new = NewThread(title: try Title("My own matter"), kind: .discussion, body: text)
        await #expect(throws: Denial.missing) { _ = try await actor.startThread(new, in: world.group, as: viewer) }
        #expect(
            try await world.site.browser(world.ann).get("/c/nursing/g/circle/members").text.contains("Gus") == false
        )
    }

    @Test("finds it by search, and nothing else", arguments: [GroupKind.topic, .peerSupport])
    func search(kind: GroupKind) async throws {
        let world = try await AdmissionWorld(kind: kind)
        for path in [
            "/search?q=canary", "/search?q=group:circle", "/search?q=canary&community=nursing",
            "/api/v1/search?q=canary",
        ] {
            let text = try await world.get(path).text
            #expect(text.contains("Opened matter") && !text.contains("Secret matter"), "\(path)")
        }
        world.site.pass(.days(7))
        #expect(try await !world.get("/search?q=canary").text.contains("Opened matter"))
    }

    @Test("is told at home and on the page of new posts what is new in it since, once")
    func unread() async throws {
        let world = try await AdmissionWorld()
        #expect(try await !world.get("/new").text.contains("canary"))
        try await world.reply("Fresh canary one.")
        try await world.reply("Another canary hides.", to: world.other)
        for path in ["/", "/new", "/api/v1/me/news"] {
            let text = try await world.get(path).text
            #expect(text.contains("Opened matter") && !text.contains("Secret matter"), "\(path)")
            #expect(!text.contains("Another canary hides"), "\(path)")
        }
        let counted = try await world.site.all(
            "WITH \(Unread.threads(Viewer(member: world.gus), at: world.site.now)) SELECT count FROM unread" as SQL<Int>
        )
        #expect(counted == [1])
        let page = try await world.get("/t/\(world.open)").text
        #expect(page.contains("Fresh canary one") && page.contains("/t/\(world.open)/follow"))
        #expect(try await !world.get("/new").text.contains("Fresh canary one"), "it has been read")
    }

    @Test("sees it in the list of a community that they belong to, once")
    func list() async throws {
        let world = try await AdmissionWorld()
        try await world.site.join(world.gus, world.community)
        for path in ["/c/nursing", "/api/v1/communities/nursing/threads"] {
            let text = try await world.get(path).text
            #expect(text.contains("Opened matter") && !text.contains("Secret matter"), "\(path)")
        }
        try await world.site.join(world.gus, group: world.group, of: world.community)
        let rows = try await world.site.all(
            """
            WITH \(Visibility.places(Viewer(member: world.gus), at: world.site.now))
            SELECT t.id FROM thread t JOIN place ON \(Visibility.readable) ORDER BY t.id
            """ as SQL<ThreadID>
        )
        #expect(rows == [world.open, world.other], "joined as well, they still see each once")
    }

    @Test("has it in the list of a public group, and leaves no trace in the one that is kept for all onlookers")
    func keptList() async throws {
        let world = try await AdmissionWorld(visibility: .members), site = world.site
        let plain = try await site.group("plain", in: world.community)
        let inner = try await site.thread("Inner matter", in: plain, of: world.community, by: world.ann)
        try await site.env.communities[world.community].command { db in
            try db.run("UPDATE community SET visibility = 'public' WHERE id = \(world.community)")
            try db.journal(.communityChanged, community: world.community, subject: world.community.subject)
        }
        try await site.admit(world.gus, to: inner, until: site.now + .days(1))
        #expect(try await world.get("/t/\(inner)").status == 200)
        let sue = try await site.browser(try await site.member("Sue"))
        for _ in 0..<2 {
            #expect(try await world.get("/c/nursing/g/plain").text.contains("Inner matter"))
            #expect(try await !sue.get("/c/nursing/g/plain").text.contains("Inner matter"))
        }
        #expect(try await sue.get("/t/\(inner)").status == 404)
    }

    @Test("has it in the digest while it is open to them, and no other thread", arguments: [false, true])
    func digest(isOver: Bool) async throws {
        let world = try await AdmissionWorld(), site = world.site
        func round() async throws { _ = try await DigestRound(site.env, at: site.now, isSpread: true).run() }
        try await round()
        site.pass(.hours(1))
        let post = try await world.reply("Fresh canary. What does @Gus Guest think?")
        try await world.reply("Hidden canary for @Gus Guest.", to: world.other)
        #expect(try await site.all("SELECT postId FROM mention WHERE memberId = \(world.gus)") == [post])
        site.pass(.hours(46))
        try await round()
        #expect(try await site.digests(to: world.gus).count == 1)
        if isOver { try await site.admit(world.gus, to: world.open, until: nil) }
        let mail = try await site.digest(to: world.gus)?.everything
        #expect((mail?.contains("Opened matter") ?? false) == !isOver)
        #expect(mail?.contains("Secret matter") != true && mail?.contains("Hidden canary") != true)
    }

    @Test(
        "hears of it live until it ends, and of nothing else",
        arguments: [false, true],
        [CommunityVisibility.members, .hidden]
    )
    func live(byHand: Bool, visibility: CommunityVisibility) async throws {
        let world = try await AdmissionWorld(visibility: visibility, kind: .peerSupport), site = world.site
        try await world.admit(for: .seconds(30))
        let subscription = try await site.subscription(world.gus, "nursing")
        #expect(subscription.status == 200)
        try await world.reply("Not for Gus.", to: world.other)
        let post = try await world.reply("For Gus.")
        #expect(await subscription.next()?.data?.contains("\"post\":\"\(post)\"") == true)
        if byHand {
            try await site.admit(world.gus, to: world.open, until: nil)
        } else {
            site.pass(.seconds(30))
            site.env.live.tick()
        }
        #expect(await subscription.next() == nil)
        #expect(try await site.subscription(world.gus, "nursing").status == 404)
    }

    @Test("has no access once the time is over, and none while suspended", arguments: [false, true])
    func ends(isSuspended: Bool) async throws {
        let world = try await AdmissionWorld(), browser = try await world.site.browser(world.gus)
        #expect(try await browser.get("/t/\(world.open)").status == 200)
        if isSuspended {
            try await world.site.join(world.gus, world.community, standing: .suspended)
        } else {
            world.site.pass(.days(7))
        }
        for path in ["/t/\(world.open)", "/api/v1/threads/\(world.open)/posts"] {
            #expect(try await browser.get(path).status == 404, "\(path)")
        }
    }

    @Test("does not see it while its first post is held")
    func held() async throws {
        let world = try await AdmissionWorld(), open = world.open
        try await world.site.env.communities[world.community].command { db in
            let first = try db.first("SELECT id FROM post WHERE threadId = \(open)" as SQL<PostID>)
            if let first { try db.moderate(first, to: .held, by: Permit.system().mandate) }
        }
        #expect(try await world.get("/t/\(open)").status == 404)
    }
}
