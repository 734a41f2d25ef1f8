import Foundation
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisImport
import PraxisStore
import PraxisTesting
import PraxisVerify
import Testing

@Suite("An import")
struct ImportTests {
    @Test("takes communities, groups, members, memberships, threads and posts, in both spellings")
    func takesEverything() async throws {
        let site = try TestSite()
        let result = try await Corpus().take(into: site)
        #expect(result.refused.isEmpty)
        #expect(result.taken == 3)
        let contents = try await Corpus.contents(of: site)
        #expect(contents[0] == "1nursingNursingpublic")
        #expect(contents[1...3] == ["1secretpeer-supportinvite10", "2opentopicopen11", "3hidworkinginvite00"])
        #expect(contents.contains { $0.hasPrefix("1A questionquestionanswered13") })
        #expect(contents.contains { $0.hasPrefix("2 1 21Like so.") })
        #expect(site.mails.isEmpty)
    }

    @Test("leaves everything searchable, journalled and whole")
    func leavesAllWhole() async throws {
        let site = try TestSite()
        try await Corpus().take(into: site)
        var findings: [VerifyFinding] = []
        #expect(try await Verify.content(site.env) { findings.append($0) } == 3)
        #expect(findings.isEmpty)
        let found = try await site.env.store.read { db in
            try db.all(
                "SELECT \(FullText.post) FROM postSearch WHERE \(FullText.matches(["question"]))" as SQL<PostID>
            )
        }
        #expect(found == [PostID(rawValue: 1)])
    }

    @Test("counts as read what was posted before the last visit, and nothing for whom none is given")
    func setsFloors() async throws {
        let site = try TestSite()
        try await Corpus().take(into: site)
        let floors = try await site.env.store.read { db in
            try db.all(
                """
                SELECT (SELECT count(*) FROM post p WHERE p.journal <= m.caughtUpTo) FROM member m ORDER BY m.id
                """ as SQL<Int>
            )
        }
        #expect(floors == [2, 0])
    }

    @Test("changes nothing the second time, later either, whatever has happened to things since")
    func isIdempotent() async throws {
        let site = try TestSite()
        try await Corpus().take(into: site)
        let nursing = CommunityID(rawValue: 1), ann = MemberID(rawValue: 1)
        try await site.join(ann, nursing, as: .moderator)
        _ = try await site.reply("A new one.", to: ThreadID(rawValue: 1), of: nursing, by: ann)
        let before = try await Corpus.contents(of: site)
        site.pass(.days(3))
        let again = try await Corpus().take(into: site)
        #expect(again.taken == 0)
        #expect(again.refused.isEmpty)
        #expect(try await Corpus.contents(of: site) == before)
    }

    @Test("goes on where it was interrupted", arguments: [1, 5, 8, 9, 10, 11])
    func resumes(after count: Int) async throws {
        let whole = try TestSite(), halved = try TestSite()
        try await Corpus().take(into: whole)
        try await Corpus(Array(Corpus.lines.prefix(count))).take(into: halved)
        try await Corpus().take(into: halved)
        let texts = "SELECT number || body || coalesce(replyToId, '') FROM post ORDER BY id" as SQL<String>
        let (one, other) = (
            try await whole.env.store.read { db in try db.all(texts) },
            try await halved.env.store.read { db in try db.all(texts) }
        )
        #expect(one == other)
        let floor =
            "SELECT count(*) FROM post WHERE journal <= (SELECT caughtUpTo FROM member WHERE id = 1)" as SQL<Int>
        #expect(try await halved.env.store.read { db in try db.first(floor) } == 2)
    }

