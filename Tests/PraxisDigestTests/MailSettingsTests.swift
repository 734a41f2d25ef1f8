import HTTPTypes
import PraxisCommunity
import PraxisDigest
import PraxisDomain
import PraxisForum
import PraxisStore
import PraxisTesting
import Testing

@Suite("The settings for mail")
struct MailSettingsTests {
    private let usual = [
        ("rhythm", "daily"), ("days", "0"), ("days", "2"), ("weekday", "0"), ("monthDay", "1"), ("hour", "18"),
        ("pausedUntil", ""),
    ]

    private func state(_ world: DigestWorld) async throws -> DigestState {
        try await world.site.env.store.read { try DigestState.of(world.ann, $0) }
    }

    @Test("are one page without a script, with a line for each community and the time of the next digest")
    func page() async throws {
        let world = try await DigestWorld()
        try await world.site.join(world.ann, try await world.site.community("teaching"))
        let page = try await world.site.browser(world.ann).get("/settings/mail")
        #expect(page.status == 200 && Markup.faults(page.text) == [] && Markup.activeContent(page.text) == [])
        #expect(page.text.contains("Your next digest: Monday 23 November at 7:00am"))
        for word in [
            "<span class=\"vh\">Nursing: </span><span class=\"level\">Each digest</span>",
            "<span class=\"vh\">Teaching: </span><span class=\"level\">Nothing</span>", "Apply to all",
            "Unsubscribe from all", "<h1 dir=\"auto\">Email settings</h1>",
            // A choice and its days have one name.
            " Daily</label>", "<legend>Daily: on which days?</legend>", " Weekly</label>", " Every two weeks</label>",
            ">Weekly or every two weeks: on which day?</label>", " Monthly</label>", ">Monthly: on which day?</label>",
        ] {
            #expect(page.text.contains(word), "\(word)")
        }
        #expect(try await Browser(world.site).get("/settings/mail").location?.hasPrefix("/sign-in") == true)
    }

    @Test("take what is chosen and say when the next one comes")
    func saves() async throws {
        let world = try await DigestWorld()
        let browser = try await world.site.browser(world.ann)
        let fields = usual + [("c\(world.community)", "weekly")]
        #expect(try await browser.post("/settings/mail", fields).location == "/settings/mail?done=saved")
        let page = try await browser.get("/settings/mail?done=saved").text
        #expect(page.contains("Monday 23 November at 6:00pm"))
        #expect(page.contains("name=\"c\(world.community)\" value=\"weekly\" checked"))
        let settings = try await state(world).settings
        #expect(settings.cadence.days == [0, 2] && settings.cadence.hour == 18)
    }

    @Test("name the days with a capital in French, too")
    func days() async throws {
        let world = try await DigestWorld()
        _ = try await world.site.env.site.command { db in
            try db.run("UPDATE member SET language = 'fr' WHERE id = \(world.ann)")
        }
        let page = try await world.site.browser(world.ann).get("/settings/mail").text
        #expect(page.contains("Lundi</label>") && page.contains(">Dimanche</option>"))
    }

    @Test("set all communities alike at once")
    func applyToAll() async throws {
        let world = try await DigestWorld()
        let other = try await world.site.community("teaching")
        try await world.site.join(world.ann, other)
        let browser = try await world.site.browser(world.ann)
        let fields =
            usual + [
                ("c\(world.community)", "daily"), ("c\(other)", "daily"), ("all", "none"), ("apply", "all"),
            ]
        _ = try await browser.post("/settings/mail", fields)
        let page = try await browser.get("/settings/mail").text
        for place in [world.community, other] { #expect(page.contains("name=\"c\(place)\" value=\"none\" checked")) }
    }

    @Test("let a group differ from its community")
    func groups() async throws {
        let world = try await DigestWorld()
        let winter = try await world.site.group("winter", in: world.community)
        let browser = try await world.site.browser(world.ann)
        #expect(
            try await browser.get("/settings/mail").text.contains(
                "Winter: </span><span class=\"level\">Same as its community"
            )
        )
        let fields = [("community", "\(world.community)"), ("g\(winter)", "none"), ("g\(world.commons)", "as")]
        let answer = try await browser.post("/settings/mail/groups", fields, from: "/settings/mail")
        #expect(answer.status == 303)
        try await world.thread("In winter", in: winter)
        world.becomeMonday()
        try await world.round()
        #expect(try await world.queued().isEmpty)
        let foreign = [("community", "999"), ("g\(winter)", "daily")]
        #expect(try await browser.post("/settings/mail/groups", foreign, from: "/settings/mail").status == 404)
    }

    @Test("pause until a day, and show it")
    func pause() async throws {
        let world = try await DigestWorld()
        let browser = try await world.site.browser(world.ann)
        let fields = usual.map { $0.0 == "pausedUntil" ? ($0.0, "2026-12-07") : $0 }
        _ = try await browser.post("/settings/mail", fields)
        let page = try await browser.get("/settings/mail").text
        #expect(page.contains("Paused until Monday 7 December."))
        #expect(page.contains("Your next digest: Monday 7 December at 6:00pm"))
        #expect(page.contains("value=\"2026-12-07\""))
    }

    private static let bad: [(field: String, value: String)] = [
        ("rhythm", "hourly"), ("rhythm", ""), ("weekday", "7"), ("monthDay", "0"), ("hour", "24"), ("hour", "soon"),
        ("pausedUntil", "tomorrow"), ("pausedUntil", "2026-02-30"),
    ]

