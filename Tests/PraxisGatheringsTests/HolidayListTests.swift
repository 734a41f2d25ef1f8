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

@Suite("Lists of holidays")
struct HolidayListTests {
    private static let form = [
        ("name", "Halifax schools"), ("entries", "2026-12-21 to 2027-01-02 Winter break\n2027-02-15 Heritage Day"),
    ]

    @Test("are kept by the managers of a community and by site administrators; for others there is no such page")
    func keepers() async throws {
        let world = try await CommunityWorld(), paths = ["/c/nursing/holidays", "/c/nursing/holidays/new"]
        let settings = try await world.statuses(of: "/c/nursing/settings")
        for path in paths {
            for (persona, status) in try await world.statuses(of: path) {
                let expected = persona == .siteAdministrator ? 200 : settings[persona]
                #expect(status == expected, "\(path) \(persona)")
            }
        }
        for persona in Persona.allCases where ![.manager, .siteAdministrator].contains(persona) {
            let sent = try await world.post("/c/nursing/holidays/new", Self.form, as: persona)
            #expect(sent.status >= 400 || sent.location?.hasPrefix("/sign-in") == true, "\(persona)")
        }
        #expect(try await world.site.value("SELECT count(*) FROM holidayList" as SQL<Int>) == 0)
        let site = try await world.statuses(of: "/settings/holidays")
        #expect(site == (try await world.statuses(of: "/settings/site")))
    }

    @Test("are pasted as lines, shown in words, changed with what was typed, and deleted")
    func life() async throws {
        let world = try await CommunityWorld(), path = "/c/nursing/holidays"
        let added = try await world.post(path + "/new", Self.form, as: .manager)
        #expect(added.status == 303 && added.location == path + "?done=saved")
        let manager = try await world.browser(.manager)
        manager.comeFromForm()
        let page = try await manager.get(path + "?done=saved")
        #expect(Markup.faults(page.text) == [] && page.has("The list is saved.") && page.has("2 holidays"))
        #expect(page.has("Monday 21 December 2026 to Saturday 2 January 2027"))
        let form = try await manager.get(path + "/1/change")
        #expect(form.has("2026-12-21 to 2027-01-02 Winter break\n2027-02-15 Heritage Day</textarea>"))
        #expect(Markup.faults(form.text) == [])
        let fields = [("name", "Schools"), ("entries", "2026-12-21 Winter"), ("version", "1")]
        #expect(try await world.post(path + "/1/change", fields, as: .manager).status == 303)
        let stale = try await world.post(path + "/1/change", fields, as: .manager)
        #expect(stale.status == 409 && stale.has("2026-12-21 Winter</textarea>") && Markup.faults(stale.text) == [])
        #expect(stale.hidden("version") == "2")
        #expect(try await world.post(path + "/1/delete", [], as: .manager).location == path + "?done=deleted")
        #expect(try await manager.get(path).has("There are no lists yet."))
        #expect(try await manager.get(path + "/1/change").status == 404)
    }

    @Test("with wrong lines are refused beside the field, with the number of each line and what was typed")
    func wrong() async throws {
        let world = try await CommunityWorld(), path = "/c/nursing/holidays/new"
        let typed = "2026-12-21 Winter\nsoon Spring\n2027-05-01"
        let answer = try await world.post(path, [("name", ""), ("entries", typed)], as: .manager)
        #expect(answer.status == 422 && Markup.faults(answer.text) == [] && answer.has(typed + "</textarea>"))
        #expect(answer.has("id=\"entries-error\">Line 2: begin with a day like 2026-12-21</span>"))
        #expect(answer.has("Line 3: write a name after the day") && answer.has("id=\"name-error\">"))
        let empty = try await world.post(path, [("name", "A"), ("entries", " ")], as: .manager)
        #expect(empty.status == 422 && empty.has("Enter at least one holiday"))
        for number in 1...40 {
            let new = [("name", "List \(number)"), ("entries", "2026-12-21 Winter")]
            #expect(try await world.post(path, new, as: .manager).status == 303)
        }
        let full = try await world.post(path, Self.form, as: .manager)
        #expect(full.status == 422 && full.has("There is room for 40 lists"))
    }

    @Test("of the site can be followed by the series of every community, those of a community by its own alone")
    func scopes() async throws {
        let world = try await SeriesWorld(), people = world.people, admin = try people.viewer(.siteAdministrator)
        let days = NewHolidayList(name: "Nova Scotia", holidays: [Holiday(20_802...20_802, "A day")])
        let common = try await people.site.env.site.addHolidayList(days, as: admin)
        let other = try await people.site.community("other")
        let foreign = try await people.site.env.communities[other].addHolidayList(
            NewHolidayList(name: "Foreign list", holidays: days.holidays),
            as: admin
        )
        let form = try await world.page("/c/nursing/series/\(world.series)/change", .facilitator)
        #expect(form.has("Nova Scotia") && !form.has("Foreign list"))
        func follow(_ list: HolidayListID) async throws {
            var change = SeriesChange()
            change.holidays = [list]
            let made = change
            try await world.actor.changeSeries(world.series, made, as: people.viewer(.facilitator))
        }
        try await follow(common)
        #expect(
            try await world.page("/c/nursing/series/\(world.series)/holidays", .facilitator).has(
                "A day, on the list Nova Scotia"
            )
        )
        await #expect(throws: Denial.input([FieldError("holidays", .own("holiday-list-is-gone"))])) {
            try await follow(foreign)
        }
        let lists = try await world.page("/c/nursing/holidays", .manager)
        #expect(lists.has("For every community") && lists.has("Nova Scotia") && !lists.has("/\(common)/change"))
        for action in ["change", "delete"] {
            let fields = [("name", "Mine"), ("entries", "2026-12-21 Winter"), ("version", "1")]
            for list in [common, foreign] {
                let sent = try await people.post("/c/nursing/holidays/\(list)/\(action)", fields, as: .manager)
                #expect(sent.status == 404, "\(action) \(list)")
            }
            let site = try await people.post("/settings/holidays/\(common)/\(action)", fields, as: .manager)
            #expect(site.status == 403, "\(action)")
        }
        let page = try await world.page("/settings/holidays", .siteAdministrator)
        #expect(page.has("1 series follows it.") && !page.has("Foreign list") && Markup.faults(page.text) == [])
        let deleted = try await people.post("/settings/holidays/\(common)/delete", [], as: .siteAdministrator)
        #expect(deleted.location == "/settings/holidays?done=deleted")
        let bare = try await world.page("/c/nursing/series/\(world.series)/holidays", .facilitator)
        #expect(bare.has("does not follow a holiday list yet"))
    }
}
