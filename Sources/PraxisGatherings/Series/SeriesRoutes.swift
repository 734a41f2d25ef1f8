import Foundation
import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisThreads
import PraxisWeb

extension Route {
    /// The page of a series; planning, changing, cancelling and restoring one.
    static let seriesRoutes: [Route] = [
        .memberPage(Paths.newSeries) { call in
            let planning = try await call.planning(), lists = try await call.usableHolidays(in: planning.community.id)
            var typed = TypedSeries()
            typed.date.zone = call.zone.identifier
            (typed.date.minutes, typed.date.mode) = ("60", GatheringMode.online.rawValue)
            typed.repeats = Rhythm.monthlyOnWeekday.rawValue
            let group = [(name: "group", value: call.query.text("group"))]
            let fields = Fields(typed.fields.pairs + group)
            return SeriesFormPageView(call: call, purpose: .plan(planning), typed: fields, lists: lists).response()
        },
        .form(Paths.newSeries) { try await $0.planSeries() },
        .page(Paths.series) { call in
            let id: SeriesID = try call.id("series"), slug = try call.parameter("community")
            let choice = try call.gatheringChoice()
            let shown = try await call.read { try SeriesPage.load(id, in: slug, choice, $0) }
            return SeriesPageView(call: call, shown: shown).response()
        },
        .memberPage(Paths.changeSeries) { call in
            let form = try await call.changedSeries(), typed = form.changed.typed.fields
            let purpose = form.purpose(basedOn: form.changed.read.series.version)
            return SeriesFormPageView(call: call, purpose: purpose, typed: typed, lists: form.lists).response()
        },
        .form(Paths.changeSeries) { try await $0.changeSeries() },
        .form(Paths.cancelSeries) { try await $0.setSeries(.cancelled, done: "cancelled") },
        .form(Paths.restoreSeries) { try await $0.setSeries(.planned, done: "restored") },
    ]
}

extension Call {
    fileprivate func planSeries() async throws -> Response {
        let planning = try await planning(), form = try form()
        let lists = try await usableHolidays(in: planning.community.id)
        var page = SeriesFormPageView(call: self, purpose: .plan(planning), typed: form, lists: lists)
        do {
            let group = planning.places.first { $0.slug == form.text("group") }
            var errors = group == nil ? [FieldError("group", .missing)] : []
            let series = errors.collect(nil as NewSeries?) { () throws(Denial) in try TypedSeries(form).series(at: now)
            }
            guard errors.isEmpty, let series, let group else { throw Denial.input(errors) }
            if form["preview"] != nil {
                page.preview = series
                return page.response()
            }
            let made = try await env.communities[planning.community.id].planSeries(
                series,
                in: group.id,
                as: viewer,
                once: try formOnceKey(form)
            )
            return .seeOther(Paths.series(planning.community.slug, made) + "?done=planned")
        } catch Denial.input(let errors) {
            page.errors = errors
            return page.response(.unprocessableContent)
        }
    }

    /// The lists of holidays that a series of a community can follow.
    fileprivate func usableHolidays(in community: CommunityID) async throws -> [HolidayList] {
        try await read { try $0.all(HolidayList.usable(in: community)) }
    }

    /// The series of the address, for viewers who may change it.
    fileprivate func changedSeries() async throws -> ChangedSeriesForm {
        let id: SeriesID = try id("series"), slug = try parameter("community")
        return try await read { reading in
            let changed = try ChangedSeries.load(id, reading)
            guard let listed = try reading.first(ListedSeries.of(id)), listed.community.slug == slug else {
                throw Denial.missing
            }
            return ChangedSeriesForm(
                changed: changed,
                community: slug,
                readers: try ThreadReaders.of(group: changed.read.series.group, reading),
                lists: try reading.all(HolidayList.usable(in: changed.read.series.community))
            )
        }
    }

    fileprivate func changeSeries() async throws -> Response {
        let form = try form(), opened = try await changedSeries(), changed = opened.changed,
            series = changed.read.series
        let version = try form.int("version") ?? 0
        let lists = opened.lists
        var page = SeriesFormPageView(call: self, purpose: opened.purpose(basedOn: version), typed: form, lists: lists)
        do {
            let new = try TypedSeries(form).series(at: now, insteadOf: changed.startAt)
            if form["preview"] != nil {
                page.preview = new
                return page.response()
            }
            var change = SeriesChange()
            change.version = version
            change.details = new.details
            change.holidays = new.holidays
            change.rhythm = new.rhythm == changed.rhythm ? nil : new.rhythm
            let made = change
            try await env.communities[series.community].changeSeries(series.id, made, as: viewer)
            return .seeOther(Paths.series(opened.community, series.id) + "?done=changed")
        } catch Denial.input(let errors) {
            page.errors = errors.map { $0.field == "start" ? FieldError("date", $0.problem) : $0 }
            return page.response(.unprocessableContent)
        } catch Denial.stale {
            page = SeriesFormPageView(
                call: self,
                purpose: opened.purpose(basedOn: series.version),
                typed: form,
                lists: lists,
                isStale: true
            )
            return page.response(.conflict)
        }
    }

    fileprivate func setSeries(_ state: GatheringState, done: String) async throws -> Response {
        let opened = try await changedSeries(), series = opened.changed.read.series
        var change = SeriesChange()
        change.state = state
        let made = change
        try await env.communities[series.community].changeSeries(series.id, made, as: viewer)
        return .seeOther(Paths.series(opened.community, series.id) + "?done=" + done)
    }
}

/// A series that is about to be changed, with where it is and who can read it.
private struct ChangedSeriesForm {
    let changed: ChangedSeries
    let community: String
    let readers: ThreadReaders
    /// The lists of holidays that it can follow.
    let lists: [HolidayList]

    func purpose(basedOn version: Int) -> SeriesFormPageView.Purpose {
        .change(changed, community: community, version: version, readers)
    }
}
