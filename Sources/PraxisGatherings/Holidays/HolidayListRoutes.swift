import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisWeb
import PraxisWords

extension Route {
    /// Lists of holidays: those of a community, which its managers keep, and those of the site, which its administrators do.
    static let holidayListRoutes: [Route] = [
        .memberPage(Paths.holidays) { try await $0.holidayLists(ofSite: false) },
        .memberPage(Paths.newHolidays) { try await $0.newHolidayList(ofSite: false) },
        .form(Paths.newHolidays) { try await $0.addHolidayList(ofSite: false) },
        .memberPage(Paths.changeHolidays) { try await $0.changedHolidayList(ofSite: false) },
        .form(Paths.changeHolidays) { try await $0.changeHolidayList(ofSite: false) },
        .form(Paths.deleteHolidays) { try await $0.deleteHolidayList(ofSite: false) },
        .memberPage(Paths.siteHolidays) { try await $0.holidayLists(ofSite: true) },
        .memberPage(Paths.newSiteHolidays) { try await $0.newHolidayList(ofSite: true) },
        .form(Paths.newSiteHolidays) { try await $0.addHolidayList(ofSite: true) },
        .memberPage(Paths.changeSiteHolidays) { try await $0.changedHolidayList(ofSite: true) },
        .form(Paths.changeSiteHolidays) { try await $0.changeHolidayList(ofSite: true) },
        .form(Paths.deleteSiteHolidays) { try await $0.deleteHolidayList(ofSite: true) },
    ]
}

extension Call {
    fileprivate func holidayLists(ofSite isSite: Bool) async throws -> Response {
        let place = try await holidayPlace(ofSite: isSite), id = place.community
        let own = try await read { try HolidayLists($0.all(HolidayList.all(of: id)), $0.db) }
        let common = try await isSite ? nil : read { try HolidayLists($0.all(HolidayList.all(of: nil)), $0.db) }
        return HolidayListsPageView(call: self, place: place, own: own, common: common).response()
    }

    fileprivate func newHolidayList(ofSite isSite: Bool) async throws -> Response {
        let place = try await holidayPlace(ofSite: isSite)
        return HolidayFormPageView(call: self, place: place, typed: Fields([])).response()
    }

    fileprivate func addHolidayList(ofSite isSite: Bool) async throws -> Response {
        let place = try await holidayPlace(ofSite: isSite), form = try form()
        do {
            let new = try NewHolidayList(form), key = try formOnceKey(form)
            if let community = place.community {
                _ = try await env.communities[community].addHolidayList(new, as: viewer, once: key)
            } else {
                _ = try await env.site.addHolidayList(new, as: viewer, once: key)
            }
            return .seeOther(place.path + "?done=saved")
        } catch Denial.input(let errors) {
            return HolidayFormPageView(call: self, place: place, typed: form, errors: errors)
                .response(.unprocessableContent)
        }
    }

    fileprivate func changedHolidayList(ofSite isSite: Bool) async throws -> Response {
        let place = try await holidayPlace(ofSite: isSite), (list, holidays) = try await holidayList(of: place)
        let text = HolidayTextPlan.text(holidays, to: words.gatherings.holidays.lists.to())
        let typed = Fields([("name", list.name), ("entries", text), ("version", String(list.version))])
        return HolidayFormPageView(call: self, place: place, typed: typed, list: list).response()
    }

    fileprivate func changeHolidayList(ofSite isSite: Bool) async throws -> Response {
        let place = try await holidayPlace(ofSite: isSite), form = try form()
        let (list, holidays) = try await holidayList(of: place)
        var page = HolidayFormPageView(call: self, place: place, typed: form, list: list)
        do {
            let version = try form.int("version") ?? 0, new = try NewHolidayList(form)
            if let community = place.community {
                let actor = env.communities[community]
                try await actor.changeHolidayList(list.id, to: new, basedOn: version, as: viewer)
            } else {
                try await env.site.changeHolidayList(list.id, to: new, basedOn: version, as: viewer)
            }
            return .seeOther(place.path + "?done=saved")
        } catch Denial.input(let errors) {
            page.errors = errors
            return page.response(.unprocessableContent)
        } catch Denial.stale {
            page.nowThere = holidays
            return page.response(.conflict)
        }
    }

    fileprivate func deleteHolidayList(ofSite isSite: Bool) async throws -> Response {
        let place = try await holidayPlace(ofSite: isSite), list: HolidayListID = try id("list")
        if let community = place.community {
            try await env.communities[community].deleteHolidayList(list, as: viewer)
        } else {
            try await env.site.deleteHolidayList(list, as: viewer)
        }
        return .seeOther(place.path + "?done=deleted")
    }
}

extension Call {
    /// - Throws: `Denial.missing`; what the policy says.
    fileprivate func holidayPlace(ofSite isSite: Bool) async throws -> HolidayPlace {
        if isSite {
            let facts = try await read { try Access.site($0) }
            if let refusal = Policy.refusal(KeepSiteHolidays.self, facts) { throw refusal }
            return HolidayPlace(view: nil)
        }
        let view = try await communityView()
        if let refusal = Policy.refusal(KeepHolidays.self, view.facts) { throw refusal }
        return HolidayPlace(view: view)
    }

    /// The list of the address with what it holds.
    /// - Throws: `Denial.missing`, also for one of another place.
    fileprivate func holidayList(of place: HolidayPlace) async throws -> (list: HolidayList, holidays: [Holiday]) {
        let id: HolidayListID = try id("list")
        return try await read { reading in
            let list = try HolidayList.load(id, of: place.community, reading.db)
            return (list, try HolidayLists([list], reading.db).holidays(of: id))
        }
    }
}

extension NewHolidayList {
    /// What a form holds.
    /// - Throws: `Denial.input` naming all that is wrong.
    fileprivate init(_ form: Fields) throws(Denial) {
        var errors: [FieldError] = []
        name = errors.collect("") { () throws(Denial) in
            try TypedText.line(form.text("name"), "name", Limits.holidayNameScalars)
        }
        holidays = errors.collect([]) { () throws(Denial) in try HolidayTextPlan.holidays(form.text("entries")) }
        if !errors.isEmpty { throw .input(errors) }
    }
}
