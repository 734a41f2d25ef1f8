import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage
import Testing

@Suite("What live events tell whom")
struct LiveAccessTests {
    /// How a right to listen ends.
    enum Ending: CaseIterable {
        case signedOut, suspended, removed, left, removedFromGroup, silenced, hidden
    }

    @Test("A18: a stream ends when the right to it does", arguments: Ending.allCases)
    func ends(ending: Ending) async throws {
        let world = try await WritingWorld(), site = world.site, bob = world.bob
        let group = try await site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
        try await site.join(bob, group: group, of: world.community)
        let subscription = try await site.subscription(bob, "nursing"),
            other = try await site.subscription(world.ann, "nursing")
        #expect(subscription.status == 200 && other.status == 200)
        try await end(ending, world, group)
        #expect(await subscription.next() == nil)
        // No one else's does.
        if ending != .hidden {
            let post = try await world.reply("Still there.", by: world.ann)
            #expect(await other.next()?.data?.contains("\"post\":\"\(post)\"") == true)
        }
    }

    private func end(_ ending: Ending, _ world: WritingWorld, _ group: GroupID) async throws {
        let (site, bob, community) = (world.site, world.bob, world.community)
        switch ending {
        case .signedOut: try await site.env.site.endSessions(of: bob)
        case .suspended:
            try await site.env.site.command { db in
                try db.run("UPDATE member SET standing = 'suspended' WHERE id = \(bob)")
                try db.journal(.standingChanged, subject: bob.subject)
            }
        case .removed: try await site.join(bob, community, standing: .former)
        case .left: try await site.join(bob, community, standing: .suspended)
        case .removedFromGroup: try await site.join(bob, group: group, of: community, standing: .former)
        case .silenced: try await site.join(bob, community, standing: .silenced)
        case .hidden:
            // All streams end: every membership is suspended and the community's change is journalled.
            try await site.env.communities[community].command { db in
                try db.run("UPDATE membership SET standing = 'suspended' WHERE communityId = \(community)")
                try db.journal(.communityChanged, community: community, subject: community.subject)
            }
        }
    }

    @Test("the stream of one session goes on when another session of the same member ends")
    func otherSession() async throws {
        let world = try await WritingWorld(), bob = world.bob
        let subscription = try await world.site.subscription(bob, "nursing")
        let kept: SessionID = try await world.site.value("SELECT max(id) FROM session WHERE memberId = \(bob)")
        let ending = try await world.site.subscription(bob, "nursing")
        try await world.site.env.site.command { db in
            try db.run("DELETE FROM session WHERE memberId = \(bob) AND id <> \(kept)")
            try db.journal(.sessionsEnded, subject: bob.subject, actor: bob)
        }
        #expect(await ending.next() == nil)
        let post = try await world.reply("Still there.", by: world.ann)
        #expect(await subscription.next()?.data?.contains("\"post\":\"\(post)\"") == true)
    }

    @Test("a guest hears until their time is over, and not a second longer than the next look")
    func guest() async throws {
        let world = try await WritingWorld()
        try await world.site.join(world.eve, world.community, as: .guest, until: world.site.now + .seconds(30))
        let subscription = try await world.site.subscription(world.eve, "nursing")
        let post = try await world.reply("For guests too.", by: world.ann)
        #expect(await subscription.next()?.data?.contains("\"post\":\"\(post)\"") == true)
        world.site.pass(.seconds(30))
        world.site.env.live.tick()
        #expect(await subscription.next() == nil)
    }

