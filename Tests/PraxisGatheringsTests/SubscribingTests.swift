import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisPlaces
import PraxisStore
import PraxisTesting
import Testing

@Suite("The secret address of a calendar")
struct SubscribingTests {
    private func path(_ world: GatheringWorld, _ persona: Persona, _ group: GroupID? = nil) async throws -> String {
        "/calendar/" + (try await world.site.calendarToken(of: world.people.member(persona), group)) + ".ics"
    }

    /// As a program asks, that has no cookie.
    private func ask(
        _ world: GatheringWorld,
        _ path: String,
        _ headers: [(String, String)] = []
    ) async throws
        -> Browser.Answer
    {
        try await Browser(world.site).get(path, headers: headers)
    }

    @Test("gives a program without a cookie the dates that its member may read, without the joining link")
    func dates() async throws {
        let world = try await GatheringWorld(), path = try await path(world, .member)
        let answer = try await ask(world, path)
        #expect(answer.status == 200 && answer.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(answer.has("SUMMARY:Winter round\r\n") && answer.has("LOCATION:Hall 3\\; first door\\, left"))
        #expect(!answer.has("meet.example") && answer.headers[.setCookie] == nil)
        #expect(answer.headers[.cacheControl] == "private, no-cache")
        #expect(answer.has("X-WR-CALNAME:Riverside gatherings\r\n"))
        let tag = try #require(answer.headers[.eTag])
        let again = try await ask(world, path, [("If-None-Match", tag)])
        #expect(again.status == 304 && again.bytes.isEmpty && again.headers[.setCookie] == nil)
        try await world.change { $0.state = .cancelled }
        let changed = try await ask(world, path, [("If-None-Match", tag)])
        #expect(
            changed.status == 200 && changed.has("STATUS:CANCELLED") && changed.has("SUMMARY:Cancelled: Winter round")
        )
    }

    @Test("is told on the page of gatherings and by the API, and is another one once it is renewed")
    func renewed() async throws {
        let world = try await GatheringWorld(), path = try await path(world, .member)
        let page = try await world.page("/gatherings", .member)
        #expect(page.has("value=\"http://127.0.0.1:8080\(path)\"") && Markup.faults(page.text) == [])
        let told = try await world.people.api(.get, "/me/calendar", as: .member)
        #expect(told.json["url"] as? String == "http://127.0.0.1:8080" + path)
        #expect(try await world.people.api(.get, "/me/calendar", as: .visitor).status == 401)
        let browser = try await world.people.browser(.member)
        let sent = try await browser.post("/gatherings/calendar/renew", [], from: "/gatherings")
        #expect(try await browser.get(try #require(sent.location)).has("The calendar has a new address."))
        #expect(try await ask(world, path).status == 404)
        let second = try await self.path(world, .member)
        #expect(second != path)
        #expect(try await ask(world, second).status == 200)
        let renewed = try await world.people.api(.post, "/me/calendar/renew", as: .member)
        #expect(renewed.json["url"] as? String == "http://127.0.0.1:8080" + (try await self.path(world, .member)))
        #expect(try await ask(world, second).status == 404)
        #expect(try await ask(world, self.path(world, .facilitator)).status == 200)
    }

    @Test("that is tampered with, or was never given out, is not found, without a page to sign in")
    func tampered() async throws {
        let world = try await GatheringWorld(), path = try await path(world, .member)
        for other in [
            path.replacing(".ics", with: "A.ics"), "/calendar/" + path.dropFirst(11).dropLast(5) + "A.ics",
            "/calendar/x.ics", "/calendar/.ics", "/calendar/" + String(repeating: "A", count: 5_000) + ".ics",
        ] where other != path {
            let answer = try await ask(world, other)
            #expect(answer.status == 404 && answer.bytes.isEmpty, "\(other.prefix(60))")
            #expect(answer.headers[.setCookie] == nil && answer.headers[.cacheControl] == "no-store")
        }
    }

    @Test("shows what its member may read, also in the browser of someone else")
    func otherBrowser() async throws {
        let world = try await GatheringWorld(), path = try await path(world, .stranger)
        let answer = try await world.page(path, .facilitator)
        #expect(answer.status == 200 && !answer.has("BEGIN:VEVENT") && answer.has("BEGIN:VTIMEZONE"))
    }

    @Test(
        "has nothing of a community any more once its member is suspended there or has left, and that of a group ends"
    )
    func left() async throws {
        let world = try await GatheringWorld(), people = world.people, member = try people.member(.member)
        let own = try await path(world, .member), ofGroup = try await path(world, .member, world.commons)
        #expect(try await ask(world, ofGroup).has("Winter round"))
        try await world.site.join(member, people.community, standing: .suspended)
        #expect(!(try await ask(world, own)).has("Winter round"))
        #expect(try await ask(world, ofGroup).status == 404)
        try await world.site.join(member, people.community, standing: .active)
        #expect(try await ask(world, ofGroup).has("Winter round"))
        try await world.site.env.communities[people.community].leave(as: people.viewer(.member))
        #expect(!(try await ask(world, own)).has("Winter round"))
        #expect(try await ask(world, ofGroup).status == 404)
        try await world.site.join(member, people.community, standing: .active)
        #expect(try await ask(world, own).has("Winter round"))
        // The address that they had before does not come back with them.
        #expect(try await ask(world, ofGroup).status == 404)
        #expect(try await ask(world, path(world, .member, world.commons)).has("Winter round"))
    }

    @Test("does nothing while the account is suspended")
    func suspended() async throws {
        let world = try await GatheringWorld(), path = try await path(world, .member)
        let member = try world.people.member(.member)
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE member SET standing = 'suspended' WHERE id = \(member)")
        }
        #expect(try await ask(world, path).status == 404)
    }

    @Test("of a group stands on its page for its members, who renew it there; nobody else can")
    func group() async throws {
        let world = try await GatheringWorld(visibility: .public), place = "/c/nursing/g/everyone"
        let path = try await path(world, .member, world.commons)
        #expect(try await world.page(place, .member).has(path))
        for persona in [Persona.visitor, .stranger, .suspended] {
            #expect(!(try await world.page(place, persona)).has("/calendar/"), "\(persona)")
            let sent = try await world.people.post(place + "/calendar/renew", [], as: persona)
            #expect(sent.status != 303 || sent.location?.hasPrefix("/sign-in") == true, "\(persona)")
        }
        // Visitors read the group: an address of it is for those who belong to it all the same.
        #expect(try await ask(world, self.path(world, .stranger, world.commons)).status == 404)
        #expect(try await world.people.post(place + "/calendar/renew", [], as: .member).status == 303)
        #expect(try await ask(world, path).status == 404)
        let renewed = try await ask(world, self.path(world, .member, world.commons))
        #expect(renewed.has("Winter round") && renewed.has("X-WR-CALNAME:Gatherings: "))
    }

    @Test("has of a confidential group the neutral name and the times alone")
    func confidential() async throws {
        let world = try await GatheringWorld(), people = world.people
        let circle = try await people.griefCircle()
        let actor = world.site.env.communities[people.community]
        let date = try world.site.gathering("Grief and after", joinLink: "https://meet.example/x", place: "Room 7")
        _ = try await actor.planGathering(date, in: circle, as: people.viewer(.facilitator))
        let series = try world.site.series("Mourning rounds", joinLink: "https://meet.example/y")
        _ = try await actor.planSeries(series, in: circle, as: people.viewer(.facilitator))
        for path in [try await path(world, .facilitator), try await path(world, .facilitator, circle)] {
            let answer = try await ask(world, path)
            #expect(answer.has("SUMMARY:one of your groups\r\n") && answer.has("RRULE:FREQ=WEEKLY"))
            for word in ["Grief", "grief", "Mourning", "Room 7", "meet.example"] {
                #expect(!answer.has(word), "\(word)")
            }
        }
        #expect(!(try await ask(world, path(world, .manager))).has("RRULE:FREQ=WEEKLY"))
    }
}
