import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

/// A program that comes to the events of a community again and again, with one session.
struct Listener {
    fileprivate let browser: Browser
    fileprivate let path: String
    fileprivate let headers: [(String, String)]

    func listen(after id: String? = nil) async throws -> Subscription {
        try await browser.listen(path, headers: headers + (id.map { [("Last-Event-ID", $0)] } ?? []))
    }
}

extension TestSite {
    func listener(_ member: MemberID, _ community: String) async throws -> Listener {
        Listener(
            browser: Browser(self),
            path: "/api/v1/events?community=\(community)",
            headers: [("Authorization", "Bearer " + (try await bearer(member)))]
        )
    }

    /// Lines in the journal as a command leaves them.
    func journal(
        _ event: Event,
        community: CommunityID,
        group: GroupID? = nil,
        thread: ThreadID? = nil,
        subject: Subject? = nil,
        actor: MemberID? = nil,
        times: Int = 1
    ) async throws {
        try await env.communities[community].command { db in
            for _ in 0..<times {
                try db.journal(
                    event,
                    community: community,
                    group: group,
                    thread: thread,
                    subject: subject,
                    actor: actor
                )
            }
        }
    }
}

@Suite("Live events")
struct LiveEventTests {
    private func data(_ what: String, _ world: WritingWorld, _ post: PostID, _ number: Int) -> String {
        "{\"what\":\"\(what)\",\"thread\":\"\(world.thread)\",\"post\":\"\(post)\",\"number\":\"\(number)\"}"
    }