    @Test(
        "A18: anyone who may not read a place hears nothing of it, and nobody of a hidden post",
        arguments: Principal.allCases
    )
    func sideDoors(principal: Principal) async throws {
        let world = try await SideDoorWorld(), site = world.site
        let guild = CommunityID(rawValue: 2)
        let author = try await site.env.store.read { db in
            try db.first("SELECT id FROM member WHERE name = 'Ada Author'" as SQL<MemberID>)
        }
        guard let author, let member = world.principals[principal] else {
            return #expect(try await Browser(site).get("/api/v1/events?community=guildxq").status == 401)
        }
        let subscription = try await site.subscription(member, "guildxq")
        let threads = world.threads
        func reply(_ thread: ThreadID) async throws -> PostID {
            try await site.reply("Something new.", to: thread, of: guild, by: author)
        }
        if principal == .admitted {
            for thread in [threads[1], threads[3], threads[4]] { _ = try await reply(thread) }
            let own = try await reply(threads[2])
            return #expect(await subscription.next()?.data?.contains("\"post\":\"\(own)\"") == true)
        }
        guard Principal.inside.contains(principal) else { return #expect(subscription.status == 404) }
        let hidden = try await reply(threads[1])
        #expect(await subscription.next()?.data?.contains("\"post\":\"\(hidden)\"") == true)
        try await site.env.communities[guild].command { db in
            try db.run("UPDATE post SET state = 'hidden' WHERE id = \(hidden)")
            for event in [Event.held, .hidden, .edited] {
                try db.journal(event, community: guild, thread: threads[1], subject: hidden.subject)
            }
        }
        for thread in threads[2...4] { _ = try await reply(thread) }
        _ = try await site.reply("Elsewhere.", to: threads[5], of: CommunityID(rawValue: 3), by: author)
        let last = try await reply(threads[1])
        var heard: [String] = []
        while let data = await subscription.next()?.data, !data.contains("\"post\":\"\(last)\"") { heard.append(data) }
        let mayHearCircle = principal == .insider || principal == .facilitator
        #expect(heard.count == (mayHearCircle ? 1 : 0))
        #expect(heard.allSatisfy { $0.contains("\"thread\":\"\(threads[3])\"") })
    }

    @Test("authors hear of their own posts what nobody else does")
    func ownHeldPost() async throws {
        let world = try await WritingWorld()
        let post = try await world.reply("Mine.", by: world.bob)
        let (author, other) = (
            try await world.site.subscription(world.bob, "nursing"),
            try await world.site.subscription(world.ann, "nursing")
        )
        try await world.site.env.communities[world.community].command { db in
            try db.run("UPDATE post SET state = 'hidden' WHERE id = \(post)")
            try db.journal(.hidden, community: world.community, thread: world.thread, subject: post.subject)
        }
        let next = try await world.reply("After it.", by: world.fay)
        #expect(await author.next()?.data?.contains("\"what\":\"hidden\"") == true)
        #expect(await author.next()?.data?.contains("\"post\":\"\(next)\"") == true)
        #expect(await other.next()?.data?.contains("\"post\":\"\(next)\"") == true)
    }

    @Test(
        "the queue is heard by those who decide in that place, a report never by who reported or is reported",
        arguments: Principal.allCases
    )
    func queue(principal: Principal) async throws {
        guard Principal.inside.contains(principal) else { return }
        let world = try await SideDoorWorld(), site = world.site, guild = CommunityID(rawValue: 2)
        let member = try #require(world.principals[principal])
        let groups = try await site.env.store.read { db in
            try db.all("SELECT groupId FROM thread ORDER BY id" as SQL<GroupID>)
        }
        let subscription = try await site.subscription(member, "guildxq")
        let reporter = try #require(world.principals[.facilitator]), helper = try #require(world.principals[.moderator])
        let author = try #require(
            try await site.env.store.read { db in
                try db.first("SELECT authorId FROM thread ORDER BY id LIMIT 1" as SQL<MemberID>)
            }
        )
        try await site.item(901, in: groups[1], of: guild, about: author, reportedBy: member)
        for (item, group) in [(Int64(902), groups[1]), (903, groups[3]), (904, groups[4])] {
            try await site.item(item, in: group, of: guild, about: author)
            try await site.journal(
                .claimed,
                community: guild,
                group: group,
                subject: Subject(Noun.QueueItem.kind, item),
                actor: reporter
            )
        }
        try await site.item(905, in: groups[3], of: guild, about: author, reportedBy: reporter)
        try await site.item(906, in: groups[1], of: guild, about: helper, reportedBy: author)
        try await site.journal(.asked, community: guild, subject: member.subject, actor: member)
        let last = try await site.reply("The end.", to: world.threads[1], of: guild, by: author)
        var heard: [String] = []
        while let event = await subscription.next(), event.data?.contains("\"post\":\"\(last)\"") != true {
            heard.append((event.event ?? "") + " " + (event.data ?? ""))
        }
        let expected: [String] =
            switch principal {
            case .moderator: ["queue {\"what\":\"claimed\",\"item\":\"902\",\"by\":\"\(reporter)\"}"]
            case .facilitator: ["queue {\"what\":\"claimed\",\"item\":\"903\",\"by\":\"\(reporter)\"}"]
            case .manager: ["queue {\"what\":\"asked\"}"]
            default: []
            }
        #expect(heard == expected)
    }
}

extension TestSite {
    /// An item of the queue with its report, if there is one, as the commands leave them.
    fileprivate func item(
        _ id: Int64,
        in group: GroupID,
        of community: CommunityID,
        about author: MemberID,
        reportedBy reporter: MemberID? = nil
    ) async throws {
        try await env.communities[community].command { db in
            try db.run(
                """
                INSERT INTO queueItem (id, kind, communityId, groupId, subjectKind, subjectId, memberId, reason, createdAt)
                VALUES (\(id), 'report', \(community), \(group), 'post', \(id), \(author), 'other', \(db.now))
                """
            )
            guard let reporter else { return }
            try db.run(
                """
                INSERT INTO report (itemId, postId, reporterId, reason, note, at, revision, body)
                SELECT \(id), min(id), \(reporter), 'other', '', \(db.now), 1, 'A text.' FROM post
                """
            )
        }
        guard let reporter else { return }
        try await journal(
            .reported,
            community: community,
            group: group,
            subject: Subject(Noun.QueueItem.kind, id),
            actor: reporter
        )
    }
}
