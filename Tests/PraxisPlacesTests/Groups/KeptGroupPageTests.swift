import HTTPTypes
import PraxisDomain
import PraxisForum
import PraxisPlaces
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A group's page that is kept for visitors")
struct KeptGroupPageTests {
    @Test("is kept: what changes behind the journal's back is not seen by them, and is by members")
    func isKept() async throws {
        let world = try await ReadingWorld(visibility: .public)
        _ = try await world.thread("As it was first")
        let page = "/c/nursing/g/winter"
        #expect(try await world.page(page, nil).has("As it was first"))
        try await world.changeSilently("UPDATE \"group\" SET purpose = 'Changed in secret'")
        #expect(try await world.page(page, nil).has("Changed in secret") == false)
        #expect(try await world.page(page, world.bob).has("Changed in secret"))
    }

    @Test(
        "is new at once after a change",
        arguments: [
            (Event.retitled, "UPDATE thread SET title = 'After the change'" as SQL<Void>, "After the change"),
            (.joined, "UPDATE \"group\" SET purpose = 'After the change'", "After the change"),
            (.groupChanged, "UPDATE \"group\" SET purpose = 'After the change'", "After the change"),
            (.communityChanged, "UPDATE community SET name = 'After the change'", "After the change"),
            (.profileChanged, "UPDATE member SET name = 'After The-Change'", "After The-Change"),
        ]
    )
    func staleness(event: Event, change: SQL<Void>, sign: String) async throws {
        let world = try await ReadingWorld(visibility: .public)
        let thread = try await world.thread()
        #expect(try await world.page("/c/nursing/g/winter", nil).has(sign) == false)
        try await world.change(thread, event, change)
        #expect(try await world.page("/c/nursing/g/winter", nil).has(sign))
    }

    @Test("shows a new thread at once, and nothing once the group is closed to them")
    func closing() async throws {
        let world = try await ReadingWorld(visibility: .public)
        let first = try await world.thread(), page = "/c/nursing/g/winter"
        #expect(try await world.page(page, nil).has("How do you record this?"))
        _ = try await world.thread("And what of this?")
        #expect(try await world.page(page, nil).has("And what of this?"))
        try await world.change(first, .groupChanged, "UPDATE \"group\" SET access = 'invite'")
        #expect(try await world.page(page, nil).has("And what of this?") == false)
        try await world.change(first, .groupChanged, "UPDATE community SET visibility = 'hidden'")
        #expect(try await world.page(page, nil).status == 404)
    }

    @Test("answers that nothing is new to a visitor who has it")
    func tag() async throws {
        let world = try await ReadingWorld(visibility: .public)
        _ = try await world.thread()
        let visitor = Browser(world.site), page = "/c/nursing/g/winter"
        let tag = try #require(try await visitor.get(page).headers[.eTag])
        #expect(try await visitor.get(page, headers: [("If-None-Match", tag)]).status == 304)
        _ = try await world.thread("And what of this?")
        #expect(try await visitor.get(page, headers: [("If-None-Match", tag)]).status == 200)
    }
}