    @Test("tell what happened, in its order, in ids alone")
    func order() async throws {
        let world = try await WritingWorld()
        let subscription = try await world.site.subscription(world.bob, "nursing")
        #expect(subscription.status == 200)
        #expect(subscription.headers[.contentType] == "text/event-stream")
        #expect(subscription.headers[.cacheControl] == "no-store")
        let second = try await world.reply("Another secretword.", by: world.ann)
        let community = world.site.env.communities[world.community]
        try await community.withdraw(second, basedOn: nil, as: Viewer(member: world.ann))
        try await community.restore(second, as: Viewer(member: world.ann))
        let third = try await world.reply("A third.", by: world.bob)
        var said: [String?] = []
        for _ in 0..<4 { said.append(await subscription.next()?.data) }
        #expect(
            said == [
                data("posted", world, second, 2), data("withdrawn", world, second, 2),
                data("edited", world, second, 2), data("posted", world, third, 3),
            ]
        )
    }

    @Test("go on after the last id that was heard: nothing twice, nothing left out, and not with anybody else's id")
    func resume() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.listener(world.bob, "nursing")
        let before = try await bob.listen()
        let heard = try await world.reply("Heard.", by: world.ann)
        #expect(await before.next()?.data == data("posted", world, heard, 2))
        let id = try #require(before.lastID)
        await before.hangUp()
        let missed = try await world.reply("Missed.", by: world.ann)
        let after = try await bob.listen(after: id)
        let live = try await world.reply("Live.", by: world.ann)
        #expect(await after.next()?.data == data("posted", world, missed, 3))
        #expect(await after.next()?.data == data("posted", world, live, 4))
        // The ids tell nothing: neither a number, nor the same to another member.
        #expect(id.count == 22)
        let other = try await world.site.subscription(world.fay, "nursing", after: id)
        #expect(await other.next()?.event == "reset")
        let bent = try await world.site.subscription(world.bob, "nursing", after: "12")
        #expect(await bent.next()?.event == "reset")
    }

    @Test("say so where more was missed than is told again")
    func reset() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.listener(world.bob, "nursing")
        let first = try await bob.listen()
        _ = await first.nextBlock()
        let id = try #require(first.lastID)
        try await world.site.journal(.edited, community: world.community, subject: world.first.subject, times: 501)
        let second = try await bob.listen(after: id)
        #expect(await second.next()?.event == "reset")
        let post = try await world.reply("Live again.", by: world.ann)
        #expect(await second.next()?.data == data("posted", world, post, 2))
    }

    @Test("end for anyone who takes them too slowly, who comes again and has missed nothing")
    func slow() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.listener(world.bob, "nursing")
        let subscription = try await bob.listen()
        _ = await subscription.nextBlock()
        subscription.close()
        var all: [String] = []
        for number in 2...101 {
            all.append(data("posted", world, try await world.reply("Number \(number).", by: world.ann), number))
        }
        try await world.site.journal(.edited, community: world.community, subject: world.first.subject, times: 200)
        // A quick listener has heard everything, so all of it has been told.
        let quick = try await world.site.subscription(world.fay, "nursing")
        _ = await quick.nextBlock()
        subscription.open()
        var said: [String] = []
        while let event = await subscription.next() { said.append(event.data ?? "") }
        #expect(said.count < 101)
        #expect(all.starts(with: said))
        let id = try #require(subscription.lastID)
        let again = try await bob.listen(after: id)
        while said.count < all.count, let event = await again.next() { said.append(event.data ?? "") }
        #expect(said.count == all.count && zip(said, all).allSatisfy { $0 == $1 })
    }

    @Test("are kept open by a comment when nothing happens for 20 seconds")
    func heartbeat() async throws {
        let world = try await WritingWorld()
        let subscription = try await world.site.subscription(world.bob, "nursing")
        #expect(await subscription.nextBlock()?.id != nil)
        world.site.pass(.seconds(19))
        world.site.env.live.tick()
        world.site.pass(.seconds(1))
        world.site.env.live.tick()
        let comment = try #require(await subscription.nextBlock())
        #expect(comment.id == nil && comment.event == nil)
        let post = try await world.reply("Something.", by: world.ann)
        #expect(await subscription.nextBlock()?.data == data("posted", world, post, 2))
    }

    @Test("are open six times for one session; the seventh is told to wait, and comes in when one is closed")
    func limit() async throws {
        let world = try await WritingWorld()
        let bob = try await world.site.listener(world.bob, "nursing")
        var streams: [Subscription] = []
        for _ in 1...6 { streams.append(try await bob.listen()) }
        #expect(streams.allSatisfy { $0.status == 200 })
        let refused = try await bob.listen()
        #expect(refused.status == 429)
        #expect(refused.headers[.retryAfter] == "30")
        #expect(try await world.site.subscription(world.ann, "nursing").status == 200)
        await streams.removeLast().hangUp()
        #expect(try await bob.listen().status == 200)
    }

    @Test(
        "are heard by cookie from a page of ours alone",
        arguments: [
            ([], 200), ([("Sec-Fetch-Site", "same-origin")], 200), ([("Origin", "http://127.0.0.1:8080")], 200),
            ([("Origin", "https://evil.example")], 403), ([("Origin", "null")], 403),
            ([("Sec-Fetch-Site", "cross-site")], 403), ([("Sec-Fetch-Site", "same-site")], 403),
        ] as [([(String, String)], Int)]
    )
    func origin(headers: [(String, String)], status: Int) async throws {
        let world = try await WritingWorld()
        let browser = try await world.site.browser(world.bob)
        let seen = try await world.site.text("SELECT coalesce(seenAt, 0) FROM member WHERE id = \(world.bob)")
        world.site.pass(.hours(5))
        let subscription = try await browser.listen("/api/v1/events?community=nursing", headers: headers)
        #expect(subscription.status == status)
        // A request that a page makes by itself does not count as being seen.
        #expect(try await world.site.text("SELECT coalesce(seenAt, 0) FROM member WHERE id = \(world.bob)") == seen)
    }

    @Test(
        "are of no use without a session, without a community, or to strangers; a hidden community is as if it were not there"
    )
    func refusals() async throws {
        let world = try await WritingWorld()
        _ = try await world.site.community("secretplace", visibility: .hidden, joining: .invite)
        let path = "/api/v1/events"
        #expect(try await Browser(world.site).get(path + "?community=nursing").status == 401)
        let headers = [("Authorization", "Bearer " + (try await world.site.bearer(world.eve)))]
        #expect(try await Browser(world.site).get(path, headers: headers).status == 422)
        #expect(try await Browser(world.site).get(path + "?community=nursing", headers: headers).status == 404)
        let hidden = try await Browser(world.site).get(path + "?community=secretplace", headers: headers)
        let missing = try await Browser(world.site).get(path + "?community=nosuchplace", headers: headers)
        #expect(hidden.status == 404 && hidden.text == missing.text)
        #expect(world.site.env.live.count == 0)
    }
}
