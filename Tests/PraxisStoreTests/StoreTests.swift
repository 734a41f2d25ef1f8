import Foundation
import PraxisDomain
import PraxisStore
import Synchronization
import Testing

/// A store with one small table, in a folder of its own.
private final class Scratch: Sendable {
    let store: Store
    let writer: Writer
    let path: String

    init(
        _ migrations: [Migration] = [Scratch.notes],
        clock: @escaping @Sendable () -> Timestamp = { Timestamp(rawValue: 5) }
    ) throws {
        path = NSTemporaryDirectory() + "praxis-store-" + UUID().uuidString
        let commits = Commits()
        (store, writer) = try Store.open(
            try DataFolder(path),
            migrations: migrations,
            readers: 2,
            clock: clock,
            didCommit: { entries in commits.all.withLock { $0.append(entries) } }
        )
        self.kept = commits
    }

    private let kept: Commits
    private final class Commits: Sendable { let all = Mutex<[[JournalEntry]]>([]) }

    var committed: [[JournalEntry]] { kept.all.withLock { $0 } }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    static let notes = Migration(
        100,
        "notes",
        """
        CREATE TABLE post (id INTEGER PRIMARY KEY, threadId INTEGER NOT NULL DEFAULT 7, title TEXT NOT NULL,
            plain TEXT NOT NULL UNIQUE) STRICT;
        CREATE VIEW searchable AS SELECT id, title,
            replace(replace(plain, '\(FullText.hitStart)', ''), '\(FullText.hitEnd)', '') AS plain FROM post;
        """ + FullText.schema + ";" + FullText.placesSchema
    )

    func add(_ text: String, fails: Bool = false) async throws -> Int64 {
        try await writer.write { db in
            let id: PostID = try db.insert("INSERT INTO post (title, plain) VALUES ('', \(text)) RETURNING id")
            try db.journal(.posted, subject: id.rawValue)
            db.indexForSearch(id)
            if fails { throw Denial.closed }
            return id.rawValue
        }.value
    }

    func found(_ word: String) async throws -> [Int64] {
        try await store.read { db in
            try db.all(
                "SELECT \(FullText.post) FROM postSearch WHERE \(FullText.matches(all: [word])) ORDER BY 1"
                    as SQL<Int64>
            )
        }
    }
}

