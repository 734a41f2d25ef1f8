import HTTPTypes
import Hummingbird
import PraxisCapability
import PraxisCommunity
import PraxisCrypto
import PraxisDomain
import PraxisPlaces
import PraxisStore
import PraxisWeb
import PraxisWords

extension Route {
    /// Dates for calendars: as files, and at addresses that calendars ask by themselves.
    static let calendarRoutes: [Route] = [
        .page(Paths.gatheringFile) { try await $0.gatheringFile() },
        .page(Paths.seriesFile) { try await $0.seriesFile() },
        .page(Paths.calendar("{token}")) { try await $0.calendar() }.withoutCookies,
        .form(Paths.renewCalendar) { call in
            try await call.renewCalendar(of: nil)
            return .seeOther(Paths.gatherings + "?done=renewed")
        },
        .form(PlacePaths.renewCalendar.ofGroup) { call in
            let group = try call.parameter("group"), slug = try call.parameter("community")
            let facts = try await call.read { try Access.group(group, in: slug, $0) }
            try await call.renewCalendar(of: facts.group?.id)
            return .seeOther(Paths.group(slug, group) + "?done=renewed")
        },
    ]
}

extension Call {
    private static let type = "text/calendar; charset=utf-8"

    /// The secret address of the viewer's calendar, or of that of one of their groups.
    /// - Throws: `Denial.signedOut`.
    func calendarAddress(of group: GroupID?) async throws -> String {
        let link = CalendarLink(member: try member(), group: group), key = env.store.siteKey
        let token = try await env.store.read { db in try link.token(key, db) }
        return env.settings.baseURL + Paths.calendar(token)
    }

    func renewCalendar(of group: GroupID?) async throws {
        try await env.site.renewCalendar(of: group, salt: env.random.token(), as: viewer)
    }

    private var naming: CalendarNaming { CalendarNaming(words: words, settings: env.settings) }

    fileprivate func gatheringFile() async throws -> Response {
        let thread: ThreadID = try id("thread"), naming = naming
        let event = try await read { reading in
            let facts = try Access.thread(thread, reading)
            guard let titled = try reading.first(TitledGathering.of(thread)), let community = facts.community?.id,
                let place = try PlaceInMail.of(MailLocation(community: community, group: facts.group?.id), reading.db)
            else { throw Denial.missing }
            return naming.event(titled, place)
        }
        return .download(CalendarFilePlan.text(event), type: Self.type, name: "gathering.ics")
    }

    fileprivate func seriesFile() async throws -> Response {
        let id: SeriesID = try id("series"), slug = try parameter("community"), naming = naming
        let text = try await read { reading in
            let series = try Series.read(id, reading).series
            guard let listed = try reading.first(ListedSeries.of(id)), listed.community.slug == slug,
                let place = try reading.first(PlaceInMail.of([series.group]))
            else { throw Denial.missing }
            let events = try CalendarContents.load(.series(id), reading).events(naming)
            let name = place.isNamed ? series.details.name.text : place.name(naming.words)
            return CalendarFilePlan.text(events, name: name)
        }
        return .download(text, type: Self.type, name: "series.ics")
    }

    /// What a calendar gets that asks at its secret address: what the address's member may read now, in their language.
    fileprivate func calendar() async throws -> Response {
        let token = try parameter("token"), key = env.store.siteKey
        let opened = try await env.store.read { db in
            try CalendarLink.opened(token, key, db).map { link in
                (link, try db.first("SELECT language FROM member WHERE id = \(link.member)" as SQL<String>))
            }
        }
        guard let (link, language) = opened else { return Response(status: .notFound) }
        let words = language.flatMap { Language(rawValue: $0) }.flatMap { dictionaries[$0] } ?? words
        let naming = CalendarNaming(words: words, settings: env.settings)
        let text = try await env.store.read(as: Viewer(member: link.member), at: now) { reading in
            try Access.unlessMissing { try link.text(naming, reading) }
        }
        guard let text else { return Response(status: .notFound) }
        return answer(text)
    }

    /// The file, or that the calendar has it already.
    private func answer(_ text: String) -> Response {
        let tag = "\"" + Hex.encode(Array(SHA256.hash(text).prefix(12))) + "\""
        if let known = head.headerFields[.ifNoneMatch], known.contains(tag) {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        var response = Response.download(text, type: Self.type, name: "calendar.ics")
        response.headers[.eTag] = tag
        return response
    }
}

extension CalendarLink {
    /// - Throws: `Denial.missing` for a group to which its member does not belong any more.
    fileprivate func text(_ naming: CalendarNaming, _ reading: Reading) throws -> String {
        let said = naming.words.gatherings.calendar, site = naming.settings.name
        guard let group else {
            let events = try CalendarContents.load(.member, reading).events(naming)
            return CalendarFilePlan.text(events, name: said.name(["site": site]))
        }
        let facts = try Access.group(group, reading)
        guard Policy.allows(SubscribeToGroup.self, facts), let place = try reading.first(PlaceInMail.of([group])) else {
            throw Denial.missing
        }
        let events = try CalendarContents.load(.group(group), reading).events(naming)
        let name = said.nameOfGroup(["group": place.isCommons ? place.communityName : place.name(naming.words)])
        return CalendarFilePlan.text(events, name: name)
    }
}
