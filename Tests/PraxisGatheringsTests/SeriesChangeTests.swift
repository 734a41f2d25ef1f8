import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A change of a series")
struct SeriesChangeTests {
    /// Changes one date as its host does.
    private func change(
        _ world: SeriesWorld,
        _ thread: ThreadID,
        _ scope: String = "this",
        _ other: [String: String]
    ) async throws -> Browser.Answer {
        let version = try await world.site.value("SELECT version FROM gathering WHERE threadId = \(thread)" as SQL<Int>)
        let form = [
            ("title", "Evening rounds"), ("date", "2026-12-29"), ("time", "12:30"), ("zone", "Europe/London"),
            ("minutes", "60"), ("mode", "online"), ("place", ""), ("joinLink", "https://meet.example/heron"),
            ("scope", scope), ("version", String(version)),
        ]
        return try await world.send("/t/\(thread)/gathering", form.map { ($0.0, other[$0.0] ?? $0.1) })
    }

    private func titles(_ world: SeriesWorld) async throws -> [String] {
        try await world.site.all(
            "SELECT t.title FROM gathering g JOIN thread t ON t.id = g.threadId WHERE g.occurrence IS NOT NULL ORDER BY g.occurrence"
                as SQL<String>
        )
    }

    @Test("reaches its dates, and leaves what one has of its own")
    func own() async throws {
        let world = try await SeriesWorld(), thread = try await world.threads()[1]
        let other = ["title": "Round of the year", "time": "18:00", "joinLink": "https://meet.example/own"]
        #expect(try await change(world, thread, "this", other).status == 303)
        #expect(try await world.dates("own") == ["", "title start mode joinLink", "", ""])
        try await world.change {
            $0.date.title = "Rounds of winter"
            ($0.date.minutes, $0.date.joinLink) = ("90", "https://meet.example/new")
        }
        #expect(
            try await titles(world) == [
                "Rounds of winter", "Round of the year", "Rounds of winter", "Rounds of winter",
            ]
        )
        #expect(
            try await world.dates("minutes || ' ' || joinLink") == [
                "90 https://meet.example/new", "90 https://meet.example/own", "90 https://meet.example/new",
                "90 https://meet.example/new",
            ]
        )
        #expect(try await world.dates()[1] == "2026-12-29T18:00")
    }

    @Test("leaves those that are over as they were")
    func over() async throws {
        let world = try await SeriesWorld()
        world.site.pass(.days(30))
        let form = try await world.page("/c/nursing/series/1/change", .facilitator)
        #expect(form.has("value=\"2026-12-29\"") && form.has("name=\"count\" value=\"3\"") || form.has("value=\"3\""))
        let sent = try await world.send(
            "/c/nursing/series/1/change",
            SeriesWorld.form(["date": "2026-12-29", "repeats": "fortnightly", "name": "Late rounds", "count": "3"])
                + [("version", "1")]
        )
        #expect(sent.location == "/c/nursing/series/1?done=changed")
        #expect(try await titles(world) == ["Evening rounds", "Late rounds", "Late rounds", "Late rounds"])
        #expect(try await world.dates().count == 4)
    }

    @Test("of this and later ones leaves those before, and what is made later takes it, too")
    func onward() async throws {
        let world = try await SeriesWorld { ($0.repeats, $0.ends) = ("weekly", "open") }
        let thread = try await world.threads()[2]
        #expect(try await change(world, thread, "onward", ["minutes": "45", "title": "Short rounds"]).status == 303)
        let minutes = try await world.dates("CAST(minutes AS TEXT)")
        #expect(minutes.prefix(3) == ["60", "60", "45"] && minutes.dropFirst(2).allSatisfy { $0 == "45" })
        #expect(try await titles(world).prefix(3) == ["Evening rounds", "Evening rounds", "Short rounds"])
        world.site.pass(.days(60))
        try await world.tick()
        let last = try await titles(world).last
        #expect(try await world.dates("CAST(minutes AS TEXT)").last == "45" && last == "Short rounds")
    }

    @Test("of this and later ones takes back what the date had of its own")
    func takenBack() async throws {
        let world = try await SeriesWorld(), thread = try await world.threads()[1]
        #expect(try await change(world, thread, "this", ["title": "Round of the year"]).status == 303)
        #expect(try await change(world, thread, "onward", [:]).status == 303)
        #expect(try await titles(world) == Array(repeating: "Evening rounds", count: 4))
        #expect(try await world.dates("own").allSatisfy { $0.isEmpty })
    }

    @Test("moves this and later ones to another day and time")
    func movedOnward() async throws {
        let world = try await SeriesWorld(), thread = try await world.threads()[1]
        #expect(try await change(world, thread, "onward", ["date": "2026-12-30", "time": "18:00"]).status == 303)
        #expect(
            try await world.dates() == ["2026-12-15T12:30", "2026-12-30T18:00", "2027-01-13T18:00", "2027-01-27T18:00"]
        )
        #expect(try await world.dates("own").allSatisfy { $0.isEmpty })
        let early = try await change(world, thread, "onward", ["date": "2026-12-14"])
        #expect(early.status == 422 && early.has("id=\"date-error\">Enter a day after the gathering that comes before"))
    }

    @Test("of the rhythm moves the later dates in their order, makes more and takes back what is too much")
    func rhythm() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        try await world.change { ($0.repeats, $0.date.date, $0.count) = ("weekly", "2026-12-16", "6") }
        #expect(
            try await world.dates("substr(localStart, 1, 10)") == [
                "2026-12-16", "2026-12-23", "2026-12-30", "2027-01-06", "2027-01-13", "2027-01-20",
            ]
        )
        #expect(Array(try await world.threads().prefix(4)) == threads)
        try await world.change { ($0.repeats, $0.date.date, $0.count) = ("monthly-day", "2026-12-16", "2") }
        #expect(try await world.dates("substr(localStart, 1, 10)") == ["2026-12-16", "2027-01-16"])
        #expect(Array(try await world.threads()) == Array(threads.prefix(2)))
        let all: Int = try await world.site.value("SELECT count(*) FROM gathering")
        try await world.change { ($0.repeats, $0.date.date, $0.count) = ("weekly", "2026-12-16", "6") }
        #expect(try await world.threads().count == 6)
        #expect(try await world.site.value("SELECT count(*) FROM gathering" as SQL<Int>) == all)
    }

    @Test("never deletes what people wrote or said, whatever becomes of its date")
    func kept() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        let community = world.people.community, member = try world.people.member(.member)
        _ = try await world.site.reply("I bring tea.", to: threads[2], of: community, by: member)
        try await world.actor.answer(.yes, to: threads[3], as: world.people.viewer(.member))
        try await world.change { $0.count = "2" }
        let page = try await world.page("/t/\(threads[2])", .member)
        #expect(page.has("I bring tea.") && page.has("The gathering is skipped."))
        #expect(try await world.page("/t/\(threads[3])", .member).has("1 person said they would come."))
        #expect(try await world.site.value("SELECT count(*) FROM gatheringAnswer" as SQL<Int>) == 1)
        try await world.change { $0.count = "3" }
        #expect(try await world.threads().count == 3)
        #expect(Set(try await world.threads()).isDisjoint(with: [threads[2], threads[3]]))
    }

    @Test("with a capacity below those who said yes is refused beside the field, and changes nothing")
    func capacity() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        for persona in [Persona.member, .manager] {
            try await world.actor.answer(.yes, to: threads[1], as: world.people.viewer(persona))
        }
        let form = SeriesWorld.form([
            "date": "2026-12-15", "repeats": "fortnightly", "count": "4", "name": "Small rounds",
        ])
        let answer = try await world.send("/c/nursing/series/1/change", form + [("capacity", "1"), ("version", "1")])
        #expect(answer.status == 422 && answer.has("id=\"capacity-error\">More people than that have a place already"))
        #expect(try await titles(world).allSatisfy { $0 == "Evening rounds" })
    }

    @Test("of what has changed since says so, and keeps what was typed")
    func stale() async throws {
        let world = try await SeriesWorld()
        let form = SeriesWorld.form([
            "date": "2026-12-15", "repeats": "fortnightly", "count": "4", "name": "Small rounds",
        ])
        #expect(try await world.send("/c/nursing/series/1/change", form + [("version", "1")]).status == 303)
        let again = try await world.send("/c/nursing/series/1/change", form + [("version", "1")])
        #expect(again.status == 409 && again.has("This has changed since you opened it") && again.has("Small rounds"))
        #expect(again.has("name=\"version\" value=\"2\""))
        let date = try await world.threads()[0]
        let old =
            [("title", "Evening rounds"), ("scope", "onward"), ("version", "1")] + GatheringWorld.form.dropFirst(2)
        #expect(try await world.send("/t/\(date)/gathering", old).status == 409)
    }

    @Test("cancels all to come and plans them again, but for one that was cancelled alone")
    func cancelled() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        _ = try await world.send("/t/\(threads[1])/gathering/cancel", [])
        let browser = try await world.people.browser(.facilitator)
        let sent = try await browser.post("/c/nursing/series/1/cancel", [], from: "/communities")
        #expect(try await world.dates("state") == Array(repeating: "cancelled", count: 4))
        let page = try await browser.get(try #require(sent.location))
        #expect(
            page.has("The gatherings to come are cancelled.") && page.has("Plan them again")
                && Markup.faults(page.text) == []
        )
        #expect(try await world.site.value("SELECT count(*) FROM series WHERE dueAt IS NOT NULL" as SQL<Int>) == 0)
        _ = try await world.send("/c/nursing/series/1/restore", [])
        #expect(try await world.dates("state") == ["planned", "cancelled", "planned", "planned"])
    }
}

