import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

/// The events of a file, each as its lines.
struct CalendarText {
    let lines: [String]

    init(_ text: String) {
        lines = text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    var events: [[String]] {
        lines.split(separator: "BEGIN:VEVENT").dropFirst().map { $0.prefix { $0 != "END:VEVENT" }.map { $0 } }
    }

    /// The one that repeats.
    var whole: [String] { events.first { $0.contains { $0.hasPrefix("RRULE:") } } ?? [] }

    static func value(_ name: String, of event: [String]) -> String? {
        event.first { $0.hasPrefix(name + ":") || $0.hasPrefix(name + ";") }
    }
}

@Suite("The calendar file of a series")
struct CalendarSeriesTests {
    private func file(_ world: SeriesWorld, _ persona: Persona = .member) async throws -> CalendarText {
        let answer = try await world.page("/c/nursing/series/\(world.series).ics", persona)
        #expect(answer.status == 200 && answer.headers[.contentType] == "text/calendar; charset=utf-8")
        #expect(answer.text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(!answer.has("meet.example"))
        return CalendarText(answer.text)
    }

    private func sequence(_ file: CalendarText) throws -> Int {
        try #require(CalendarText.value("SEQUENCE", of: file.whole).flatMap { Int($0.dropFirst(9)) })
    }

