package import Foundation
package import PraxisDomain

/// To which days the dates of a series can move that fall on holidays: pure.
///
/// A date moves by whole weeks, so that it stays on its weekday, at the same time by the clock on the host's wall. A day is free if it is no
/// holiday itself and no other date of the series is on it, on the day before or on the day after.
package struct HolidayPlan: Sendable {
    /// Later than that nobody would see it as the same date any more.
    private static let weeks = 1...4

    private let holidays: [ClosedRange<Int>]
    private var taken: Set<Int>

    /// `days` are those of all dates of the series, in days since 1970-01-01.
    package init(holidays: [ClosedRange<Int>], days: some Sequence<Int>) {
        self.holidays = holidays
        taken = Set(days)
    }

    /// The next free day for a date, which counts as taken from then on; nil if none of the next four weeks has one.
    package mutating func propose(_ wall: LocalTime, in zone: TimeZone) -> Int? {
        let day = Self.weeks.lazy.map { wall.dayNumber + 7 * $0 }.first {
            isFree($0) && Self.exists(wall, on: $0, in: zone)
        }
        if let day { taken.insert(day) }
        return day
    }

    private func isFree(_ day: Int) -> Bool {
        taken.isDisjoint(with: day - 1...day + 1) && !holidays.contains { $0.contains(day) }
    }

    /// Whether the clocks of the zone show the time on that day, and do not go forward past it.
    private static func exists(_ wall: LocalTime, on day: Int, in zone: TimeZone) -> Bool {
        let minutes = wall.hour * 60 + wall.minute
        return WallTimePlan.moment(WallTimePlan.wall(LocalTime(dayNumber: day), minutes), in: zone) != nil
    }
}
