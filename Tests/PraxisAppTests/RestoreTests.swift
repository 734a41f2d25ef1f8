import Foundation
import PraxisApp
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("A restore")
struct RestoreTests {
    /// A site with something of everything that people rely on, and where its backup goes.
    private struct World {
        let site: TestSite
        let scratch: Scratch
        var file: String { scratch.path + "/backup.db" }

        init(change: SQL<Void>? = nil) async throws {
            (site, scratch) = (try TestSite(), try Scratch())
            let ann = try await site.member("Ann Okafor"), ben = try await site.member("Ben Achebe")
            let nursing = try await site.community("nursing")
            try await site.join(ann, nursing)
            try await site.join(ben, nursing)
            let commons = try await site.commons(of: nursing)
            let thread = try await site.thread("How do you record this?", in: commons, of: nursing, by: ann)
            let reply = try await site.reply("In the morning, by hand.", to: thread, of: nursing, by: ben)
            try await site.env.site.command { db in
                try db.run(
                    """
                    INSERT INTO draft (memberId, subjectKind, subjectId, title, body, revision, savedAt)
                    VALUES (\(ann), 'thread', 1, '', 'An unfinished thought', 1, \(db.now))
                    """
                )
                try db.run(
                    """
                    INSERT INTO queueItem (kind, communityId, groupId, threadId, subjectKind, subjectId, memberId, reason, createdAt)
                    VALUES ('report', \(nursing), \(commons), \(thread), 'post', \(reply), \(ben), 'worried', \(db.now))
                    """
                )
                try db.run(
                    """
                    INSERT INTO report (itemId, postId, reporterId, reason, note, at, revision, body)
                    VALUES (1, \(reply), \(ann), 'worried', 'She sounds exhausted', \(db.now), 1, 'By hand, every morning.')
                    """
                )
                try db.run(
                    """
                    INSERT INTO idempotency (memberId, route, key, digest, subjectKind, subjectId, at)
                    VALUES (\(ann), 'POST /threads', 'key-of-a-request', \([UInt8](repeating: 7, count: 32)), 'thread', 1, \(db.now))
                    """
                )
                try db.audit(.accountAdded, by: nil, subject: ann.subject)
                if let change { try db.run(change) }
            }
            try site.env.store.backup(to: file)
        }

        func restore(evenIfDamaged: Bool = false) async -> (code: Int32, said: Said) {
            let said = Said()
            let code = await AdminCommand.restore(file, evenIfDamaged: evenIfDamaged).run(
                in: CommandContext(site.env, Configuration()),
                Output(out: said.out, err: said.err)
            )
            return (code, said)
        }

        /// Adds a member to the running site, who is gone once the backup is taken.
        func addLate() async throws { _ = try await site.member("Late Arrival") }

        var hasLate: Bool {
            get async throws {
                try await site.env.store.read { db in
                    try db.first("SELECT 1 FROM member WHERE name = 'Late Arrival'" as SQL<Int>)
                } != nil
            }
        }

        var leavesNothing: Bool {
            !FileManager.default.fileExists(atPath: site.env.store.folder.restoreCopy)
        }
    }

    @Test(
        "refuses a file that is made of something else, also for who has nothing else, and changes nothing",
        arguments: [
            ("CREATE TRIGGER t AFTER INSERT ON post BEGIN DELETE FROM session; END", "a trigger that is not part of"),
            ("CREATE VIEW v AS SELECT 1", "a view that is not part of"),
            ("CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT", "a table that is not part of"),
            ("DROP TABLE mention", "is missing"), ("DROP INDEX post_by_author", "is missing"),
            ("DROP TRIGGER audit_is_never_changed", "is missing"),
            ("ALTER TABLE draft ADD COLUMN more TEXT", "made otherwise"),
            ("DELETE FROM grdb_migrations WHERE identifier LIKE '%digest%'", "that is not part of"),
            ("INSERT INTO grdb_migrations (identifier) VALUES ('9999 later')", "a newer version of Praxis"),
        ] as [(SQL<Void>, String)]
    )
    func refusesOtherSchemas(change: SQL<Void>, reason: String) async throws {
        let world = try await World(change: change)
        try await world.addLate()
        for evenIfDamaged in [false, true] {
            let (code, said) = await world.restore(evenIfDamaged: evenIfDamaged)
            #expect(code == 1 && said.err.count == 1 && said.out.isEmpty)
            #expect(said.err[0].contains(reason), "\(said.err)")
            for word in ["CREATE", "SELECT", "grdb", "mention", "post_by_author"] {
                #expect(!said.err[0].contains(word))
            }
            #expect(try await world.hasLate && world.leavesNothing)
        }
    }

    @Test(
        "names what is damaged in a file, and takes it only for who has nothing else",
        arguments: [
            ("ann.okafor@example.org", "the account of member 1"), ("An unfinished thought", "a draft"),
            ("She sounds exhausted", "report 1"), ("In the morning, by hand.", "post 2 in thread 1"),
            ("key-of-a-request", "a record"), ("How do you record this?", "discussion 1"),
        ]
    )
    func namesDamage(text: String, object: String) async throws {
        let world = try await World()
        try await world.addLate()
        #expect(try flip(text, in: world.file))
        let refused = await world.restore()
        #expect(refused.code == 1 && refused.said.err.count == 1)
        #expect(refused.said.err[0].contains(object) || refused.said.err[0].contains("the database file is damaged"))
        #expect(refused.said.err[0].contains("--even-if-damaged"))
        #expect(try await world.hasLate)
        let taken = await world.restore(evenIfDamaged: true)
        #expect(taken.code == 0 && taken.said.err.contains { $0.contains(object) }, "\(taken.said.err)")
        #expect(try await !world.hasLate && world.leavesNothing)
    }