    @Test("is one event by its rule, in its own zone, which the file describes")
    func whole() async throws {
        let world = try await SeriesWorld(), file = try await file(world)
        #expect(file.events.count == 1)
        for line in [
            "DTSTART;TZID=Europe/London:20261215T123000", "DTEND;TZID=Europe/London:20261215T133000",
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=4", "SUMMARY:Evening rounds", "STATUS:CONFIRMED",
            "LOCATION:Online",
        ] { #expect(file.whole.contains(line), "\(line)") }
        #expect(CalendarText.value("UID", of: file.whole)?.hasPrefix("UID:series-1-20261215T123000@") == true)
        for line in [
            "TZID:Europe/London", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
            "X-WR-CALNAME:Evening rounds",
        ] { #expect(file.lines.contains(line), "\(line)") }
        #expect(try await world.page("/c/elsewhere/series/1.ics", .member).status == 404)
        #expect(try await world.page("/c/nursing/series/1.ics", .stranger).status == 404)
        #expect(try await world.page("/c/nursing/series/1", .member).has("href=\"/c/nursing/series/1.ics\""))
    }

    @Test("leaves out what is skipped, and says beside the rule what a date has of its own, under a number that rises")
    func exceptions() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        let first = try sequence(try await file(world))
        let uid = CalendarText.value("UID", of: try await file(world).whole)
        _ = try await world.send("/t/\(threads[1])/gathering/skip", [("scope", "this")])
        let second = try sequence(try await file(world))
        _ = try await world.send("/t/\(threads[2])/gathering/cancel", [("scope", "this")])
        let form = GatheringWorld.form(["title": "Evening rounds", "date": "2027-01-27", "time": "18:00"]).dropFirst()
        let version = [("version", "1"), ("scope", "this")]
        #expect(try await world.send("/t/\(threads[3])/gathering", form + version).status == 303)
        let file = try await file(world), own = file.events.filter { $0 != file.whole }
        #expect(file.whole.contains("EXDATE;TZID=Europe/London:20261229T123000"))
        let third = try sequence(file)
        #expect(own.count == 2 && first < second && second < third)
        #expect(own[0].contains("RECURRENCE-ID;TZID=Europe/London:20270112T123000"))
        #expect(own[0].contains("STATUS:CANCELLED") && own[0].contains("SUMMARY:Cancelled: Evening rounds"))
        #expect(own[1].contains("RECURRENCE-ID;TZID=Europe/London:20270126T123000"))
        #expect(own[1].contains("DTSTART;TZID=Europe/London:20270127T180000"))
        for event in file.events {
            #expect(CalendarText.value("UID", of: event) == uid)
            #expect(event.contains("SEQUENCE:\(third)"))
        }
        _ = try await world.send("/t/\(threads[1])/gathering/restore", [("scope", "this")])
        let restored = try await self.file(world)
        #expect(!restored.lines.contains { $0.hasPrefix("EXDATE") })
        #expect(try sequence(restored) > third)
    }

    @Test("says a date alone that was moved past another, which not every program takes within a series")
    func outOfOrder() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        let form = GatheringWorld.form(["title": "Evening rounds", "date": "2027-01-13"]).dropFirst()
        _ = try await world.send("/t/\(threads[1])/gathering", form + [("version", "1"), ("scope", "this")])
        let file = try await file(world), alone = file.events.filter { $0 != file.whole }
        // The one that it has passed is out of order, too.
        #expect(
            file.whole.filter { $0.hasPrefix("EXDATE") } == [
                "EXDATE;TZID=Europe/London:20261229T123000", "EXDATE;TZID=Europe/London:20270112T123000",
            ]
        )
        #expect(
            alone.map { CalendarText.value("DTSTART", of: $0) } == [
                "DTSTART:20270113T123000Z", "DTSTART:20270112T123000Z",
            ]
        )
        #expect(alone.allSatisfy { CalendarText.value("UID", of: $0)?.hasPrefix("UID:gathering-") == true })
    }

    @Test("is an event for each rhythm, of which the earlier one ends in UTC")
    func rhythms() async throws {
        let world = try await SeriesWorld(), threads = try await world.threads()
        let form = GatheringWorld.form(["title": "Evening rounds", "date": "2027-01-13", "time": "18:00"]).dropFirst()
        _ = try await world.send("/t/\(threads[2])/gathering", form + [("version", "1"), ("scope", "onward")])
        let file = try await file(world)
        #expect(file.events.count == 2)
        #expect(file.events[0].contains("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261229T123000Z"))
        #expect(file.events[1].contains("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;COUNT=2"))
        #expect(CalendarText.value("UID", of: file.events[0]) != CalendarText.value("UID", of: file.events[1]))
        try await world.setState(.cancelled)
        let cancelled = try await self.file(world)
        #expect(cancelled.events.filter { $0.contains("STATUS:CANCELLED") }.count == 4)
        #expect(cancelled.lines.filter { $0.hasPrefix("RRULE:FREQ=WEEKLY") }.allSatisfy { $0.contains("UNTIL=") })
    }

    @Test("describes zones whose clocks change on the same day of each year, on others, by half an hour, and never")
    func zones() async throws {
        for (zone, lines, count) in [
            ("America/Halifax", ["RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "TZOFFSETTO:-0400"], 2),
            ("Australia/Lord_Howe", ["TZOFFSETFROM:+1030", "TZOFFSETTO:+1100"], 2),
            ("Asia/Kolkata", ["TZOFFSETTO:+0530"], 1),
            ("Africa/Casablanca", ["TZOFFSETTO:+0000", "TZOFFSETTO:+0100"], 20),
        ] {
            let world = try await SeriesWorld { $0.date.zone = zone }, file = try await file(world)
            #expect(file.lines.contains("TZID:" + zone) && lines.allSatisfy(file.lines.contains), "\(zone)")
            let parts = file.lines.filter { $0.hasPrefix("TZOFFSETFROM") }.count
            #expect(count == 20 ? parts >= count : parts == count, "\(zone): \(parts)")
        }
    }

    @Test("of a confidential group has the neutral name alone")
    func confidential() async throws {
        let world = try await SeriesWorld(), people = world.people
        let circle = try await people.griefCircle()
        let series = try world.site.series("Grief and after", joinLink: "https://meet.example/x", purpose: "Heavy.")
        let id = try await world.actor.planSeries(series, in: circle, as: people.viewer(.facilitator))
        let text = try await world.page("/c/nursing/series/\(id).ics", .facilitator).text
        #expect(text.contains("SUMMARY:one of your groups\r\n") && text.contains("X-WR-CALNAME:one of your groups\r\n"))
        for word in ["Grief", "grief", "nursing", "meet.example", "Heavy", "LOCATION", "URL", "DESCRIPTION"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(try await world.page("/c/nursing/series/\(id).ics", .manager).status == 404)
    }

    @Test("has nothing in it that breaks a line or ends the event, whatever stands in the rows")
    func neutral() async throws {
        let world = try await SeriesWorld()
        let place = "Hall\r\nEND:VEVENT\rX-ONE:1\nX-TWO:2\u{0}\u{85}X\u{2028}\u{B}; =HYPERLINK(\"x\"), \\n"
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE gathering SET place = \(place), mode = 'in-person' WHERE seriesId = 1")
        }
        let file = try await file(world)
        #expect(file.events.count == 5)
        #expect(
            file.events[1].contains(
                "LOCATION:Hall\\nEND:VEVENT\\nX-ONE:1\\nX-TWO:2  X  \\; =HYPERLINK(\"x\")\\, \\\\n"
            ),
            "\(CalendarText.value("LOCATION", of: file.events[1]) ?? "")"
        )
    }
}
