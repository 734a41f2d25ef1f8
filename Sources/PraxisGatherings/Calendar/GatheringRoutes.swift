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
    /// Lists of dates, and a date for a calendar.
    static let gatheringRoutes: [Route] = [
        .memberPage(Paths.gatherings) { call in
            let choice = try call.gatheringChoice()
            let list = try await call.read { try GatheringList.load(choice, in: nil, $0) }
            return GatheringsPageView(call: call, list: list).response()
        },
        .page(PlacePaths.gatherings.ofCommunity) { try await $0.gatheringsOfCommunity() },
        .page(Paths.gatheringFile) { try await $0.gatheringFile() },
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

    /// Of what mails may not name, it says when it is and the neutral name alone.
    fileprivate func gatheringFile() async throws -> Response {
        let thread: ThreadID = try id("thread"), (words, settings) = (words, env.settings)
        let event = try await read { reading in
            let facts = try Access.thread(thread, reading)
            guard let titled = try reading.first(TitledGathering.of(thread)), let community = facts.community?.id,
                let place = try PlaceInMail.of(MailLocation(community: community, group: facts.group?.id), reading.db)
            else { throw Denial.missing }
            return CalendarEvent(titled, place, words, settings)
        }
        return .download(CalendarFilePlan.text(event), type: "text/calendar; charset=utf-8", name: "gathering.ics")
    }
}

extension CalendarEvent {
    fileprivate init(_ titled: TitledGathering, _ place: PlaceInMail, _ words: Words, _ settings: SiteSettings) {
        let gathering = titled.gathering
        let host = settings.baseURL.split(separator: "/").last.map(String.init) ?? "praxis"
        self.init(
            uid: "gathering-\(gathering.thread)@\(host)",
            sequence: gathering.version - 1,
            changedAt: gathering.changedAt,
            startAt: gathering.startAt,
            endAt: gathering.endAt,
            isCancelled: gathering.state != .planned,
            summary: place.isNamed ? titled.title : place.name(words)
        )
        guard place.isNamed else { return }
        location = gathering.mode == .online ? words.gatherings.mode.online() : gathering.place
        if location?.isEmpty == true { location = nil }
        address = settings.baseURL + Paths.thread(gathering.thread)
    }
}