    @Test(
        "names a bad line with its number and its reason, takes nothing of it, and goes on",
        arguments: [
            ("{", .notJSON), ("[]", .notJSON), (#"{"id":1}"#, .missing(field: "type")),
            (#"{"type":"poll"}"#, .unknownType("poll")),
            (
                #"{"type":"post","id":50,"thread_id":9,"author_id":1,"created_at":"-P1D","body":"x","pinned":true,"alias":"y"}"#,
                .unknownField("alias", type: "post")
            ),
            (#"{"type":"post","id":50,"thread_id":9,"author_id":1,"created_at":"-P1D"}"#, .missing(field: "body")),
            (
                #"{"type":"post","id":50,"thread_id":99,"author_id":1,"created_at":"-P1D","body":"x"}"#,
                .unknown(field: "thread_id", source: 99)
            ),
            (
                #"{"type":"post","id":50,"thread_id":9,"author_id":99,"created_at":"-P1D","body":"x"}"#,
                .unknown(field: "author_id", source: 99)
            ),
            (
                #"{"type":"post","id":50,"thread_id":9,"author_id":1,"reply_to":99,"created_at":"-P1D","body":"x"}"#,
                .unknown(field: "reply_to", source: 99)
            ),
            (
                #"{"type":"post","id":50,"thread_id":9,"author_id":1,"created_at":"-P1D","body":" "}"#,
                .wrong(field: "body", expected: "text that is not empty")
            ),
            (
                #"{"type":"post","id":50,"thread_id":9,"author_id":1,"created_at":"yesterday","body":"x"}"#,
                .wrong(field: "created_at", expected: Self.time)
            ),
            (
                #"{"type":"post","id":50,"thread_id":9,"author_id":1,"created_at":"2021-02-29T00:00:00Z","body":"x"}"#,
                .wrong(field: "created_at", expected: Self.time)
            ),
            (
                #"{"type":"post","id":50,"thread_id":9,"author_id":1,"number":0,"created_at":"-P1D","body":"x"}"#,
                .wrong(field: "number", expected: Self.number)
            ),
            (
                #"{"type":"post","id":50,"thread_id":9,"author_id":1,"number":1.5,"created_at":"-P1D","body":"x"}"#,
                .wrong(field: "number", expected: "a number in range")
            ),
            (
                #"{"type":"member","id":50,"display_name":"Eve","email":"eve"}"#,
                .wrong(field: "email", expected: "an email address")
            ),
            (
                #"{"type":"member","id":50,"display_name":"Eve","email":"eve@example.org","region":"\#(Self.longRegion)"}"#,
                .wrong(field: "region", expected: "at most 80 characters, not 81")
            ),
            (
                #"{"type":"community","id":50,"slug":"eves","name":"Eves","region":"\#(Self.longRegion)"}"#,
                .wrong(field: "region", expected: "at most 80 characters, not 81")
            ),
            (
                #"{"type":"membership","member_id":1,"community_id":1,"role":"king"}"#,
                .wrong(field: "role", expected: "guest, member, facilitator, moderator, manager")
            ),
            (
                #"{"type":"group","id":50,"community":9,"slug":"a","name":"Abc"}"#,
                .unknown(field: "community", source: 9)
            ),
            (
                #"{"type":"thread","id":50,"group_id":6,"author_id":1,"title":"Nobody answers","created_at":"-P1D"}"#,
                .emptyThread(source: 50)
            ),
        ] as [(String, BadLine)]
    )
    func namesBadLines(line: String, reason: BadLine) async throws {
        let site = try TestSite(), good = try TestSite()
        var lines = Corpus.lines
        lines.insert(line, at: 10)
        let result = try await Corpus(lines).take(into: site)
        #expect(result.refused == [RefusedLine({ if case .emptyThread = reason { 0 } else { 11 } }(), reason)])
        try await Corpus().take(into: good)
        #expect(try await Corpus.contents(of: site).dropLast() == Corpus.contents(of: good).dropLast())
    }

    private static let longRegion = String(repeating: "w", count: 81)
    private static let time = "a time that there is, as 2026-05-01T09:00:00Z, or a duration as -P2DT3H"
    private static let number = "a number from 1 that no other post of its thread has"

    @Test("puts posts in the order of their numbers, whatever the order of the lines")
    func ordersByNumber() async throws {
        let site = try TestSite(), turned = try TestSite()
        try await Corpus().take(into: site)
        let result = try await Corpus(Corpus.lines.dropLast(3) + Corpus.lines.suffix(3).reversed()).take(into: turned)
        #expect(result.refused.isEmpty && result.taken == 3)
        #expect(try await Corpus.contents(of: turned) == Corpus.contents(of: site))
    }

    @Test("closes the gap of a number that never comes, and names a number that two posts have")
    func numbersOfTheirOwn() async throws {
        let site = try TestSite()
        let lines = [(24, 7), (25, 2), (26, 5), (22, 2)].map { id, number in
            #"{"type":"post","id":\#(id),"thread_id":9,"author_id":1,"number":\#(number),"created_at":"-PT1H","body":"Post \#(id)"}"#
        }
        let result = try await Corpus(Corpus.lines + lines).take(into: site)
        #expect(result.refused == [RefusedLine(14, .wrong(field: "number", expected: Self.number))])
        let posts = try await site.env.store.read { db in
            try db.all("SELECT number || body FROM post WHERE number > 3 ORDER BY number" as SQL<String>)
        }
        #expect(posts == ["4Post 26", "5Post 24"])
    }

    @Test(
        "takes days and times that there are, and no others",
        arguments: [
            ("2024-02-29T00:00:00Z", true), ("2023-02-29T00:00:00Z", false), ("1900-02-29T00:00:00Z", false),
            ("2000-02-29T00:00:00Z", true), ("2021-04-31T00:00:00Z", false), ("2021-02-30T00:00:00Z", false),
            ("2021-12-31T23:59:59Z", true), ("2021-12-31T24:00:00Z", false), ("2016-12-31T23:59:60Z", true),
            ("2017-01-01T00:59:60+01:00", true), ("2016-12-30T23:59:60Z", false), ("2016-12-31T12:00:60Z", false),
            ("2021-06-01T10:00:00+24:00", false), ("2021-06-01T10:00:00+05:60", false),
            ("2021-06-01T10:00:00", false), ("2021-06-01T10:00:00 Europe/London", false),
        ]
    )
    func timesThatThereAre(text: String, isTaken: Bool) { #expect((Timestamp(rfc3339: text) != nil) == isTaken) }

    @Test("names a line that is too long, and reads on after it")
    func survivesLongLines() async throws {
        let site = try TestSite()
        var lines = Corpus.lines
        lines.insert(String(repeating: "x", count: 3_000_000), at: 3)
        let result = try await Corpus(lines).take(into: site)
        #expect(result.refused == [RefusedLine(4, .tooLong(maximum: 1_000_000))])
        #expect(result.taken == 3)
    }

    @Test("makes of a known address the same person")
    func knowsAddresses() async throws {
        let site = try TestSite()
        let ann = try await site.member("Ann")
        try await Corpus().take(into: site)
        #expect(
            try await site.env.store.read { db in
                try db.first("SELECT authorId FROM post WHERE number = 2" as SQL<MemberID>)
            } == ann
        )
    }

    @Test(
        "stops at a file whose ids mean other things",
        arguments: [
            #"{"type":"community","id":1,"slug":"law","name":"Law","description":""}"#,
            #"{"type":"community","id":2,"slug":"law","name":"Law","description":""}"# + "\n"
                + #"{"type":"group","id":6,"community":2,"slug":"courts","name":"Courts","description":""}"#,
        ]
    )
    func stopsAtForeignFiles(line: String) async throws {
        let site = try TestSite()
        try await Corpus().take(into: site)
        let before = try await Corpus.contents(of: site)
        await #expect(throws: ForeignCorpus.self) {
            try await Corpus([line] + Corpus.lines.dropFirst()).take(into: site)
        }
        #expect(try await Corpus.contents(of: site) == before)
    }

    @Test("takes more than one batch, and answers across them")
    func takesManyBatches() async throws {
        let site = try TestSite()
        let posts = (100..<4_600).map { id in
            #"{"type":"post","id":\#(id),"thread_id":9,"author_id":1,"reply_to":\#(id == 100 ? 23 : id - 1),"created_at":"-P1D","body":"No. \#(id)"}"#
        }
        let result = try await Corpus(Corpus.lines + posts).take(into: site)
        #expect(result.refused.isEmpty)
        let count = try await site.env.store.read { db in try db.first("SELECT postCount FROM thread" as SQL<Int>) }
        #expect(count == 4_503)
        var findings: [VerifyFinding] = []
        _ = try await Verify.content(site.env) { findings.append($0) }
        #expect(findings.isEmpty)
    }
}

@Suite("The demonstration")
struct DemonstrationTests {
    @Test("is imported without a bad line, twice with the same result")
    func isImported() async throws {
        let resources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Resources/demo")
        let site = try TestSite()
        var contents: [String] = []
        for run in 1...2 {
            for (name, posts) in [("1-college.jsonl", 211), ("2-regions.jsonl", 205)] {
                let result = try await Corpus.take(resources.appendingPathComponent(name).path, into: site)
                #expect(result.refused.isEmpty)
                #expect(result.taken == (run == 1 ? posts : 0))
            }
            let now = try await Corpus.contents(of: site)
            if run == 2 { #expect(now == contents) }
            contents = now
        }
        let commons = "SELECT count(*) FROM \"group\" WHERE isCommons" as SQL<Int>
        #expect(try await site.env.store.read { db in try db.first(commons) } == 3)
    }
}
