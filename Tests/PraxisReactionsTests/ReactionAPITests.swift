import Foundation
import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("Reactions in the JSON API")
struct ReactionAPITests {
    private func reactions(
        _ world: ReadingWorld,
        _ thread: ThreadID,
        _ member: MemberID?,
        at place: Int = 1
    ) async throws
        -> [[String: Any]]
    {
        let answer = try await world.api("/threads/\(thread)/posts", member)
        let json = try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
        let items = try #require(json?["items"] as? [[String: Any]])
        return try #require(items[place]["reactions"] as? [[String: Any]])
    }

    @Test("are put and deleted, again without effect, and counted in every post")
    func puts() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        for _ in 1...2 {
            #expect(try await world.call(.put, "/posts/\(post)/reactions/tried", world.bob).status == 204)
        }
        _ = try await world.call(.put, "/posts/\(post)/reactions/thanks", world.fay)
        let own = try await reactions(world, thread, world.bob)
        #expect(own.map { $0["kind"] as? String } == ["thanks", "tried"])
        #expect(own.map { $0["count"] as? Int } == [1, 1] && own.map { $0["mine"] as? Bool } == [false, true])
        let visitor = try await reactions(world, thread, nil)
        #expect(visitor.count == 2 && visitor.allSatisfy { $0["mine"] as? Bool == false && $0.count == 3 })
        #expect(try await reactions(world, thread, world.bob, at: 0).isEmpty)
        for _ in 1...2 {
            #expect(try await world.call(.delete, "/posts/\(post)/reactions/tried", world.bob).status == 204)
        }
        #expect(try await reactions(world, thread, world.bob).count == 1)
    }

    @Test("are told to those who read the thread, in ids alone")
    func live() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let post = try await world.reply("A heron.", to: thread)
        let stream = try await world.site.subscription(world.fay, "nursing")
        _ = try await world.call(.put, "/posts/\(post)/reactions/more", world.bob)
        let heard = try #require(await stream.next())
        #expect(heard.data == "{\"what\":\"reacted\",\"thread\":\"\(thread)\",\"post\":\"\(post)\",\"number\":\"2\"}")
        await stream.hangUp()
    }
}