    @Test("name every field that cannot be used, and keep the others as typed", arguments: bad)
    func badInput(field: String, value: String) async throws {
        let world = try await DigestWorld()
        let browser = try await world.site.browser(world.ann)
        let answer = try await browser.post("/settings/mail", usual.map { $0.0 == field ? (field, value) : $0 })
        #expect(answer.status == 422 && answer.text.contains("href=\"#\(field)\""))
        #expect(field == "hour" || answer.text.contains("<option value=\"18\" selected>"))
        #expect(Markup.faults(answer.text) == [])
        #expect(try await state(world).settings == MailSettings())
    }

    @Test("ask for a day where none is chosen")
    func noDays() async throws {
        let world = try await DigestWorld()
        let browser = try await world.site.browser(world.ann)
        let answer = try await browser.post("/settings/mail", usual.filter { $0.0 != "days" })
        #expect(answer.status == 422 && answer.text.contains("href=\"#days\""))
    }

    @Test("show the next digest by a form with its token, and change nothing")
    func preview() async throws {
        let world = try await DigestWorld()
        try await world.thread("How do you record this?")
        let browser = try await world.site.browser(world.ann)
        #expect(try await browser.get("/settings/mail/preview").status == 405)
        #expect(try await browser.post("/settings/mail/preview", [], token: nil).status == 403)
        let before = try await world.site.everyRow()
        let page = try await browser.post("/settings/mail/preview", [], from: "/settings/mail")
        #expect(page.status == 200 && Markup.faults(page.text) == [] && Markup.activeContent(page.text) == [])
        #expect(
            page.text.contains("How do you record this?") && page.text.contains("<pre tabindex=\"0\">What’s new on ")
        )
        #expect(try await world.site.everyRow() == before)
        let sam = try await world.site.browser(world.sam).post("/settings/mail/preview", [], from: "/settings/mail")
        #expect(sam.text.contains("Nothing is new"))
    }

    @Test("stop everything at once, and make earlier links useless")
    func stopAndEnd() async throws {
        let world = try await DigestWorld()
        let browser = try await world.site.browser(world.ann)
        _ = try await browser.post("/settings/mail/stop", [], from: "/settings/mail")
        #expect(try await browser.get("/settings/mail").text.contains("You do not get a digest."))
        _ = try await browser.post("/settings/mail/links/end", [], from: "/settings/mail")
        let state = try await state(world)
        #expect(state.linkVersion == 2 && state.settings.cadence.rhythm == .none)
    }

    @Test("of a community say both that emails can show, and take no form that says neither")
    func bothStates() async throws {
        let world = try await DigestWorld(), path = "/c/nursing/mail"
        try await world.site.join(world.sam, world.community, as: .manager)
        let sam = try await world.site.browser(world.sam)
        func rule() async throws -> Bool? {
            try await world.site.env.store.read { try MailRule.of(world.community, nil, $0) }?.titlesOnly
        }
        let no = "type=\"radio\" name=\"titlesOnly\" value=\"no\"", yes = no.replacing("\"no\"", with: "\"yes\"")
        let first = try await sam.get(path).text
        #expect(first.contains(no + " checked> Titles, names and post text") && first.contains(yes + "> Titles only"))
        #expect(try await sam.post(path, [("titlesOnly", "yes")]).status == 303)
        #expect(try await rule() == true)
        #expect(try await sam.get(path).text.contains(yes + " checked"))
        let refused = try await sam.post(path, [])
        #expect(
            refused.status == 422 && refused.text.contains("Choose an option")
                && refused.text.contains(yes + " checked")
        )
        #expect(try await rule() == true)
        #expect(try await sam.post(path, [("titlesOnly", "no")]).status == 303)
        #expect(try await rule() == false)
    }

    @Test("of a place are for those who look after it")
    func rules() async throws {
        let world = try await DigestWorld()
        let circle = try await world.site.group("circle", in: world.community, kind: .peerSupport, access: .invite)
        try await world.site.join(world.sam, world.community, as: .manager)
        try await world.site.join(world.sam, group: circle, of: world.community, as: .facilitator)
        let ann = try await world.site.browser(world.ann), sam = try await world.site.browser(world.sam)
        #expect(try await ann.get("/c/nursing/mail").status == 403)
        #expect(try await ann.get("/c/nursing/g/circle/mail").status == 403)
        #expect(try await ann.post("/c/nursing/mail", [("titlesOnly", "yes")], from: "/settings").status == 403)
        #expect(try await sam.get("/c/nursing/settings").text.contains("/c/nursing/mail"))
        #expect(try await sam.post("/c/nursing/mail", [("titlesOnly", "yes")]).status == 303)
        let page = try await sam.get("/c/nursing/g/circle/mail")
        #expect(page.text.contains("emails say only that there is something new") && Markup.faults(page.text) == [])
        let long = String(repeating: "x", count: 101)
        let refused = try await sam.post("/c/nursing/g/circle/mail", [("detail", "full"), ("neutralName", long)])
        #expect(refused.status == 422 && refused.text.contains(long))
        #expect(try await sam.post("/c/nursing/g/circle/mail", [("neutralName", "Tuesdays")]).status == 303)
        let rule = try await world.site.env.store.read { try MailRule.of(world.community, circle, $0) }
        #expect(rule?.titlesOnly == true && rule?.detail == .something && rule?.neutralName == "Tuesdays")
    }
}
