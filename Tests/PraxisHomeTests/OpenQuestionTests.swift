import PraxisDomain
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("Questions that a member could answer, on their home page")
struct OpenQuestionTests {
    private func ask(
        _ title: String,
        _ world: HomeWorld,
        kind: ThreadKind = .question,
        by asker: MemberID? = nil
    )
        async throws -> ThreadID
    {
        let asker = asker ?? world.sam
        return try await world.site.thread(title, kind: kind, in: world.commons, of: world.community, by: asker)
    }

    @Test("are there from the day after, the oldest first, at most three, and none that is their own or has an answer")
    func waiting() async throws {
        let world = try await HomeWorld(), site = world.site
        for number in 1...4 {
            _ = try await ask("Which form \(number)", world)
            site.pass(.minutes(1))
        }
        let answered = try await ask("Which ward", world), own = try await ask("Which nurse", world, by: world.ann)
        _ = try await ask("Which tree", world, kind: .discussion)
        _ = try await site.reply("The one by the door.", to: answered, of: world.community, by: world.ann)
        _ = try await site.reply("Or the other one?", to: own, of: world.community, by: world.ann)
        let browser = try await site.browser(world.ann)
        #expect(!(try await browser.get("/").text.contains("has no answer yet")))
        site.pass(.days(1))
        let answer = try await browser.get("/"), page = answer.text
        #expect(answer.holds(inOrder: (1...3).map { "“Which form \($0)” has no answer yet" }))
        for other in ["form 4", "ward", "nurse", "tree"] { #expect(!page.contains("“Which \(other)”")) }
        site.pass(.days(30))
        #expect(!(try await browser.get("/").text.contains("has no answer yet")))
    }

    @Test("are none of a community that they can read and do not belong to, and none that is closed")
    func others() async throws {
        let world = try await HomeWorld(), site = world.site
        let elsewhere = try await site.member("Bea Quist"), school = try await site.community("school")
        try await site.join(elsewhere, school)
        let closed = try await ask("Which form", world)
        site.pass(.days(1))
        #expect(try await site.browser(world.ann).get("/").text.contains("“Which form” has no answer"))
        #expect(!(try await site.browser(elsewhere).get("/").text.contains("Which form")))
        try await site.write { db in try db.run("UPDATE thread SET state = 'closed' WHERE id = \(closed)") }
        #expect(!(try await site.browser(world.ann).get("/").text.contains("has no answer yet")))
    }
}
