import Foundation
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("Reading threads by the API")
struct ThreadReadAPITests {
    private struct Page: Decodable {
        let items: [Item]
        let next: String?
    }

    private struct Item: Decodable {
        let id: String
        let title: String?
        let number: Int?
        let body: String?
        let state: String
    }

    private static let list = "/communities/nursing/threads"

    private func page(_ answer: Browser.Answer) throws -> Page {
        #expect(answer.status == 200)
        return try JSONDecoder().decode(Page.self, from: Data(answer.bytes))
    }

    @Test("lists the threads of a community or a group, with a cursor")
    func threads() async throws {
        let world = try await ReadingWorld(visibility: .public)
        for number in 1...5 { _ = try await world.thread("Thread number \(number)") }
        _ = try await world.site.thread(
            "In the commons",
            in: try await world.site.commons(of: world.community),
            of: world.community,
            by: world.ann
        )
        #expect(try page(try await world.api("/communities/nursing/threads", nil)).items.count == 6)
        let first = try page(try await world.api("/communities/nursing/threads?group=winter&limit=3", world.bob))
        #expect(first.items.compactMap(\.title) == ["Thread number 5", "Thread number 4", "Thread number 3"])
        let cursor = try #require(first.next)
        let path = "/communities/nursing/threads?group=winter&limit=3&cursor=\(cursor)"
        let second = try page(try await world.api(path, world.bob))
        #expect(second.items.compactMap(\.title) == ["Thread number 2", "Thread number 1"] && second.next == nil)
    }

    @Test(
        "refuses what it cannot take",
        arguments: [
            ("/communities/nursing/threads?limit=101", 422), ("/communities/nursing/threads?filter=best", 422),
            ("/communities/nursing/threads?cursor=x", 422), ("/communities/nursing/threads?group=none", 404),
            ("/communities/none/threads", 404), ("/threads/x", 404), ("/threads/99", 404), ("/threads/99/posts", 404),
            ("/threads/1/posts?page=0", 422), ("/threads/1/posts?page=x", 422),
        ]
    )
    func refusals(path: String, status: Int) async throws {
        let world = try await ReadingWorld()
        _ = try await world.thread()
        #expect(try await world.api(path, world.bob).status == status)
    }

    @Test("asks visitors who want what is new to them to sign in", arguments: ["new", "mine"])
    func personalFilters(filter: String) async throws {
        let world = try await ReadingWorld(visibility: .public)
        let path = "/communities/nursing/threads?filter=\(filter)"
        #expect(try await world.api(path, nil).status == 401)
        #expect(try await world.api(path, world.bob).status == 200)
    }

    @Test("is closed to those who may not read", arguments: [GroupKind.topic, .peerSupport])
    func access(kind: GroupKind) async throws {
        let world = try await ReadingWorld(kind: kind)
        let thread = try await world.thread("Sealed title")
        for (path, status) in [("/threads/\(thread)", 404), ("/threads/\(thread)/posts", 404), (Self.list, 200)] {
            for who in [nil, world.stranger] {
                let answer = try await world.api(path, who)
                #expect(answer.status == status && !answer.has("\"id\""))
            }
            #expect(try await world.api(path, world.ann).has("\"id\":\"\(thread)\""))
        }
        let list = try await world.api(Self.list, world.bob)
        #expect(list.status == 200 && list.has("Sealed title") == (kind == .topic))
    }

    @Test("gives posts page by page, none beyond the end, and withdrawn ones without their text")
    func posts() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        for number in 2...26 { try await world.reply("Reply number \(number).", to: thread) }
        let held = try await world.post("Held.", in: thread, by: world.bob, .held)
        try await world.change(thread, .withdrawn, "UPDATE post SET state = 'withdrawn' WHERE number = 2")
        let first = try page(try await world.api("/threads/\(thread)/posts", nil))
        #expect(first.items.compactMap(\.number) == Array(1...25) && first.next == "2")
        #expect(first.items[1].body?.isEmpty == true && first.items[1].state == "withdrawn")
        let second = try page(try await world.api("/threads/\(thread)/posts?page=2", nil))
        #expect(second.items.compactMap(\.number) == [26] && second.next == nil)
        let own = try page(try await world.api("/threads/\(thread)/posts?page=2", world.bob))
        #expect(own.items.map(\.id).last == held.description)
        #expect(try page(try await world.api("/threads/\(thread)/posts?page=9", nil)).items.isEmpty)
    }

    @Test("sets the reading place forward and back, and nothing else does")
    func readingPlace() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        for number in 2...4 { try await world.reply("Reply number \(number).", to: thread) }
        for (sent, kept) in [(2, 2), (99, 4), (1, 1)] {
            let answer = try await world.put("/threads/\(thread)/read", "{\"number\": \(sent)}", world.bob)
            #expect(answer.status == 204)
            #expect(try await world.place(of: world.bob, in: thread) == kept)
        }
        #expect(try await world.put("/threads/\(thread)/read", "{\"number\": -1}", world.bob).status == 422)
        #expect(try await world.put("/threads/\(thread)/read", "{}", world.bob).status == 422)
        #expect(try await world.put("/threads/\(thread)/read", "{\"number\": 1}", world.stranger).status == 404)
        #expect(try await world.put("/threads/\(thread)/read", "{\"number\": 1}", nil).status == 401)
    }

    @Test("sets the follow level")
    func follow() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let answer = try await world.put("/threads/\(thread)/follow", "{\"level\": \"muted\"}", world.bob)
        #expect(answer.status == 204)
        #expect(try await world.page("/t/\(thread)", world.bob).has("value=\"muted\" aria-pressed=\"true\""))
    }
}
