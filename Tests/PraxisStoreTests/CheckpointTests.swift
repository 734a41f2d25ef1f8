import Foundation
import PraxisDomain
import PraxisStore
import Testing

@Suite("The write-ahead log")
struct CheckpointTests {
    /// Pages of 8 kB with a header of 24 bytes each.
    private static func pages(inLogOf scratch: Scratch) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path + "/praxis.db-wal")
        return try #require(attributes[.size] as? Int) / (8_192 + 24)
    }

    private static func write(_ count: Int, from first: Int = 0, to scratch: Scratch) async throws {
        for number in first..<first + count {
            _ = try await scratch.add("note \(number) " + String(repeating: "of many words ", count: 200))
        }
    }

    @Test("is emptied again and again while commands go on, and nothing is lost by it")
    func staysShort() async throws {
        let scratch = try Scratch(logPages: 64)
        try await Self.write(800, to: scratch)
        // Four times its length and the last group; all of it together would be some thousand pages.
        #expect(try Self.pages(inLogOf: scratch) < 64 * 4 + 64)
        #expect(try await scratch.found("note").count == 800)
    }

    @Test("waits for a reader of one snapshot all the while, and no command waits with it")
    func oldSnapshot() async throws {
        let scratch = try Scratch(logPages: 64)
        try await Self.write(10, to: scratch)
        let (opened, isOpen) = AsyncStream.makeStream(of: Void.self)
        let done = DispatchSemaphore(value: 0)
        async let seen = scratch.store.read { db in
            let before = try db.first("SELECT count(*) FROM post" as SQL<Int>)
            isOpen.finish()
            done.wait()
            return [before, try db.first("SELECT count(*) FROM post" as SQL<Int>)]
        }
        for await _ in opened {}
        try await Self.write(400, from: 10, to: scratch)
        let long = try Self.pages(inLogOf: scratch)
        done.signal()
        #expect(try await seen == [10, 10])
        #expect(long > 64 * 4)
        // Then it begins again, within the file as long as it is.
        try await Self.write(400, from: 410, to: scratch)
        #expect(try Self.pages(inLogOf: scratch) < long + 64 * 4)
        #expect(try await scratch.found("note").count == 810)
    }
}
