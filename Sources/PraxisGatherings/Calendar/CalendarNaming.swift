import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// How dates are called in calendars.
///
/// Of a place that mails may not name it is the neutral name, and nothing else: a calendar is read by more people than a mail. The joining
/// link is in none.
struct CalendarNaming: Sendable {
    let words: Words
    let settings: SiteSettings

    /// The name of the site in identifiers.
    private var host: String { settings.baseURL.split(separator: "/").last.map(String.init) ?? "praxis" }

    /// A date by itself.
    func event(_ dated: TitledGathering, _ place: PlaceInMail) -> CalendarEvent {
        let gathering = dated.gathering, isCancelled = gathering.state != .planned
        let title = place.isNamed ? dated.title : place.name(words)
        return CalendarEvent(
            uid: "gathering-\(gathering.thread)@\(host)",
            sequence: gathering.version - 1,
            changedAt: gathering.changedAt,
            startAt: gathering.startAt,
            endAt: gathering.endAt,
            isCancelled: isCancelled,
            // Not every calendar shows the state of what it has not invited to.
            summary: isCancelled ? words.gatherings.calendar.cancelled(["title": title]) : title,
            location: location(gathering.mode, gathering.place, place),
            address: place.isNamed ? settings.baseURL + Paths.thread(gathering.thread) : nil
        )
    }

    /// A series with those of its dates that a calendar has.
    func series(
        _ series: Series,
        _ rows: [CalendarRow],
        _ contents: CalendarContents,
        _ place: PlaceInMail
    )
        -> CalendarSeries
    {
        let details = series.details, changes = contents.changes[series.id] ?? 0
        return CalendarSeries(
            name: "series-\(series.id)",
            host: host,
            rhythms: contents.rhythms[series.id] ?? [],
            usual: CalendarLook(
                summary: place.isNamed ? details.name.text : place.name(words),
                location: location(details.mode, details.place, place),
                length: .minutes(Int64(details.minutes)),
                zone: details.zone
            ),
            address: place.paths.map { settings.baseURL + Paths.series($0.community, series.id) },
            isOpen: series.state == .planned,
            sequence: series.version - 1 + changes,
            changedAt: rows.map(\.dated.gathering.changedAt).reduce(series.changedAt, max),
            dates: rows.compactMap { date($0.dated, place) }.sorted { $1.occurrence.isAfter($0.occurrence) }
        )
    }

    private func date(_ dated: TitledGathering, _ place: PlaceInMail) -> CalendarDate? {
        let gathering = dated.gathering
        return gathering.occurrence.map { occurrence in
            CalendarDate(
                occurrence: occurrence,
                isSkipped: gathering.state == .skipped,
                isUsual: gathering.own.isEmpty,
                zone: gathering.zone,
                event: event(dated, place)
            )
        }
    }

    private func location(_ mode: GatheringMode, _ typed: String, _ place: PlaceInMail) -> String? {
        let location = mode == .online ? words.gatherings.mode.online() : typed
        return place.isNamed && !location.isEmpty ? location : nil
    }
}

extension CalendarContents {
    /// Series as wholes, and all dates that are in none.
    func events(_ naming: CalendarNaming) -> [CalendarEvent] {
        let known = Set(series.map(\.id)), whole = Dictionary(grouping: rows) { $0.seriesAsWhole }
        let repeated = series.flatMap { series -> [CalendarEvent] in
            guard let rows = whole[series.id], let place = places[series.group] else { return [] }
            return CalendarSeriesPlan.events(naming.series(series, rows, self, place))
        }
        let alone = rows.filter { row in
            !(row.seriesAsWhole.map(known.contains) ?? false) && row.dated.gathering.state != .skipped
        }
        return repeated + alone.compactMap { row in places[row.group].map { naming.event(row.dated, $0) } }
    }
}
