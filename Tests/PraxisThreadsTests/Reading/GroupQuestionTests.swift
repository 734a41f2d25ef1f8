import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("The open questions of a group, beside it")
struct GroupQuestionTests {
    private let path = "/c/nursing/g/winter"

    private func panel(_ world: ReadingWorld, _ member: MemberID?) async throws -> String? {
        let text = try await world.page(path, member).text
        return text.firstMatch(of: /(?s)<section class="card"><h2>Open questions<\/h2>.*?<\/section>/).map {
            String($0.0)
        }
    }

    @Test("are those to which no reply was marked as what helped, the newest three, with the way to all")
    func open() async throws {
        let world = try await ReadingWorld()
        #expect(try await panel(world, world.bob) == nil)
        var asked: [ThreadID] = []
        for number in 1...3 {
            asked.append(try await world.thread("Which form \(number)", kind: .question))
            world.site.pass(.minutes(1))
        }
        _ = try await world.thread("Which tree")
        try await world.reply("The green one.", to: asked[1], by: world.bob)
        let three = try #require(try await panel(world, world.bob))
        #expect(!three.contains("Which tree") && !three.contains("See all open questions"))
        #expect(three.contains("Asked today · no reply yet") && three.contains("Asked today · 2\u{A0}posts"))
        asked.append(try await world.thread("Which form 4", kind: .question))
        let four = try #require(try await panel(world, world.bob))
        let titles = four.matches(of: /Which form \d/).map { String($0.0) }
        #expect(titles == ["Which form 4", "Which form 3", "Which form 2"])
        let link = try #require(four.firstMatch(of: /href="(\/search[^"]*)"/).map { String($0.1) })
        let all = try await world.page(link.replacing("&amp;", with: "&"), world.bob)
        for number in 1...4 { #expect(all.has("Which form \(number)")) }
        #expect(!all.has("Which tree"))
        for (thread, state) in [(asked[3], ThreadState.answered), (asked[2], .closed)] {
            try await world.change(thread, .retitled, "UPDATE thread SET state = \(state) WHERE id = \(thread)")
        }
        let two = try #require(try await panel(world, world.bob))
        #expect(two.matches(of: /Which form \d/).map { String($0.0) } == ["Which form 2", "Which form 1"])
        let left = try await world.page(link.replacing("&amp;", with: "&"), world.bob)
        #expect(!left.has("Which form 4") && !left.has("Which form 3"))
    }

    @Test("are shown to those who read the group, and to visitors only what was written for everyone")
    func readers() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let inner = try await world.thread("Which ward", kind: .question)
        _ = try await world.thread("Which form", kind: .question)
        try await world.change(inner, .retitled, "UPDATE thread SET isPublic = 0 WHERE id = \(inner)")
        for member in [world.ann, world.bob] {
            #expect(try await panel(world, member)?.contains("Which ward") == true)
        }
        for outsider in [nil, world.stranger] {
            let shown = try #require(try await panel(world, outsider))
            #expect(shown.contains("Which form") && !shown.contains("Which ward"))
        }
    }

    @Test("are neither at the door of a group nor held back questions", arguments: [GroupKind.topic, .peerSupport])
    func door(kind: GroupKind) async throws {
        let world = try await ReadingWorld(kind: kind, access: .request)
        let held = try await world.thread("Which ward", kind: .question)
        _ = try await world.thread("Which form", kind: .question)
        try await world.change(held, .retitled, "UPDATE thread SET isShown = 0 WHERE id = \(held)")
        let inside = try #require(try await panel(world, world.fay))
        #expect(inside.contains("Which form") && !inside.contains("Which ward"))
        let door = try await world.page(path, world.bob)
        #expect(door.status == 200 && !door.has("Which form") && !door.has("Open questions"))
        #expect(try await world.page(path, world.stranger).status == 404)
    }

    @Test("are not beside a community, which has groups of many")
    func community() async throws {
        let world = try await ReadingWorld()
        _ = try await world.thread("Which form", kind: .question)
        #expect(try await !world.page("/c/nursing", world.bob).has("Open questions"))
    }
}
