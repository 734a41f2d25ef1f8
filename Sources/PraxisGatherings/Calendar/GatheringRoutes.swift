import Foundation
import HTML
import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisWeb
import PraxisWords

extension Route {
    /// Lists of dates.
    static let gatheringRoutes: [Route] = [
        .memberPage(Paths.gatherings) { call in
            let address = try await call.calendarAddress(of: nil)
            let (dates, communities) = try await call.gatheringDates(in: nil)
            return GatheringsPageView(call: call, dates: dates, communities: communities, address: address)
                .response()
        },
        .page(PlacePaths.gatherings.ofCommunity) { try await $0.gatheringsOfCommunity() },
    ]
}

extension Call {
    /// - Throws: `Denial.missing` for what is no year and no cursor.
    func gatheringChoice() throws(Denial) -> GatheringChoice {
        let thisYear = LocalTime(now, in: zone).year
        var after: GatheringCursor?
        if let cursor = query["after"] {
            guard let known = GatheringCursor(cursor) else { throw .missing }
            after = known
        }
        var year: GatheringChoice.Year?
        if let typed = query["year"] {
            guard let known = gatheringYear(typed) else { throw .missing }
            year = known
        }
        return GatheringChoice(year: year, after: after, thisYear: thisYear)
    }

    /// A year where the reader is; nil for what is no year of the calendar.
    func gatheringYear(_ typed: String) -> GatheringChoice.Year? {
        guard let number = Int(typed), GatheringChoice.years.contains(number),
            let begin = Timestamp(startOf: "\(number)-01-01", in: zone),
            let end = Timestamp(startOf: "\(number + 1)-01-01", in: zone)
        else { return nil }
        return GatheringChoice.Year(number: number, begin: begin, end: end)
    }

    /// A month or a list, as the address says; with the communities to choose from, unless it is of one.
    /// - Throws: `Denial.missing` for what is no month, no year, no cursor and nothing that the form offers.
    fileprivate func gatheringDates(in community: CommunityID?) async throws -> (GatheringDates, [FilterCommunity]) {
        var choice = try gatheringChoice(), month: GatheringMonth.Month?
        choice.filter = try GatheringFilter(self)
        if let typed = query["month"] {
            guard let known = GatheringMonth.Month(typed, self) else { throw Denial.missing }
            month = known
        }
        let asked = choice, shown = month
        return try await read { reading in
            let list = try GatheringList.load(asked, in: community, reading)
            let month = try shown.map { try GatheringMonth.load($0, asked.filter, in: community, reading) }
            let communities = community == nil ? try reading.all(FilterCommunity.all(reading)) : []
            return (GatheringDates(list: list, month: month), communities)
        }
    }

    fileprivate func gatheringsOfCommunity() async throws -> Response {
        let view = try await communityView(), line = view.details.line
        let path = PlacePaths(community: line.slug).gatherings
        let (dates, _) = try await gatheringDates(in: line.id)
        let places = try await read { try PlanningPlace.all(in: line.id, $0) }
        let plan: HTML = """
            <div class="row"><a class="btn" href="\(Paths.newGathering(line.slug))">\(words.gatherings.plan())</a>\
            <a class="btn alt" href="\(Paths.newSeries(line.slug))">\(words.gatherings.series.plan())</a></div>
            """
        let shown = GatheringDatesView(call: self, dates: dates, path: path).html
        let content: HTML = "\(if: !places.isEmpty, plan)\(shown)"
        return CommunityPageView(call: self, view: view, tab: .gatherings, content: content).response()
    }
}
