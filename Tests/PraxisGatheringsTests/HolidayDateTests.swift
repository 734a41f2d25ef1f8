import Foundation
import HTTPTypes
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

@Suite("The dates of a series that fall on holidays")
struct HolidayDateTests {
    @Test("stand on one page for its hosts, with the holiday and its list, and a day to move to that is not a holiday")
    func proposals() async throws {
        let world = try await HolidayWorld(), page = try await world.page()
        #expect(page.status == 200 && Markup.faults(page.text) == [])
        #expect(page.has("<legend>Tuesday 15 December 2026 at 12:30pm</legend>"))
        #expect(
            page.has("Winter break, on the list Halifax schools") && page.has("Heron Day, on the list Halifax schools")
        )
        #expect(!page.has("Nothing is then") && !page.has("26 January"))
        let form = try await world.form([])
        #expect(form.filter { $0.0.hasPrefix("d") }.map(\.1) == ["2027-01-05", "2027-01-19", "2027-02-09"])
        #expect(page.has("value=\"move\" checked") && !page.has("value=\"keep\" checked"))
        let shown = try await world.series.page("/c/nursing/series/\(world.series.series)", .facilitator)
        #expect(shown.has("Holidays: 3 gatherings to decide</a>"))
        let french = try await world.people.browser(.facilitator)
        _ = try await french.post(
            "/settings",
            [("language", "fr"), ("name", "Facilitator Person"), ("timeZone", "Europe/London")],
            from: "/settings"
        )
        let translated = try await french.get(world.path)
        #expect(Markup.faults(translated.text) == [] && translated.has("Heron Day, sur la liste Halifax schools"))
    }

    @Test("are skipped and moved in one go, told in one mail to each of those who come, and not proposed again")
    func decided() async throws {
        let world = try await HolidayWorld(), threads = try await world.series.threads()
        for persona in [Persona.member, .moderator] {
            try await world.series.actor.answerSeries(.yes, to: world.series.series, as: world.people.viewer(persona))
        }
        let sent = try await world.send(world.form(["skip", "move", "skip"]))
        #expect(sent.status == 303 && sent.location == world.path + "?done=decided")
        #expect(
            try await world.dates() == [
                "2026-12-15T12:30 skipped", "2027-01-19T12:30 planned", "2027-01-12T12:30 skipped",
                "2027-01-26T12:30 planned",
            ]
        )
        let after = try await world.after(world.path + "?done=decided")
        #expect(Markup.faults(after.text) == [] && after.has("Your choices are saved."))
        #expect(after.has("2 people get an email about what has changed") && after.has("still to be decided"))
        #expect(after.has("Moved to Tuesday 19 January 2027 at 12:30pm") && after.has("<strong>Skipped</strong>"))
        world.site.pass(.minutes(10))
        try await world.tell()
        let mails = try await world.site.queuedMails(.dateChanges)
        #expect(mails.count == 2 && Set(mails.map(\.to)).count == 2)
        let mail = try #require(mails.first?.content), text = mail.text.replacing("\n", with: " ")
        #expect(mail.subject == "3 gatherings have changed" && text.contains("19 January 2027, 12:30pm"))
        #expect(
            try await world.site.audited().filter { $0.act == .gatheringSkipped }.map(\.subject)
                == [threads[0], threads[2]].map(\.subject)
        )
    }

    @Test("keep their place on the wall over a change of the clocks")
    func clocks() async throws {
        let world = try await HolidayWorld("2027-03-23 A day")
        try await world.series.change { ($0.date.date, $0.date.time) = ("2027-03-23", "12:30") }
        let first = try await world.series.dates("localStart")[0]
        #expect(first == "2027-03-23T12:30")
        _ = try await world.send(world.form(["move"]))
        let thread = try await world.series.threads()[0]
        let api = try await world.people.api(.get, "/gatherings/\(thread)", as: .member)
        #expect(api.json["localStart"] as? String == "2027-03-30T12:30")
        #expect(api.json["start"] as? String == "2027-03-30T11:30:00.000Z")
    }

    @Test("are taken back as any change is: the mail does not leave then, and a date is proposed again")
    func undone() async throws {
        let world = try await HolidayWorld(), first = try await world.series.threads()[0]
        try await world.series.actor.answerSeries(.yes, to: world.series.series, as: world.people.viewer(.member))
        _ = try await world.send(world.form(["skip"]))
        let page = try await world.page()
        #expect(page.has("action=\"/t/\(first)/gathering/restore\"") && page.has("1 person gets an email"))
        _ = try await world.people.post("/t/\(first)/gathering/restore", [], as: .facilitator)
        #expect(try await world.dates()[0] == "2026-12-15T12:30 planned")
        let again = try await world.page()
        #expect(again.has("<legend>Tuesday 15 December 2026") && !again.has("gets an email"))
        world.site.pass(.minutes(20))
        try await world.tell()
        #expect(try await world.site.queued(.dateChanges).isEmpty)
    }

    @Test(
        "that were kept are not proposed again, also if the holiday gets another name, but are if its days are others"
    )
    func kept() async throws {
        let world = try await HolidayWorld(), versions = try await world.series.dates("CAST(version AS TEXT)")
        #expect(try await world.send(world.form(["keep", "keep", "keep"])).status == 303)
        #expect(try await world.series.dates("CAST(version AS TEXT)") == versions)
        #expect(try await world.site.audited().last?.act == .holidaysKept)
        let page = try await world.page()
        #expect(page.has("still to be decided") && page.has("<strong>Kept</strong>"))
        func change(_ entries: String, _ version: Int) async throws {
            let new = NewHolidayList(name: "Halifax schools", holidays: try HolidayTextPlan.holidays(entries))
            let manager = try world.people.viewer(.manager)
            try await world.series.actor.changeHolidayList(world.list, to: new, basedOn: version, as: manager)
        }
        try await change(HolidayWorld.entries.replacing("Winter break", with: "Break of winter"), 1)
        #expect(try await world.page().has("still to be decided"))
        try await change(HolidayWorld.entries.replacing("2027-01-03", with: "2027-01-04"), 2)
        let again = try await world.page()
        #expect(again.has("<legend>Tuesday 15 December 2026") && again.has("<legend>Tuesday 29 December 2026"))
        #expect(!again.has("<legend>Tuesday 12 January 2027"))
    }

    @Test(
        "are looked at where they are: not one that was moved off its holiday or cancelled, but one that was moved onto it"
    )
    func elsewhere() async throws {
        let world = try await HolidayWorld(), threads = try await world.series.threads()
        let host = try world.people.viewer(.facilitator)
        func move(_ thread: ThreadID, to start: String) async throws {
            let read = try await world.people.api(.get, "/gatherings/\(thread)", as: .facilitator)
            let version = try #require(read.json["version"] as? Int)
            let body = "{\"start\":\"\(start)\",\"version\":\(version)}"
            #expect(try await world.people.api(.patch, "/gatherings/\(thread)", body, as: .facilitator).status == 200)
        }
        try await move(threads[0], to: "2026-12-10T18:00")
        try await move(threads[3], to: "2027-02-03T09:00")
        var change = GatheringChange()
        change.state = .cancelled
        try await world.series.actor.changeGathering(threads[1], change, as: host)
        let page = try await world.page()
        let legends = page.text.matches(of: /<legend>([^<]*)</).map { String($0.1) }
        #expect(legends == ["Tuesday 12 January 2027 at 12:30pm", "Wednesday 3 February 2027 at 9:00am"])
        #expect(page.has("Moved to Thursday 10 December 2026 at 6:00pm"))
        // By its own clock, a week later.
        #expect(page.value("d\(threads[3])") == "2027-02-10")
    }

    @Test(
        "that another host has changed meanwhile are not overwritten: nothing is done, and the page says which to choose again"
    )
    func conflict() async throws {
        let world = try await HolidayWorld(), threads = try await world.series.threads()
        let form = try await world.form(["skip", "skip", "keep"])
        let patch = "{\"start\":\"2026-12-16T09:00\",\"version\":1}"
        #expect(try await world.people.api(.patch, "/gatherings/\(threads[0])", patch, as: .facilitator).status == 200)
        let before = try await world.dates()
        let refused = try await world.send(form)
        #expect(refused.status == 409 && Markup.faults(refused.text) == [])
        #expect(refused.text.matches(of: /was changed after you opened the page/).count == 1)
        #expect(refused.has("<legend>Wednesday 16 December 2026 at 9:00am</legend>"))
        #expect(refused.has("name=\"c\(threads[1])\" value=\"skip\" checked"), "what was chosen for the others stays")
        #expect(try await world.dates() == before)
        #expect(try await world.site.value("SELECT count(*) FROM holidayKept" as SQL<Int>) == 0)
        var page = [("shown", refused.hidden("shown") ?? "")]
        page += threads.prefix(3).map { ("c\($0)", "skip") }
        #expect(try await world.send(page).status == 303)
        #expect(try await world.dates().filter { $0.hasSuffix("skipped") }.count == 3)
        // Two at once with the same page: the second changes nothing.
        let again = try await world.send(page)
        #expect(again.status == 409)
    }

    @Test("are refused with a sentence beside what is wrong, keeping what was typed; nothing is done then")
    func wrong() async throws {
        let world = try await HolidayWorld(), threads = try await world.series.threads()
        let before = try await world.dates()
        for (days, sentence) in [
            (["soon"], "Enter a date like"), ([""], "Enter a date like"),
            (["2026-01-05"], "Enter a day and a time that are still to come"),
            (["2031-01-05"], "Enter a day within the next 2 years"),
        ] {
            let answer = try await world.send(world.form(["move", "skip", "keep"], days))
            #expect(answer.status == 422 && Markup.faults(answer.text) == [], "\(days)")
            #expect(answer.has("id=\"d\(threads[0])-error\">\(sentence)"), "\(days)")
            #expect(answer.value("d\(threads[0])") == days[0])
            #expect(answer.has("name=\"c\(threads[1])\" value=\"skip\" checked"))
            #expect(answer.has("New day for Tuesday 15 December 2026") == sentence.hasPrefix("Enter a date"), "\(days)")
        }
        let none = try await world.send(world.form(["perhaps"]))
        #expect(none.status == 422 && none.has("class=\"errors\""))
        #expect(try await world.dates() == before)
        let other = try await world.series.actor.planGathering(
            world.site.gathering("Alone"),
            in: world.series.commons,
            as: world.people.viewer(.facilitator)
        )
        let foreign = try await world.send([("shown", "\(other):1:"), ("c\(other)", "skip")])
        #expect(foreign.status == 404)
        #expect(try await world.send([("shown", "1:2 x:y:z")]).status == 303)
    }

    @Test("are for those who can change the series: others are refused as its form refuses them, and see nothing of it")
    func others() async throws {
        let world = try await HolidayWorld(), series = "/c/nursing/series/\(world.series.series)"
        for persona in Persona.allCases {
            let form = try await world.series.page(series + "/change", persona), page = try await world.page(persona)
            #expect(page.status == form.status, "\(persona)")
            #expect(page.has("Heron Day") == (persona == .facilitator), "\(persona)")
            let shown = try await world.series.page(series, persona)
            #expect(shown.has("/holidays\"") == (persona == .facilitator), "\(persona)")
            if persona == .facilitator { continue }
            let sent = try await world.send([("shown", "")], persona)
            #expect(sent.status >= 400 || sent.location?.hasPrefix("/sign-in") == true, "\(persona): \(sent.status)")
        }
        let elsewhere = try await world.series.page("/c/elsewhere/series/\(world.series.series)/holidays", .facilitator)
        #expect(elsewhere.status == 404)
    }

    @Test("are counted when a series is planned that follows a list, which leads to the page")
    func planned() async throws {
        let world = try await HolidayWorld(), path = "/c/nursing/gatherings/new-series"
        let asked = try await world.series.page(path, .facilitator)
        #expect(asked.has("name=\"holidays\" value=\"\(world.list)\"> <bdi>Halifax schools</bdi>"))
        #expect(Markup.faults(asked.text) == [])
        let fields = ["date": "2026-12-22", "repeats": "weekly", "count": "5"]
        let form = SeriesWorld.form(fields) + [("holidays", "\(world.list)")]
        let sent = try await world.series.send(path, form), address = try #require(sent.location)
        let page = try await world.after(address)
        #expect(page.has("The series is planned. 3 gatherings of the next 12 months fall on a holiday."))
        #expect(page.has("/holidays\">Choose what to do</a>") && Markup.faults(page.text) == [])
        let holidays = address.replacing("?done=planned", with: "/holidays")
        let proposals = try await world.series.page(holidays, .facilitator)
        #expect(proposals.has("The same weekday is not free") && proposals.has("value=\"skip\" checked"))
        for wrong in ["999", "x"] {
            let refused = try await world.series.send(path, SeriesWorld.form(fields) + [("holidays", wrong)])
            #expect(refused.status == 422 && refused.has("Choose lists that are on this page"), "\(wrong)")
        }
        let change = "/c/nursing/series/\(world.series.series)/change"
        let form2 = try await world.series.page(change, .facilitator)
        #expect(form2.has("name=\"holidays\" value=\"\(world.list)\" checked"))
    }

    @Test("are no more on the page once the series follows the list no longer, or the list is deleted")
    func unfollowed() async throws {
        let world = try await HolidayWorld()
        try await world.follow([])
        let page = try await world.page()
        #expect(page.has("does not follow a holiday list yet") && page.has("Choose holiday lists</a>"))
        try await world.follow([world.list])
        _ = try await world.send(world.form(["keep", "skip", "keep"]))
        try await world.series.actor.deleteHolidayList(world.list, as: world.people.viewer(.manager))
        let after = try await world.page()
        #expect(after.status == 200 && after.has("A community manager can add one."))
        #expect(try await world.dates()[1].hasSuffix("skipped"))
    }
}