@Suite("The store")
struct StoreTests {
    @Test("answers each of many commands that were written together, and undoes only those that failed")
    func groups() async throws {
        let scratch = try Scratch()
        let results = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask { (try? await scratch.add("note \(number)", fails: number % 10 == 0)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(results == 180)
        let (rows, entries) = try await scratch.store.read { db in
            (
                try db.first("SELECT count(*) FROM post" as SQL<Int>),
                try db.first("SELECT count(*) FROM journal" as SQL<Int>)
            )
        }
        #expect(rows == 180)
        #expect(entries == 180)
        #expect(try await scratch.found("note").count == 180)
        #expect(scratch.committed.flatMap { $0 }.count == 180)
    }

    @Test("keeps the search index in step when a post is written and taken out in one command, or in two of one group")
    func searchRows() async throws {
        let scratch = try Scratch()
        _ = try await scratch.writer.write { db in
            let id: PostID = try db.insert("INSERT INTO post (title, plain) VALUES ('', 'heron') RETURNING id")
            db.indexForSearch(id)
            try db.removeFromSearch(id)
            try db.run("UPDATE post SET plain = 'egret' WHERE id = \(id)")
            db.indexForSearch(id)
        }
        #expect(try await scratch.found("heron") == [])
        #expect(try await scratch.found("egret") == [1])
        _ = try await scratch.writer.write { db in
            try db.removeFromSearch(PostID(rawValue: 1))
            try db.run("UPDATE post SET plain = 'crane' WHERE id = 1")
            db.indexForSearch(PostID(rawValue: 1))
        }
        #expect(try await scratch.found("egret") == [])
        #expect(try await scratch.found("crane") == [1])
    }

    @Test("ranks as bm25 does, whatever the length of a post and the number of words")
    func ranks() async throws {
        let scratch = try Scratch(), words = ["heron", "egret", "crane", "the", "marsh"]
        for number in 0..<120 {
            let text = (0...number % 17).map { words[($0 * number + $0) % words.count] }.joined(separator: " ")
            _ = try await scratch.add("\(number) \(text)")
        }
        for wanted in [["heron"], ["the"], ["heron", "marsh"], ["the heron", "crane"], ["119"]] {
            let pairs = try await scratch.store.read { db in
                try db.all(
                    """
                    SELECT \(FullText.rank), CAST(bm25(postSearch, 8.0, 1.0) * 1000000000 AS INTEGER)
                    FROM \(FullText.index)\(FullText.places) WHERE \(FullText.matches(all: wanted))
                    """ as SQL<Pair<Int64>>
                )
            }
            #expect(!pairs.isEmpty && pairs.allSatisfy { $0.first == $0.second }, "\(wanted)")
        }
    }

    @Test(
        "cuts snippets around the hits, from the beginning of a sentence where one is near",
        arguments: [
            (["heron"], "A [heron] stood there."), (["stood there"], "A heron [stood there]."),
            (["nowhere"], nil), (["seven"], "…Number six is far away. Number [seven] is here, number [seven]"),
            (["bird"], "A heron stood there."),
        ] as [([String], String?)]
    )
    func snippets(wanted: [String], beginning: String?) async throws {
        let scratch = try Scratch()
        let long = (0..<40).map { "Word\($0)" }.joined(separator: " ")
        let texts = ["A heron stood there.", "\(long). Number six is far away. Number seven is here, number seven is not \(long)"]
        for text in texts {
            _ = try await scratch.writer.write { db in
                let id: PostID = try db.insert("INSERT INTO post (title, plain) VALUES ('bird', \(text)) RETURNING id")
                db.indexForSearch(id)
            }
        }
        let found = try await scratch.store.read { db in
            try db.first(
                """
                SELECT \(FullText.snippet) FROM \(FullText.index) WHERE \(FullText.matches(all: wanted)) ORDER BY \(FullText.post)
                """ as SQL<String>
            )
        }
        let marked = found?.replacing(String(FullText.hitStart), with: "[").replacing(String(FullText.hitEnd), with: "]")
        #expect(marked?.split(separator: " ").prefix(11).joined(separator: " ") == beginning || marked == beginning)
        #expect((marked?.split(separator: " ").count ?? 0) <= 32)
    }

    @Test("indexes many posts at once as it does one, from their texts or with texts that are known")
    func manySearchRows() async throws {
        let scratch = try Scratch()
        for round in 0..<3 {
            _ = try await scratch.writer.write { db in
                for number in 0..<600 {
                    let plain = "\(FullText.hitStart)heron\(FullText.hitEnd) \(round) \(number)"
                    let id: PostID = try db.insert("INSERT INTO post (title, plain) VALUES ('', \(plain)) RETURNING id")
                    if round == 1 { db.indexForSearch(id) } else { db.indexForSearch(id, title: "", plain: plain) }
                }
            }
        }
        #expect(try await scratch.found("heron").count == 1_800)
        #expect(try await scratch.found("599").count == 3)
        let setting = try await scratch.store.read { db in
            try db.first("SELECT v FROM postSearch_config WHERE k = 'automerge'" as SQL<Int>)
        }
        #expect(setting == 4)
        _ = try await scratch.writer.write { db in
            try db.run("INSERT INTO postSearch (postSearch, rank) VALUES ('integrity-check', 1)")
        }
    }

    @Test("runs one statement for each of many rows, and none for none")
    func eachRow() async throws {
        let scratch = try Scratch()
        _ = try await scratch.writer.write { db in
            try db.run(each: [String]()) { "INSERT INTO post (title, plain) VALUES ('', \($0))" }
            try db.run(each: ["a", "b", "c"]) { "INSERT INTO post (title, plain) VALUES ('', \($0))" }
        }
        let texts = try await scratch.store.read { db in try db.all("SELECT plain FROM post ORDER BY id" as SQL<String>) }
        #expect(texts == ["a", "b", "c"])
        await #expect(throws: StoreError.self) {
            _ = try await scratch.writer.write { db in
                try db.run(each: ["d", "a"]) { "INSERT INTO post (title, plain) VALUES ('', \($0))" }
            }
        }
        #expect(try await scratch.store.read { db in try db.first("SELECT count(*) FROM post" as SQL<Int>) } == 3)
    }

    private struct Pair<Value: RowDecodable & Sendable>: RowDecodable, Sendable {
        let first: Value
        let second: Value
        init(_ columns: inout Columns) throws { (first, second) = (try Value(&columns), try Value(&columns)) }
    }

    @Test("gives times that never go back, even when the clock does")
    func times() async throws {
        let clock = Clock()
        let scratch = try Scratch(clock: { clock.next() })
        var times: [Timestamp] = []
        for _ in 0..<3 { times.append(try await scratch.writer.write { $0.now }.value) }
        #expect(times == times.sorted())
    }

    private final class Clock: Sendable {
        private let left = Mutex<[Int64]>([30, 20, 10])
        func next() -> Timestamp { Timestamp(rawValue: left.withLock { $0.isEmpty ? 5 : $0.removeFirst() }) }
    }

    @Test("refuses a file that a newer version has written")
    func newer() throws {
        let path = NSTemporaryDirectory() + "praxis-store-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try DataFolder(path)
        let later = Migration(999, "later", "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
        try Store.open(folder, migrations: [later], readers: 1, clock: { .distantPast }).store.close()
        #expect(throws: StoreError.newer) {
            try Store.open(folder, migrations: [], readers: 1, clock: { .distantPast })
        }
    }

    @Test("lets one process hold a data folder, and names the folder to the second")
    func oneOwner() throws {
        let path = NSTemporaryDirectory() + "praxis-store-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let first = try DataFolder(path)
        #expect(throws: StoreError.inUse(folder: path)) { try DataFolder(path) }
        _ = first
    }

    @Test("takes a backup that holds everything acknowledged before it began, while others write")
    func backup() async throws {
        let scratch = try Scratch()
        for number in 0..<50 { _ = try await scratch.add("before \(number)") }
        let writing = Task { for number in 0..<200 { _ = try await scratch.add("while \(number)") } }
        let copy = scratch.path + "/copy.db"
        try scratch.store.backup(to: copy)
        try await writing.value
        try scratch.store.restore(from: copy, migrations: [Scratch.notes])
        let kept = try await scratch.store.read { db in
            try db.first("SELECT count(*) FROM post WHERE plain LIKE 'before %'" as SQL<Int>)
        }
        #expect(kept == 50)
        #expect(try await scratch.found("before").count == 50)
        let id = try await scratch.add("after the restore")
        #expect(try await scratch.found("restore") == [id])
    }

    @Test("numbers the values of joined fragments in order")
    func fragments() async throws {
        let scratch = try Scratch()
        let inner: SQL<Void> = "\(2) + \(3)"
        let sum = try await scratch.store.read { db in try db.first("SELECT \(1) + \(inner) + \(4)" as SQL<Int>) }
        #expect(sum == 10)
    }
}
