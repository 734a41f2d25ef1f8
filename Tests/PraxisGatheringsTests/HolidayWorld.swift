import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisForum
import PraxisGatherings
import PraxisStore
import PraxisTesting
import Testing

/// A series of four dates, every second Tuesday from 15 December on, with a list of holidays on which three of them fall.
struct HolidayWorld: Sendable {
    let series: SeriesWorld
    let list: HolidayListID

    var people: CommunityWorld { series.people }
    var site: TestSite { series.site }
    var path: String { "/c/nursing/series/\(series.series)/holidays" }

    static let entries = """
        2026-12-14 to 2027-01-03 Winter break
        2027-01-12 Heron Day
        2027-02-01 to 2027-02-05 Nothing is then
        """

    init(_ entries: String = Self.entries) async throws {
        series = try await SeriesWorld()
        let manager = try series.people.viewer(.manager)
        list = try await series.actor.addHolidayList(
            NewHolidayList(name: "Halifax schools", holidays: HolidayTextPlan.holidays(entries)),
            as: manager
        )
        try await follow([list])
    }

    func follow(_ lists: [HolidayListID]) async throws {
        var change = SeriesChange()
        change.holidays = lists
        let made = change
        try await series.actor.changeSeries(series.series, made, as: people.viewer(.facilitator))
    }

    func page(_ persona: Persona = .facilitator) async throws -> Browser.Answer {
        try await series.page(path, persona)
    }

    /// A page to which the answer to a form has led.
    func after(_ path: String, _ persona: Persona = .facilitator) async throws -> Browser.Answer {
        let browser = try await people.browser(persona)
        browser.comeFromForm()
        return try await browser.get(path)
    }

    /// The form of the page, with what is chosen for each date in the order of the page.
    func form(_ choices: [String], _ days: [String?] = []) async throws -> [(String, String)] {
        let page = try await page(), shown = page.hidden("shown") ?? ""
        var form = [("shown", shown)]
        for (index, date) in shown.split(separator: " ").enumerated() {
            let thread = date.prefix { $0 != ":" }
            form.append(("c\(thread)", index < choices.count ? choices[index] : "keep"))
            let proposed = page.value("d\(thread)") ?? ""
            form.append(("d\(thread)", index < days.count ? days[index] ?? proposed : proposed))
        }
        return form
    }

    func send(_ form: [(String, String)], _ persona: Persona = .facilitator) async throws -> Browser.Answer {
        try await people.post(path, form, as: persona)
    }

    /// What each date is: when it begins on its wall, and its state.
    func dates() async throws -> [String] {
        try await series.dates("localStart || ' ' || state")
    }

    /// Runs the look that tells of changes.
    func tell() async throws {
        for tick in Forum.capabilities.ticks where tick.name == "changes of dates" { try await tick.run(site.env) }
    }
}

extension Browser.Answer {
    /// The value of the field with that id.
    func value(_ id: String) -> String? {
        let tag = text.split(separator: "<").first { $0.hasPrefix("input ") && $0.contains("id=\"\(id)\"") }
        return tag?.firstMatch(of: /value="([^"]*)"/).map { String($0.1) }
    }
}
