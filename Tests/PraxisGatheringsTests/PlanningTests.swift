import Foundation
import HTTPTypes
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("Planning a gathering")
struct PlanningTests {
    @Test("is a facilitator's alone: no one else has the form, and none of theirs is taken")
    func roles() async throws {
        let world = try await GatheringWorld()
        for persona in Persona.allCases {
            let page = try await world.page("/c/nursing/gatherings/new", persona)
            let sent = try await world.people.post("/c/nursing/gatherings/new", GatheringWorld.form, as: persona)
            #expect((page.status == 200) == (persona == .facilitator), "\(persona): \(page.status)")
            #expect((sent.status == 303) == (persona == .facilitator), "\(persona): \(sent.status)")
            let tab = try await world.page("/c/nursing/gatherings", persona)
            #expect(tab.has("/c/nursing/gatherings/new") == (persona == .facilitator), "\(persona)")
        }
        #expect(try await world.count() == 2)
    }

    @Test("makes a discussion of its own, whose first post is the purpose, and says so")
    func made() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        let form = try await browser.get("/c/nursing/gatherings/new")
        #expect(Markup.faults(form.text) == [] && form.has("value=\"Europe/London\" selected"))
        let sent = try await browser.post("/c/nursing/gatherings/new", GatheringWorld.form)
        let page = try await browser.get(try #require(sent.location))
        #expect(Markup.faults(page.text) == [])
        #expect(page.has("The gathering is planned.") && page.has("To hear of spring.") && page.has("Spring round"))
        #expect(page.has("16 March 2027, 12:30pm to 1:30pm") && page.has("There is no link yet."))
        #expect(page.has("icon\"") && page.has("Gathering</span>"))
        let role: String = try await world.site.value("SELECT role FROM post ORDER BY id DESC LIMIT 1")
        #expect(role == "purpose")
    }

    @Test("without a purpose has a page and no post, and stands in no list of discussions")
    func withoutPurpose() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        let sent = try await browser.post("/c/nursing/gatherings/new", GatheringWorld.form(["purpose": " "]))
        let path = try #require(sent.location)
        #expect(path.hasPrefix("/t/"))
        let page = try await browser.get(path)
        #expect(page.status == 200, "\(path): \(page.status)")
        #expect(!page.has("0\u{a0}posts") && !page.has("Only you"))
        let list = try await browser.get("/c/nursing").text.components(separatedBy: "/gatherings\">Next gatherings</a>")
        #expect(list.count == 2 && !list[0].contains("Spring round"))
        #expect(try await browser.get("/c/nursing/gatherings").has("Spring round"))
    }

    @Test(
        "refuses what cannot be, with a sentence beside the field and everything kept",
        arguments: [
            ("date", "2027-02-30", "Enter a date like"), ("date", "", "Enter a date"),
            ("time", "25:00", "Enter a time like"),
            ("time", "", "Enter a time"), ("date", "2026-11-20", "still to come"),
            ("date", "2029-03-16", "within the next 2 years"),
            ("zone", "Mars/Olympus", "Choose a time zone from the list"), ("minutes", "-30", "from 5 to 1440"),
            ("minutes", "1441", "from 5 to 1440"), ("minutes", "x", "Enter a whole number"),
            ("mode", "dream", "Choose how people take part"),
            ("title", "No", "at least 5 characters"), ("joinLink", "javascript:alert(1)", "begins with https://"),
            ("joinLink", "https://a b", "begins with https://"), ("place", "Hall 3", "Remove the place"),
            ("group", "nosuch", "Choose"), ("group", "", ">Choose a group</span>"),
        ]
    )
    func refused(field: String, value: String, sentence: String) async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        _ = try await world.site.group("second", in: world.people.community)
        let answer = try await browser.post("/c/nursing/gatherings/new", GatheringWorld.form([field: value]))
        #expect(answer.status == 422 && Markup.faults(answer.text) == [])
        #expect(answer.has("id=\"\(field)-error\">") || ["mode", "group"].contains(field))
        #expect(answer.has(sentence), "\(field)")
        for (name, typed) in GatheringWorld.form where ["title", "purpose"].contains(name) && name != field {
            #expect(answer.has(typed), "\(name) is lost")
        }
        #expect(try await world.count() == 1)
    }

    @Test("refuses the hour that the clocks skip, beside the time")
    func skipped() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        let other = ["date": "2027-03-28", "time": "01:30"]
        let answer = try await browser.post("/c/nursing/gatherings/new", GatheringWorld.form(other))
        #expect(answer.status == 422 && answer.has("id=\"time-error\">The clocks skip this time"))
        #expect(answer.has("value=\"2027-03-28\"") && answer.has("value=\"01:30\""))
    }

    @Test("sent twice plans one")
    func once() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        let form = GatheringWorld.form + [("key", "one-key")]
        let first = try await browser.post("/c/nursing/gatherings/new", form)
        #expect(try await browser.post("/c/nursing/gatherings/new", form).location == first.location)
        #expect(try await world.count() == 2)
    }
}