    /// Flips the last bit of the letter in the middle of a text, the first time that it stands in the file: in its table, which comes
    /// before the indexes that hold it too.
    private func flip(_ text: String, in file: String) throws -> Bool {
        let url = URL(fileURLWithPath: file)
        var bytes = try Data(contentsOf: url)
        guard let range = bytes.range(of: Data(text.utf8)) else { return false }
        bytes[range.lowerBound + text.utf8.count / 2] ^= 1
        try bytes.write(to: url)
        return true
    }

    @Test("finds a file damaged in which what a checksum is over is no text")
    func namesUnreadableSeals() async throws {
        let world = try await World(), url = URL(fileURLWithPath: world.file)
        var bytes = try Data(contentsOf: url)
        // The types of both values stand before them; 0 is that of NULL.
        let row = try #require(bytes.range(of: Data("mentionmemberId,postId,addedAt".utf8)))
        bytes.replaceSubrange(row.lowerBound - 2..<row.lowerBound, with: [0, 0])
        try bytes.write(to: url)
        let (code, said) = await world.restore()
        #expect(code == 1 && said.err.first?.contains("--even-if-damaged") == true, "\(said.err)")
    }

    @Test("brings a file of an older version up to date")
    func migrates() async throws {
        let world = try await World(), folder = try Scratch()
        let old = Forum.capabilities.migrations.filter {
            $0.number < (Forum.capabilities.migrations.map(\.number).max() ?? 0)
        }
        let store = try Store.open(
            try DataFolder(folder.path + "/old"),
            migrations: old,
            readers: 1,
            clock: { TestSite.morning }
        ).store
        try store.backup(to: world.file)
        try store.close()
        let (code, said) = await world.restore()
        #expect(code == 0, "\(said.err)")
        _ = try await world.site.member("Late Arrival")
        #expect(try await world.hasLate)
    }

    @Test("is refused for a folder, an empty file and a text, in a sentence")
    func refusesNone() async throws {
        let world = try await World()
        for text in ["", "not a database", String(repeating: "x", count: 20_000)] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: world.file))
            let (code, said) = await world.restore()
            #expect(code == 1 && said.err.count == 1 && said.err[0].contains("not a backup that Praxis made"))
        }
        try FileManager.default.removeItem(atPath: world.file)
        try FileManager.default.createDirectory(atPath: world.file, withIntermediateDirectories: false)
        #expect(await world.restore().code == 1)
    }

    @Test("and the check before it find 99 of 100 flipped bits in what a file uses")
    func findsFlippedBits() async throws {
        let count = ProcessInfo.processInfo.environment["PRAXIS_FLIPS"].flatMap { Int($0) } ?? 30
        let world = try await World(), url = URL(fileURLWithPath: world.file)
        let whole = try Data(contentsOf: url), used = UsedBytes(of: whole, without: try derivedPages(of: world.file))
        var seed: UInt64 = 2_026, missed: [Int] = []
        for _ in 0..<count {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let at = used.positions[Int(seed >> 33) % used.positions.count]
            var flipped = whole
            flipped[at] ^= 1 << UInt8(seed >> 29 & 7)
            try flipped.write(to: url)
            if await world.restore().code == 0 { missed.append(at) }
        }
        try whole.write(to: url)
        let pages = missed.map { String($0 / used.pageSize + 1) }.joined(separator: ",")
        let names = try ask(world.file, "SELECT name, pageno FROM dbstat WHERE pageno IN (\(pages))")
        #expect(missed.count * 100 <= count, "missed at \(missed) of \(used.positions.count) bytes, in \(names)")
    }
}

/// The pages, from 1, of what is made from other tables (the search indexes), never read (where imported rows came from, and the
/// schema, whose remarks are not compared), or stands at the highest id if it is wrong (where ids go on).
private func derivedPages(of file: String) throws -> Set<Int> {
    let pages = try ask(
        file,
        """
        SELECT pageno FROM dbstat
        WHERE name LIKE '%Search%' OR name LIKE 'searchRow%' OR name LIKE '%importSource%' OR name IN ('sqlite_schema', 'sqlite_sequence')
        """
    )
    #expect(!pages.isEmpty)
    return Set(pages.compactMap { Int($0) })
}

/// The lines that the engine's own command answers about a file.
private func ask(_ file: String, _ statement: String) throws -> [String] {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = ["-readonly", file, statement]
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return said.split(separator: "\n").map(String.init)
}

/// Where a database file without free pages holds something: the cells of its trees and what stands before them.
private struct UsedBytes {
    private(set) var positions: [Int] = []
    let pageSize: Int

    init(of file: Data, without left: Set<Int>) {
        let bytes = [UInt8](file), size = Int(bytes[16]) << 8 | Int(bytes[17])
        pageSize = size
        for page in stride(from: 0, to: bytes.count, by: size) where !left.contains(page / size + 1) {
            let head = page == 0 ? 100 : page
            func number(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }
            guard [2, 5, 10, 13].contains(bytes[head]) else {
                // A page that a long cell runs over to.
                let end = (page..<page + size).last { bytes[$0] != 0 } ?? page
                positions += page...end
                continue
            }
            let isInner = bytes[head] == 2 || bytes[head] == 5
            positions += head..<head + (isInner ? 12 : 8) + 2 * number(head + 3)
            positions += page + (number(head + 5) == 0 ? size : number(head + 5))..<page + size
        }
    }
}
