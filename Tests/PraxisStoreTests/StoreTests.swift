import Foundation
import PraxisDomain
import PraxisStore
import Synchronization
import Testing

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

    @Test("runs one statement for each of many rows, and none for none")
    func eachRow() async throws {
        let scratch = try Scratch()
        _ = try await scratch.writer.write { db in
            try db.run(each: [String]()) { "INSERT INTO post (title, plain) VALUES ('', \($0))" }
            try db.run(each: ["a", "b", "c"]) { "INSERT INTO post (title, plain) VALUES ('', \($0))" }
        }
        let texts = try await scratch.store.read { try $0.all("SELECT plain FROM post ORDER BY id" as SQL<String>) }
        #expect(texts == ["a", "b", "c"])
        await #expect(throws: StoreError.self) {
            _ = try await scratch.writer.write { db in
                try db.run(each: ["d", "a"]) { "INSERT INTO post (title, plain) VALUES ('', \($0))" }
            }
        }
        #expect(try await scratch.store.read { db in try db.first("SELECT count(*) FROM post" as SQL<Int>) } == 3)
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

    /// As such a file begins, and a number that is in use with other text.
    private static let earlyMigrations = [
        Migration(1, "kernel", "CREATE TABLE early (id INTEGER PRIMARY KEY) STRICT"),
        Migration(998, "notes", "CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT"),
    ]

    @Test("refuses a file from before the first release, and changes nothing in it", arguments: earlyMigrations)
    func early(migration: Migration) throws {
        let path = NSTemporaryDirectory() + "praxis-store-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try DataFolder(path)
        try Store.open(folder, migrations: [migration], readers: 1, clock: { .distantPast }).store.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
        let now = Migration(998, "notes", "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
        #expect(throws: StoreError.early) {
            try Store.open(folder, migrations: [now], readers: 1, clock: { .distantPast })
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
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
        #expect(!FileManager.default.fileExists(atPath: copy + ".unfinished"))
        let staged = try DataFolder(scratch.store.folder.restoreCopy)
        let damage = try scratch.store.stage(copy, in: staged, migrations: [Scratch.notes])
        #expect(!damage.isBroken && damage.rows.isEmpty)
        try scratch.store.takeOver(staged)
        let kept = try await scratch.store.read { db in
            try db.first("SELECT count(*) FROM post WHERE plain LIKE 'before %'" as SQL<Int>)
        }
        #expect(kept == 50)
        #expect(try await scratch.found("before").count == 50)
        let id = try await scratch.add("after the restore")
        #expect(try await scratch.found("restore") == [id])
    }

    @Test("writes copies that nobody else can read, from the first byte, and leaves nothing if that fails")
    func privateCopies() throws {
        let scratch = try Scratch(), path = scratch.path + "/copy.db"
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        do {
            let copy = try UnfinishedFile(for: path)
            #expect(try mode(copy.file) == 0o600 && mode(path + ".unfinished") == 0o700)
            #expect(copy.file.hasPrefix(path + ".unfinished/"))
        }
        #expect(!FileManager.default.fileExists(atPath: path + ".unfinished"))
        try scratch.store.backup(to: path)
        #expect(try mode(path) == 0o600)
        #expect(throws: StoreError.notWrittenAt("/dev/null/copy.db", reason: "Not a directory")) {
            try scratch.store.backup(to: "/dev/null/copy.db")
        }
    }

    @Test("sweeps up at its start what a killed process left of its copies, and nothing else")
    func sweeps() throws {
        let path = NSTemporaryDirectory() + "praxis-store-" + UUID().uuidString, files = FileManager.default
        defer { try? files.removeItem(atPath: path) }
        let left = ["verify-copy", "restore-copy", "praxis.db.unfinished", "b.unfinished"]
        for name in left { try files.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true) }
        try Data("kept".utf8).write(to: URL(fileURLWithPath: path + "/backup.db"))
        try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/old.unfinished"))
        let folder = try DataFolder(path)
        #expect(try files.contentsOfDirectory(atPath: folder.path).sorted() == ["backup.db", "praxis.lock"])
    }

    @Test("seals each row by itself, and seals anew what a migration made or changed")
    func seals() async throws {
        let path = NSTemporaryDirectory() + "praxis-store-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        let first = Migration(
            200,
            "first",
            "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; INSERT INTO note (text) VALUES ('old')"
        )
        let second = Migration(
            201,
            "second",
            "ALTER TABLE note ADD COLUMN more TEXT; UPDATE note SET text = 'older', more = 'new'"
        )
        for migrations in [[first], [first, second]] {
            let (store, writer) = try Store.open(
                try DataFolder(path),
                migrations: migrations,
                readers: 1,
                clock: { Timestamp(rawValue: 5) }
            )
            _ = try await writer.write { db in
                try db.run("INSERT INTO note (text) VALUES ('a')")
                try db.run("UPDATE note SET text = text || 'b'")
                try db.record(ActEvent("posted"), nil, by: Permit.system())
            }
            #expect(try await store.read(RowFault.all).isEmpty)
            _ = try await writer.write { db in try db.run("UPDATE note SET seal = seal + 1 WHERE id = 1") }
            #expect(try await store.read(RowFault.all) == [RowFault(table: "note", row: "1")])
            _ = try await writer.write { db in try db.run("UPDATE note SET text = 'right again' WHERE id = 1") }
            #expect(try await store.read(RowFault.all).isEmpty)
            try store.close()
        }
    }

    @Test("numbers the values of joined fragments in order")
    func fragments() async throws {
        let scratch = try Scratch()
        let inner: SQL<Void> = "\(2) + \(3)"
        let sum = try await scratch.store.read { db in try db.first("SELECT \(1) + \(inner) + \(4)" as SQL<Int>) }
        #expect(sum == 10)
    }
}
