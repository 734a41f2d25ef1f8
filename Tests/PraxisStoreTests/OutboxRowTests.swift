import Foundation
import PraxisDomain
import PraxisStore
import Synchronization
import Testing

@Suite("A queued mail")
struct OutboxRowTests {
    private static let ann = MemberID(rawValue: 1)

    private func open(_ path: String, _ rings: Rings = Rings()) throws -> (store: Store, writer: Writer) {
        try Store.open(
            try DataFolder(path),
            migrations: [
                Migration(
                    100,
                    "notes",
                    """
                    CREATE TABLE post (id INTEGER PRIMARY KEY, title TEXT NOT NULL, plain TEXT NOT NULL UNIQUE) STRICT;
                    CREATE VIEW searchable AS SELECT id, title, plain, '' AS thread FROM post;
                    """ + FullText.schema
                )
            ],
            readers: 1,
            clock: { Timestamp(rawValue: 5) },
            didQueueMail: { rings.count.withLock { $0 += 1 } }
        )
    }

    private final class Rings: Sendable { let count = Mutex(0) }

    private func inFolder(_ body: (String) async throws -> Void) async throws {
        let path = NSTemporaryDirectory() + "praxis-outbox-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    @Test("is there once for its member, kind and period, and only when its command is")
    func once() async throws {
        try await inFolder { path in
            let rings = Rings(), (store, writer) = try open(path, rings)
            defer { try? store.close() }
            let first = try await writer.write { db in try db.queueMail("digest", to: Self.ann, period: "1") }.value
            let second = try await writer.write { db in try db.queueMail("digest", to: Self.ann, period: "1") }.value
            #expect(first && !second)
            await #expect(throws: Denial.notAllowed) {
                try await writer.write { db in
                    try db.queueMail("digest", to: Self.ann, period: "2")
                    throw Denial.notAllowed
                }
            }
            let rows = try await store.read { db in try db.all("SELECT period FROM outbox" as SQL<String>) }
            #expect(rows == ["1"] && rings.count.withLock { $0 } == 2)
        }
    }

    @Test("that was in hand of a process that died may be taken at once by the next one")
    func leasesEnd() async throws {
        try await inFolder { path in
            for isAgain in [false, true] {
                let (store, writer) = try open(path)
                defer { try? store.close() }
                let leased = "SELECT count(*) FROM outbox WHERE leasedUntil IS NOT NULL" as SQL<Int>
                #expect(try await store.read { db in try db.first(leased) } == 0)
                if isAgain { continue }
                _ = try await writer.write { db in
                    try db.queueMail("digest", to: Self.ann, period: "1")
                    try db.run("UPDATE outbox SET leasedUntil = 99999")
                }
                #expect(try await store.read { db in try db.first(leased) } == 1)
            }
        }
    }
}
