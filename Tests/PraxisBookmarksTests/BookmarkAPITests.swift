import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisTesting
import Testing

@Suite("Bookmarks in the JSON API")
struct BookmarkAPITests {
    private struct Answer: Decodable {
        struct Item: Decodable {
            let post, thread, title, createdAt: String
            let number: Int
            let remindOn: String?
        }

        let items: [Item]
        let next: String?
    }

    private func list(_ world: ReadingWorld, _ query: String = "", _ member: MemberID? = nil) async throws -> Answer {
        let answer = try await world.call(.get, "/me/bookmarks" + query, member ?? world.bob)
        return try JSONDecoder().decode(Answer.self, from: Data(answer.bytes))
    }

    @Test("are put with a reminder or without, again without another line, and deleted")
    func puts() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread("Of herons"), post = try await world.reply("A heron.", to: thread)
        #expect(
            try await world.call(.put, "/posts/\(post)/bookmark", world.bob, "{\"remindOn\":\"2026-12-01\"}").status
                == 204
        )
        world.site.pass(.minutes(1))
        let first = try #require(try await list(world).items.first)
        #expect(
            first.post == "\(post)" && first.thread == "\(thread)" && first.number == 2 && first.title == "Of herons"
        )
        #expect(first.remindOn == "2026-12-01" && first.createdAt == "2026-11-21T09:00:00.000Z")
        for body in ["", "{}", "{\"remindOn\":null}"] {
            _ = try await world.call(.put, "/posts/\(post)/bookmark", world.bob, "{\"remindOn\":\"2026-11-01\"}")
            #expect(try await world.call(.put, "/posts/\(post)/bookmark", world.bob, body).status == 204)
            let items = try await list(world).items
            #expect(items.count == 1 && items[0].remindOn == nil && items[0].createdAt == first.createdAt)
        }
        #expect(try await list(world, "", world.ann).items.isEmpty)
        for _ in 1...2 { #expect(try await world.call(.delete, "/posts/\(post)/bookmark", world.bob).status == 204) }
        #expect(try await list(world).items.isEmpty)
    }

    @Test("refuse by name what is no day, and what they do not know")
    func refused() async throws {
        let world = try await ReadingWorld()
        let post = try await world.reply("A heron.", to: try await world.thread())
        for body in [
            "{\"remindOn\":\"2026-02-30\"}", "{\"remindOn\":\"\"}", "{\"remindOn\":3}", "{\"note\":\"x\"}", "[]",
        ] {
            let answer = try await world.call(.put, "/posts/\(post)/bookmark", world.bob, body)
            #expect(answer.status == (body == "[]" ? 400 : 422), "\(body)")
        }
        #expect(try await world.call(.put, "/posts/999/bookmark", world.bob, "{}").status == 404)
        #expect(try await world.call(.get, "/me/bookmarks?cursor=x", world.bob).status == 422)
        #expect(try await Browser(world.site).get("/api/v1/me/bookmarks").status == 401)
        #expect(try await world.count() == 0)
    }

    @Test("come the newest first, a page at a time, though what a page ended with is removed meanwhile")
    func pages() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        var posts: [String] = []
        for number in 1...5 {
            let post = try await world.reply("Bird \(number).", to: thread)
            _ = try await world.call(.put, "/posts/\(post)/bookmark", world.bob, "{}")
            posts.insert(post.description, at: 0)
            if number % 2 == 0 { world.site.pass(.seconds(1)) }
        }
        let first = try await list(world, "?limit=2")
        #expect(first.items.map(\.post) == Array(posts[0...1]))
        _ = try await world.call(.delete, "/posts/\(posts[1])/bookmark", world.bob)
        let second = try await list(world, "?limit=2&cursor=\(try #require(first.next))")
        #expect(second.items.map(\.post) == Array(posts[2...3]))
        let last = try await list(world, "?limit=2&cursor=\(try #require(second.next))")
        #expect(last.items.map(\.post) == [posts[4]] && last.next == nil)
    }
}
