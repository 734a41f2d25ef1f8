import Foundation
import PraxisBookmarks
import PraxisCapability
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisImport
import PraxisPlaces
import PraxisReactions
import PraxisStore
import PraxisTesting
import PraxisThreads
import PraxisTriage

/// A site that holds something of everything that an export writes, made from a seed.
struct ExportWorld {
    let site: TestSite
    private(set) var members: [MemberID] = []
    private(set) var communities: [CommunityID] = []
    private(set) var threads: [ThreadID] = []
    private var random: UInt64

    init(seed: UInt64) async throws {
        (site, random) = (try TestSite(), seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        for number in 1...9 { members.append(try await site.member("Person Number\(number)")) }
        try await self.found()
        for _ in 1...14 { try await write() }
        try await choose()
        try await ask()
        let work = try Work.checked(
            TypedWork(occupation: "A \"quoted\" trade", organisation: "Harbour & Sons", region: "Île \"X\" · Wales")
        )
        try await site.env.site.command { [members] db in
            try db.setWork(work, of: members[1])
            try db.run(
                "UPDATE member SET standing = 'suspended', isSiteAdministrator = \(true) WHERE id = \(members[8])"
            )
            try db.run("UPDATE member SET seenAt = \(db.now), visitedAt = 5 WHERE id IN (\(list: members[2...4]))")
            try db.run("UPDATE community SET region = 'Ontario · Qu\u{E9}bec' WHERE id = 2")
            try db.run("UPDATE community SET domain = 'A \"quoted\" concern:\ttab, \\ and é\u{1F426}' WHERE id = 1")
        }
    }

    /// A question for the date, which someone else wants to hear.
    private func ask() async throws {
        let date: ThreadID = try await site.value("SELECT threadId FROM gathering")
        let actor = site.env.communities[communities[0]], text = try PostText("Where do they nest?")
        let asked = try await actor.askQuestion(of: date, text, as: Viewer(member: members[1]))
        try await actor.wantAnswer(to: asked, as: Viewer(member: members[2]))
    }

    private mutating func next(_ bound: Int) -> Int {
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return Int(random % UInt64(bound))
    }

    /// Two communities, their groups, and who belongs to them in which way.
    private mutating func found() async throws {
        for (slug, visibility) in [("nursing", CommunityVisibility.public), ("midwives", .hidden)] {
            let id = try await site.community(slug, visibility: visibility, agreement: "We are kind.")
            communities.append(id)
            let circle = try await site.group("circle", in: id, kind: .peerSupport, access: .invite, isListed: false)
            let open = try await site.group("open", in: id)
            for (index, member) in members.enumerated() where index < 7 {
                try await site.join(member, id, as: index == 0 ? .manager : index == 1 ? .moderator : .member)
                if next(2) == 0 { try await site.join(member, group: circle, of: id, as: .facilitator) }
                if next(3) == 0 { try await site.join(member, group: open, of: id) }
            }
            try await site.join(members[7], group: circle, of: id, as: .guest, until: site.now + .days(9))
            let actor = site.env.communities[id], manager = Viewer(member: members[0])
            try await actor.command { db in
                try db.addAgreement("We are kinder.", to: id, by: Permit.system().mandate)
            }
            try await actor.change(
                CareChange(heldPosts: 2, contact: members[3], crisis: "Call 999.", version: 0),
                as: manager
            )
            try await actor.setMailRule(titlesOnly: true, as: manager)
            try await site.join(members[0], group: circle, of: id, as: .facilitator)
            try await actor.setMailRule(of: circle, .something, neutralName: "The circle", as: manager)
        }
        // A number that no thread has any more.
        let group = try await site.commons(of: communities[0])
        try await site.env.site.command { [members, communities, site] db in
            let title = try Title("Gone away")
            let author = members[0]
            let gone = try db.insertThread(
                title,
                .story,
                in: group,
                of: communities[0],
                attributedTo: author,
                by: Permit.system()
            )
            try db.run("DELETE FROM thread WHERE id = \(gone)")
            // One that is shown without a post.
            let unwritten = try db.insertThread(
                Title("No post yet"),
                .story,
                in: group,
                of: communities[0],
                attributedTo: author,
                hasFacet: true,
                by: Permit.system()
            )
            let gathering = try db.insertThread(
                Title("A gathering"),
                .gathering,
                in: group,
                of: communities[0],
                attributedTo: author,
                hasFacet: true,
                by: Permit.system()
            )
            let series = try db.insertSeries(
                site.series("A series", purpose: "For seeds."),
                in: group,
                of: communities[0],
                by: author
            )
            try db.insertGathering(
                gathering,
                site.gathering("A gathering").details,
                of: series,
                occurrence: LocalTime(date: "2026-12-15")
            )
            try db.travelHolidays(of: communities[0], series, gathering)
            try db.setAnswer(.yes, needs: "A ramp", of: author, to: gathering)
            try db.setSeriesAnswer(.maybe, of: members[1], to: series)
            try db.carryAnswers(to: gathering)
            _ = try db.run(
                """
                INSERT INTO agendaItem (threadId, position, title, minutes, lead, aboutId, outcome, outcomePostId, authorId, createdAt, version)
                VALUES (\(gathering), 1, 'Herons', 20, 'Ada', \(unwritten), 'They are grey.', NULL, \(author), \(db.now), 2)
                """
            )
            _ = try db.run(
                """
                INSERT INTO recording (threadId, access, link, transcript, text, authorId, saidAt, version)
                VALUES (\(gathering), 'transcript', 'https://example.org/r', 'https://example.org/t', 'A "word".', \(author), \(db.now), 3)
                """
            )
            _ = try db.run(
                """
                INSERT INTO hostMessage (threadId, authorId, audience, body, state, sentAt, toldTo)
                VALUES (\(gathering), \(author), 'seated maybe', 'Bring "boots".', 'leaving', \(db.now), 3)
                """
            )
            _ = try db.run(
                """
                INSERT INTO attendance (threadId, memberId, isPresent, minutes, way, authorId, saidAt, version)
                VALUES (\(gathering), \(author), \(true), 45, 'host', \(members[1]), \(db.now), 2),
                    (\(gathering), \(members[1]), \(false), 60, 'own', \(members[1]), \(db.now), 2)
                """
            )
            _ = try db.run(
                "INSERT INTO certificate (threadId, memberId, code) VALUES (\(gathering), \(author), 'AAAAAAAAAA-AAAAAAAAA_A')"
            )
            _ = try db.run(
                """
                INSERT INTO certificateVersion
                    (threadId, memberId, version, name, title, issuer, credit, startAt, endAt, zone, minutes, way, issuedAt)
                VALUES (\(gathering), \(author), 1, 'Ada', 'A round', 'A college', '1 hour', \(db.now), \(db.now), 'Europe/London', 60, 'own', \(db.now)),
                    (\(gathering), \(author), 2, 'Ada', 'A round', 'A college', '', \(db.now), \(db.now), 'Europe/London', 0, 'host', \(db.now))
                """
            )
            _ = try db.run(
                """
                INSERT INTO followUp (threadId, groupId, kind, title, ownerId, isLeft, due, state, authorId, createdAt, endedAt, version)
                VALUES (\(gathering), \(group), 'resource', 'Count herons', \(author), \(true), 20800, 'done', \(author), \(db.now), \(db.now), 3)
                """
            )
        }
    }

    /// A thread with posts, each of which something may have happened to.
    private mutating func write() async throws {
        let community = communities[next(2)], kind: ThreadKind = next(2) == 0 ? .question : .discussion
        let groups = try await site.env.store.read { db in
            try db.all("SELECT id FROM \"group\" WHERE communityId = \(community)" as SQL<GroupID>)
        }
        let author = members[0], group = groups[next(groups.count)], actor = site.env.communities[community]
        let newcomer = try await site.newcomer("Newcomer \(["Ada", "Ben", "Cy"][next(3)])", community)
        let thread = try await site.thread(
            "Title \(next(900))",
            "*First*",
            kind: kind,
            in: group,
            of: community,
            by: author
        )
        threads.append(thread)
        for _ in 0..<next(7) {
            site.pass(.minutes(30))
            let writer = next(4) == 0 ? newcomer : members[next(7)], viewer = Viewer(member: writer)
            guard let post = try? await actor.reply(to: thread, try PostText("Text \(next(9_999))"), as: viewer) else {
                continue
            }
            try await happen(to: post, in: actor, viewer)
        }
    }

    private mutating func happen(to post: PostID, in actor: Community, _ viewer: Viewer) async throws {
        site.pass(.minutes(20))
        switch next(8) {
        case 0: try await actor.edit(post, to: PostText("Another text"), basedOn: 1, as: viewer)
        case 1:
            _ = try await actor.redact(post, to: PostText("Nobody"), mark: "[gone]", basedOn: 1, as: viewer)
        case 2: try? await actor.withdraw(post, basedOn: nil, as: viewer)
        case 3: try? await actor.markHelped(post, as: Viewer(member: members[0]))
        case 4:
            try await actor.command { db in try db.moderate(post, to: .hidden, by: Permit.system().mandate) }
        default:
            try await bookmark(post)
            for kind in ReactionKind.allCases.prefix(next(4)) {
                try? await actor.react(kind, to: post, as: Viewer(member: members[next(7)]))
            }
        }
    }

    /// Bookmarked by someone who may read it, every other time with a reminder.
    private func bookmark(_ post: PostID) async throws {
        let number = post.rawValue, day = LocalTime(site.now + .days(number + 9), in: .gmt)
        let reminder = number % 2 == 0 ? Reminder(day, in: .gmt, at: site.now) : nil
        let reader = Viewer(member: members[Int(number % 7)])
        try? await site.env.site.bookmark(post, .to(reminder), as: reader)
    }

    /// What members chose, and what was decided on some of them.
    private mutating func choose() async throws {
        let actor = site.env.communities[communities[0]]
        let silence = NewRestriction(.silenced, days: 7, reason: "Be kinder.")
        var suspension = NewRestriction(.suspended, days: nil, reason: "For a while.")
        suspension.privateReason = "Between us."
        let moderator = Viewer(member: members[1])
        _ = try await actor.restrict(members[5], in: nil, silence, as: moderator)
        _ = try await actor.restrict(members[6], in: nil, suspension, as: moderator)
        try await actor.reinstate(members[5], in: nil, as: moderator)
        _ = try await actor.restrict(members[5], in: nil, silence, as: moderator)
        try await site.join(members[4], communities[0], as: .guest, until: site.now + .days(30))
        try await site.admit(members[8], to: threads[0], until: site.now + .days(3))
        try await site.env.site.command { [members, threads] db in
            let group = try db.first("SELECT groupId FROM thread WHERE id = \(threads[0])" as SQL<GroupID>)
            try db.run(
                "INSERT INTO follow (memberId, threadId, level) VALUES (\(members[2]), \(threads[0]), \(FollowLevel.muted))"
            )
            try db.run(
                "INSERT INTO groupFollow (memberId, groupId, level) VALUES (\(members[3]), \(group), \(FollowLevel.muted))"
            )
            for (kind, scope) in [("member", members[2].rawValue), ("community", 1), ("group", 2)] {
                try db.run(
                    """
                    INSERT INTO mailSetting (memberId, key, scopeKind, scopeId, value)
                    VALUES (\(members[2]), 'digest-level', \(kind), \(scope), 'none')
                    """
                )
            }
        }
    }
}

extension WriteDB {
    /// A list of a community and one of the site, which a series follows; one of its dates takes place on a holiday of each.
    fileprivate func travelHolidays(of community: CommunityID, _ series: SeriesID, _ gathering: ThreadID) throws {
        let day = LocalTime.dayNumber(year: 2026, month: 12, day: 15)
        let holidays = [Holiday(day...day, "A day of \"herons\""), Holiday(day - 3...day + 9, "A break")]
        let own = try insertHolidayList(NewHolidayList(name: "Schools", holidays: holidays), of: community)
        let common = try insertHolidayList(NewHolidayList(name: "Everywhere", holidays: holidays), of: nil)
        try follow([own, common], by: series, of: community)
        for list in [own, common] {
            for holiday in holidays { try keepOnHoliday(gathering, HolidayKey(list, holiday.days)) }
        }
    }
}

extension TestSite {
    /// What an export writes, line by line.
    func exported(_ scope: ExportScope = .site) async throws -> [String] {
        let path = NSTemporaryDirectory() + "praxis-export-" + UUID().uuidString + ".jsonl"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let count = try await CorpusExport(scope, env).write(to: path)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        if count != lines.count { throw Denial.missing }
        return lines
    }

    /// A site that holds nothing but what the lines say.
    static func made(of lines: [String]) async throws -> (site: TestSite, refused: [RefusedLine]) {
        let site = try TestSite()
        return (site, try await Corpus(lines).take(into: site).refused)
    }
}

extension [String] {
    /// The lines of a type.
    func of(_ type: String) -> [String] { filter { $0.hasPrefix("{\"type\":\"\(type)\"") } }
}
