import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisWeb

extension Route {
    /// The page on which hosts decide about the dates of a series that fall on holidays.
    static let holidayDateRoutes: [Route] = [
        .memberPage(Paths.seriesHolidays) { call in
            HolidayDatesPageView(call: call, shown: try await call.seriesHolidays()).response()
        },
        .form(Paths.seriesHolidays) { try await $0.decideHolidays() },
    ]
}

extension Call {
    /// - Throws: `Denial.missing`, also for a series of another community; what the policy says.
    fileprivate func seriesHolidays() async throws -> SeriesHolidays {
        let id: SeriesID = try id("series"), slug = try parameter("community")
        return try await read { reading in
            let holidays = try SeriesHolidays.load(id, reading)
            guard try reading.first(ListedSeries.of(id))?.community.slug == slug else { throw Denial.missing }
            return holidays
        }
    }

    fileprivate func decideHolidays() async throws -> Response {
        let shown = try await seriesHolidays(), series = shown.read.series, form = try form()
        let typed = TypedHolidays(form)
        var page = HolidayDatesPageView(call: self, shown: shown)
        page.typed = typed
        do {
            let decisions = try typed.decisions()
            try await env.communities[series.community].decideHolidays(decisions, of: series.id, as: viewer)
            return .seeOther(Paths.seriesHolidays(try parameter("community"), series.id) + "?done=decided")
        } catch Denial.input(let errors) {
            page.errors = errors
            return page.response(.unprocessableContent)
        } catch Denial.stale {
            page = HolidayDatesPageView(call: self, shown: try await seriesHolidays())
            (page.typed, page.isStale) = (typed, true)
            return page.response(.conflict)
        }
    }
}
