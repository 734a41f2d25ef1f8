import PraxisDomain
import PraxisTesting
import Testing

@Suite("The unread discussions around one")
struct UnreadNeighbourTests {
    @Test("are walked in the order of their last post, each once, and then home says that there is no other")
    func order() async throws {
        let world = try await ReadingWorld()
        let threads = [
            try await world.thread("First"), try await world.thread("Second"), try await world.thread("Third"),
        ]
        let bob = try await world.site.browser(world.bob)
        _ = try await bob.get("/t/\(threads[1])")
        #expect(try await bob.get("/t/\(threads[1])/next-unread").location == "/t/\(threads[0])#new")
        #expect(try await bob.get("/t/\(threads[1])/previous-unread").location == "/t/\(threads[2])#new")
        _ = try await bob.get("/t/\(threads[0])")
        for direction in ["next", "previous"] {
            #expect(try await bob.get("/t/\(threads[0])/\(direction)-unread").location == "/t/\(threads[2])#new")
        }
        _ = try await bob.get("/t/\(threads[2])")
        let none = try await bob.get("/t/\(threads[2])/next-unread")
        #expect(none.status == 303 && none.location == "/?done=all-read")
        #expect(try await bob.get("/?done=all-read").text.contains("You have read everything new."))
    }

    @Test("lead to the first new post, on its page")
    func firstNew() async throws {
        let world = try await ReadingWorld()
        let here = try await world.thread("Read here"), long = try await world.thread("A long one")
        for number in 2...30 { try await world.reply("Reply \(number)", to: long) }
        let bob = try await world.site.browser(world.bob)
        _ = try await bob.get("/t/\(long)")
        #expect(try await bob.get("/t/\(here)/next-unread").location == "/t/\(long)?page=2#new")
    }

    @Test("are offered to those whose place it is, and found by nobody who does not read it")
    func doors() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread(), link = "/t/\(thread)/next-unread"
        #expect(try await world.page("/t/\(thread)", world.bob).has(link))
        #expect(try await !world.page("/t/\(thread)", world.stranger).has(link))
        #expect(try await !world.page("/t/\(thread)", nil).has(link))
        let closed = try await ReadingWorld(access: .invite)
        let hidden = try await closed.thread()
        #expect(try await closed.page("/t/\(hidden)/next-unread", closed.bob).status == 404)
        #expect(try await closed.page("/t/\(hidden)/next-unread", closed.stranger).status == 404)
    }

    @Test("change nothing for anyone who only looks which they are")
    func readsNothing() async throws {
        let world = try await ReadingWorld()
        let first = try await world.thread("First"), second = try await world.thread("Second")
        let bob = try await world.site.browser(world.bob)
        for _ in 1...2 {
            #expect(try await bob.get("/t/\(first)/next-unread").location == "/t/\(second)#new")
        }
        #expect(try await world.place(of: world.bob, in: first) == nil)
        #expect(try await world.place(of: world.bob, in: second) == nil)
    }
}
