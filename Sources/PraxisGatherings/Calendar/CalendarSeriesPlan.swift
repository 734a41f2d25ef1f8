import PraxisDomain

/// A date of a series, as a calendar takes it.
struct CalendarDate: Sendable {
    /// The wall time that the rhythm of its series gave it.
    let occurrence: LocalTime
    let isSkipped: Bool
    /// Whether it is in all as its series was.
    let isUsual: Bool
    let zone: String
    /// The date by itself.
    let event: CalendarEvent

    /// What its series can have in common with it.
    var look: CalendarLook {
        CalendarLook(
            summary: event.summary,
            location: event.location,
            length: event.endAt.since(event.startAt),
            zone: zone,
            isCancelled: event.isCancelled
        )
    }
}

/// What the dates of a series have in common.
struct CalendarLook: Equatable, Sendable {
    let summary: String
    let location: String?
    let length: Span
    let zone: String
    var isCancelled = false
}

/// A series, as a calendar takes it.
struct CalendarSeries: Sendable {
    /// The part of its UIDs before the site's name, and that name.
    let name: String
    let host: String
    let rhythms: [SeriesRhythmRow]
    /// What its next dates will be.
    let usual: CalendarLook
    let address: String?
    /// Whether dates follow those that are there.
    let isOpen: Bool
    /// Rises with every change of it and of its dates.
    let sequence: Int
    let changedAt: Timestamp
    /// In the order of their places in the rhythm.
    let dates: [CalendarDate]
}

/// A series as events of a calendar: pure.
///
/// Each of its rhythms is an event that repeats, with an identifier of its own; what its dates have of their own is said beside it.
enum CalendarSeriesPlan {
    static func events(_ series: CalendarSeries) -> [CalendarEvent] {
        series.rhythms.indices.flatMap { index in
            let from = index == 0 ? nil : series.rhythms[index].from
            let next = series.rhythms.dropFirst(index + 1).first?.from
            let dates = series.dates.filter { date in
                !(from.map { $0.isAfter(date.occurrence) } ?? false)
                    && (next.map { $0.isAfter(date.occurrence) } ?? true)
            }
            return Part(series: series, row: series.rhythms[index], dates: dates, isLast: next == nil).events
        }
    }

    /// The dates of one rhythm.
    private struct Part {
        let series: CalendarSeries
        let row: SeriesRhythmRow
        let dates: [CalendarDate]
        let isLast: Bool

        /// Whether dates follow that are not made yet.
        private var isOpen: Bool { isLast && series.isOpen }
        private var held: [CalendarDate] { dates.filter { !$0.isSkipped } }
        private var look: CalendarLook {
            isLast ? series.usual : held.last(where: { $0.isUsual && !$0.event.isCancelled })?.look ?? series.usual
        }
        private var zone: CalendarZone { CalendarZone(look.zone) }
        private var uid: String { "\(series.name)-\(CalendarFilePlan.wall(row.from))@\(series.host)" }

        var events: [CalendarEvent] {
            guard let first = held.first, let last = isOpen ? dates.last : held.last else { return [] }
            let places = Array(
                row.rhythm.dates(through: last.occurrence.dayNumber).drop { first.occurrence.isAfter($0) }
            )
            // It is only from its own first date on that a calendar can count.
            let isCounted = places.first == first.occurrence, known = Set(places)
            let fitting = isCounted ? held.filter { known.contains($0.occurrence) && isSafe($0) } : []
            let taken = Set(fitting.map(\.occurrence))
            let alone = held.filter { !taken.contains($0.occurrence) }.map(\.event)
            if fitting.isEmpty { return alone }
            let rule = rule(from: first.occurrence, until: isOpen ? nil : last.occurrence)
            let whole = whole(from: first.occurrence, rule, except: places.filter { !taken.contains($0) })
            return [whole] + fitting.compactMap(ownEvent) + alone
        }

        private func whole(from first: LocalTime, _ rule: String, except: [LocalTime]) -> CalendarEvent {
            let start = WallTimePlan.momentOfSeries(first, in: zone.zone)
            return CalendarEvent(
                uid: uid,
                sequence: series.sequence,
                changedAt: series.changedAt,
                startAt: start,
                endAt: start + look.length,
                // Programs drop a whole that is cancelled, with those of its dates that are not.
                isCancelled: false,
                summary: look.summary,
                location: look.location,
                address: series.address,
                recurrence: .rule(rule, except: except, zone)
            )
        }

        /// What is said of a date that is not as the rule has it; nil if it is.
        ///
        /// It has the number of the whole: programs take one with a lower number for what the whole has replaced.
        private func ownEvent(_ date: CalendarDate) -> CalendarEvent? {
            let place = WallTimePlan.momentOfSeries(date.occurrence, in: zone.zone)
            if date.event.startAt == place, date.look == look { return nil }
            var event = date.event
            (event.uid, event.sequence) = (uid, series.sequence)
            event.recurrence = .instead(of: date.occurrence, zone)
            return event
        }

        /// Whether every program takes it as a date of the series and reads its time alike.
        ///
        /// Outlook does not take one that was moved to or past the day of a neighbour. What the clocks of the zone show twice in a night, or
        /// skip, some read an hour off.
        private func isSafe(_ date: CalendarDate) -> Bool {
            guard let index = held.firstIndex(where: { $0.occurrence == date.occurrence }),
                WallTimePlan.isCertain(date.occurrence, in: zone.zone)
            else { return false }
            let before = index > 0 ? day(held[index - 1]) : Int.min
            let after = index + 1 < held.count ? day(held[index + 1]) : Int.max
            return day(date) > before && day(date) < after
        }

        private func day(_ date: CalendarDate) -> Int { LocalTime(date.event.startAt, in: zone.zone).dayNumber }

        /// With its end in UTC, as RFC 5545 asks for where the times have a zone (3.3.10).
        private func rule(from first: LocalTime, until last: LocalTime?) -> String {
            var rule = row.rhythm.continued(at: first).rule, end = ""
            if let last {
                end = until(last)
            } else if case .count(let count) = rule.end {
                end = ";COUNT=\(count)"
            } else if case .day(let day) = rule.end {
                end = until(WallTimePlan.wall(LocalTime(dayNumber: day), first.hour * 60 + first.minute))
            }
            rule.end = .never
            return rule.text + end
        }

        private func until(_ wall: LocalTime) -> String {
            ";UNTIL=" + CalendarFilePlan.moment(WallTimePlan.momentOfSeries(wall, in: zone.zone))
        }
    }
}
