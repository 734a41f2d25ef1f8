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
            let choice = try call.gatheringChoice()
            let list = try await call.read { try GatheringList.load(choice, in: nil, $0) }
            let address = try await call.calendarAddress(of: nil)
            return GatheringsPageView(call: call, list: list, address: address).response()
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
        guard let typed = query["year"] else { return GatheringChoice(year: nil, after: after, thisYear: thisYear) }
        guard let year = gatheringYear(typed) else { throw .missing }
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

    fileprivate func gatheringsOfCommunity() async throws -> Response {
        let view = try await communityView(), line = view.details.line, choice = try gatheringChoice()
        let path = PlacePaths(community: line.slug).gatherings
        let (list, places) = try await read { reading in
            (try GatheringList.load(choice, in: line.id, reading), try PlanningPlace.all(in: line.id, reading))
        }
        let plan: HTML = """
            <div class="row"><a class="btn" href="\(Paths.newGathering(line.slug))">\(words.gatherings.plan())</a>\
            <a class="btn alt" href="\(Paths.newSeries(line.slug))">\(words.gatherings.series.plan())</a></div>
            """
        let shown = GatheringListView(call: self, list: list, path: path, namesCommunity: false).html
        let content: HTML = "\(if: !places.isEmpty, plan)\(shown)"
        return CommunityPageView(call: self, view: view, tab: .gatherings, content: content).response()
    }
}
