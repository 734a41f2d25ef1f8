import Foundation
import PraxisDomain

/// What a file for calendars says of a time zone (RFC 5545, 3.6.5): pure.
///
/// Programs that know the zone by its name use what they know; others, Outlook among them, read this.
enum CalendarZonePlan {
    /// For how many years it holds where the clocks change on other days each year.
    private static let years = 14
    private static let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    static func lines(_ zone: CalendarZone, from year: Int) -> [String] {
        let begin = LocalTime.dayNumber(year: year, month: 1, day: 1) * 86_400
        let end = LocalTime.dayNumber(year: year + years, month: 1, day: 1) * 86_400
        let changes = changes(of: zone.zone, begin..<end)
        let offset = changes.first?.before ?? zone.zone.secondsFromGMT(for: date(begin))
        let first = part("STANDARD", CalendarFilePlan.wall(LocalTime(secondsSince1970: begin)), offset, offset)
        let parts = yearly(changes) ?? first + changes.flatMap { $0.lines() }
        return ["BEGIN:VTIMEZONE", "TZID:" + zone.name] + parts + ["END:VTIMEZONE"]
    }

    /// The clocks are put forward or back.
    private struct Change {
        /// In seconds since 1970.
        let at: Int
        /// In seconds east of Greenwich.
        let before: Int
        let after: Int

        /// What they show just before.
        var wall: LocalTime { LocalTime(secondsSince1970: at + before) }
        var isForward: Bool { after > before }
        /// Which one it is of its weekdays in the month.
        var ordinal: Int { (wall.day - 1) / 7 + 1 }
        var isLast: Bool { LocalTime(dayNumber: wall.dayNumber + 7).month != wall.month }

        func lines(_ rule: String? = nil) -> [String] {
            part(isForward ? "DAYLIGHT" : "STANDARD", CalendarFilePlan.wall(wall), before, after, rule)
        }

        func isLike(_ other: Change) -> Bool {
            (before, after) == (other.before, other.after)
                && (wall.month, wall.weekday, wall.hour, wall.minute)
                    == (other.wall.month, other.wall.weekday, other.wall.hour, other.wall.minute)
        }
    }

    private static func part(
        _ kind: String,
        _ start: String,
        _ before: Int,
        _ after: Int,
        _ rule: String? = nil
    )
        -> [String]
    {
        ["BEGIN:" + kind, "DTSTART:" + start, "TZOFFSETFROM:" + offset(before), "TZOFFSETTO:" + offset(after)]
            + (rule.map { ["RRULE:" + $0] } ?? []) + ["END:" + kind]
    }

    /// Both changes of the year by a rule, where they are on the same day of every year; nil if they are not.
    private static func yearly(_ changes: [Change]) -> [String]? {
        let forward = changes.filter(\.isForward), back = changes.filter { !$0.isForward }
        guard let first = rule(forward), let second = rule(back) else { return nil }
        return forward[0].lines(first) + back[0].lines(second)
    }

    private static func rule(_ changes: [Change]) -> String? {
        guard changes.count == years, let first = changes.first, changes.allSatisfy(first.isLike) else { return nil }
        let isLast = changes.allSatisfy(\.isLast)
        guard isLast || changes.allSatisfy({ $0.ordinal == first.ordinal }) else { return nil }
        return "FREQ=YEARLY;BYMONTH=\(first.wall.month);BYDAY=\(isLast ? -1 : first.ordinal)\(days[first.wall.weekday])"
    }

    /// Found by looking at each week, and within it to the second.
    private static func changes(of zone: TimeZone, _ span: Range<Int>) -> [Change] {
        func offset(_ at: Int) -> Int { zone.secondsFromGMT(for: date(at)) }
        var changes: [Change] = [], before = offset(span.lowerBound)
        for week in stride(from: span.lowerBound, to: span.upperBound, by: 7 * 86_400) {
            var low = week, high = week + 7 * 86_400
            let after = offset(high)
            if after == before { continue }
            while high - low > 1 {
                let middle = (low + high) / 2
                if offset(middle) == before { low = middle } else { high = middle }
            }
            changes.append(Change(at: high, before: before, after: after))
            before = after
        }
        return changes
    }

    private static func date(_ seconds: Int) -> Date { Date(timeIntervalSince1970: Double(seconds)) }

    /// `+0530`.
    private static func offset(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + (minutes / 60).padded(2) + (minutes % 60).padded(2)
    }
}
