import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A follow level")
struct FollowTests {
    @Test(
        "is the thread's own, else the group's, else the digest",
        arguments: [nil] + FollowLevel.allCases.map(Optional.some),
        [nil] + FollowLevel.allCases.map(Optional.some)
    )
    func resolver(thread: FollowLevel?, group: FollowLevel?) async throws {
        let plan = FollowPlan(thread: thread, group: group)
        #expect(plan.level == thread ?? group ?? .digest)
        #expect(plan.source == (thread != nil ? .thread : group != nil ? .group : .standard))
        let site = try TestSite()
        let inSQL = try await site.env.store.read { db in
            try db.first(
                """
                SELECT \(Unread.level) FROM (SELECT \(thread) AS level) AS f, (SELECT \(group) AS level) AS gf
                """ as SQL<String>
            )
        }
        #expect(inSQL == plan.level.rawValue)
    }

    @Test("is chosen on the thread's page, whatever the group's")
    func form() async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let browser = try await world.browser(world.bob)
        let before = try await browser.get("/t/\(thread)")
        #expect(
            before.has("value=\"digest\" aria-pressed=\"true\"") && before.has("value=\"muted\" aria-pressed=\"false\"")
        )
        let token = try await browser.token(on: "/t/\(thread)")
        let group = try await browser.post("/c/nursing/g/winter/follow", [("level", "muted")], token: token)
        #expect(group.status == 303 && group.location == "/c/nursing/g/winter?done=follow")
        let place = try await browser.get("/c/nursing/g/winter?done=follow")
        #expect(
            place.has("value=\"muted\" aria-pressed=\"true\"") && place.has("We have saved your choice for this group.")
        )
        let muted = try await browser.get("/t/\(thread)")
        #expect(muted.has("value=\"muted\" aria-pressed=\"true\"") && muted.has("You chose this for the whole group."))
        let answer = try await browser.post("/t/\(thread)/follow", [("level", "digest")], token: token)
        #expect(answer.status == 303 && answer.location == "/t/\(thread)?done=follow")
        let after = try await browser.get("/t/\(thread)?done=follow")
        #expect(
            !after.has("value=\"every\"") && after.has("value=\"digest\" aria-pressed=\"true\"")
                && !after.has("You chose this for the whole group.")
                && after.has("We have saved your choice for this discussion.")
        )
    }

    @Test("that does not exist is refused", arguments: ["", "often", "every"])
    func badLevel(level: String) async throws {
        let world = try await ReadingWorld()
        let thread = try await world.thread()
        let browser = try await world.browser(world.bob)
        let answer = try await browser.post("/t/\(thread)/follow", [("level", level)], from: "/t/\(thread)")
        #expect(answer.status == 422)
        #expect(try await world.put("/threads/\(thread)/follow", "{\"level\": \"\(level)\"}", world.bob).status == 422)
    }

    @Test("of a place one may not read cannot be set")
    func access() async throws {
        let world = try await ReadingWorld(kind: .peerSupport)
        let thread = try await world.thread()
        let browser = try await world.browser(world.bob)
        let token = try await browser.token(on: "/t/\(thread)")
        #expect(try await browser.post("/t/\(thread)/follow", [("level", "muted")], token: token).status == 404)
        let group = try await browser.post("/c/nursing/g/winter/follow", [("level", "muted")], token: token)
        #expect(group.status == 404)
        #expect(
            try await world.put("/threads/\(thread)/follow", "{\"level\": \"muted\"}", world.stranger).status == 404
        )
        #expect(try await world.put("/threads/\(thread)/follow", "{\"level\": \"muted\"}", nil).status == 401)
    }
}
