import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("On a page of a thread")
struct ThreadRightsTests {
    @Test("each reader is offered only what they may do")
    func links() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread(kind: .question)
        let post = try await world.reply("From Bob.", to: thread, by: world.bob)
        let offers = [
            "reply=\(post)#reply", "quote=\(post)#reply", "/p/\(post)/unread", "/p/\(post)/helped", "/p/\(post)/edit",
            "/p/\(post)/redact", "/p/\(post)/withdraw", "/t/\(thread)/pin", "/t/\(thread)/close", "/t/\(thread)/title",
            "/t/\(thread)/follow",
        ]
        let expected: [(MemberID?, Set<Int>)] = [
            (nil, []),
            (world.stranger, []),
            (world.bob, [0, 1, 2, 4, 5, 6, 10]),
            (world.ann, [0, 1, 2, 3, 9, 10]),
            (world.fay, [0, 1, 2, 3, 5, 7, 8, 9, 10]),
        ]
        for (who, allowed) in expected {
            let answer = try await world.page("/t/\(thread)", who)
            let found = Set(offers.indices.filter { answer.has(offers[$0]) })
            #expect(found == allowed, "\(who.map(String.init(describing:)) ?? "a visitor")")
        }
    }

    @Test("a post can be edited for 30 days")
    func editWindow() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        #expect(try await world.page("/t/\(thread)", world.ann).has("/edit\">Edit"))
        world.site.pass(.days(31))
        let late = try await world.page("/t/\(thread)", world.ann)
        #expect(!late.has("/edit\">Edit") && late.has("/redact\""))
    }

    @Test("anyone who may not reply is told why", arguments: [Standing.silenced, .lapsed])
    func standing(standing: Standing) async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        try await world.site.join(world.bob, world.community, standing: standing)
        let answer = try await world.page("/t/\(thread)", world.bob)
        #expect(!answer.has("id=\"reply\"") && !answer.has("reply="))
        #expect(answer.has(standing == .silenced ? "read here but not post" : "Your membership has lapsed"))
    }

    @Test("visitors and strangers are shown the door to come in by")
    func doors() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let visitor = try await world.page("/t/\(thread)", nil)
        #expect(
            visitor.has("To reply, sign up or sign in.") && visitor.has("href=\"/sign-in?next=/t/\(thread)\"")
                && visitor.has("href=\"/sign-up?next=/t/\(thread)\"")
        )
        #expect(visitor.holds(inOrder: ["To reply, sign up", "<aside", "/c/nursing/g/winter\">About this group"]))
        let stranger = try await world.page("/t/\(thread)", world.stranger)
        #expect(stranger.has("Join Nursing to reply.") && stranger.has("href=\"/c/nursing\""))
        #expect(stranger.holds(inOrder: ["<aside", "Join Nursing to reply.", "About this group"]))
        let bob = try await world.page("/t/\(thread)", world.bob)
        #expect(bob.has("id=\"reply\"") && !bob.has("About this group"))
    }

    @Test("the next unread discussion is a button before the reply, for members alone")
    func nextUnread() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let bob = try await world.page("/t/\(thread)", world.bob)
        let next = "<a class=\"btn alt\" href=\"/t/\(thread)/next-unread\" rel=\"next\">"
        #expect(bob.holds(inOrder: [next, "id=\"reply\""]))
        #expect(try await !world.page("/t/\(thread)", nil).has("rel=\"next\""))
    }

    @Test("a member who has not agreed is led to the agreement")
    func agreement() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        try await world.change(thread, .communityChanged, "UPDATE community SET agreementVersion = 1")
        let answer = try await world.page("/t/\(thread)", world.bob)
        #expect(answer.has("Accept the community’s agreement before you post") && !answer.has("id=\"reply\""))
    }

    @Test(
        "it says who can read it",
        arguments: [
            (CommunityVisibility.public, GroupKind.topic, GroupAccess.open, "Anyone on the internet can read this."),
            (.members, .topic, .open, "Members of Nursing can read this."),
            (.members, .working, .request, "Members of Winter can read this."),
            (.members, .peerSupport, .open, "Only people who have joined Winter can read this."),
        ]
    )
    func audience(
        visibility: CommunityVisibility,
        kind: GroupKind,
        access: GroupAccess,
        sentence: String
    ) async throws {
        let world = try await ReadingWorld(visibility: visibility, kind: kind, access: access)
        let answer = try await world.page("/t/\(try await world.thread())", world.ann)
        #expect(answer.count(sentence) == 2)
    }

    @Test("a reply knows what it answers, and a quote begins with its text")
    func answering() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("Three **columns**.", to: thread, by: world.fay)
        let elsewhere = try await world.reply("Elsewhere.", to: try await world.thread("Another thread"))
        let quoted = try await world.page("/t/\(thread)?quote=\(post)", world.bob)
        #expect(quoted.has("&gt; Three **columns**.") && quoted.has("Fay Ellis wrote"))
        #expect(quoted.has("name=\"replyTo\" value=\"\(post)\""))
        let replied = try await world.page("/t/\(thread)?reply=\(post)", world.bob)
        #expect(replied.has("name=\"replyTo\" value=\"\(post)\"") && !replied.has("&gt; Three"))
        #expect(replied.has("<blockquote class=\"context\">Three columns.</blockquote>"))
        for other in ["\(elsewhere)", "999", "x"] {
            let answer = try await world.page("/t/\(thread)?quote=\(other)", world.bob)
            #expect(answer.status == 200 && !answer.has("name=\"replyTo\""))
            #expect(answer.has("&gt; you cannot see the quoted text"))
        }
    }

    @Test("a draft is there again, for its writer alone")
    func draft() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        try await world.changeSilently(
            """
            INSERT INTO draft (memberId, subjectKind, subjectId, title, body, revision, savedAt)
            VALUES (\(world.bob), 'thread', \(thread), '', 'What I began.', 1, \(world.site.now))
            """
        )
        #expect(try await world.page("/t/\(thread)", world.bob).has("What I began."))
        #expect(try await world.page("/t/\(thread)", world.ann).has("What I began.") == false)
        world.site.pass(.days(181))
        #expect(try await world.page("/t/\(thread)", world.bob).has("What I began.") == false)
    }
}