@Suite("Changing a gathering")
struct ChangingTests {
    private static let form = [
        ("title", "Winter circle"), ("date", "2026-12-16"), ("time", "9:00"), ("zone", "America/Halifax"),
        ("minutes", "90"),
        ("mode", "in-person"), ("place", "Hall 4"), ("joinLink", ""),
    ]

    @Test("moves and retitles it at once; its version rises")
    func moved() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        let path = "/t/\(world.gathering)/gathering", form = try await browser.get(path)
        #expect(Markup.faults(form.text) == [] && form.has("value=\"2026-12-15\"") && form.has("value=\"12:30\""))
        let sent = try await browser.post(path, Self.form + [("version", "1")])
        #expect(sent.location == "/t/\(world.gathering)?done=moved")
        #expect(
            try await world.row().hasPrefix(
                "2026-12-16T09:00 America/Halifax 1797426000000 1797431400000 in-person planned"
            )
        )
        let page = try await browser.get("/t/\(world.gathering)?done=moved")
        #expect(page.has("The gathering is changed.") && page.has("Winter circle") && page.has("Hall 4"))
        #expect(page.has("Wednesday 16 December, 9:00am to 10:30am (Halifax time)") && !page.has("1:00pm"))
        #expect(!page.has("meet.example"))
        #expect(try await world.people.browser(.member).get("/search?q=circle").has("Winter circle"))
    }

    @Test("of one that has changed since says so, and keeps what was typed")
    func stale() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        let path = "/t/\(world.gathering)/gathering"
        _ = try await browser.post(path, Self.form + [("version", "1")])
        let answer = try await browser.post(
            path,
            Self.form.dropLast(2) + [("place", "Hall 5"), ("version", "1")],
            from: path
        )
        #expect(answer.status == 409 && answer.has("Hall 5") && answer.has("This has changed since you opened it"))
        #expect(answer.has("name=\"version\" value=\"3\""))
    }

    @Test("is a facilitator's alone", arguments: ["", "/cancel", "/restore"])
    func roles(end: String) async throws {
        let world = try await GatheringWorld()
        for persona in Persona.allCases where persona != .facilitator {
            let answer = try await world.people.post("/t/\(world.gathering)/gathering\(end)", Self.form, as: persona)
            #expect([401, 403, 404].contains(answer.status), "\(persona): \(answer.status)")
        }
        #expect(try await world.row().hasSuffix("planned 1"))
    }

    @Test("cancels and plans again, with an undo, and sends nobody the wrong word")
    func cancelled() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        let path = "/t/\(world.gathering)"
        let sent = try await browser.post(path + "/gathering/cancel", [], from: path)
        let page = try await browser.get(try #require(sent.location))
        #expect(page.has("The gathering is cancelled.") && page.has("action=\"\(path)/gathering/restore\""))
        #expect(try await world.page("/gatherings", .member).has("<span class=\"tag warn\">Cancelled</span>"))
        #expect(try await world.page("/c/nursing", .member).has("<span class=\"tag warn\">Cancelled</span>"))
        _ = try await browser.post(path + "/gathering/restore", [], from: path)
        #expect(!(try await world.page(path, .member)).has("cancelled"))
        #expect(try await world.row().hasSuffix("planned 3"))
    }

    @Test("of one that is over may keep its day")
    func over() async throws {
        let world = try await GatheringWorld(), browser = try await world.people.browser(.facilitator)
        world.site.pass(.days(40))
        let later = try await world.people.browser(.facilitator)
        let same = [
            ("title", "Winter round"), ("date", "2026-12-15"), ("time", "12:30"), ("zone", "Europe/London"),
            ("minutes", "60"), ("mode", "hybrid"), ("place", "Hall 9"), ("version", "1"),
        ]
        #expect(try await later.post("/t/\(world.gathering)/gathering", same).status == 303)
        let moved = same.map { $0.0 == "date" ? ("date", "2026-12-14") : $0 }
        #expect(try await later.post("/t/\(world.gathering)/gathering", moved).status == 422)
        _ = browser
    }
}
