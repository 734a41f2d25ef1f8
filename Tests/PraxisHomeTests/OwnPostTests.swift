import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import PraxisTriage
import Testing

@Suite("A first post that a moderator decided on")
struct OwnPostTests {
    @Test("is named at home when it is returned, until its text is sent or discarded", arguments: [false, true])
    func returned(startsThread: Bool) async throws {
        let world = try await TriageWorld(heldPosts: 1), site = world.site
        let nora = try await site.newcomer("Nora New", world.community)
        let post = try await world.post("The wryneck word.", by: nora, in: startsThread ? world.commons : nil)
        let browser = try await site.browser(nora)
        #expect(!(try await browser.get("/").text.contains("returned your post")))
        try await world.resolve(try await world.held(post), .return, by: world.mo, reason: "Say where.")
        let home = try await browser.get("/").text
        #expect(home.contains("<a href=\"/p/\(post)\">A moderator returned your post"))
        let place = try #require(try await browser.get("/p/\(post)").location)
        #expect(try await browser.get(place).text.contains("Say where."))
        try await site.write { db in try db.run("DELETE FROM draft WHERE memberId = \(nora)") }
        #expect(!(try await browser.get("/").text.contains("returned your post")))
    }

    @Test("is named at home when it was approved since the last visit")
    func approved() async throws {
        let world = try await TriageWorld(heldPosts: 1), site = world.site
        let nora = try await site.newcomer("Nora New", world.community)
        let post = try await world.post("The wryneck word.", by: nora)
        let browser = try await site.browser(nora)
        _ = try await browser.get("/")
        site.pass(.hours(5))
        try await world.resolve(try await world.held(post), .approve, by: world.mo)
        #expect(try await browser.get("/").text.contains("Your post in “A day at work” is published"))
        site.pass(.hours(5))
        _ = try await browser.get("/")
        site.pass(.hours(5))
        #expect(!(try await browser.get("/").text.contains("is published")))
    }

    @Test(
        "has its reason beside the draft that it became, and in the list of drafts, until it is posted again",
        arguments: [false, true]
    )
    func reasonBesideDraft(startsThread: Bool) async throws {
        let world = try await TriageWorld(heldPosts: 1), site = world.site
        let nora = try await site.newcomer("Nora New", world.community), browser = try await site.browser(nora)
        let post = try await world.post("The wryneck word.", by: nora, in: startsThread ? world.commons : nil)
        try await world.resolve(try await world.held(post), .return, by: world.mo, reason: "Say <where>.")
        let form = startsThread ? "/c/nursing/new-thread?group=everyone" : "/t/\(world.thread)"
        for path in ["/drafts", form] {
            let text = try await browser.get(path).text
            #expect(text.contains("A moderator returned this text to you."), "\(path)")
            #expect(text.contains("Reason: Say &lt;where>.") || text.contains("Reason: Say &lt;where&gt;."), "\(path)")
        }
        site.pass(.minutes(1))
        _ = try await world.post("The wryneck word, anew.", by: nora, in: startsThread ? world.commons : nil)
        for path in ["/drafts", form] {
            #expect(!(try await browser.get(path).text.contains("A moderator returned this text to you.")), "\(path)")
        }
        #expect(!(try await browser.get("/").text.contains("returned your post")))
    }
}
