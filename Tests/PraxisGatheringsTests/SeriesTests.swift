import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import PraxisThreads
import Testing

@Suite("A series of gatherings")
struct SeriesTests {
    @Test("is shown before it is made, as a sentence with its next dates, and nothing is lost")
    func preview() async throws {
        let world = try await SeriesWorld()
        let page = try await world.send("/c/nursing/gatherings/new-series", SeriesWorld.form + [("preview", "1")])
        #expect(page.status == 200 && Markup.faults(page.text) == [])
        #expect(page.has("Every second Tuesday of the month at 12:30pm, 3 times in all"))
        for day in ["Tuesday 9 March 2027 at 12:30pm", "Tuesday 13 April 2027", "Tuesday 11 May 2027"] {
            #expect(page.has(day))
        }
        #expect(!page.has("8 June") && page.has("value=\"Spring rounds\"") && page.has("To hear of spring."))
        #expect(try await world.site.value("SELECT count(*) FROM series" as SQL<Int>) == 1)
    }

    @Test("is planned by its form, has a page and its dates, and floods nothing that people read")
    func planned() async throws {
        let world = try await SeriesWorld()
        let browser = try await world.people.browser(.facilitator), form = SeriesWorld.form
        let sent = try await browser.post("/c/nursing/gatherings/new-series", form, from: "/communities")
        let page = try await browser.get(try #require(sent.location))
        #expect(page.status == 200 && Markup.faults(page.text) == [])
        for part in [
            "The series is planned.", "Every second Tuesday of the month at 12:30pm, 3 times in all",
            "To hear of spring.",
            "Recorded if everyone agrees", "1 hour of supervision", "Change the series", "13 April 2027",
        ] { #expect(page.has(part), "\(part)") }
        let member = try await world.page(try #require(sent.location), .member)
        #expect(!member.has("Change the series") && member.has("class=\"strip"))
        #expect(try await world.page("/c/nursing/gatherings", .member).has("Spring rounds"))
        for path in ["/", "/c/nursing", "/c/nursing/g/everyone", "/search?q=rounds", "/search?q=herons"] {
            let shown = try await world.page(path, .member)
            let list = shown.text.components(separatedBy: "/gatherings\">Next gatherings</a>")[0]
            #expect(!list.contains("Spring rounds") && !list.contains("Evening rounds"), "\(path)")
        }
        let news = try await world.people.api(.get, "/me/news", as: .member)
        #expect(!"\(news.json)".contains("rounds"))
    }

    @Test("is said on the page of each date, and calls its dates by their days")
    func dates() async throws {
        let world = try await SeriesWorld()
        let page = try await world.page("/t/\(world.threads()[1])", .member)
        for part in ["To talk of herons.", "Not recorded", "All dates of Evening rounds"] {
            #expect(page.has(part), "\(part)")
        }
        let series = try await world.page("/c/nursing/series/1", .member)
        #expect(series.text.contains(/<h3 dir="auto"><a href="\/t\/\d+">[A-Z][a-z]+day \d+ [A-Z][a-z]+ 2027/))
    }

    @Test("has each date as a discussion, which lists show from its first post on")
    func discussion() async throws {
        let world = try await SeriesWorld(), date = try await world.threads()[1]
        _ = try await world.site.reply(
            "I bring tea.",
            to: date,
            of: world.people.community,
            by: world.people.member(.member)
        )
        #expect(try await world.page("/c/nursing", .manager).has("Evening rounds"))
        #expect(try await world.page("/search?q=tea", .manager).has("Evening rounds"))
    }

    @Test("is a facilitator's alone to plan, change and cancel; its page is for those who read its group")
    func roles() async throws {
        let world = try await SeriesWorld()
        for persona in Persona.allCases where persona != .facilitator {
            for path in [
                "/c/nursing/gatherings/new-series", "/c/nursing/series/1/change", "/c/nursing/series/1/cancel",
            ] {
                let answer = try await world.people.post(path, SeriesWorld.form, as: persona)
                #expect([401, 403, 404].contains(answer.status), "\(persona) \(path): \(answer.status)")
            }
            let shown = try await world.page("/c/nursing/series/1", persona)
            #expect(shown.has("To talk of herons.") == Persona.within.contains(persona), "\(persona)")
        }
        #expect(try await world.dates("state") == Array(repeating: "planned", count: 4))
        #expect(try await world.page("/c/elsewhere/series/1", .member).status == 404)
    }

    @Test("shows its link to full members alone")
    func link() async throws {
        let world = try await SeriesWorld(visibility: .public)
        let shown: Set<Persona> = [.member, .silenced, .facilitator, .moderator, .manager]
        for persona in Persona.allCases {
            #expect(
                try await world.page("/c/nursing/series/1", persona).has("meet.example") == shown.contains(persona),
                "\(persona)"
            )
            let json = try await world.people.api(.get, "/series/1", as: persona).json
            #expect((json["joinLink"] != nil) == shown.contains(persona), "\(persona)")
        }
    }

    @Test("that was planned for members is not shown to visitors when its community opens")
    func opened() async throws {
        let world = try await SeriesWorld()
        try await world.site.env.site.command { db in
            _ = try db.run("UPDATE community SET visibility = 'public'")
        }
        #expect(try await world.page("/c/nursing/series/1", .visitor).status == 404)
        #expect(
            try await world.people.api(.get, "/communities/nursing/series", as: .visitor).json.description.contains(
                "herons"
            ) == false
        )
    }

    @Test("keeps its wall time over both nights on which clocks change")
    func daylight() async throws {
        let world = try await SeriesWorld {
            ($0.repeats, $0.count) = ("monthly-day", "12")
            $0.date.date = "2027-01-28"
        }
        #expect(try await world.dates().allSatisfy { $0.hasSuffix("T12:30") })
        let hours = try await world.dates("CAST(startAt / 1800000 % 48 AS TEXT)")
        #expect(hours == ["25", "25", "23", "23", "23", "23", "23", "23", "23", "23", "25", "25"])
    }

    @Test("goes on in the hour that the clocks skip, with the offset before it, and refuses to begin in it")
    func skippedHour() async throws {
        let world = try await SeriesWorld {
            ($0.repeats, $0.count) = ("weekly", "3")
            ($0.date.date, $0.date.time) = ("2027-03-21", "01:30")
        }
        #expect(try await world.dates() == ["2027-03-21T01:30", "2027-03-28T02:30", "2027-04-04T01:30"])
        #expect(try await world.dates("occurrence")[1] == "2027-03-28T01:30")
        let answer = try await world.send(
            "/c/nursing/gatherings/new-series",
            SeriesWorld.form(["date": "2027-03-28", "time": "01:30"])
        )
        #expect(answer.status == 422 && answer.has("id=\"time-error\">The clocks skip this time"))
    }

    @Test("without an end stands ready for two years, and no more than 104 dates; time brings the next ones, once")
    func reach() async throws {
        let world = try await SeriesWorld {
            ($0.repeats, $0.ends) = ("weekly", "open")
            $0.date.date = "2026-11-24"
        }
        #expect(try await world.dates().count == 104)
        try await world.tick()
        #expect(try await world.dates().count == 104)
        world.site.pass(.days(24 + 14))
        try await world.tick()
        try await world.tick()
        let dates = try await world.dates()
        #expect(dates.count == 109 && Set(dates).count == 109)
        let coming = try await world.site.value(
            "SELECT count(*) FROM gathering WHERE endAt > \(world.site.now)" as SQL<Int>
        )
        #expect(coming == 104)
        let monthly = try await SeriesWorld { ($0.repeats, $0.ends) = ("monthly-last", "open") }
        #expect(try await monthly.dates().count == 23)
        let lasts = try await monthly.dates()
        #expect(lasts.first == "2026-12-29T12:30" && lasts.last == "2028-10-31T12:30")
    }

    @Test(
        "refuses what cannot be, beside the field, with everything kept",
        arguments: [
            ("date", "2027-02-30", "Enter a date like"), ("date", "2026-11-20", "still to come"),
            ("zone", "Mars/Olympus", "Choose a time zone from the list"), ("repeats", "daily", "Choose how often"),
            ("ends", "never", "Choose"), ("count", "0", "from 1 to 520"), ("count", "x", "Enter a whole number"),
            ("count", "", "Enter how many gatherings"), ("name", "No", "at least 5 characters"),
            ("minutes", "2", "from 5 to 1440"),
            ("recording", "maybe", "Choose"), ("capacity", "x", "Enter a whole number"),
            ("place", "Hall", "Remove the place"),
        ]
    )
    func refused(field: String, value: String, sentence: String) async throws {
        let world = try await SeriesWorld()
        let form = SeriesWorld.form([field: value]) + (field == "capacity" ? [("capacity", value)] : [])
        let answer = try await world.send("/c/nursing/gatherings/new-series", form)
        #expect(answer.status == 422 && Markup.faults(answer.text) == [] && answer.has(sentence), "\(answer.status)")
        #expect(answer.has("To hear of spring.") && answer.has("1 hour of supervision"))
        #expect(try await world.site.value("SELECT count(*) FROM series" as SQL<Int>) == 1)
    }

    @Test("refuses an end before its start", arguments: [("2027-03-01", "weekly"), ("2027-03-20", "monthly-last")])
    func ends(until: String, repeats: String) async throws {
        let world = try await SeriesWorld()
        let form = SeriesWorld.form(["ends": "until", "until": until, "repeats": repeats])
        let answer = try await world.send("/c/nursing/gatherings/new-series", form)
        #expect(answer.status == 422 && answer.has("id=\"until-error\">Enter a last day that is not before"))
    }
}