@Suite("A skipped gathering")
struct SkippedGatheringTests {
    @Test("leaves lists, keeps its page and what was said, and comes back by the undo")
    func skipped() async throws {
        let world = try await SeriesWorld(), thread = try await world.threads()[1]
        try await world.actor.answer(.yes, to: thread, as: world.people.viewer(.member))
        let form = try await world.page("/t/\(thread)/gathering", .facilitator)
        #expect(form.has("action=\"/t/\(thread)/gathering/skip\"") && Markup.faults(form.text) == [])
        let sent = try await world.send("/t/\(thread)/gathering/skip", [("scope", "this")])
        let page = try await world.page(try #require(sent.location), .facilitator)
        #expect(page.has("The gathering is skipped.") && page.has("action=\"/t/\(thread)/gathering/restore\""))
        for path in ["/gatherings", "/c/nursing/gatherings", "/c/nursing/series/1", "/api/v1/gatherings"] {
            #expect(!(try await world.page(path, .member)).has("/t/\(thread)\""), "\(path)")
        }
        let late = try await world.people.post("/t/\(thread)/answer", [("answer", "no")], as: .manager)
        #expect(late.status == 422)
        #expect(try await world.page("/t/\(thread).ics", .member).has("STATUS:CANCELLED"))
        _ = try await world.send("/t/\(thread)/gathering/restore", [])
        #expect(try await world.page("/c/nursing/gatherings", .member).has("/t/\(thread)\""))
        #expect(try await world.page("/t/\(thread)", .member).has("You are coming."))
        #expect(try await world.dates("own").allSatisfy { $0.isEmpty })
    }

    @Test("with all later ones ends the series, which the undo plans again")
    func onward() async throws {
        let world = try await SeriesWorld {
            ($0.repeats, $0.ends) = ("weekly", "open")
            $0.date.date = "2026-11-24"
        }
        let thread = try await world.threads()[1]
        let browser = try await world.people.browser(.facilitator)
        let sent = try await browser.post("/t/\(thread)/gathering/skip", [("scope", "onward")], from: "/communities")
        #expect(try await world.dates("state").filter { $0 == "planned" }.count == 1)
        let page = try await browser.get(try #require(sent.location))
        #expect(
            page.has("This gathering and all later ones are skipped.") && page.has("name=\"scope\" value=\"onward\"")
        )
        world.site.pass(.days(60))
        try await world.tick()
        #expect(try await world.dates().count == 104)
        _ = try await world.send("/t/\(thread)/gathering/restore", [("scope", "onward")])
        #expect(try await world.dates("state").suffix(90).allSatisfy { $0 == "planned" })
        #expect(try await world.dates().count > 104)
    }
}

@Suite("The page of a date of a series")
struct DateOfSeriesTests {
    @Test("names its series with the dates before and after it, and shows a change of those at once")
    func neighbours() async throws {
        let world = try await SeriesWorld(visibility: .public), threads = try await world.threads()
        for persona in [Persona.visitor, .member] {
            let page = try await world.page("/t/\(threads[1])", persona)
            #expect(page.has("<a href=\"/c/nursing/series/1\">") && page.has("Before: 15 December"))
            #expect(page.has("Next: 12 January 2027") && page.has("href=\"/t/\(threads[2])\""))
        }
        _ = try await world.send("/t/\(threads[2])/gathering/skip", [("scope", "this")])
        for persona in [Persona.visitor, .member] {
            #expect(try await world.page("/t/\(threads[1])", persona).has("Next: 26 January 2027"), "\(persona)")
        }
    }
}
